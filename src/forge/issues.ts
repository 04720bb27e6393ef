import { z } from "zod";
import type { Clock } from "../foundation/clock.ts";
import { recordAudit } from "./audit.ts";
import type { Database } from "./database.ts";

/** What an issue and a pull request have in common. */
export interface Issue {
  number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  openedBy: string;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  isPull: boolean;
  mergedAt: string | null;
}

/** A comment on an issue or pull request; `number` is that of the issue. */
export interface Comment {
  id: number;
  number: number;
  login: string;
  body: string;
  createdAt: string;
  updatedAt: string;
}

/** Titles, states, labels and comments of issues and pull requests. */
export interface Issues {
  open(issue: { title: string; body: string | null; openedBy: string; labels: readonly string[] }): Issue;
  find(number: number): Issue | undefined;
  /** Newest first; with a label, only those that have it. */
  list(filter?: { label?: string | undefined }): Issue[];
  update(number: number, changes: { title?: string; body?: string | null; state?: "open" | "closed" }): void;
  /** Marks that something about it changed. */
  touch(number: number): void;
  labels(number: number): string[];
  /** Replaces all labels; `login` is who does it. */
  setLabels(number: number, labels: readonly string[], login: string): void;
  /** The logins of those who go on with it, where it was handed to somebody. */
  assignees(number: number): string[];
  setAssignees(number: number, logins: readonly string[], login: string): void;
  comments(number: number): Comment[];
  comment(id: number): Comment | undefined;
  addComment(number: number, login: string, body: string): Comment;
  editComment(id: number, body: string): void;
  deleteComment(id: number): void;
}

const issueRow = z
  .object({
    number: z.number(),
    title: z.string(),
    body: z.string().nullable(),
    state: z.enum(["open", "closed"]),
    opened_by: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
    closed_at: z.string().nullable(),
    head_ref: z.string().nullable(),
    merged_at: z.string().nullable(),
  })
  .transform((row): Issue => ({
    number: row.number,
    title: row.title,
    body: row.body,
    state: row.state,
    openedBy: row.opened_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
    isPull: row.head_ref !== null,
    mergedAt: row.merged_at,
  }));

const commentRow = z
  .object({
    id: z.number(),
    number: z.number(),
    login: z.string(),
    body: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .transform(({ created_at: createdAt, updated_at: updatedAt, ...row }): Comment => ({
    ...row,
    createdAt,
    updatedAt,
  }));

/** The issues and pull requests in the forge's database, as far as both are alike. */
export function openIssues(database: Database, clock: Clock): Issues {
  const now = (): string => clock().toISOString();
  const find = (number: number): Issue | undefined =>
    database.one(issueRow, "SELECT * FROM issues WHERE number = ?", number);
  const comment = (id: number): Comment | undefined =>
    database.one(commentRow, "SELECT * FROM comments WHERE id = ?", id);
  const labelsOf = (number: number): string[] =>
    database
      .all(z.object({ name: z.string() }), "SELECT name FROM labels WHERE number = ? ORDER BY rowid", number)
      .map(({ name }) => name);
  const touch = (number: number): void => {
    database.run("UPDATE issues SET updated_at = ? WHERE number = ?", now(), number);
  };
  const setLabels = (number: number, labels: readonly string[], login: string): void => {
    database.transaction(() => {
      const [before, after] = [labelsOf(number), [...new Set(labels)]];
      if (before.join() !== after.join())
        recordAudit(database, {
          ...{ at: now(), login, action: "labelled", subject: `#${String(number)}` },
          detail: after.join(", "),
        });
      database.run("DELETE FROM labels WHERE number = ?", number);
      for (const name of after) {
        database.run("INSERT INTO labels (number, name) VALUES (?, ?)", number, name);
      }
      touch(number);
    });
  };

  const assigneesOf = (number: number): string[] =>
    database
      .all(
        z.object({ login: z.string() }),
        "SELECT login FROM assignees WHERE number = ? ORDER BY rowid",
        number,
      )
      .map(({ login }) => login);

  return {
    open: ({ title, body, openedBy, labels }) =>
      database.transaction(() => {
        const number = database.run(
          "INSERT INTO issues (title, body, state, opened_by, created_at, updated_at) VALUES (?, ?, 'open', ?, ?, ?)",
          ...[title, body, openedBy, now(), now()],
        );
        setLabels(number, labels, openedBy);
        return found(find(number));
      }),
    find,
    list: ({ label } = {}) =>
      label === undefined
        ? database.all(issueRow, "SELECT * FROM issues ORDER BY number DESC")
        : database.all(
            issueRow,
            `SELECT * FROM issues WHERE number IN (SELECT number FROM labels WHERE name = ?)
             ORDER BY number DESC`,
            label,
          ),
    update(number, changes) {
      database.transaction(() => {
        if (changes.title !== undefined) {
          database.run("UPDATE issues SET title = ? WHERE number = ?", changes.title, number);
        }
        if (changes.body !== undefined) {
          database.run("UPDATE issues SET body = ? WHERE number = ?", changes.body, number);
        }
        if (changes.state !== undefined) {
          const closedAt = changes.state === "closed" ? now() : null;
          database.run(
            "UPDATE issues SET state = ?, closed_at = ? WHERE number = ? AND state <> ?",
            ...[changes.state, closedAt, number, changes.state],
          );
        }
        touch(number);
      });
    },
    touch,
    labels: labelsOf,
    setLabels,
    assignees: assigneesOf,
    setAssignees(number, logins, login) {
      database.transaction(() => {
        const after = [...new Set(logins)];
        if (assigneesOf(number).join() === after.join()) return;
        const subject = `#${String(number)}`;
        recordAudit(database, { at: now(), login, action: "handed over", subject, detail: after.join(", ") });
        database.run("DELETE FROM assignees WHERE number = ?", number);
        for (const one of after)
          database.run("INSERT INTO assignees (number, login) VALUES (?, ?)", number, one);
        touch(number);
      });
    },
    comments: (number) =>
      database.all(commentRow, "SELECT * FROM comments WHERE number = ? ORDER BY id", number),
    comment,
    addComment: (number, login, body) =>
      database.transaction(() => {
        const id = database.run(
          "INSERT INTO comments (number, login, body, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
          ...[number, login, body, now(), now()],
        );
        touch(number);
        return found(comment(id));
      }),
    editComment(id, body) {
      database.run("UPDATE comments SET body = ?, updated_at = ? WHERE id = ?", body, now(), id);
    },
    deleteComment(id) {
      database.run("DELETE FROM comments WHERE id = ?", id);
    },
  };
}

function found<T>(row: T | undefined): T {
  if (row === undefined) throw new Error("A row that was just written is not there.");
  return row;
}
