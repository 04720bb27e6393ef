import { addressOf } from "../../content-store/kind-pages.ts";
import type { UnitEntry } from "../../content-store/organisation.ts";
import { emailLink, phoneLink, type Link } from "./link.ts";

/** A unit as a directory lists it. */
export interface UnitLine extends Link {
  summary: string;
  place: string | undefined;
  phone: Link | undefined;
  email: Link | undefined;
}

export function unitLink(unit: UnitEntry): Link {
  return { label: unit.data.title, address: addressOf("unit", unit) ?? "" };
}

export function unitLine(unit: UnitEntry): UnitLine {
  const { summary, address, phone, email } = unit.data;
  return {
    ...unitLink(unit),
    summary,
    place: address,
    phone: phone === undefined ? undefined : phoneLink(phone),
    email: email === undefined ? undefined : emailLink(email),
  };
}
