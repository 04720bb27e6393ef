import { z } from "zod";
import type { Clock } from "../../foundation/clock.ts";
import { openSqlite } from "../../foundation/sqlite.ts";
import { vietnamTime } from "../../foundation/vietnam-time.ts";
import type { Contribution, ReceivedFile } from "./contribution.ts";
import { receiptCode } from "./receipt-code.ts";

/** How far a contribution is. */
export type IntakeState = "received" | "drafted" | "editing" | "published" | "unused";

/** Something that somebody sent in, as it is kept. Personal fields are empty once their time is over. */
export interface Received extends Contribution {
  id: number;
  code: string;
  by: "form" | "mail";
  /** The Message-ID of the mail it came with. */
  answers: string | undefined;
  at: Date;
  state: IntakeState;
  /** The branch that was chosen for its draft, before it was made. */
  branch: string | undefined;
  /** Its submission. */
  number: number | undefined;
  /** Where readers find it. */
  link: string | undefined;
  /** Why it is not used, in words for who sent it. */
  reason: string;
  purged: boolean;
}

/** A file of a contribution. */
export interface KeptFile extends ReceivedFile {
  id: number;
  /** Why it is not in the draft; empty for one that is, or that has not been looked at. */
  refused: string;
}

/** Where the next look into a mailbox begins: numbers of messages hold while the server says the same `validity`. */
export interface MailboxPlace {
  validity: string;
  next: number;
  /** Messages that have come and are still to be taken in. */
  waiting: readonly number[];
}

/** What somebody answered to the letter with the live link. */
export interface Answer {
  id: number;
  number: number;
  purpose: "confirm" | "correct";
  /** As history names them. */
  who: string;
  /** A login, or `sender`: who is told what became of it. */
  asker: string;
  text: string;
  at: Date;
}

/**
 * What came in from outside and who sent it: beside the repository, whose history stays for ever, so that names and
 * addresses can be removed.
 */
export interface IntakeStore {
  /** Keeps a contribution under a new number. `key` names the message: what is known is returned as it is. */
  receive: (
    key: string,
    contribution: Contribution,
    options: { by: Received["by"]; answers?: string; files: readonly ReceivedFile[] },
  ) => Received;
  byKey: (key: string) => Received | undefined;
  byCode: (code: string) => Received | undefined;
  byNumber: (number: number) => Received | undefined;
  inState: (...states: IntakeState[]) => Received[];
  files: (id: number) => KeptFile[];
  /** Whether a folder has files of a piece that has no draft yet. */
  needs: (folder: string) => boolean;
  refuseFile: (id: number, why: string) => void;
  chooseBranch: (id: number, branch: string) => void;
  /** Its submission is there; the piece counts as drafted once the rest is done as well. */
  open: (id: number, number: number) => void;
  move: (id: number, state: "drafted" | "editing") => void;
  publish: (id: number, link: string | undefined) => void;
  leaveOut: (id: number, reason: string) => void;
  /** Leaves it out and removes what somebody wrote, its title too; who they are stays as long as ever. */
  refuse: (id: number, reason: string) => void;
  /** How far a mailbox on a mail server has been read, as `keepMailboxPlace` wrote it down. */
  mailboxPlace: (name: string) => MailboxPlace | undefined;
  keepMailboxPlace: (name: string, place: MailboxPlace) => void;
  /** How many came from a sender since a moment. */
  countFrom: (email: string, since: Date) => number;
  /** Removes personal fields of what ended before a moment. Returns the ids. */
  purge: (before: Date) => number[];
  /** Keeps an answer once for a token; false if the token was used before. */
  answer: (token: string, answer: Omit<Answer, "id" | "at">) => boolean;
  unpostedAnswers: () => Answer[];
  answerPosted: (id: number) => void;
  /** What was asked to be corrected and nobody has answered, oldest first. */
  openCorrections: () => Answer[];
  settle: (id: number, how: "corrected" | "declined") => void;
  close: () => void;
}

