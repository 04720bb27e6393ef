import type { FileChange } from "../git/last-changes.ts";

/** Where an entry's present version comes from. */
export interface EntryRecord {
  /** The commit on main that brought it. */
  commit: string;
  /** Names of those who approved it; empty where the history names none. */
  approvers: readonly string[];
}

export type Records = ReadonlyMap<string, EntryRecord>;

/** Reads from main's commits which one brought each file, and from their trailers who approved it. */
export function recordsOf(changes: Iterable<FileChange>): Map<string, EntryRecord> {
  const records = new Map<string, EntryRecord>();
  const byCommit = new Map<string, EntryRecord>();
  for (const { path, commit, message } of changes) {
    const known = byCommit.get(commit) ?? { commit, approvers: peopleOf(message, "Approved-by") };
    byCommit.set(commit, known);
    records.set(path, known);
  }
  return records;
}

/** The names in a commit message's trailers of one kind: `Approved-by: Hoàng Lan <duyet@…>`. */
export function peopleOf(message: string, trailer: "Approved-by" | "Written-by" | "Emergency-by"): string[] {
  return trailersOf(message, trailer)
    .map((value) => value.replace(/\s*<[^<>]*>\s*$/, ""))
    .filter((name) => name !== "");
}

/** The values of a commit message's trailers of one kind, which stand in its last paragraph. */
export function trailersOf(message: string, trailer: string): string[] {
  const last =
    message
      .trim()
      .split(/\n{2,}/)
      .at(-1) ?? "";
  return last
    .split("\n")
    .flatMap((line) => (line.startsWith(`${trailer}: `) ? [line.slice(trailer.length + 2)] : []));
}
