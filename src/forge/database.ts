import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { ZodType } from "zod";
import { auditSchema } from "./audit.ts";
import { peopleSchema } from "./people-schema.ts";

/**
 * The forge's memory of everything that is not in git: accounts, tokens, pull requests, reviews, statuses and
 * who moved which branch. Every call is synchronous, so what happens between two awaits happens at once.
 */
export interface Database {
  one<T>(row: ZodType<T>, sql: string, ...values: SQLInputValue[]): T | undefined;
  all<T>(row: ZodType<T>, sql: string, ...values: SQLInputValue[]): T[];
  /** Runs a statement that writes and returns the id of the row it added. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** All of `work` or nothing of it. Must not await. */
  transaction<T>(work: () => T): T;
  /** May be called again. */
  close(): void;
}

const firstSchema = `
  CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    login TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    password TEXT,
    bot INTEGER NOT NULL,
    disabled INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;

  CREATE TABLE tokens (
    id INTEGER PRIMARY KEY,
    account INTEGER NOT NULL REFERENCES accounts (id),
    hash TEXT NOT NULL UNIQUE,
    note TEXT NOT NULL,
    created_at TEXT NOT NULL,
    used_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    renewable_until TEXT,
    revoked_at TEXT
  ) STRICT;

  -- Pull requests and issues share their numbers, as on GitHub; a pull request is an issue with a head.
  CREATE TABLE issues (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    body TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    opened_by TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    closed_at TEXT,
    head_ref TEXT,
    head_sha TEXT,
    base_sha TEXT,
    merged_at TEXT,
    merged_by TEXT,
    merge_sha TEXT
  ) STRICT;
  CREATE UNIQUE INDEX one_open_pull_per_branch ON issues (head_ref) WHERE state = 'open' AND head_ref IS NOT NULL;

  CREATE TABLE labels (
    number INTEGER NOT NULL REFERENCES issues (number),
    name TEXT NOT NULL,
    PRIMARY KEY (number, name)
  ) STRICT;

  CREATE TABLE comments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number INTEGER NOT NULL REFERENCES issues (number),
    login TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX comments_by_issue ON comments (number);

  CREATE TABLE reviews (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number INTEGER NOT NULL REFERENCES issues (number),
    login TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('APPROVED', 'CHANGES_REQUESTED', 'COMMENTED', 'DISMISSED')),
    body TEXT NOT NULL,
    commit_sha TEXT NOT NULL,
    submitted_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX reviews_by_pull ON reviews (number);

  CREATE TABLE statuses (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sha TEXT NOT NULL,
    context TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('error', 'failure', 'pending', 'success')),
    description TEXT,
    target_url TEXT,
    login TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX statuses_by_commit ON statuses (sha);

  -- Written before the ref moves (settled = 0), so that no crash forgets who wrote.
  CREATE TABLE moves (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    ref TEXT NOT NULL,
    before TEXT,
    after TEXT,
    login TEXT NOT NULL,
    at TEXT NOT NULL,
    settled INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX moves_by_ref ON moves (ref);
  CREATE INDEX moves_by_commit ON moves (after);
`;

/** What makes a database of the next version, the first from nothing: never changed, only added to. */
const versions = [firstSchema, auditSchema, peopleSchema];

/** Opens the database, making it if the file is new. A commit is on the disk when a statement returns. */
export function openDatabase(file: string): Database {
  // An operator's command may write beside a newsroom that runs: each waits for the other (ms).
  const sqlite = new DatabaseSync(file, { timeout: 5000 });
  sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
  const version = Number(sqlite.prepare("PRAGMA user_version").get()?.["user_version"]);
  for (const [index, change] of versions.entries())
    if (index >= version)
      sqlite.exec(`BEGIN IMMEDIATE; ${change} PRAGMA user_version = ${String(index + 1)}; COMMIT;`);

  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known) return known;
    const statement = sqlite.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  return {
    one(row, sql, ...values) {
      const found = prepare(sql).get(...values);
      return found === undefined ? undefined : row.parse(found);
    },
    all: (row, sql, ...values) =>
      prepare(sql)
        .all(...values)
        .map((found) => row.parse(found)),
    run: (sql, ...values) => Number(prepare(sql).run(...values).lastInsertRowid),
    transaction(work) {
      if (sqlite.isTransaction) return work();
      sqlite.exec("BEGIN IMMEDIATE");
      try {
        const result = work();
        sqlite.exec("COMMIT");
        return result;
      } catch (error) {
        sqlite.exec("ROLLBACK");
        throw error;
      }
    },
    close: () => {
      if (sqlite.isOpen) sqlite.close();
    },
  };
}