const schema = `
  CREATE TABLE contributions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL UNIQUE,
    year TEXT NOT NULL,
    serial INTEGER NOT NULL,
    key TEXT NOT NULL UNIQUE,
    by TEXT NOT NULL CHECK (by IN ('form', 'mail')),
    answers TEXT,
    at TEXT NOT NULL,
    site TEXT NOT NULL,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    penName TEXT NOT NULL,
    unit TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'received'
      CHECK (state IN ('received', 'drafted', 'editing', 'published', 'unused')),
    branch TEXT,
    number INTEGER UNIQUE,
    link TEXT,
    reason TEXT NOT NULL DEFAULT '',
    ended_at TEXT,
    purged INTEGER NOT NULL DEFAULT 0,
    UNIQUE (year, serial)
  ) STRICT;
  CREATE INDEX contributions_by_state ON contributions (state);
  CREATE INDEX contributions_by_sender ON contributions (email, at);

  CREATE TABLE files (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    contribution INTEGER NOT NULL REFERENCES contributions (id),
    name TEXT NOT NULL,
    path TEXT NOT NULL,
    size INTEGER NOT NULL,
    refused TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE INDEX files_by_contribution ON files (contribution);

  CREATE TABLE answers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    token TEXT NOT NULL UNIQUE,
    number INTEGER NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('confirm', 'correct')),
    who TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL,
    posted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
`;

const mailboxSchema = `
  CREATE TABLE mailboxes (
    name TEXT PRIMARY KEY,
    validity TEXT NOT NULL,
    next INTEGER NOT NULL,
    waiting TEXT NOT NULL
  ) STRICT;
`;

const placeRow = z
  .object({ validity: z.string(), next: z.number(), waiting: z.string() })
  .transform(({ waiting, ...row }): MailboxPlace => ({
    ...row,
    waiting: z.array(z.number()).parse(JSON.parse(waiting)),
  }));

const optional = z
  .string()
  .nullable()
  .transform((text) => text ?? undefined);

const contributionRow = z
  .object({
    id: z.number(),
    code: z.string(),
    by: z.enum(["form", "mail"]),
    answers: optional,
    at: z.string(),
    site: z.string(),
    title: z.string(),
    name: z.string(),
    penName: z.string(),
    unit: z.string(),
    email: z.string(),
    phone: z.string(),
    text: z.string(),
    state: z.enum(["received", "drafted", "editing", "published", "unused"]),
    branch: optional,
    number: z
      .number()
      .nullable()
      .transform((number) => number ?? undefined),
    link: optional,
    reason: z.string(),
    purged: z.number(),
  })
  .transform(({ at, purged, ...row }): Received => ({ ...row, at: new Date(at), purged: purged === 1 }));

const fileRow = z.object({
  id: z.number(),
  name: z.string(),
  path: z.string(),
  size: z.number(),
  refused: z.string(),
});

const answerRow = z
  .object({
    id: z.number(),
    number: z.number(),
    purpose: z.enum(["confirm", "correct"]),
    who: z.string(),
    asker: z.string(),
    text: z.string(),
    at: z.string(),
  })
  .transform(({ at, ...row }): Answer => ({ ...row, at: new Date(at) }));

const idRow = z.object({ id: z.number() });
const countRow = z.object({ count: z.number() });

/** Of answers from before nobody knows who gave them, and their corrections count as seen to. */
const followedCorrections = `
  ALTER TABLE answers ADD COLUMN asker TEXT NOT NULL DEFAULT '';
  ALTER TABLE answers ADD COLUMN settled TEXT CHECK (settled IN ('corrected', 'declined'));
  UPDATE answers SET settled = 'declined' WHERE purpose = 'correct';
`;

