import { DatabaseSync } from "node:sqlite";
import { manifestSchema, type Manifest, type SignedManifest } from "./manifest.ts";

/** A release as the record has it. */
export interface Publication extends SignedManifest {
  /** When the first host served it; undefined while it has not. */
  liveAt: Date | undefined;
}

/** Assets that no page loads any more, that one loads again, and that were taken from readers at once. */
export interface AssetMoves {
  left: readonly string[];
  back: readonly string[];
  withdrawn: readonly string[];
}

/** The record of every publication: which release, of which commit, approved by whom, live when on which host. */
export interface Ledger {
  /** The number of the next release: after all that were begun, and after those that hosts have. */
  nextSequence: (onHosts?: readonly number[]) => number;
  begin: (release: SignedManifest, at: Date) => void;
  /** A host serves this release. */
  live: (sequence: number, host: string, at: Date) => void;
  /** The commit that was published first: what main was when the newsroom began. */
  firstCommit: () => string | undefined;
  /** The newest publication that went live. */
  latest: () => Publication | undefined;
  /** The newest live release that shows a commit as it is: what the next one is rendered from. */
  latestRendered: () => Publication | undefined;
  find: (sequence: number) => Publication | undefined;
  /** The newest publications that went live, newest first. */
  recent: (count: number) => Publication[];
  /** When each host began to serve a release. */
  hostsOf: (sequence: number) => Map<string, Date>;
  /** Assets that no page loads any more, with the moment since when. */
  leftAssets: () => Map<string, Date>;
  noteAssets: (moves: AssetMoves, at: Date) => void;
  /** Assets of withdrawn pages: they do not come back with an older release. */
  withdrawnAssets: () => Set<string>;
  /** Why nothing is published, since a rollback; undefined when publication runs. */
  held: () => string | undefined;
  hold: (reason: string) => void;
  lift: () => void;
  /** The commit up to which authors have been told that their work is live. */
  announced: () => string | undefined;
  announce: (commit: string) => void;
  close: () => void;
}

/** Texts of manifests kept; of older ones the ledger keeps when they were live. */
const keptManifests = 200;

