import { entrySchemas } from "../../src/content-model/entry-schemas.ts";
import { labelOf } from "../../src/content-model/field.ts";
import { showValue } from "../../src/editorial/changes.ts";
import { readCollectionName } from "../../src/editorial/collection-name.ts";

/** What stands in a form as text to paste elsewhere: a line for each field under its label, then the body. */
export function formText(collection: string, data: unknown): string {
  const kind = readCollectionName(collection)?.kind;
  const schema = kind && entrySchemas[kind];
  // Decap's Immutable maps write themselves as plain JSON.
  const { body, ...values } = JSON.parse(JSON.stringify(data ?? {})) as Record<string, unknown>;
  const lines = Object.entries(values).flatMap(([key, value]) => {
    const shown = showValue(schema, key, value);
    return shown ? [`${schema ? labelOf(schema, key) : key}: ${shown}`] : [];
  });
  return [lines.join("\n"), showValue(schema, "body", body)].filter(Boolean).join("\n\n");
}
