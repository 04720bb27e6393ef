import type { SiteContent } from "../../../content-store/content.ts";
import { addressOf } from "../../../content-store/kind-pages.ts";
import type { PersonEntry, UnitEntry } from "../../../content-store/organisation.ts";
import { imageAttributes } from "../../../content-store/picture-variants.ts";
import { absolute } from "../document-head.ts";
import { organizationId } from "./organization.ts";

/** A unit as schema.org describes it, below the authority of the site. */
export function unitData(site: SiteContent, unit: UnitEntry): object {
  const { title, address, phone, email, website } = unit.data;
  const page = absolute(site, addressOf("unit", unit) ?? "");
  return {
    "@type": "GovernmentOrganization",
    "@id": `${page}#co-quan`,
    name: title,
    url: website ?? page,
    logo: absolute(site, "/bieu-trung.svg"),
    ...(address === undefined ? {} : { address }),
    ...(phone === undefined ? {} : { telephone: phone }),
    ...(email === undefined ? {} : { email }),
    parentOrganization: { "@id": organizationId(site) },
  };
}

/** A person as schema.org describes them, inside the organization that names them. */
export function personData(site: SiteContent, person: PersonEntry): object {
  const { title, position, phone, email, portrait } = person.data;
  const picture = portrait === undefined ? undefined : site.pictures.get(portrait);
  return {
    "@type": "Person",
    name: title,
    jobTitle: position,
    url: absolute(site, addressOf("person", person) ?? ""),
    ...(picture ? { image: absolute(site, imageAttributes(picture).src) } : {}),
    ...(phone === undefined ? {} : { telephone: phone }),
    ...(email === undefined ? {} : { email }),
  };
}
