import { z } from "zod";
import type { EntryKindName } from "./entry-kinds.ts";

/** How an editor meets a field: its label, help and the form control of the CMS. */
export interface Field {
  /** Vietnamese label; findings name the field by it. */
  label: string;
  hint?: string;
  widget:
    | "string"
    | "text"
    | "markdown"
    | "datetime"
    | "image"
    | "file"
    | "select"
    | "boolean"
    | "list"
    | "number"
    | "objects"
    | "entries";
  /** Of "objects" (a list of small forms): what one of them is called, and the field that names it when it is folded. */
  item?: { singular: string; summary: string };
  /** Of "entries" (one or several other entries of the site, by their slug): of which kind. */
  of?: EntryKindName;
  /** Where a select takes its options from when they depend on the site. */
  optionsFrom?: "sections" | "questionFields";
  options?: readonly { value: string; label: string }[];
  /** Its form demands it although the schema does not: entries that no person wrote may be without. */
  required?: true;
  /** What a new entry starts with; "{{now}}" is the moment of writing, "" leaves a date open, which the CMS would fill in. */
  default?: string | boolean | number;
  /** The value of another field with which this one must be filled in, or only then makes sense. */
  goesWith?: Companion;
}

/** How a field hangs on another one of its form. */
export interface Companion {
  /** The other field. */
  field: string;
  /** Its value that this one goes with; any value at all if left out. */
  is?: string | boolean;
  /** With that value, the field must be filled in. */
  required?: boolean;
  /** Without that value, the form does not show it. */
  only?: boolean;
  /** What a missing one is told by; made of the labels if left out. */
  message?: string;
}

/** Labels and controls of every field that editors fill in: one place from which form, checks and messages come. */
export const fields = z.registry<Field>();

/** A content type as the CMS, the checks and the site use it. */
export type EntrySchema = z.ZodObject<Record<string, z.ZodType>>;

/** The label an editor knows a field by; the key itself where the field is not in a form. */
export function labelOf(schema: EntrySchema, key: string): string {
  const field = schema.shape[key];
  return (field && fields.get(field)?.label) ?? key;
}

/** Whether a value of a form says something: not empty, not switched off. */
export function isFilled(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== null && value !== "" && value !== false;
}

/** Whether the field that another one hangs on has the value for it. */
export function goesAlong({ field, is }: Companion, data: Readonly<Record<string, unknown>>): boolean {
  return is === undefined ? isFilled(data[field]) : data[field] === is;
}

/** A field that must be filled in because of what stands in another one. */
export interface MissingCompanion {
  key: string;
  message: string;
}

/** The fields of an entry that are empty and must not be, with what their form holds otherwise. */
export function missingCompanions(
  shape: Readonly<Record<string, z.core.$ZodType>>,
  data: Readonly<Record<string, unknown>>,
): MissingCompanion[] {
  return Object.entries(shape).flatMap(([key, schema]) => {
    const { label = key, goesWith } = fields.get(schema) ?? {};
    if (!goesWith?.required || isFilled(data[key]) || !goesAlong(goesWith, data)) return [];
    return [{ key, message: goesWith.message ?? `Hãy điền «${label}».` }];
  });
}
