import { z } from "zod";
import { opinionVerdicts, type OpinionHandling } from "../../editorial/opinion-answers.ts";
import type { Clock } from "../../foundation/clock.ts";
import { openSqlite } from "../../foundation/sqlite.ts";
import { vietnamTime } from "../../foundation/vietnam-time.ts";
import { receiptCode } from "../intake/receipt-code.ts";

/** What somebody says of a draft. */
export interface Opinion {
  /** The draft: `tinh/2026/phi-tham-quan`. */
  draft: string;
  text: string;
  name: string;
  unit: string;
  email: string;
}

/** A comment as it is kept; who wrote it is beside the repository and never on the portal. */
export interface ReceivedOpinion extends Opinion, OpinionHandling {
  id: number;
  code: string;
  title: string;
  at: Date;
  /** The login of who dealt with it; empty while nobody has. */
  handledBy: string;
}

export interface OpinionStore {
  /** Keeps a comment under a new number. `key` names the form: one that was sent twice is kept once. */
  receive: (key: string, opinion: Opinion & { title: string }) => ReceivedOpinion;
  byCode: (code: string) => ReceivedOpinion | undefined;
  find: (id: number) => ReceivedOpinion | undefined;
  /** Keeps what is made of a comment, and by whom; the last word counts. */
  handle: (id: number, login: string, handling: OpinionHandling) => ReceivedOpinion;
  /** The comments on a draft in the order they came; without one, of all. */
  of: (draft?: string) => ReceivedOpinion[];
  /** Removes who wrote what came before a moment; the comments stay. Returns how many. */
  purge: (before: Date) => number;
  close: () => void;
}

/** How long it is known who commented on a draft, in days: those who drafted it may ask back. */
export const opinionDays = 365;

const schema = `
  CREATE TABLE opinions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    year TEXT NOT NULL,
    serial INTEGER NOT NULL,
    key TEXT NOT NULL UNIQUE,
    draft TEXT NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    email TEXT NOT NULL,
    at TEXT NOT NULL,
    UNIQUE (year, serial)
  ) STRICT;
  CREATE INDEX opinions_by_draft ON opinions (draft);
`;

const handling = `
  ALTER TABLE opinions ADD COLUMN verdict TEXT NOT NULL DEFAULT '';
  ALTER TABLE opinions ADD COLUMN answer TEXT NOT NULL DEFAULT '';
  ALTER TABLE opinions ADD COLUMN handled_by TEXT NOT NULL DEFAULT '';
  ALTER TABLE opinions ADD COLUMN handled_at TEXT NOT NULL DEFAULT '';
`;

const row = z
  .object({
    id: z.number(),
    code: z.string(),
    draft: z.string(),
    title: z.string(),
    text: z.string(),
    name: z.string(),
    unit: z.string(),
    email: z.string(),
    at: z.string(),
    verdict: z.enum(["", ...opinionVerdicts]),
    answer: z.string(),
    handled_by: z.string(),
  })
  .transform(({ at, handled_by, ...rest }): ReceivedOpinion => ({
    ...rest,
    at: new Date(at),
    handledBy: handled_by,
  }));

const countRow = z.object({ count: z.number() });
const idRow = z.object({ id: z.number() });

export function openOpinionStore(file: string, clock: Clock): OpinionStore {
  const database = openSqlite(file, [schema, handling]);
  const find = (column: "id" | "key" | "code", value: string | number) =>
    database.one(row, `SELECT * FROM opinions WHERE ${column} = ?`, value);
  return {
    receive: (key, { draft, title, text, name, unit, email }) =>
      database.transaction(() => {
        const known = find("key", key);
        if (known) return known;
        const { year } = vietnamTime(clock());
        const { count } = database.one(
          countRow,
          "SELECT coalesce(max(serial), 0) AS count FROM opinions WHERE year = ?",
          year,
        ) ?? { count: 0 };
        const id = database.run(
          `INSERT INTO opinions (code, year, serial, key, draft, title, text, name, unit, email, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          ...[receiptCode(year, count + 1, "GY"), year, count + 1, key, draft, title],
          ...[text, name, unit, email, clock().toISOString()],
        );
        const received = find("id", id);
        if (!received) throw new Error("A comment that was just written is not there.");
        return received;
      }),
    byCode: (code) => find("code", code),
    find: (id) => find("id", id),
    handle: (id, login, { verdict, answer }) =>
      database.transaction(() => {
        const [by, at] = verdict === "" ? ["", ""] : [login, clock().toISOString()];
        database.run(
          "UPDATE opinions SET verdict = ?, answer = ?, handled_by = ?, handled_at = ? WHERE id = ?",
          ...[verdict, answer, by, at, id],
        );
        const handled = find("id", id);
        if (!handled) throw new Error("A comment that was dealt with is not there.");
        return handled;
      }),
    of: (draft) =>
      draft === undefined
        ? database.all(row, "SELECT * FROM opinions ORDER BY id")
        : database.all(row, "SELECT * FROM opinions WHERE draft = ? ORDER BY id", draft),
    purge: (before) =>
      database.all(
        idRow,
        `UPDATE opinions SET name = '', unit = '', email = ''
         WHERE at < ? AND (name <> '' OR unit <> '' OR email <> '') RETURNING id`,
        before.toISOString(),
      ).length,
    close: () => {
      database.close();
    },
  };
}
