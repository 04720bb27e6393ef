import type { SiteContent } from "../../content-store/content.ts";
import { addressOf } from "../../content-store/kind-pages.ts";
import { organisationOf, type PersonEntry, type UnitEntry } from "../../content-store/organisation.ts";
import { indexedPage, paragraphs } from "./indexed-page.ts";
import type { Searchable } from "./searchable.ts";

/** A site's units and people as they are searched for: by name, by what they do, by number. */
export function searchableOrganisation(site: SiteContent): Searchable[] {
  const { units, people } = organisationOf(site);
  return [...units.map((unit) => ofUnit(site, unit)), ...people.map((person) => ofPerson(site, person))];
}

function ofUnit(site: SiteContent, unit: UnitEntry): Searchable {
  const { title, shortName, summary, address, phone, email } = unit.data;
  return {
    address: addressOf("unit", unit) ?? "",
    version: unit.oid,
    date: undefined,
    html: () =>
      indexedPage([], title, paragraphs([summary, shortName, address, phone, email]) + site.html(unit)),
  };
}

function ofPerson(site: SiteContent, person: PersonEntry): Searchable {
  const { title, position, phone, email, responsibilities = [] } = person.data;
  const unit = organisationOf(site).unit(person.data.unit);
  return {
    address: addressOf("person", person) ?? "",
    // A person is also found by the name of their unit.
    version: `${person.oid} ${unit?.oid ?? ""}`,
    date: undefined,
    html: () =>
      indexedPage(
        [],
        title,
        paragraphs([position, unit?.data.title, ...responsibilities, phone, email]) + site.html(person),
      ),
  };
}
