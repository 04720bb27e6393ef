import { z } from "zod";
import type { Clock } from "../foundation/clock.ts";
import type { Database } from "./database.ts";

/** What a review says; a dismissed one was an approval of an earlier commit. */
export type ReviewState = "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED";

/** What somebody said about one commit of a pull request. */
export interface Review {
  id: number;
  number: number;
  login: string;
  state: ReviewState;
  body: string;
  commit: string;
  at: string;
}

/** What people said about pull requests, and which approvals stand. */
export interface Reviews {
  add(review: Omit<Review, "id" | "at">): Review;
  find(id: number): Review | undefined;
  list(number: number): Review[];
  /** Approvals of any other commit no longer stand: nobody approved what is there now. */
  dismissAllBut(number: number, head: string): void;
  /** The approvals that stand: the latest word of each person, if that word is an approval. */
  approvals(number: number): { login: string; commit: string; at: string }[];
  /** What was said beside approvals and returns, oldest first. */
  remarks(number: number): { login: string; body: string; commit: string; at: string }[];
}

export const reviewRow = z
  .object({
    id: z.number(),
    number: z.number(),
    login: z.string(),
    state: z.enum(["APPROVED", "CHANGES_REQUESTED", "COMMENTED", "DISMISSED"]),
    body: z.string(),
    commit_sha: z.string(),
    submitted_at: z.string(),
  })
  .transform(({ commit_sha: commit, submitted_at: at, ...row }): Review => ({ ...row, commit, at }));

/** The reviews in the forge's database. */
export function openReviews(database: Database, clock: Clock): Reviews {
  const find = (id: number): Review | undefined =>
    database.one(reviewRow, "SELECT * FROM reviews WHERE id = ?", id);
  const list = (number: number): Review[] =>
    database.all(reviewRow, "SELECT * FROM reviews WHERE number = ? ORDER BY id", number);

  return {
    add({ number, login, state, body, commit }) {
      const id = database.run(
        `INSERT INTO reviews (number, login, state, body, commit_sha, submitted_at) VALUES (?, ?, ?, ?, ?, ?)`,
        ...[number, login, state, body, commit, clock().toISOString()],
      );
      const review = find(id);
      if (!review) throw new Error("A review that was just written is not there.");
      return review;
    },
    find,
    list,
    dismissAllBut(number, head) {
      database.run(
        "UPDATE reviews SET state = 'DISMISSED' WHERE number = ? AND state = 'APPROVED' AND commit_sha <> ?",
        ...[number, head],
      );
    },
    approvals: (number) => standingApprovals(list(number)),
    remarks: (number) => remarksAmong(list(number)),
  };
}

/** The latest word of each person, where it is an approval. */
export function standingApprovals(
  reviews: readonly Review[],
): { login: string; commit: string; at: string }[] {
  const latest = new Map<string, Review>();
  for (const review of reviews) {
    // A remark neither gives nor takes back an approval.
    if (review.state !== "COMMENTED") latest.set(review.login, review);
  }
  return [...latest.values()]
    .filter(({ state }) => state === "APPROVED")
    .map(({ login, commit, at }) => ({ login, commit, at }));
}

/** What was said beside approvals and returns. */
export function remarksAmong(
  reviews: readonly Review[],
): { login: string; body: string; commit: string; at: string }[] {
  return reviews
    .filter(({ state }) => state === "COMMENTED")
    .map(({ login, body, commit, at }) => ({ login, body, commit, at }));
}
