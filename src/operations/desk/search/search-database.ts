import { rmSync } from "node:fs";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { z } from "zod";
import { readEntryPath } from "../../../content-model/content-path.ts";
import { fold } from "../../../content-model/fold.ts";
import { indexedEntry } from "./indexed-entry.ts";

/** Raised with every change of what is kept: another number is another index. */
const format = 2;

/** One version of an entry: main's (`submission` 0), or that of an open submission. */
export interface Version {
  submission: number;
  path: string;
  oid: string;
}

/** An open submission as the index knows it. */
export interface Draft {
  number: number;
  head: string;
  /** The list that it stands in. */
  state: string;
  /** The login and the name of who handed it in. */
  login: string;
  name: string;
}

/** The words and facts of all entries, in a file of its own that holds nothing the repository and the forge do not. */
export interface SearchDatabase {
  main(): string | undefined;
  setMain(commit: string): void;
  versionsOf(submission: number): Map<string, string>;
  drafts(): Map<number, Draft>;
  putDraft(draft: Draft): void;
  removeDraft(number: number): void;
  /** Keeps a version; `by` is who handed it in. */
  put(version: Version, text: string, by?: string): void;
  remove(submission: number, path: string): void;
  /** All of `work` or nothing of it, with whatever was written since the last `commit`. */
  together(work: () => void): void;
  /** Writes down what was kept since the last time: many versions at once cost a fraction of one after the other. */
  commit(): void;
  all<Row>(shape: z.ZodType<Row>, sql: string, values: readonly SQLInputValue[]): Row[];
  close(): void;
}

/**
 * A row's id begins with the minute of its date, so that the newest are met first without sorting what a common word finds.
 * What a piece is called stands there without accents and as it is written, what it says without: that is three quarters of
 * the file, and of texts only the few that were found are looked at again.
 */
const schema = `
  CREATE TABLE state (id INTEGER PRIMARY KEY CHECK (id = 1), main TEXT) STRICT;
  INSERT INTO state (id, main) VALUES (1, NULL);
  CREATE TABLE draft (
    number INTEGER PRIMARY KEY,
    head TEXT NOT NULL,
    state TEXT NOT NULL,
    login TEXT NOT NULL,
    name TEXT NOT NULL
  ) STRICT;
  CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    submission INTEGER NOT NULL,
    path TEXT NOT NULL,
    oid TEXT NOT NULL,
    site TEXT NOT NULL,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    section TEXT NOT NULL,
    byline TEXT NOT NULL,
    byline_folded TEXT NOT NULL,
    date INTEGER NOT NULL,
    shown_from INTEGER,
    shown_until INTEGER,
    withdrawn INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX entry_by_path ON entry (path, submission);
  CREATE INDEX entry_by_submission ON entry (submission) WHERE submission > 0;
  CREATE VIRTUAL TABLE names USING fts5 (
    folded, exact,
    content = '', contentless_delete = 1, prefix = '2 3', tokenize = 'unicode61 remove_diacritics 0'
  );
  CREATE VIRTUAL TABLE texts USING fts5 (
    folded,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
  );
  INSERT INTO texts (texts, rank) VALUES ('hashsize', 4000000);
`;

/** Opens the index. One that cannot be read, or that other code made, is begun anew. */
export function openSearchDatabase(file: string): SearchDatabase {
  try {
    return open(file);
  } catch {
    removeSearchDatabase(file);
    return open(file);
  }
}

export function removeSearchDatabase(file: string): void {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) rmSync(file + suffix, { force: true });
}

