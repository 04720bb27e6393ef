import type { SiteContent } from "../../content-store/content.ts";
import { pageKindNames } from "../../content-model/page-kind-names.ts";
import { addressOf } from "../../content-store/kind-pages.ts";
import { organisationOf, type PersonEntry, type UnitEntry } from "../../content-store/organisation.ts";
import { escapeMarkup } from "../../foundation/escape-markup.ts";
import type { Searchable } from "./searchable.ts";

/** A site's units as they are searched for: by name, by what they do, by number. */
export function searchableUnits(site: SiteContent): Searchable[] {
  return organisationOf(site).units.map((unit) => ofUnit(site, unit));
}

/** A site's people as they are searched for; they are also found by the name of their unit. */
export function searchablePeople(site: SiteContent): Searchable[] {
  return organisationOf(site).people.map((person) => ofPerson(site, person));
}

function ofUnit(site: SiteContent, unit: UnitEntry): Searchable {
  const { title, shortName, summary, address, phone, email } = unit.data;
  return {
    address: addressOf("unit", unit) ?? "",
    version: unit.oid,
    kind: pageKindNames[site.settings.language].unit,
    title,
    unit: title,
    summary,
    body: () => paragraphs([shortName, address, phone, email]) + site.html(unit),
  };
}

function ofPerson(site: SiteContent, person: PersonEntry): Searchable {
  const { title, position, phone, email, responsibilities = [] } = person.data;
  const unit = organisationOf(site).unit(person.data.unit);
  return {
    address: addressOf("person", person) ?? "",
    version: `${person.oid} ${unit?.oid ?? ""}`,
    kind: pageKindNames[site.settings.language].person,
    title,
    unit: unit?.data.title,
    summary: position,
    people: [title],
    body: () => paragraphs([...responsibilities, phone, email]) + site.html(person),
  };
}

function paragraphs(lines: readonly (string | undefined)[]): string {
  return lines.map((line) => (line === undefined ? "" : `<p>${escapeMarkup(line)}</p>`)).join("");
}
