import { createHash } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../foundation/clock.ts";
import { openSqlite, type Database } from "../../foundation/sqlite.ts";
import { gathered, letterSchema, type Letter } from "./letter.ts";

/** Who is written to, and by which way. */
const recipientSchema = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("mail"), name: z.string(), address: z.string() }),
  z.strictObject({ by: z.literal("webhook") }),
]);

export type Recipient = z.infer<typeof recipientSchema>;

/** A letter to be written down. */
export interface Post {
  /** Names the event and the recipient: of two posts with one key only the first is ever sent. */
  key: string;
  to: Recipient;
  letter: Letter;
  /** The Message-ID of a message that it answers, so that mail programs put both together. */
  answers?: string;
}

/** One message on its way: a letter, or several gathered. */
export interface Sending {
  id: number;
  to: Recipient;
  letter: Letter;
  /** Stays the same however often it is tried: `<hash>` without a domain. */
  messageId: string;
  answers: string | undefined;
  attempts: number;
  madeAt: Date;
}

/** A line of the report of what is on its way. */
export interface SendingReport {
  id: number;
  state: "waiting" | "sent" | "failed";
  to: string;
  subject: string;
  attempts: number;
  at: string;
  error: string;
}

/**
 * The letters of the newsroom, in a database of their own: written down before anything counts as told, sent by whoever
 * takes them out, and kept by their key for ever, so that nobody is written twice for one event.
 */
export interface Outbox {
  /** Writes letters down; those whose key is known are left out. On the disk when it returns, with how many were new. */
  post: (posts: readonly Post[]) => number;
  /** Puts what is due together into messages and returns those to be tried now, oldest first. */
  take: () => Sending[];
  /** When something is to be tried next; undefined if nothing waits. */
  next: () => Date | undefined;
  sent: (id: number) => void;
  /** It could not be delivered: it is tried again at a moment, or given up. */
  missed: (id: number, error: string, again: Date | undefined) => void;
  /** Takes a given-up message up again; false if there is none with this id. */
  revive: (id: number) => boolean;
  /** Removes the words of what ended before a moment; that it was sent stays known. */
  purge: (before: Date) => number;
  /** What waits and what was given up, and the latest that were sent. */
  report: () => SendingReport[];
  /** Whether somebody has turned notices off, and how they do. */
  isMuted: (login: string) => boolean;
  mute: (login: string, muted: boolean) => void;
  /** Since when letters are written at all: of what was before, nobody is told. */
  begun: () => Date;
  /** Calls back after something new was written down. */
  onPost: (listener: () => void) => void;
  close: () => void;
}

const schema = `
  CREATE TABLE sendings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    recipient TEXT,
    letter TEXT,
    answers TEXT,
    message_id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    made_at TEXT NOT NULL,
    next_at TEXT NOT NULL,
    ended_at TEXT,
    error TEXT NOT NULL DEFAULT ''
  ) STRICT;
  CREATE INDEX sendings_by_state ON sendings (state, next_at);

  CREATE TABLE posts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    recipient TEXT,
    letter TEXT,
    answers TEXT,
    kind TEXT,
    due_at TEXT NOT NULL,
    sending INTEGER REFERENCES sendings (id)
  ) STRICT;
  CREATE INDEX posts_waiting ON posts (due_at) WHERE sending IS NULL;

  CREATE TABLE muted (login TEXT PRIMARY KEY COLLATE NOCASE) STRICT;
  CREATE TABLE begun (at TEXT NOT NULL) STRICT;
`;

const json = <Schema extends z.ZodType>(shape: Schema) =>
  z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(shape);

const postRow = z.object({
  id: z.number(),
  key: z.string(),
  recipient: z.string(),
  letter: json(letterSchema),
  answers: z.string().nullable(),
  kind: z.string().nullable(),
});

const sendingRow = z.object({
  id: z.number(),
  recipient: json(recipientSchema),
  letter: json(letterSchema),
  answers: z.string().nullable(),
  message_id: z.string(),
  attempts: z.number(),
  made_at: z.string(),
});

const reportRow = z.object({
  id: z.number(),
  state: z.enum(["waiting", "sent", "failed"]),
  recipient: json(recipientSchema).nullable(),
  letter: json(letterSchema).nullable(),
  attempts: z.number(),
  at: z.string(),
  error: z.string(),
});