function open(file: string): SearchDatabase {
  const sqlite = new DatabaseSync(file);
  try {
    sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000");
    const version = Number(sqlite.prepare("PRAGMA user_version").get()?.["user_version"]);
    const empty = sqlite.prepare("SELECT count(*) AS tables FROM sqlite_schema").get()?.["tables"] === 0;
    if (!empty && version !== format) throw new Error("This index was made by other code.");
    if (empty) sqlite.exec(`BEGIN; ${schema} PRAGMA user_version = ${String(format)}; COMMIT`);
    return operationsOn(sqlite);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

const idRow = z.object({ id: z.number() });
const versionRow = z.object({ path: z.string(), oid: z.string() });
const draftRow = z.object({
  number: z.number(),
  head: z.string(),
  state: z.string(),
  login: z.string(),
  name: z.string(),
});
const mainRow = z.object({ main: z.string().nullable() });

/** Ids of one minute. */
const perMinute = 4096;

function operationsOn(sqlite: DatabaseSync): SearchDatabase {
  const prepared = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  const prepare = (sql: string) => {
    const known = prepared.get(sql) ?? sqlite.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  const all = <Row>(shape: z.ZodType<Row>, sql: string, values: readonly SQLInputValue[]): Row[] =>
    prepare(sql)
      .all(...values)
      .map((row) => shape.parse(row));
  const run = (sql: string, ...values: SQLInputValue[]) => {
    prepare(sql).run(...values);
  };

  const freeId = (date: number): number => {
    for (let first = Math.floor(date / 60_000) * perMinute; ; first += perMinute) {
      const [last] = all(
        z.object({ id: z.number().nullable() }),
        "SELECT max(id) AS id FROM entry WHERE id >= ? AND id < ?",
        [first, first + perMinute],
      );
      const id = (last?.id ?? first - 1) + 1;
      if (id < first + perMinute) return id;
    }
  };
  const removeAll = (found: readonly { id: number }[]) => {
    for (const { id } of found) {
      run("DELETE FROM names WHERE rowid = ?", id);
      run("DELETE FROM texts WHERE rowid = ?", id);
      run("DELETE FROM entry WHERE id = ?", id);
    }
  };
  const remove = (submission: number, path: string) => {
    removeAll(all(idRow, "SELECT id FROM entry WHERE path = ? AND submission = ?", [path, submission]));
  };

  return {
    all,
    main: () => all(mainRow, "SELECT main FROM state", [])[0]?.main ?? undefined,
    setMain: (commit) => {
      run("UPDATE state SET main = ?", commit);
    },
    versionsOf: (submission) =>
      new Map(
        all(versionRow, "SELECT path, oid FROM entry WHERE submission = ?", [submission]).map(
          ({ path, oid }) => [path, oid],
        ),
      ),
    drafts: () => new Map(all(draftRow, "SELECT * FROM draft", []).map((draft) => [draft.number, draft])),
    putDraft({ number, head, state, login, name }) {
      run(
        "INSERT OR REPLACE INTO draft (number, head, state, login, name) VALUES (?, ?, ?, ?, ?)",
        number,
        head,
        state,
        login,
        name,
      );
    },
    removeDraft(number) {
      removeAll(all(idRow, "SELECT id FROM entry WHERE submission = ?", [number]));
      run("DELETE FROM draft WHERE number = ?", number);
    },
    put({ submission, path, oid }, text, by = "") {
      if (!sqlite.isTransaction) sqlite.exec("BEGIN");
      remove(submission, path);
      const place = readEntryPath(path);
      if (!place) return;
      const entry = indexedEntry(place, text);
      const id = freeId(entry.date);
      run(
        `INSERT INTO entry (id, submission, path, oid, site, kind, title, section, byline, byline_folded, date, shown_from, shown_until, withdrawn)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        ...[id, submission, path, oid, place.site, place.kind, entry.title, entry.section],
        ...[entry.byline, fold(entry.byline), entry.date, entry.from ?? null, entry.until ?? null],
        entry.withdrawn ? 1 : 0,
      );
      const head = `${entry.head}\n${by}`;
      run("INSERT INTO names (rowid, folded, exact) VALUES (?, ?, ?)", id, fold(head), head);
      run("INSERT INTO texts (rowid, folded) VALUES (?, ?)", id, fold(`${head}\n${entry.body}`));
    },
    remove,
    commit() {
      if (sqlite.isTransaction) sqlite.exec("COMMIT");
    },
    together(work) {
      if (!sqlite.isTransaction) sqlite.exec("BEGIN");
      try {
        work();
        sqlite.exec("COMMIT");
      } catch (error) {
        if (sqlite.isTransaction) sqlite.exec("ROLLBACK");
        throw error;
      }
    },
    close: () => {
      if (sqlite.isOpen) sqlite.close();
    },
  };
}

/** Whether an error says that the file is damaged or no database. */
export function isDamage(error: unknown): boolean {
  const code = (error as { errcode?: number }).errcode ?? 0;
  // SQLite's own numbers: 11 corrupt, 26 not a database; what stands above the lowest byte says more closely what.
  return [11, 26].includes(code & 0xff);
}
