/** A text that somebody saved, or tried to: each is single by its mark. */
export interface Save {
  login: string;
  path: string;
  /** The words that are in this version for the first time. */
  mark: string;
  /** The id of its file. */
  blob: string;
  /** The ids of pictures that were saved with it. */
  pictures?: string[];
  /** What its writer wrote upon: a blob id, or null where there was nothing. */
  replaced: string | null;
  /** The commit, once the forge said that a branch holds it; undefined where the answer never came, or was no. */
  commit?: string;
}

/** A piece from outside that was answered with a receipt, or delivered to the mailbox. */
export interface Sent {
  title: string;
  mark: string;
  code?: string;
}

/** All that the newsroom answered with success, and all that was tried: what must be found in it at the end. */
export interface SessionRecord {
  saves: Save[];
  sent: Sent[];
  comments: { number: number; login: string; body: string }[];
  reviews: { number: number; login: string; action: "approved" | "returned" | "remarked on" }[];
  merges: { number: number; login: string; sha: string }[];
  /** Logins to whom an approver's office was handed at any time, or may have been. */
  deputies: Set<string>;
  /** Answers that must never come: to a forbidden wish, or a failure of the newsroom's own. */
  wrong: string[];
  /** How often each action came to each end. */
  outcomes: Map<string, number>;
}

export const emptyRecord = (): SessionRecord => ({
  saves: [],
  sent: [],
  comments: [],
  reviews: [],
  merges: [],
  deputies: new Set(),
  wrong: [],
  outcomes: new Map(),
});
