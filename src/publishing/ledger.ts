import { DatabaseSync } from "node:sqlite";
import { manifestSchema, type Manifest } from "./release.ts";

/** The record of every publication: which release, of which commit, live when. */
export interface Ledger {
  /** The number of the next release. */
  nextSequence: () => number;
  begin: (manifest: Manifest, at: Date) => void;
  complete: (sequence: number, at: Date) => void;
  /** The newest publication that went live on every host. */
  latest: () => Publication | undefined;
  /** The commit up to which authors have been told that their work is live. */
  announced: () => string | undefined;
  announce: (commit: string) => void;
  close: () => void;
}

export interface Publication {
  sequence: number;
  commit: string;
  liveAt: Date;
  manifest: Manifest;
}

export function openLedger(file: string): Ledger {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS publication (
      sequence INTEGER PRIMARY KEY,
      commit_id TEXT NOT NULL,
      begun_at TEXT NOT NULL,
      live_at TEXT,
      manifest TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS announced (id INTEGER PRIMARY KEY CHECK (id = 1), commit_id TEXT NOT NULL) STRICT;
  `);
  const latest = database.prepare(
    "SELECT sequence, commit_id, live_at, manifest FROM publication WHERE live_at IS NOT NULL ORDER BY sequence DESC LIMIT 1",
  );
  return {
    nextSequence() {
      const row = database.prepare("SELECT coalesce(max(sequence), 0) + 1 AS next FROM publication").get();
      return Number(row?.["next"]);
    },
    begin(manifest, at) {
      database
        .prepare("INSERT INTO publication (sequence, commit_id, begun_at, manifest) VALUES (?, ?, ?, ?)")
        .run(manifest.sequence, manifest.commit, at.toISOString(), JSON.stringify(manifest));
    },
    complete(sequence, at) {
      database
        .prepare("UPDATE publication SET live_at = ? WHERE sequence = ?")
        .run(at.toISOString(), sequence);
      // The manifests of long-gone releases serve nobody; the record of when they were live stays.
      database.prepare("UPDATE publication SET manifest = '' WHERE sequence < ?").run(sequence - 20);
    },
    latest() {
      const row = latest.get();
      if (!row) return undefined;
      return {
        sequence: Number(row["sequence"]),
        commit: String(row["commit_id"]),
        liveAt: new Date(String(row["live_at"])),
        manifest: manifestSchema.parse(JSON.parse(String(row["manifest"]))),
      };
    },
    announced() {
      const row = database.prepare("SELECT commit_id FROM announced").get();
      return row && String(row["commit_id"]);
    },
    announce(commit) {
      database.prepare("INSERT OR REPLACE INTO announced (id, commit_id) VALUES (1, ?)").run(commit);
    },
    close: () => {
      database.close();
    },
  };
}
