import { z } from "zod";
import type { Clock } from "../foundation/clock.ts";
import type { Database } from "./database.ts";

/** A pull request into main. `headRef` is a full ref name; shas are commit ids. */
export interface Pull {
  number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  openedBy: string;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  headRef: string;
  headSha: string;
  /** Where main was when it was opened, moved or merged. */
  baseSha: string;
  mergedAt: string | null;
  mergedBy: string | null;
  mergeSha: string | null;
}

/** Which pull requests are wanted, and in which order. */
export interface PullFilter {
  state?: "open" | "closed" | "all";
  headRef?: string;
  sort?: "created" | "updated";
  direction?: "asc" | "desc";
}

/** The states of pull requests. It knows no git: who calls it has looked there. */
export interface Pulls {
  open(pull: Pick<Pull, "title" | "body" | "openedBy" | "headRef" | "headSha" | "baseSha">): Pull;
  find(number: number): Pull | undefined;
  list(filter: PullFilter): Pull[];
  openOf(headRef: string): Pull | undefined;
  /** The one whose merge a commit on main is. */
  ofMerge(commit: string): Pull | undefined;
  moveHead(number: number, headSha: string, baseSha: string): void;
  close(number: number): void;
  reopen(number: number, headSha: string, baseSha: string): void;
  markMerged(number: number, merge: { by: string; sha: string; baseSha: string }): void;
}

export const pullRow = z
  .object({
    number: z.number(),
    title: z.string(),
    body: z.string().nullable(),
    state: z.enum(["open", "closed"]),
    opened_by: z.string(),
    created_at: z.string(),
    updated_at: z.string(),
    closed_at: z.string().nullable(),
    head_ref: z.string(),
    head_sha: z.string(),
    base_sha: z.string(),
    merged_at: z.string().nullable(),
    merged_by: z.string().nullable(),
    merge_sha: z.string().nullable(),
  })
  .transform((row): Pull => ({
    number: row.number,
    title: row.title,
    body: row.body,
    state: row.state,
    openedBy: row.opened_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
    headRef: row.head_ref,
    headSha: row.head_sha,
    baseSha: row.base_sha,
    mergedAt: row.merged_at,
    mergedBy: row.merged_by,
    mergeSha: row.merge_sha,
  }));

/** The pull requests in the forge's database. */
export function openPulls(database: Database, clock: Clock): Pulls {
  const now = (): string => clock().toISOString();
  const find = (number: number): Pull | undefined =>
    database.one(pullRow, "SELECT * FROM issues WHERE number = ? AND head_ref IS NOT NULL", number);

  return {
    open({ title, body, openedBy, headRef, headSha, baseSha }) {
      const number = database.run(
        `INSERT INTO issues (title, body, state, opened_by, created_at, updated_at, head_ref, head_sha, base_sha)
         VALUES (?, ?, 'open', ?, ?, ?, ?, ?, ?)`,
        ...[title, body, openedBy, now(), now(), headRef, headSha, baseSha],
      );
      const pull = find(number);
      if (!pull) throw new Error("A pull request that was just written is not there.");
      return pull;
    },
    find,
    list({ state = "open", headRef, sort = "created", direction = "desc" }) {
      const column = sort === "updated" ? "updated_at" : "number";
      const order = direction === "asc" ? "ASC" : "DESC";
      return database.all(
        pullRow,
        `SELECT * FROM issues WHERE head_ref IS NOT NULL AND (?1 = 'all' OR state = ?1)
           AND (?2 IS NULL OR head_ref = ?2) ORDER BY ${column} ${order}, number ${order}`,
        ...[state, headRef ?? null],
      );
    },
    openOf: (headRef) =>
      database.one(pullRow, "SELECT * FROM issues WHERE head_ref = ? AND state = 'open'", headRef),
    ofMerge: (commit) => database.one(pullRow, "SELECT * FROM issues WHERE merge_sha = ?", commit),
    moveHead(number, headSha, baseSha) {
      database.run(
        "UPDATE issues SET head_sha = ?, base_sha = ?, updated_at = ? WHERE number = ?",
        ...[headSha, baseSha, now(), number],
      );
    },
    close(number) {
      database.run(
        "UPDATE issues SET state = 'closed', closed_at = ?, updated_at = ? WHERE number = ?",
        ...[now(), now(), number],
      );
    },
    reopen(number, headSha, baseSha) {
      database.run(
        `UPDATE issues SET state = 'open', closed_at = NULL, head_sha = ?, base_sha = ?, updated_at = ?
         WHERE number = ?`,
        ...[headSha, baseSha, now(), number],
      );
    },
    markMerged(number, { by, sha, baseSha }) {
      database.run(
        `UPDATE issues SET state = 'closed', closed_at = ?1, updated_at = ?1, merged_at = ?1,
           merged_by = ?2, merge_sha = ?3, base_sha = ?4 WHERE number = ?5`,
        ...[now(), by, sha, baseSha, number],
      );
    },
  };
}
