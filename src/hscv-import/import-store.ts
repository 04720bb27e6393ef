import { z } from "zod";
import { openSqlite, type Database } from "../foundation/sqlite.ts";
import type { Reason } from "./reason.ts";

/** How a run ended. `stopped`: too much would have vanished, a person decides. `failed`: the source could not be read. */
export type RunState = "running" | "done" | "unchanged" | "stopped" | "failed" | "interrupted";

/** What a run did. */
export interface RunCounts {
  records: number;
  added: number;
  changed: number;
  withdrawn: number;
  unchanged: number;
  quarantined: number;
  /** Documents with this number that people entered by hand; they stay as they are. */
  byHand: number;
  /** Messages that say nothing of a document, such as reports of receipt. */
  passedOver: number;
}

export const noCounts: RunCounts = {
  records: 0,
  added: 0,
  changed: 0,
  withdrawn: 0,
  unchanged: 0,
  quarantined: 0,
  byHand: 0,
  passedOver: 0,
};

/** One run of a source. */
export interface Run {
  id: number;
  source: string;
  startedAt: string;
  endedAt: string | undefined;
  state: RunState;
  bytes: number;
  counts: RunCounts;
  commit: string | undefined;
  /** What an operator should know, in Vietnamese: gaps in numbers, edits that were kept, why it stopped. */
  notes: string[];
}

/** A record that was not taken, until it is mended at the source, taken later, or its time is over. */
export interface Quarantined {
  id: number;
  source: string;
  /** Of the record's bytes: the same record again is the same entry. */
  digest: string;
  /** Its name at the source. */
  record: string;
  title: string;
  reasons: Reason[];
  /** As it stood in the feed; empty for secret ones, and once its time is over. */
  raw: string;
  firstSeen: string;
  lastSeen: string;
  run: number;
}

/** What is known of an address: what it answered last. */
export interface KnownFeed {
  etag: string;
  lastModified: string;
  digest: string;
}

/** What the importer remembers beside the repository: runs, quarantine, addresses. It may hold personal data. */
export interface ImportStore {
  begin(source: string): Run;
  end(id: number, result: Partial<Omit<Run, "id" | "source" | "startedAt">> & { state: RunState }): void;
  runs(filter?: { source?: string; limit?: number }): Run[];
  /** Runs that were under way when their process ended. */
  interruptLeftOver(): number;
  /** Records the quarantine of a run: entries of the source that it did not see again are over. */
  quarantine(
    source: string,
    run: number,
    entries: Iterable<NewQuarantined>,
    options: { complete: boolean },
  ): void;
  quarantined(filter?: { source?: string }): Quarantined[];
  findQuarantined(id: number): Quarantined | undefined;
  feed(source: string, address: string): KnownFeed | undefined;
  keepFeed(source: string, address: string, feed: KnownFeed): void;
  /** A fact about a source that the next run goes by; `""` where there is none. */
  mark(source: string, name: string): string;
  keepMark(source: string, name: string, value: string): void;
  /** The blob of a document's file as the importer wrote it last. */
  written(path: string): string | undefined;
  keepWritten(files: readonly { path: string; oid: string }[]): void;
  /** Forgets raw records and runs that are older. */
  purge(before: { raw: Date; runs: Date }): void;
  readonly database: Database;
  close(): void;
}

export type NewQuarantined = Pick<Quarantined, "digest" | "record" | "title" | "reasons" | "raw">;

const schema = `
  CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    state TEXT NOT NULL,
    bytes INTEGER NOT NULL DEFAULT 0,
    counts TEXT NOT NULL DEFAULT '{}',
    commit_sha TEXT,
    notes TEXT NOT NULL DEFAULT '[]'
  ) STRICT;
  CREATE INDEX runs_by_source ON runs (source, id);

  CREATE TABLE quarantine (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    digest TEXT NOT NULL,
    record TEXT NOT NULL,
    title TEXT NOT NULL,
    reasons TEXT NOT NULL,
    raw TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    run INTEGER NOT NULL,
    UNIQUE (source, digest)
  ) STRICT;

  CREATE TABLE feeds (
    source TEXT NOT NULL,
    address TEXT NOT NULL,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (source, address)
  ) STRICT;

  CREATE TABLE marks (source TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (source, name)) STRICT;

  -- What main holds of documents and cases; made anew from main where it is lost.
  CREATE TABLE documents (
    path TEXT PRIMARY KEY,
    oid TEXT NOT NULL,
    source TEXT NOT NULL,
    record TEXT NOT NULL,
    digest TEXT NOT NULL,
    number_key TEXT NOT NULL,
    withdrawn INTEGER NOT NULL
  ) STRICT;
  -- Documents as they were written last: what differs from it on main, an editor wrote.
  CREATE TABLE written (path TEXT PRIMARY KEY, oid TEXT NOT NULL) STRICT;
  CREATE TABLE cases (path TEXT PRIMARY KEY, oid TEXT NOT NULL) STRICT;
  CREATE TABLE case_keys (secret TEXT PRIMARY KEY, key TEXT NOT NULL) STRICT;
`;

const changes = `ALTER TABLE documents ADD COLUMN changed TEXT NOT NULL DEFAULT '';`;

