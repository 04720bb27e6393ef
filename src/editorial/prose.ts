import { entryForms, entrySchemas } from "../content-model/entry-schemas.ts";
import type { EntryKindName } from "../content-model/entry-kinds.ts";
import { fields, labelOf, type EntrySchema } from "../content-model/field.ts";
import { readEntry } from "./changes.ts";

/** What people wrote in one field of an entry. */
export interface Prose {
  field: string;
  /** The field's name in the form. */
  label: string;
  text: string;
}

/** Controls in which people write; the others choose, date or upload. */
const written: ReadonlySet<string> = new Set(["string", "text", "markdown", "list", "objects"]);
/** Fields whose very purpose is to say how an office is reached. */
const contacts: ReadonlySet<string> = new Set(["phone", "email", "fax", "hotline", "mobile"]);

/** The words of an entry by its fields, its body last, however wrong its fields may be; without addresses and contacts. */
export function proseOf(kind: EntryKindName, entry: string): Prose[] {
  const schema = entrySchemas[kind] as EntrySchema;
  const { data, body } = readEntry(entry);
  const ofFields = Object.entries(data).flatMap(([key, value]): Prose[] => {
    const field = schema.shape[key];
    const widget = field && fields.get(field)?.widget;
    if (contacts.has(key) || (widget !== undefined && !written.has(widget))) return [];
    const text = wordsIn(value).join("\n");
    return text === "" ? [] : [{ field: key, label: labelOf(schema, key), text }];
  });
  const label = entryForms[kind].body.label ?? "Nội dung";
  return body === "" ? ofFields : [...ofFields, { field: "body", label, text: body }];
}

/** The texts in a value of front matter: its own, those of a list, those in small forms. */
function wordsIn(value: unknown): string[] {
  if (typeof value === "string") return /^(?:\/|https?:)\S*$/.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (contacts.has(key) ? [] : wordsIn(inner)));
}
