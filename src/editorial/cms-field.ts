import { z } from "zod";
import { fields, type Field } from "../content-model/field.ts";
import type { Section, Site } from "../content-model/site.ts";
import { collectionName } from "./collection-name.ts";

/** One control of an entry's form, in the CMS's own terms. */
export interface CmsField {
  name: string;
  label: string;
  widget: string;
  required: boolean;
  [option: string]: unknown;
}

/** What a form takes from the site it is for. */
export interface FormSite {
  id: string;
  kind: Site["kind"];
  sections: readonly Section[];
  questionFields: readonly Pick<Section, "id" | "name">[];
}

/** The form control of one field of a content type; undefined for a field that no form shows. */
export function cmsField(name: string, schema: z.core.$ZodType, site: FormSite): CmsField | undefined {
  const field = fields.get(schema);
  if (!field) return undefined;
  return {
    name,
    label: field.label,
    widget: field.widget,
    required: field.required ?? !z.safeParse(schema, undefined).success,
    ...(field.hint ? { hint: field.hint } : {}),
    ...(field.default === undefined ? {} : { default: field.default }),
    ...control(field, rulesOf(schema), schema, site),
  };
}

/** What a schema demands, as JSON Schema says it. */
interface Rules {
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
  type?: unknown;
}

function rulesOf(schema: z.core.$ZodType): Rules {
  return z.toJSONSchema(schema, { unrepresentable: "any", io: "input" });
}

function control(field: Field, rules: Rules, schema: z.core.$ZodType, site: FormSite): object {
  switch (field.widget) {
    case "string":
    case "text":
      return textRules(field.label, rules, schema);
    case "select":
      return {
        options: field.optionsFrom
          ? site[field.optionsFrom].map(({ id, name }) => ({ value: id, label: name }))
          : (field.options ?? []),
      };
    case "datetime":
      return rules.format === "date"
        ? { format: "YYYY-MM-DD", date_format: "DD/MM/YYYY", time_format: false, picker_utc: false }
        : {
            format: "YYYY-MM-DDTHH:mm:ssZ",
            date_format: "DD/MM/YYYY",
            time_format: "HH:mm",
            picker_utc: false,
          };
    case "objects":
      return objectList(field, rules, schema, site);
    case "entries":
      return {
        widget: "relation",
        collection: collectionName({ kind: field.of ?? "page", site: site.id }),
        search_fields: ["title"],
        value_field: "{{slug}}",
        display_fields: ["title"],
        multiple: rules.type === "array",
        options_length: 200,
      };
    case "file":
      return { choose_url: false, media_library: { allow_multiple: false } };
    case "image":
      // Pictures come from the site's own library, never from an address on another site.
      return { choose_url: false, media_library: { allow_multiple: false } };
    case "number":
      return {
        value_type: "int",
        step: 1,
        ...(rules.minimum === undefined ? {} : { min: rules.minimum }),
        ...boundedAbove(rules.maximum),
      };
    case "list":
      return rules.maxItems === undefined ? {} : { min: 0, max: rules.maxItems };
    case "markdown":
    case "boolean":
      return {};
  }
}

/** A list of small forms, folded to one line each. */
function objectList(field: Field, rules: Rules, schema: z.core.$ZodType, site: FormSite): object {
  const item = itemOf(schema);
  const { singular = field.label, summary = "" } = field.item ?? {};
  return {
    widget: "list",
    collapsed: true,
    label_singular: singular,
    ...(summary === "" ? {} : { summary }),
    ...(rules.maxItems === undefined ? {} : { min: rules.minItems ?? 0, max: rules.maxItems }),
    fields: Object.entries(item.shape).flatMap(([name, one]) => cmsField(name, one, site) ?? []),
  };
}

/** The object that a list is made of, under whatever makes the list optional. */
function itemOf(schema: z.core.$ZodType): z.ZodObject<Record<string, z.ZodType>> {
  if (schema instanceof z.ZodObject) return schema;
  if (schema instanceof z.ZodArray) return itemOf(schema.element);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return itemOf(schema.unwrap());
  throw new Error('A field with the control "objects" is a list of objects.');
}

/** zod gives every safe integer a maximum; a form need not say so. */
function boundedAbove(maximum: number | undefined): object {
  return maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { max: maximum };
}

function textRules(label: string, rules: Rules, schema: z.core.$ZodType): object {
  if (rules.format === "uri") return { pattern: ["^\\s*https://[^\\s/]+\\S*\\s*$", complaint(schema, "?")] };
  if (rules.pattern !== undefined) return { pattern: [rules.pattern, complaint(schema, "?")] };
  const { minLength: min = 0, maxLength: max } = rules;
  if (max === undefined) return {};
  const lengths = min > 1 ? `từ ${String(min)} đến ${String(max)}` : `tối đa ${String(max)}`;
  return { pattern: [`^[\\s\\S]{${String(min)},${String(max)}}$`, `«${label}» dài ${lengths} ký tự.`] };
}

/** What a schema itself says about a wrong value. */
function complaint(schema: z.core.$ZodType, wrong: unknown): string {
  return z.safeParse(schema, wrong).error?.issues[0]?.message ?? "";
}
