import { DatabaseSync } from "node:sqlite";
import type { EntryKindName } from "../content-model/entry-kinds.ts";
import type { HeldCase } from "./cases.ts";
import type { AnyEntry, ContentProblem, LibraryFile, Picture } from "./content.ts";

/** What a file of the content holds, as far as its bytes tell. */
export type Parsed =
  | { kind: "entry"; of: EntryKindName; site: string; entry: Omit<AnyEntry, "record"> }
  | { kind: "media"; site: string; picture: Picture }
  | { kind: "case"; site: string; found: HeldCase }
  | { kind: "file"; site: string; file: LibraryFile }
  | { kind: "settings"; value: unknown }
  | { kind: "broken"; problems: ContentProblem[] }
  | { kind: "other" };

/** A file read once: what it holds, and the Markdown of an entry. */
export interface ParsedFile {
  parsed: Parsed;
  body: string;
}

/** Files that were read, by path and blob id, so that each version is read once, whatever the number of commits that hold it. */
export interface EntryStore {
  /** Where it lies, for threads that open it too; undefined for one in memory. */
  file: string | undefined;
  find: (path: string, oid: string) => Parsed | undefined;
  /** Everything known, for a start that asks for nearly all of it. */
  all: () => Map<string, Parsed>;
  put: (files: Iterable<{ path: string; oid: string; file: ParsedFile }>) => void;
  body: (path: string, oid: string) => string;
  /** Forgets all but these versions, if it knows many more. */
  keepOnly: (files: readonly { path: string; oid: string }[]) => void;
  close: () => void;
}

export const keyOf = (path: string, oid: string) => `${oid} ${path}`;

/** A store that ends with its process: for a plain build and for tests. */
export function memoryStore(): EntryStore {
  const files = new Map<string, ParsedFile>();
  return {
    file: undefined,
    find: (path, oid) => files.get(keyOf(path, oid))?.parsed,
    all: () => new Map([...files].map(([key, { parsed }]) => [key, parsed])),
    put: (list) => {
      for (const { path, oid, file } of list) files.set(keyOf(path, oid), file);
    },
    body: (path, oid) => files.get(keyOf(path, oid))?.body ?? "",
    keepOnly: () => undefined,
    close: () => undefined,
  };
}

/** Versions kept beyond those in use: those of open submissions, and of the near past. */
const spare = 2000;

/**
 * A store on disk, so that a new process reads what an earlier one did. `format` names the code that read the files: with
 * another one everything is read anew. One that is not `lasting` serves a single process, with its threads. It holds nothing that the repository does not, and may be deleted at any time.
 */
export function openEntryStore(
  file: string,
  format: string,
  { lasting = true }: { lasting?: boolean } = {},
): EntryStore {
  const database = new DatabaseSync(file);
  // What ends with its process needs no way back from half a write.
  database.exec(`
    PRAGMA journal_mode = ${lasting ? "WAL" : "OFF"};
    PRAGMA synchronous = ${lasting ? "NORMAL" : "OFF"};
    CREATE TABLE IF NOT EXISTS format (id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL) STRICT;
  `);
  if (database.prepare("SELECT name FROM format").get()?.["name"] !== format) {
    database.exec("DROP TABLE IF EXISTS file");
    database.prepare("INSERT OR REPLACE INTO format (id, name) VALUES (1, ?)").run(format);
  }
  // Bodies as bytes: Node reads those as text in half the time that the database's own text takes.
  database.exec(`
    CREATE TABLE IF NOT EXISTS file (
      key TEXT PRIMARY KEY,
      parsed TEXT,
      body BLOB NOT NULL
    ) STRICT;
  `);
  const find = database.prepare("SELECT parsed FROM file WHERE key = ? AND parsed IS NOT NULL");
  const all = database.prepare("SELECT key, parsed FROM file WHERE parsed IS NOT NULL");
  const insert = database.prepare("INSERT OR REPLACE INTO file (key, parsed, body) VALUES (?, ?, ?)");
  const parsedOf = (value: unknown) => JSON.parse(String(value)) as Parsed;
  const together = (work: () => void) => {
    database.exec("BEGIN");
    try {
      work();
      database.exec("COMMIT");
    } catch (error) {
      database.exec("ROLLBACK");
      throw error;
    }
  };
  return {
    file,
    find: (path, oid) => {
      const row = find.get(keyOf(path, oid));
      return row && parsedOf(row["parsed"]);
    },
    all() {
      const known = new Map<string, Parsed>();
      for (const row of all.iterate()) known.set(String(row["key"]), parsedOf(row["parsed"]));
      return known;
    },
    put(files) {
      together(() => {
        for (const { path, oid, file } of files)
          // The process that reads a file has what it holds; only a later one asks for it.
          insert.run(keyOf(path, oid), lasting ? JSON.stringify(file.parsed) : null, Buffer.from(file.body));
      });
    },
    body: bodiesOf(database),
    keepOnly(files) {
      const count = Number(database.prepare("SELECT count(*) AS files FROM file").get()?.["files"]);
      if (count < spare + 2 * files.length) return;
      together(() => {
        database.exec("CREATE TEMP TABLE wanted (key TEXT PRIMARY KEY)");
        const want = database.prepare("INSERT OR IGNORE INTO wanted (key) VALUES (?)");
        for (const { path, oid } of files) want.run(keyOf(path, oid));
        database.exec("DELETE FROM file WHERE key NOT IN (SELECT key FROM wanted); DROP TABLE wanted");
      });
    },
    close: () => {
      database.close();
    },
  };
}

/** The bodies of a store that another thread writes to. */
export function readOnlyEntryStore(file: string): EntryStore {
  const database = new DatabaseSync(file, { readOnly: true });
  return {
    ...memoryStore(),
    file,
    body: bodiesOf(database),
    close: () => {
      database.close();
    },
  };
}

function bodiesOf(database: DatabaseSync): EntryStore["body"] {
  const find = database.prepare("SELECT body FROM file WHERE key = ?");
  return (path, oid) => {
    const body = find.get(keyOf(path, oid))?.["body"];
    return body instanceof Uint8Array
      ? Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8")
      : "";
  };
}