export function openIntakeStore(file: string, clock: Clock): IntakeStore {
  const database = openSqlite(file, [schema, mailboxSchema, followedCorrections]);
  const now = () => clock().toISOString();
  const find = (column: "id" | "key" | "code" | "number", value: string | number): Received | undefined =>
    database.one(contributionRow, `SELECT * FROM contributions WHERE ${column} = ?`, value);

  return {
    receive: (key, contribution, { by, answers, files }) =>
      database.transaction(() => {
        const known = find("key", key);
        if (known) return known;
        const { year } = vietnamTime(clock());
        const { count } = database.one(
          countRow,
          "SELECT coalesce(max(serial), 0) AS count FROM contributions WHERE year = ?",
          year,
        ) ?? { count: 0 };
        const { site, title, name, penName, unit, email, phone, text } = contribution;
        const id = database.run(
          `INSERT INTO contributions
             (code, year, serial, key, by, answers, at, site, title, name, penName, unit, email, phone, text)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          ...[receiptCode(year, count + 1), year, count + 1, key, by, answers ?? null, now()],
          ...[site, title, name, penName, unit, email, phone, text],
        );
        for (const { name: called, path, size } of files)
          database.run(
            "INSERT INTO files (contribution, name, path, size) VALUES (?, ?, ?, ?)",
            ...[id, called, path, size],
          );
        const received = find("id", id);
        if (!received) throw new Error("A contribution that was just written is not there.");
        return received;
      }),
    byKey: (key) => find("key", key),
    byCode: (code) => find("code", code),
    byNumber: (number) => find("number", number),
    inState: (...states) =>
      database.all(
        contributionRow,
        `SELECT * FROM contributions WHERE state IN (${states.map(() => "?").join(", ")}) ORDER BY id`,
        ...states,
      ),
    files: (id) => database.all(fileRow, "SELECT * FROM files WHERE contribution = ? ORDER BY id", id),
    needs: (folder) =>
      database.one(
        countRow,
        `SELECT count(*) AS count FROM files JOIN contributions ON contributions.id = files.contribution
         WHERE contributions.state = 'received' AND substr(files.path, 1, length(?1)) = ?1`,
        `${folder}/`,
      )?.count !== 0,
    refuseFile(id, why) {
      database.run("UPDATE files SET refused = ? WHERE id = ?", why, id);
    },
    chooseBranch(id, branch) {
      database.run("UPDATE contributions SET branch = ? WHERE id = ?", branch, id);
    },
    open(id, number) {
      database.run("UPDATE contributions SET number = ? WHERE id = ?", number, id);
    },
    move(id, state) {
      database.run(
        "UPDATE contributions SET state = ?, reason = '', ended_at = NULL WHERE id = ?",
        state,
        id,
      );
    },
    publish(id, link) {
      database.run(
        "UPDATE contributions SET state = 'published', link = ?, ended_at = coalesce(ended_at, ?) WHERE id = ?",
        ...[link ?? null, now(), id],
      );
    },
    leaveOut(id, reason) {
      database.run(
        "UPDATE contributions SET state = 'unused', reason = ?, ended_at = ? WHERE id = ?",
        ...[reason, now(), id],
      );
    },
    refuse(id, reason) {
      database.run(
        `UPDATE contributions SET state = 'unused', reason = ?, ended_at = ?, title = '(đã xoá)', text = ''
         WHERE id = ?`,
        ...[reason, now(), id],
      );
    },
    mailboxPlace: (name) =>
      database.one(placeRow, "SELECT validity, next, waiting FROM mailboxes WHERE name = ?", name),
    keepMailboxPlace(name, { validity, next, waiting }) {
      database.run(
        "INSERT OR REPLACE INTO mailboxes (name, validity, next, waiting) VALUES (?, ?, ?, ?)",
        ...[name, validity, next, JSON.stringify(waiting)],
      );
    },
    countFrom: (email, since) =>
      database.one(
        countRow,
        "SELECT count(*) AS count FROM contributions WHERE email = ? COLLATE NOCASE AND at >= ?",
        ...[email, since.toISOString()],
      )?.count ?? 0,
    purge: (before) =>
      database
        .all(
          idRow,
          `UPDATE contributions SET name = '', unit = '', email = '', phone = '', text = '', answers = NULL, purged = 1
           WHERE purged = 0 AND ended_at < ? RETURNING id`,
          before.toISOString(),
        )
        .map(({ id }) => id),
    answer(token, { number, purpose, who, asker, text }) {
      const added = database.one(
        idRow,
        `INSERT INTO answers (token, number, purpose, who, asker, text, at) VALUES (?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (token) DO NOTHING RETURNING id`,
        ...[token, number, purpose, who, asker, text, now()],
      );
      return added !== undefined;
    },
    unpostedAnswers: () => database.all(answerRow, "SELECT * FROM answers WHERE posted = 0 ORDER BY id"),
    openCorrections: () =>
      database.all(
        answerRow,
        "SELECT * FROM answers WHERE purpose = 'correct' AND posted = 1 AND settled IS NULL ORDER BY id",
      ),
    settle(id, how) {
      database.run("UPDATE answers SET settled = ? WHERE id = ? AND settled IS NULL", how, id);
    },
    answerPosted(id) {
      database.run("UPDATE answers SET posted = 1 WHERE id = ?", id);
    },
    close: () => {
      database.close();
    },
  };
}
