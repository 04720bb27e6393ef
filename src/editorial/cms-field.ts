import { z } from "zod";
import { fields, type Field } from "../content-model/field.ts";
import type { Section } from "../content-model/site.ts";

/** One control of an entry's form, in the CMS's own terms. */
export interface CmsField {
  name: string;
  label: string;
  widget: string;
  required: boolean;
  [option: string]: unknown;
}

/** The form control of one field of a content type; undefined for a field that no form shows. */
export function cmsField(
  name: string,
  schema: z.core.$ZodType,
  sections: readonly Section[],
): CmsField | undefined {
  const field = fields.get(schema);
  if (!field) return undefined;
  return {
    name,
    label: field.label,
    widget: field.widget,
    required: !z.safeParse(schema, undefined).success,
    ...(field.hint ? { hint: field.hint } : {}),
    ...(field.default === undefined ? {} : { default: field.default }),
    ...control(field, rulesOf(schema), schema, sections),
  };
}

/** What a schema demands, as JSON Schema says it. */
interface Rules {
  format?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
}

function rulesOf(schema: z.core.$ZodType): Rules {
  return z.toJSONSchema(schema, { unrepresentable: "any", io: "input" });
}

function control(field: Field, rules: Rules, schema: z.core.$ZodType, sections: readonly Section[]): object {
  switch (field.widget) {
    case "string":
    case "text":
      return textRules(field.label, rules, schema);
    case "select":
      return {
        options:
          field.optionsFrom === "sections"
            ? sections.map(({ id, name }) => ({ value: id, label: name }))
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

/** zod gives every safe integer a maximum; a form need not say so. */
function boundedAbove(maximum: number | undefined): object {
  return maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { max: maximum };
}

function textRules(label: string, rules: Rules, schema: z.core.$ZodType): object {
  if (rules.format === "uri") return { pattern: ["^\\s*https://[^\\s/]+\\S*\\s*$", complaint(schema, "?")] };
  const { minLength: min = 0, maxLength: max } = rules;
  if (max === undefined) return {};
  const lengths = min > 1 ? `từ ${String(min)} đến ${String(max)}` : `tối đa ${String(max)}`;
  return { pattern: [`^[\\s\\S]{${String(min)},${String(max)}}$`, `«${label}» dài ${lengths} ký tự.`] };
}

/** What a schema itself says about a wrong value. */
function complaint(schema: z.core.$ZodType, wrong: unknown): string {
  return z.safeParse(schema, wrong).error?.issues[0]?.message ?? "";
}
