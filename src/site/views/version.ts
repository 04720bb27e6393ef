import type { EntryRecord } from "../../content-store/records.ts";

/** Which version of an entry a page shows, for whoever wants to trace it. */
export interface ShownVersion {
  /** The first digits of the commit. */
  commit: string;
  approvers: string | undefined;
}

/** What a page says of its entry's version; undefined before the entry is on main. */
export function shownVersion(record: EntryRecord | undefined): ShownVersion | undefined {
  return (
    record && {
      commit: record.commit.slice(0, 10),
      approvers: record.approvers.length > 0 ? record.approvers.join(", ") : undefined,
    }
  );
}
