import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import type { ZodType } from "zod";

/** A database in one file. Every call is synchronous, so what happens between two awaits happens at once. */
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

/**
 * Opens a database, making it if the file is new. `versions` are what makes one of the next version, the first from nothing:
 * never changed, only added to. A commit is on the disk when a statement returns.
 */
export function openSqlite(file: string, versions: readonly string[]): Database {
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