const text = z.string();
const runRow = z
  .object({
    id: z.number(),
    source: text,
    started_at: text,
    ended_at: text.nullable(),
    state: z.enum(["running", "done", "unchanged", "stopped", "failed", "interrupted"]),
    bytes: z.number(),
    counts: text,
    commit_sha: text.nullable(),
    notes: text,
  })
  .transform((row): Run => ({
    id: row.id,
    source: row.source,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    state: row.state,
    bytes: row.bytes,
    counts: { ...noCounts, ...(JSON.parse(row.counts) as Partial<RunCounts>) },
    commit: row.commit_sha ?? undefined,
    notes: z.array(text).parse(JSON.parse(row.notes)),
  }));

const reasonShape = z.object({ label: text, message: text, remedy: text });
const quarantineRow = z
  .object({
    id: z.number(),
    source: text,
    digest: text,
    record: text,
    title: text,
    reasons: text,
    raw: text,
    first_seen: text,
    last_seen: text,
    run: z.number(),
  })
  .transform(({ reasons, first_seen: firstSeen, last_seen: lastSeen, ...row }): Quarantined => ({
    ...row,
    firstSeen,
    lastSeen,
    reasons: z.array(reasonShape).parse(JSON.parse(reasons)),
  }));

const feedRow = z
  .object({ etag: text, last_modified: text, digest: text })
  .transform(({ etag, last_modified: lastModified, digest }): KnownFeed => ({ etag, lastModified, digest }));
const markRow = z.object({ value: text });
const oidRow = z.object({ oid: text });

/** As much as is kept of a raw record, in characters. */
const mostRaw = 100_000;

export function openImportStore(file: string, clock: () => Date): ImportStore {
  const database = openSqlite(file, [schema, changes]);
  const now = () => clock().toISOString();
  return {
    database,
    begin(source) {
      const id = database.run(
        "INSERT INTO runs (source, started_at, state) VALUES (?, ?, 'running')",
        source,
        now(),
      );
      const run = database.one(runRow, "SELECT * FROM runs WHERE id = ?", id);
      if (!run) throw new Error("A run that was just written is not there.");
      return run;
    },
    end(id, { state, bytes = 0, counts = noCounts, commit, notes = [] }) {
      database.run(
        "UPDATE runs SET state = ?, ended_at = ?, bytes = ?, counts = ?, commit_sha = ?, notes = ? WHERE id = ?",
        ...[state, now(), bytes, JSON.stringify(counts), commit ?? null, JSON.stringify(notes), id],
      );
    },
    runs: ({ source, limit = 50 } = {}) =>
      source === undefined
        ? database.all(runRow, "SELECT * FROM runs ORDER BY id DESC LIMIT ?", limit)
        : database.all(runRow, "SELECT * FROM runs WHERE source = ? ORDER BY id DESC LIMIT ?", source, limit),
    interruptLeftOver() {
      const left = database.all(runRow, "SELECT * FROM runs WHERE state = 'running'");
      database.run("UPDATE runs SET state = 'interrupted', ended_at = ? WHERE state = 'running'", now());
      return left.length;
    },
    quarantine(source, run, entries, { complete }) {
      database.transaction(() => {
        for (const { digest, record, title, reasons, raw } of entries)
          database.run(
            `INSERT INTO quarantine (source, digest, record, title, reasons, raw, first_seen, last_seen, run)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (source, digest) DO UPDATE
             SET record = excluded.record, title = excluded.title, reasons = excluded.reasons, raw = excluded.raw,
                 last_seen = excluded.last_seen, run = excluded.run`,
            ...[
              source,
              digest,
              record,
              title,
              JSON.stringify(reasons),
              raw.slice(0, mostRaw),
              now(),
              now(),
              run,
            ],
          );
        // A feed that was not read to its end says nothing of what stands behind.
        if (complete) database.run("DELETE FROM quarantine WHERE source = ? AND run < ?", source, run);
      });
    },
    quarantined: ({ source } = {}) =>
      source === undefined
        ? database.all(quarantineRow, "SELECT * FROM quarantine ORDER BY id DESC")
        : database.all(quarantineRow, "SELECT * FROM quarantine WHERE source = ? ORDER BY id DESC", source),
    findQuarantined: (id) => database.one(quarantineRow, "SELECT * FROM quarantine WHERE id = ?", id),
    feed: (source, address) =>
      database.one(
        feedRow,
        "SELECT etag, last_modified, digest FROM feeds WHERE source = ? AND address = ?",
        source,
        address,
      ),
    keepFeed(source, address, { etag, lastModified, digest }) {
      database.run(
        "INSERT OR REPLACE INTO feeds (source, address, etag, last_modified, digest) VALUES (?, ?, ?, ?, ?)",
        ...[source, address, etag, lastModified, digest],
      );
    },
    mark: (source, name) =>
      database.one(markRow, "SELECT value FROM marks WHERE source = ? AND name = ?", source, name)?.value ??
      "",
    keepMark(source, name, value) {
      database.run(
        "INSERT OR REPLACE INTO marks (source, name, value) VALUES (?, ?, ?)",
        source,
        name,
        value,
      );
    },
    written: (path) => database.one(oidRow, "SELECT oid FROM written WHERE path = ?", path)?.oid,
    keepWritten(files) {
      database.transaction(() => {
        for (const { path, oid } of files)
          database.run("INSERT OR REPLACE INTO written (path, oid) VALUES (?, ?)", path, oid);
      });
    },
    purge({ raw, runs }) {
      database.run("DELETE FROM quarantine WHERE last_seen < ?", raw.toISOString());
      database.run("UPDATE quarantine SET raw = '' WHERE first_seen < ?", raw.toISOString());
      database.run("DELETE FROM runs WHERE started_at < ?", runs.toISOString());
    },
    close: () => {
      database.close();
    },
  };
}
