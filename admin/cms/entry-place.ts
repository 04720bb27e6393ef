import type { EntryPlace } from "../../src/editorial/collection-name.ts";
import type { ImmutableMap } from "./decap.ts";

/** Where the entry of a form belongs, without a slug if it was never saved; undefined for what is no entry. */
export function placeOf(entry: ImmutableMap): EntryPlace | undefined {
  const [collection, slug] = [entry.get("collection"), entry.get("slug")];
  if (typeof collection !== "string" || typeof slug !== "string") return undefined;
  return { collection, slug: entry.get("newRecord") === true ? "" : slug };
}
