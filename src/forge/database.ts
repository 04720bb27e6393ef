import { openSqlite, type Database } from "../foundation/sqlite.ts";
import { auditSchema } from "./audit.ts";
import { importRecordsSchema } from "./imports.ts";
import { mergeRecordsSchema } from "./merge-records.ts";
import { peopleSchema } from "./people-schema.ts";

export type { Database };

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

/** Lists ask when each submission was labelled. */
const auditIndex = "CREATE INDEX audit_by_subject ON audit (subject, action);";

/** What waits for an approval afterwards is found by its label. */
const labelIndex = "CREATE INDEX labels_by_name ON labels (name);";

/** What makes a database of the next version, the first from nothing: never changed, only added to. */
const versions = [
  firstSchema,
  auditSchema,
  peopleSchema,
  auditIndex,
  mergeRecordsSchema,
  labelIndex,
  importRecordsSchema,
];

/**
 * Opens the forge's memory of everything that is not in git: accounts, tokens, pull requests, reviews, statuses and who moved
 * which branch.
 */
export const openDatabase = (file: string): Database => openSqlite(file, versions);
