import { z } from "zod";
import type { Database } from "./database.ts";

/** What the forge knew when it merged a pull request: kept for good, for who asks later how main came to be what it is. */
export interface MergeRecord {
  /** The merge commit. */
  sha: string;
  /** The pull request. */
  number: number;
  /** The commit that was merged. */
  head: string;
  /** Logins of everyone who wrote any of it. */
  writers: string[];
  by: string;
  /** ISO 8601. */
  at: string;
  /** Why it was merged without approval; null where it had it. */
  emergency: string | null;
}

/** The merges into main. */
export interface MergeRecords {
  /** Writes a merge down, before main moves: one that is never made has a commit that is never on main. */
  add(record: MergeRecord): void;
  drop(sha: string): void;
  /** Oldest first. */
  list(filter?: { emergency?: true }): MergeRecord[];
  find(sha: string): MergeRecord | undefined;
}

export const mergeRecordsSchema = `
  CREATE TABLE merges (
    sha TEXT PRIMARY KEY,
    number INTEGER NOT NULL REFERENCES issues (number),
    head TEXT NOT NULL,
    writers TEXT NOT NULL,
    login TEXT NOT NULL,
    at TEXT NOT NULL,
    emergency TEXT
  ) STRICT;
`;

const row = z
  .object({
    sha: z.string(),
    number: z.number(),
    head: z.string(),
    writers: z.string(),
    login: z.string(),
    at: z.string(),
    emergency: z.string().nullable(),
  })
  .transform(({ writers, login, ...rest }): MergeRecord => ({
    ...rest,
    by: login,
    writers: z.array(z.string()).parse(JSON.parse(writers)),
  }));

/** The merges in the forge's database. */
export function openMergeRecords(database: Database): MergeRecords {
  return {
    add({ sha, number, head, writers, by, at, emergency }) {
      database.run(
        "INSERT OR REPLACE INTO merges (sha, number, head, writers, login, at, emergency) VALUES (?, ?, ?, ?, ?, ?, ?)",
        ...[sha, number, head, JSON.stringify(writers), by, at, emergency],
      );
    },
    drop(sha) {
      database.run("DELETE FROM merges WHERE sha = ?", sha);
    },
    list: ({ emergency } = {}) =>
      database.all(
        row,
        `SELECT * FROM merges ${emergency ? "WHERE emergency IS NOT NULL" : ""} ORDER BY rowid`,
      ),
    find: (sha) => database.one(row, "SELECT * FROM merges WHERE sha = ?", sha),
  };
}
