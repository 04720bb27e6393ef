import type { Clock } from "../foundation/clock.ts";
import type { FileHistory } from "../git/file-history.ts";
import type { ChangedFile, Repository } from "../git/repository.ts";
import type { Account, Accounts } from "./accounts.ts";
import type { Addresses } from "./addresses.ts";
import type { Database } from "./database.ts";
import type { Events } from "./events.ts";
import type { ImportRecords } from "./imports.ts";
import type { Issues } from "./issues.ts";
import type { Lock } from "./lock.ts";
import type { MergeRecords } from "./merge-records.ts";
import type { MergePreviews } from "./merge-previews.ts";
import type { MergeRefusals } from "./merge-refusals.ts";
import type { Moves } from "./moves.ts";
import type { Pulls } from "./pulls.ts";
import type { Reviews } from "./reviews.ts";
import type { Screen } from "./screen.ts";
import type { Statuses } from "./statuses.ts";

/** What somebody may do with the repository. */
export interface Permissions {
  pull: boolean;
  push: boolean;
  maintain: boolean;
  admin: boolean;
}

/** A pull request about to be merged, with all that a policy may want to know. Ids of commits and trees. */
export interface MergeProposal {
  number: number;
  title: string;
  main: string;
  head: string;
  /** The tree that main would have. */
  mergeTree: string;
  /** What would change on main; a renamed file is one removed and one added. */
  files: ChangedFile[];
  openedBy: string;
  /** Every login that opened it, moved its branch, or first brought one of its commits to the forge. */
  writers: string[];
  /** Approvals that stand; `commit` is what was approved. */
  approvals: { login: string; commit: string; at: string }[];
  /** What was said beside approvals and returns, oldest first. */
  remarks: { login: string; body: string; commit: string; at: string }[];
  mergedBy: string;
  /** When, ISO 8601. */
  at: string;
}

/** What a policy says of a merge that it admits. */
export interface Admitted {
  admitted: true;
  /** Goes into the merge commit. */
  message?: string;
  /** Whose approvals it rests on, and for whom they were given; all that stand, unless told. */
  approvers?: { login: string; onBehalfOf: string[] }[];
  /** Why it is merged without them. */
  emergency?: { reason: string };
}

/**
 * Decides whether a pull request may be merged into main now. It is asked while every other write waits, so it must not
 * write to the forge itself.
 */
export type MergePolicy = (
  proposal: MergeProposal,
) => Promise<Admitted | { admitted: false; reason: string }>;

/** Says why main must not take an import, a commit upon another one; undefined where it may. */
export type ImportPolicy = (before: string, commit: string) => Promise<string | undefined>;

/** The parts of a running forge that its routes work with. */
export interface ForgeContext {
  readonly repository: Repository;
  readonly history: FileHistory;
  readonly database: Database;
  readonly accounts: Accounts;
  readonly issues: Issues;
  readonly pulls: Pulls;
  readonly reviews: Reviews;
  readonly statuses: Statuses;
  readonly moves: Moves;
  readonly records: MergeRecords;
  readonly imports: ImportRecords;
  readonly merges: MergePreviews;
  readonly mergeRefusals: MergeRefusals;
  readonly events: Events;
  /** Everything that moves a ref or the state of a pull request happens inside this. */
  readonly lock: Lock;
  readonly policy: MergePolicy;
  readonly importPolicy: ImportPolicy;
  readonly screen: Screen | undefined;
  readonly permissions: (login: string) => Promise<Permissions>;
  readonly addresses: () => Addresses;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/** What the routes of one request share. */
export interface ForgeEnv {
  Variables: { account: Account; permissions: Permissions };
}
