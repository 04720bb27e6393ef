import { z } from "zod";
import type { Clock } from "../foundation/clock.ts";
import type { Database } from "./database.ts";

/** What a check said about a commit; the latest of each context counts. */
export interface Status {
  id: number;
  sha: string;
  context: string;
  state: "error" | "failure" | "pending" | "success";
  description: string | null;
  targetUrl: string | null;
  login: string;
  createdAt: string;
}

/** What the checks said about commits. */
export interface Statuses {
  add(status: Omit<Status, "id" | "createdAt">): Status;
  /** Every status of a commit, newest first. */
  list(sha: string): Status[];
  /** The newest status of each context. */
  latest(sha: string): Status[];
}

export const statusRow = z
  .object({
    id: z.number(),
    sha: z.string(),
    context: z.string(),
    state: z.enum(["error", "failure", "pending", "success"]),
    description: z.string().nullable(),
    target_url: z.string().nullable(),
    login: z.string(),
    created_at: z.string(),
  })
  .transform(({ target_url: targetUrl, created_at: createdAt, ...row }): Status => ({
    ...row,
    targetUrl,
    createdAt,
  }));

/** The statuses in the forge's database. */
export function openStatuses(database: Database, clock: Clock): Statuses {
  const list = (sha: string): Status[] =>
    database.all(statusRow, "SELECT * FROM statuses WHERE sha = ? ORDER BY id DESC", sha);

  return {
    add(status) {
      const createdAt = clock().toISOString();
      const id = database.run(
        `INSERT INTO statuses (sha, context, state, description, target_url, login, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        ...[status.sha, status.context, status.state, status.description, status.targetUrl],
        ...[status.login, createdAt],
      );
      return { ...status, id, createdAt };
    },
    list,
    latest(sha) {
      const byContext = new Map<string, Status>();
      for (const status of list(sha).reverse()) byContext.set(status.context, status);
      return [...byContext.values()];
    },
  };
}

/** One word for all checks of a commit: failure if any failed, pending while any runs or none reported. */
export function combinedState(statuses: readonly Status[]): "failure" | "pending" | "success" {
  if (statuses.some(({ state }) => state === "failure" || state === "error")) return "failure";
  if (statuses.length === 0 || statuses.some(({ state }) => state === "pending")) return "pending";
  return "success";
}
