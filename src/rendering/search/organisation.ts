import type { SiteContent } from "../../content-store/content.ts";
import { addressOf } from "../../content-store/kind-pages.ts";
import { organisationOf } from "../../content-store/organisation.ts";
import type { Searchable } from "./searchable.ts";

/** A site's units as they are searched for: by name, by what they do, by number. */
export function searchableUnits(site: SiteContent): Searchable[] {
  return organisationOf(site).units.map((unit) => {
    const { title, shortName, summary, address, phone, email } = unit.data;
    return {
      address: addressOf("unit", unit) ?? "",
      version: unit.oid,
      kind: "Cơ quan, đơn vị",
      title,
      summary: lines([shortName, summary, address, phone, email]),
      body: () => site.html(unit),
    };
  });
}

/** Its people: by name, by office, by what they answer for. */
export function searchablePeople(site: SiteContent): Searchable[] {
  const { people, unit: unitOf } = organisationOf(site);
  return people.map((person) => {
    const { title, position, phone, email, responsibilities = [] } = person.data;
    const unit = unitOf(person.data.unit);
    return {
      address: addressOf("person", person) ?? "",
      // Also found by the name of their unit.
      version: `${person.oid} ${unit?.oid ?? ""}`,
      kind: "Lãnh đạo, đầu mối liên hệ",
      title,
      unit: unit?.data.title,
      summary: lines([position, ...responsibilities, phone, email]),
      body: () => site.html(person),
    };
  });
}

const lines = (parts: readonly (string | undefined)[]) => parts.filter(Boolean).join(". ");