/** Opens the letters; those that may be gathered wait `gatherFor` milliseconds for others of their kind. */
export function openOutbox(file: string, { clock, gatherFor }: { clock: Clock; gatherFor: number }): Outbox {
  const database = openSqlite(file, [schema]);
  const listeners: (() => void)[] = [];
  const now = () => clock().toISOString();

  function write({ key, to, letter, answers }: Post): boolean {
    const due = new Date(clock().getTime() + (letter.gather ? gatherFor : 0)).toISOString();
    const added = database.one(
      z.object({ id: z.number() }),
      `INSERT INTO posts (key, recipient, letter, answers, kind, due_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (key) DO NOTHING RETURNING id`,
      ...[key, JSON.stringify(to), JSON.stringify(letterSchema.parse(letter)), answers ?? null],
      ...[letter.gather?.kind ?? null, due],
    );
    return added !== undefined;
  }

  return {
    post(posts) {
      const added = database.transaction(() => posts.filter(write).length);
      if (added > 0) for (const listener of listeners) listener();
      return added;
    },
    take() {
      bundle(database, now());
      const rows = database.all(
        sendingRow,
        `SELECT id, recipient, letter, answers, message_id, attempts, made_at FROM sendings
         WHERE state = 'waiting' AND next_at <= ? ORDER BY id`,
        now(),
      );
      return rows.map((row) => ({
        ...{ id: row.id, to: row.recipient, letter: row.letter, messageId: row.message_id },
        ...{ answers: row.answers ?? undefined, attempts: row.attempts, madeAt: new Date(row.made_at) },
      }));
    },
    next() {
      const found = database.one(
        z.object({ at: z.string().nullable() }),
        `SELECT min(at) AS at FROM (SELECT next_at AS at FROM sendings WHERE state = 'waiting'
           UNION ALL SELECT due_at FROM posts WHERE sending IS NULL)`,
      );
      return found?.at == null ? undefined : new Date(found.at);
    },
    sent(id) {
      database.run(
        "UPDATE sendings SET state = 'sent', attempts = attempts + 1, ended_at = ?, error = '' WHERE id = ?",
        ...[now(), id],
      );
    },
    missed(id, error, again) {
      database.run(
        `UPDATE sendings SET state = ?, attempts = attempts + 1, next_at = coalesce(?, next_at), ended_at = ?,
           error = ? WHERE id = ?`,
        ...[again ? "waiting" : "failed", again?.toISOString() ?? null, again ? null : now()],
        ...[error.slice(0, 500), id],
      );
    },
    revive(id) {
      const found = database.one(
        z.object({ id: z.number() }),
        `UPDATE sendings SET state = 'waiting', attempts = 0, made_at = ?1, next_at = ?1, ended_at = NULL
         WHERE id = ?2 AND state = 'failed' AND letter IS NOT NULL RETURNING id`,
        ...[now(), id],
      );
      if (found) for (const listener of listeners) listener();
      return found !== undefined;
    },
    purge(before) {
      return database.transaction(() => {
        const ended = database.all(
          z.object({ id: z.number() }),
          `UPDATE sendings SET recipient = NULL, letter = NULL, answers = NULL, error = ''
           WHERE state <> 'waiting' AND ended_at < ? AND letter IS NOT NULL RETURNING id`,
          before.toISOString(),
        );
        for (const { id } of ended)
          database.run(
            "UPDATE posts SET recipient = NULL, letter = NULL, answers = NULL WHERE sending = ?",
            id,
          );
        return ended.length;
      });
    },
    report: () =>
      database
        .all(
          reportRow,
          `SELECT id, state, recipient, letter, attempts, coalesce(ended_at, next_at) AS at, error FROM sendings
           WHERE state <> 'sent' OR id IN (SELECT id FROM sendings WHERE state = 'sent' ORDER BY id DESC LIMIT 20)
           ORDER BY id`,
        )
        .map(({ recipient, letter, ...row }) => ({
          ...row,
          to: recipient === null ? "" : recipient.by === "mail" ? recipient.address : "webhook",
          subject: letter?.subject ?? "",
        })),
    isMuted: (login) =>
      database.one(z.unknown(), "SELECT login FROM muted WHERE login = ?", login) !== undefined,
    mute(login, muted) {
      if (muted) database.run("INSERT INTO muted (login) VALUES (?) ON CONFLICT DO NOTHING", login);
      else database.run("DELETE FROM muted WHERE login = ?", login);
    },
    begun() {
      const begunRow = z.object({ at: z.string() });
      const known = database.one(begunRow, "SELECT at FROM begun");
      if (known) return new Date(known.at);
      database.run("INSERT INTO begun (at) VALUES (?)", now());
      return clock();
    },
    onPost(listener) {
      listeners.push(listener);
    },
    close: () => {
      database.close();
    },
  };
}

/** Puts letters that are due into messages: those of one kind to one recipient into one, also the ones that would still wait. */
function bundle(database: Database, now: string): void {
  database.transaction(() => {
    for (;;) {
      const first = database.one(
        postRow,
        "SELECT * FROM posts WHERE sending IS NULL AND due_at <= ? ORDER BY id LIMIT 1",
        now,
      );
      if (!first) return;
      const others =
        first.kind === null
          ? []
          : database.all(
              postRow,
              "SELECT * FROM posts WHERE sending IS NULL AND kind = ? AND recipient = ? AND id > ? ORDER BY id",
              ...[first.kind, first.recipient, first.id],
            );
      const letter = gathered([first.letter, ...others.map((post) => post.letter)]);
      const id = database.run(
        "INSERT INTO sendings (recipient, letter, answers, message_id, made_at, next_at) VALUES (?, ?, ?, ?, ?, ?)",
        ...[first.recipient, JSON.stringify(letter), first.answers, messageIdOf(first.key), now, now],
      );
      for (const post of [first, ...others])
        database.run("UPDATE posts SET sending = ? WHERE id = ?", id, post.id);
    }
  });
}

const messageIdOf = (key: string) => createHash("sha256").update(key).digest("hex").slice(0, 40);
