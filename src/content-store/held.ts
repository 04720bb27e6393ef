import type { z } from "zod";
import { Problem } from "../foundation/problem.ts";
import type { AdEntry, ContentProblem, NewsEntry, PageEntry, Picture } from "./content.ts";
import type { Parsed } from "./entry-store.ts";
import type { EntryRecord } from "./records.ts";

/** What a file of one content holds, with the record of its entry. */
export type Held =
  | { kind: "news"; site: string; entry: NewsEntry }
  | { kind: "page"; site: string; entry: PageEntry }
  | { kind: "ad"; site: string; entry: AdEntry }
  | { kind: "media"; site: string; picture: Picture }
  | { kind: "settings"; value: unknown }
  | { kind: "broken"; problems: ContentProblem[] };

/** A file as it was read, with the record of where it comes from. */
export function recorded(parsed: Exclude<Parsed, { kind: "other" }>, record: EntryRecord | undefined): Held {
  switch (parsed.kind) {
    case "news":
      return { kind: "news", site: parsed.site, entry: { ...parsed.entry, record } };
    case "page":
      return { kind: "page", site: parsed.site, entry: { ...parsed.entry, record } };
    case "ad":
      return { kind: "ad", site: parsed.site, entry: { ...parsed.entry, record } };
    default:
      return parsed;
  }
}

/** Settings by their schema; throws a Problem that names every wrong field. */
export function settings<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  files: ReadonlyMap<string, Held>,
): z.infer<Schema> {
  const found = files.get(path);
  if (found?.kind !== "settings") {
    throw new Problem(`${path} is missing.`, { remedy: "Restore it from history: git log -- " + path });
  }
  const result = schema.safeParse(found.value);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Problem(`${path}:\n${lines.join("\n")}`, { remedy: "Correct the named fields." });
  }
  return result.data;
}
