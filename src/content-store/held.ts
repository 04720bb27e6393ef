import type { z } from "zod";
import { Problem } from "../foundation/problem.ts";
import type { HeldCase } from "./cases.ts";
import type { AnyEntry, ContentProblem, LibraryFile, Picture } from "./content.ts";
import type { EntryKindName } from "../content-model/entry-kinds.ts";
import type { Parsed } from "./entry-store.ts";
import type { EntryRecord } from "./records.ts";

/** What a file of one content holds, with the record of its entry. */
export type Held =
  | { kind: "entry"; of: EntryKindName; site: string; entry: AnyEntry }
  | { kind: "media"; site: string; picture: Picture }
  | { kind: "case"; site: string; found: HeldCase }
  | { kind: "file"; site: string; file: LibraryFile }
  | { kind: "settings"; value: unknown }
  | { kind: "broken"; problems: ContentProblem[] };

/** A file as it was read, with the record of where it comes from. */
export function recorded(parsed: Exclude<Parsed, { kind: "other" }>, record: EntryRecord | undefined): Held {
  return parsed.kind === "entry" ? { ...parsed, entry: { ...parsed.entry, record } } : parsed;
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