export function openLedger(file: string): Ledger {
  const database = new DatabaseSync(file);
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE IF NOT EXISTS release (
      sequence INTEGER PRIMARY KEY,
      commit_id TEXT NOT NULL,
      rollback_to INTEGER,
      begun_at TEXT NOT NULL,
      live_at TEXT,
      manifest TEXT NOT NULL,
      signature TEXT NOT NULL
    ) STRICT;
    CREATE TABLE IF NOT EXISTS approval (
      sequence INTEGER NOT NULL,
      commit_id TEXT NOT NULL,
      submission INTEGER,
      writers TEXT NOT NULL,
      approvers TEXT NOT NULL,
      approved_at TEXT NOT NULL,
      PRIMARY KEY (sequence, commit_id)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS emergency (
      sequence INTEGER NOT NULL,
      commit_id TEXT NOT NULL,
      by TEXT NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (sequence, commit_id)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS host (
      sequence INTEGER NOT NULL,
      name TEXT NOT NULL,
      live_at TEXT NOT NULL,
      PRIMARY KEY (sequence, name)
    ) STRICT;
    CREATE TABLE IF NOT EXISTS left_asset (path TEXT PRIMARY KEY, left_at TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS withdrawn_asset (path TEXT PRIMARY KEY) STRICT;
    CREATE TABLE IF NOT EXISTS hold (id INTEGER PRIMARY KEY CHECK (id = 1), reason TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS announced (id INTEGER PRIMARY KEY CHECK (id = 1), commit_id TEXT NOT NULL) STRICT;
  `);
  const columns = "SELECT live_at, manifest, signature FROM release";
  const one = (where: string, ...values: (string | number)[]) => {
    const row = database.prepare(`${columns} WHERE ${where}`).get(...values);
    return row && publicationOf(row);
  };
  return {
    nextSequence(onHosts = []) {
      const row = database.prepare("SELECT coalesce(max(sequence), 0) AS last FROM release").get();
      return Math.max(Number(row?.["last"]), ...onHosts) + 1;
    },
    begin({ manifest, text, signature }, at) {
      const { sequence, commit, rollbackTo, approvals } = manifest;
      database.exec("BEGIN");
      database
        .prepare(
          "INSERT INTO release (sequence, commit_id, rollback_to, begun_at, manifest, signature) VALUES (?, ?, ?, ?, ?, ?)",
        )
        .run(sequence, commit, rollbackTo ?? null, at.toISOString(), text, signature);
      const approval = database.prepare("INSERT INTO approval VALUES (?, ?, ?, ?, ?, ?)");
      const alone = database.prepare("INSERT INTO emergency VALUES (?, ?, ?, ?)");
      for (const { commit: merged, submission, writers, approvers, approvedAt, emergency } of approvals) {
        if (emergency) alone.run(sequence, merged, emergency.by, emergency.reason);
        approval.run(
          sequence,
          merged,
          submission ?? null,
          JSON.stringify(writers),
          JSON.stringify(approvers),
          approvedAt,
        );
      }
      database.prepare("UPDATE release SET manifest = '' WHERE sequence < ?").run(sequence - keptManifests);
      database.exec("COMMIT");
    },
    live(sequence, host, at) {
      database
        .prepare("INSERT OR IGNORE INTO host (sequence, name, live_at) VALUES (?, ?, ?)")
        .run(sequence, host, at.toISOString());
      database
        .prepare("UPDATE release SET live_at = ? WHERE sequence = ? AND live_at IS NULL")
        .run(at.toISOString(), sequence);
    },
    firstCommit() {
      const row = database.prepare("SELECT commit_id FROM release ORDER BY sequence LIMIT 1").get();
      return row && String(row["commit_id"]);
    },
    latest: () => one("live_at IS NOT NULL ORDER BY sequence DESC LIMIT 1"),
    latestRendered: () =>
      one("live_at IS NOT NULL AND rollback_to IS NULL AND manifest != '' ORDER BY sequence DESC LIMIT 1"),
    find: (sequence) => one("sequence = ? AND manifest != ''", sequence),
    recent: (count) =>
      database
        .prepare(`${columns} WHERE live_at IS NOT NULL AND manifest != '' ORDER BY sequence DESC LIMIT ?`)
        .all(count)
        .map(publicationOf),
    hostsOf: (sequence) =>
      new Map(
        database
          .prepare("SELECT name, live_at FROM host WHERE sequence = ? ORDER BY live_at")
          .all(sequence)
          .map((row) => [String(row["name"]), new Date(String(row["live_at"]))]),
      ),
    leftAssets: () =>
      new Map(
        database
          .prepare("SELECT path, left_at FROM left_asset")
          .all()
          .map((row) => [String(row["path"]), new Date(String(row["left_at"]))]),
      ),
    withdrawnAssets: () =>
      new Set(
        database
          .prepare("SELECT path FROM withdrawn_asset")
          .all()
          .map((row) => String(row["path"])),
      ),
    noteAssets({ left, back, withdrawn }, at) {
      database.exec("BEGIN");
      const add = database.prepare("INSERT OR IGNORE INTO left_asset (path, left_at) VALUES (?, ?)");
      for (const path of left) add.run(path, at.toISOString());
      const remove = ["left_asset", "withdrawn_asset"].map((table) =>
        database.prepare(`DELETE FROM ${table} WHERE path = ?`),
      );
      for (const path of back) for (const statement of remove) statement.run(path);
      const take = database.prepare("INSERT OR IGNORE INTO withdrawn_asset (path) VALUES (?)");
      for (const path of withdrawn) take.run(path);
      database.exec("COMMIT");
    },
    held() {
      const row = database.prepare("SELECT reason FROM hold").get();
      return row && String(row["reason"]);
    },
    hold(reason) {
      database.prepare("INSERT OR REPLACE INTO hold (id, reason) VALUES (1, ?)").run(reason);
    },
    lift() {
      database.exec("DELETE FROM hold");
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

function publicationOf(row: Record<string, unknown>): Publication {
  const text = String(row["manifest"]);
  const manifest: Manifest = manifestSchema.parse(JSON.parse(text));
  const liveAt = row["live_at"];
  return {
    manifest,
    text,
    signature: String(row["signature"]),
    liveAt: typeof liveAt === "string" ? new Date(liveAt) : undefined,
  };
}
