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
  /** What a new entry starts with; "{{now}}" is the moment of writing, "" leaves a date open, which the CMS would fill in. */
  default?: string | boolean | number;
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
