import type { EntrySchema } from "../../src/content-model/field.ts";
import type { DeskSite } from "../../src/editorial/cms-config.ts";
import { showValue } from "../../src/editorial/changes.ts";
import { longDate } from "./time.ts";

/** The name of a section of a site. */
export function sectionName(site: DeskSite | undefined, id: unknown): string | undefined {
  return site?.sections.find((section) => section.id === id)?.name;
}

/** Shows the values of an entry as people read them: a section by its name, a moment in words. */
export function showerOf(schema: EntrySchema, site: DeskSite | undefined) {
  return (key: string, value: unknown): string => {
    if (key === "category") return sectionName(site, value) ?? showValue(schema, key, value);
    return key === "date" && typeof value === "string" ? longDate(value) : showValue(schema, key, value);
  };
}
