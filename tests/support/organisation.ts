import type { Person } from "../../src/content-model/person.ts";
import { slugOf } from "../../src/content-model/slug.ts";
import type { Unit } from "../../src/content-model/unit.ts";
import type { PersonEntry, UnitEntry } from "../../src/content-store/organisation.ts";

/** A unit; its slug comes from its name. */
export function aUnit(title: string, data: Partial<Unit> = {}): UnitEntry {
  const slug = slugOf(title);
  return {
    ...{
      file: `content/sites/tinh/units/${slug}.md`,
      oid: "0",
      slug,
      year: "",
      media: [],
      record: undefined,
    },
    data: { title, kind: "so", summary: "Quản lý một ngành của tỉnh.", order: 100, ...data },
  };
}

/** Somebody of a unit; their slug comes from their name. */
export function aPerson(title: string, unit: string, data: Partial<Person> = {}): PersonEntry {
  const slug = slugOf(title);
  return {
    ...{
      file: `content/sites/tinh/people/${slug}.md`,
      oid: "0",
      slug,
      year: "",
      media: [],
      record: undefined,
    },
    data: { title, unit, position: "Giám đốc", rank: "dung-dau", order: 100, ...data },
  };
}
