import { entrySchemas } from "../../src/content-model/entry-schemas.ts";
import { labelOf } from "../../src/content-model/field.ts";
import { showValue } from "../../src/editorial/changes.ts";
import { secrecyRefusal } from "../../src/editorial/check-secrecy.ts";
import { readCollectionName } from "../../src/editorial/collection-name.ts";
import { findSecrecyMark } from "../../src/editorial/secrecy-marks.ts";
import type { ImmutableMap } from "./decap.ts";
import { refuseSave } from "./save-refusal.ts";

/** Stops a save with a secrecy mark before anything of it leaves the browser; the forge would refuse it as well. */
export function refuseSecrets(entry: ImmutableMap): void {
  const collection = entry.get("collection");
  const message = secretIn(typeof collection === "string" ? collection : "", entry.get("data"));
  if (message !== undefined) throw refuseSave({ message });
}

/** Why what stands in a form may not be saved; undefined if it may. */
export function secretIn(collection: string, data: unknown): string | undefined {
  const kind = readCollectionName(collection)?.kind;
  const schema = kind && entrySchemas[kind];
  // Decap's Immutable maps write themselves as plain JSON.
  const values = JSON.parse(JSON.stringify(data ?? {})) as Record<string, unknown>;
  for (const [key, value] of Object.entries(values)) {
    const mark = findSecrecyMark(showValue(schema, key, value));
    if (mark) return secrecyRefusal(mark, schema && key !== "body" ? labelOf(schema, key) : "Nội dung");
  }
  return undefined;
}
