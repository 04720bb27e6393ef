import type { EntryKindName } from "./entry-kinds.ts";
import { entrySchemas } from "./entry-schemas.ts";
import { fields, type EntrySchema } from "./field.ts";

/** Another entry of the site that a field of an entry names by its slug. */
export interface EntryReference {
  field: string;
  label: string;
  kind: EntryKindName;
  slug: string;
}

/** What an entry's fields name, as its schema says where other entries stand. */
export function referencesOf(kind: EntryKindName, data: unknown): EntryReference[] {
  const schema: EntrySchema = entrySchemas[kind];
  const values = new Map(Object.entries(data ?? {}));
  return Object.entries(schema.shape).flatMap(([name, one]) => {
    const field = fields.get(one);
    const { of } = field ?? {};
    if (field?.widget !== "entries" || of === undefined) return [];
    return [values.get(name)]
      .flat()
      .filter((slug) => typeof slug === "string")
      .map((slug) => ({ field: name, label: field.label, kind: of, slug }));
  });
}
