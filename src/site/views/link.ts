/** A link with its words. */
export interface Link {
  label: string;
  address: string;
}

/** A link of a menu; `current` where the page shown is it or lies below it. */
export interface MenuLink extends Link {
  current: boolean;
}

export const homeLink: Link = { label: "Trang chủ", address: "/" };
