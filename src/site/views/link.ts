import type { Words } from "../words/words.ts";

/** A link with its words. */
export interface Link {
  label: string;
  address: string;
}

/** A link of a menu; `current` where the page shown is it or lies below it. */
export interface MenuLink extends Link {
  current: boolean;
}

export const homeLink = ({ page }: Words): Link => ({ label: page.home, address: "/" });

/** A number to call, as it is written and as a telephone dials it. */
export function phoneLink(phone: string): Link {
  return { label: phone, address: `tel:${phone.replace(/[^\d+]/g, "")}` };
}

export function emailLink(email: string): Link {
  return { label: email, address: `mailto:${email}` };
}
