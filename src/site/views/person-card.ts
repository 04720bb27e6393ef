import type { SiteContent } from "../../content-store/content.ts";
import { addressOf } from "../../content-store/kind-pages.ts";
import { organisationOf, type PersonEntry } from "../../content-store/organisation.ts";
import { emailLink, phoneLink, type Link } from "./link.ts";
import { shownPicture, type ShownPicture } from "./picture.ts";
import { unitLink } from "./unit-line.ts";

/** A person as lists show them: who, what, where, and how to reach them. */
export interface PersonCard {
  address: string;
  name: string;
  position: string;
  unit: Link | undefined;
  phone: Link | undefined;
  email: Link | undefined;
  portrait: ShownPicture | undefined;
}

export function personCard(site: SiteContent, person: PersonEntry): PersonCard {
  const { title, position, phone, email, portrait } = person.data;
  const unit = organisationOf(site).unit(person.data.unit);
  return {
    address: addressOf("person", person) ?? "",
    name: title,
    position,
    unit: unit && unitLink(unit),
    phone: phone === undefined ? undefined : phoneLink(phone),
    email: email === undefined ? undefined : emailLink(email),
    // The name stands beside it: read out, the portrait would say nothing more.
    portrait: shownPicture(site, portrait, "", "portrait"),
  };
}
