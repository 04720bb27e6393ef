import type { EntryKindName, EntryPlace } from "../content-model/entry-kinds.ts";
import { entryFolder, entryKinds } from "../content-model/entry-kinds.ts";
import { parseEntry } from "../content-model/entry-file.ts";
import type { EntrySchema } from "../content-model/field.ts";
import { entrySchemas, type EntrySchemas } from "../content-model/entry-schemas.ts";
import { referencesOf } from "../content-model/references.ts";
import type { z } from "zod";
import type { Finding } from "./finding.ts";

/** A valid entry that is checked: where it lies, what its fields say. */
export interface CheckedEntry<Data = unknown> {
  place: EntryPlace;
  path: string;
  data: Data;
}

/** Reads a file of the merge result. */
type Read = (path: string) => Promise<Buffer | undefined>;
type KindCheck<Kind extends EntryKindName> = (
  entry: CheckedEntry<z.infer<EntrySchemas[Kind]>>,
  read: Read,
) => Promise<Finding[]>;

/** What a kind demands beyond its fields. */
const checks: { readonly [Kind in EntryKindName]?: KindCheck<Kind> } = {
  unit: noCircle,
};

/** The findings on an entry that come from its kind and from the other entries that it names. */
export async function checkKind(entry: CheckedEntry, read: Read): Promise<Finding[]> {
  const check = checks[entry.place.kind] as KindCheck<EntryKindName> | undefined;
  const findings = await Promise.all([
    checkReferences(entry, read),
    check?.(entry as Parameters<typeof check>[0], read) ?? [],
  ]);
  return findings.flat();
}

async function checkReferences({ place, path, data }: CheckedEntry, read: Read): Promise<Finding[]> {
  const { kind, site } = place;
  // Where a kind has years, a slug alone does not say where its entry lies.
  const references = referencesOf(kind, data).filter((reference) => !entryKinds[reference.kind].yearly);
  const findings = await Promise.all(
    references.map(async ({ field, label, kind: of, slug }): Promise<Finding[]> => {
      if (await read(`${entryFolder({ kind: of, site })}/${slug}.md`)) return [];
      const message = `«${slug}» không còn hoặc chưa có trên trang này.`;
      return [{ level: "block", file: path, field, label, message, remedy: "Chọn lại trong danh sách." }];
    }),
  );
  return findings.flat();
}

/** A unit must not belong, through however many others, to itself: no chart can show it. */
async function noCircle(
  { place, path, data }: CheckedEntry<z.infer<EntrySchemas["unit"]>>,
  read: Read,
): Promise<Finding[]> {
  const passed = [place.slug];
  for (let parent = data.parent; parent !== undefined;) {
    if (parent === place.slug) {
      const way = [...passed, place.slug].join(" → ");
      const message = `Đơn vị thuộc về chính mình: ${way}.`;
      const remedy = "Chọn cơ quan cấp trên khác, hoặc để trống cho cơ quan cao nhất.";
      return [{ level: "block", file: path, field: "parent", label: "Trực thuộc", message, remedy }];
    }
    // A circle further up is found where it is.
    if (passed.includes(parent)) return [];
    passed.push(parent);
    parent = await parentOf(place.site, parent, read);
  }
  return [];
}

async function parentOf(site: string, slug: string, read: Read): Promise<string | undefined> {
  const text = await read(`${entryFolder({ kind: "unit", site })}/${slug}.md`);
  const entry = text && parseEntry(entrySchemas.unit as EntrySchema, text.toString("utf8"));
  const parent = entry?.ok ? entry.data["parent"] : undefined;
  return typeof parent === "string" ? parent : undefined;
}
