import { Hono } from "hono";
import { openFileHistory } from "../git/file-history.ts";
import type { Repository } from "../git/repository.ts";
import type { Clock } from "../foundation/clock.ts";
import { openAccounts, type Accounts, type Directory } from "./accounts.ts";
import { addressesAt } from "./addresses.ts";
import { apiRoutes } from "./api.ts";
import { readers, signedIn } from "./access.ts";
import { revalidate } from "./caching.ts";
import type { ForgeContext, ForgeEnv, ImportPolicy, MergePolicy, Permissions } from "./context.ts";
import { openDatabase } from "./database.ts";
import { makeEvents, type ForgeEvent } from "./events.ts";
import { installGuard } from "./guard.ts";
import { heal, openMissing } from "./heal.ts";
import {
  openImportRecords,
  takeImport,
  type Import,
  type ImportRecord,
  type ImportRecords,
} from "./imports.ts";
import { openIssues } from "./issues.ts";
import { makeLock } from "./lock.ts";
import { openMergeRecords, type MergeRecord, type MergeRecords } from "./merge-records.ts";
import { makeMergePreviews } from "./merge-previews.ts";
import { makeMergeRefusals } from "./merge-refusals.ts";
import { openMoves } from "./moves.ts";
import { openPulls, type Pull } from "./pulls.ts";
import { openReviews, type Review, type Reviews } from "./reviews.ts";
import type { Screen } from "./screen.ts";
import { signInRoutes } from "./sign-in.ts";
import { smartHttpRoutes } from "./smart-http.ts";
import { openStatuses } from "./statuses.ts";
import { listSubmissions, type Submission } from "./submissions.ts";
import { openTokens } from "./tokens.ts";
import { writersOf } from "./writers.ts";
import { answerErrors } from "./answer-errors.ts";

export type { Account, Accounts, Directory, NewAccount } from "./accounts.ts";
export type { ImportPolicy, MergePolicy, MergeProposal, Permissions } from "./context.ts";
export type { ForgeEvent } from "./events.ts";
export type { ForgeEnv } from "./context.ts";
export type { Submission } from "./submissions.ts";
export type { Screen } from "./screen.ts";
export type { Import, ImportRecord } from "./imports.ts";
export type { MergeRecord } from "./merge-records.ts";
export type { Review } from "./reviews.ts";

/** What a forge is made of and whom it asks. */
export interface ForgeOptions {
  repository: Repository;
  databaseFile: string;
  fullName: { owner: string; repo: string };
  /** The portal's name, shown where people sign in. */
  title: string;
  /** Scheme, host and port as browsers see them (`http://127.0.0.1:4800`); asked for once the server listens. */
  origin: () => string;
  policy: MergePolicy;
  /** Which files main may take from a program that reads other systems; none, unless given. */
  importPolicy?: ImportPolicy;
  /** Looks at every file of content before it is stored; lets everything pass unless given. */
  screen?: Screen;
  clock: Clock;
  permissions: (login: string) => Promise<Permissions>;
  /** The office's directory, which opens the accounts that have no password here. */
  directory?: Directory | undefined;
  /** The page where people read a pull request. */
  pageOf: (pullNumber: number) => string;
  log?: (line: string) => void;
}

/** A small forge over one bare repository: GitHub's REST API as far as the CMS and our tools use it, and git itself. */
export interface Forge {
  /** Everything the forge answers; to be mounted at the root of its origin. */
  app: Hono;
  accounts: Accounts;
  /** Everything about the open submissions and those merged last, for lists. */
  submissions(): Submission[];
  /** Logins of everybody who had a hand in a submission. */
  writersOf(submission: Submission): Promise<string[]>;
  /** The submission that a commit on main merged. */
  submissionOfMerge(commit: string): Pick<Pull, "number" | "openedBy"> | undefined;
  /** Lets main take what a program of the newsroom read from another system, if the policy leaves it to imports. */
  takeImport(commit: Import): Promise<void>;
  /** An application of the same origin whose routes answer readers of the repository alone, with the forge's errors and caching. */
  forReaders(): Hono<ForgeEnv>;
  /** Calls back after each thing that happened; returns how to stop that. */
  onEvent(listener: (event: ForgeEvent) => void): () => void;
  /** What the forge knows of how main came to be what it is. */
  history: ForgeHistory;
  /** Brings database and repository together again; to be run at every start. Returns what was done, in English. */
  heal(): Promise<string[]>;
  /** Opens the submission that a save left unopened on a branch, or puts it on the board, where its line was cut. The same. */
  openMissing(branch: string): Promise<string[]>;
  /** Waits for the writes under way and closes the database; the repository stays open. */
  close(): Promise<void>;
}

/** The merges into main, and what people said of what they brought. */
export interface ForgeHistory {
  merges(filter?: { emergency?: true }): MergeRecord[];
  reviews(pullNumber: number): Review[];
  /** The import that a commit on main is. */
  importOf(sha: string): ImportRecord | undefined;
}

/** Opens the forge over a repository and its database, making the database if there is none. */
export async function createForge(options: ForgeOptions): Promise<Forge> {
  await installGuard(options.repository);
  const forge = openContext(options);

  const app = new Hono();
  app
    .onError(answerErrors(forge.log))
    .route("/api/v3", apiRoutes(forge))
    .route("/", signInRoutes(forge, options.title))
    .route("/", smartHttpRoutes(forge));

  return {
    app,
    accounts: forge.accounts,
    submissions: () => listSubmissions(forge.database),
    writersOf: (submission) => writersOf(forge, submission, submission.headSha),
    submissionOfMerge: (commit) => forge.pulls.ofMerge(commit),
    takeImport: (commit) => takeImport(forge, commit),
    forReaders() {
      const routes = new Hono<ForgeEnv>();
      routes.onError(answerErrors(forge.log)).use(revalidate).use(signedIn(forge)).use(readers(forge));
      return routes;
    },
    onEvent: (listener) => forge.events.listen(listener),
    history: historyIn(forge.records, forge.reviews, forge.imports),
    heal: () => heal(forge),
    openMissing: (branch) => openMissing(forge, branch),
    close: () =>
      forge.lock(() => {
        forge.database.close();
        return Promise.resolve();
      }),
  };
}

/** The history alone, from the database of a forge that may run beside. */
export function openForgeHistory(databaseFile: string): ForgeHistory & { close: () => void } {
  const database = openDatabase(databaseFile);
  const history = historyIn(
    openMergeRecords(database),
    openReviews(database, () => new Date()),
    openImportRecords(database),
  );
  return {
    ...history,
    close: () => {
      database.close();
    },
  };
}

function historyIn(records: MergeRecords, reviews: Reviews, imports: ImportRecords): ForgeHistory {
  return {
    merges: (filter) => records.list(filter),
    reviews: (number) => reviews.list(number),
    importOf: (sha) => imports.find(sha),
  };
}

function openContext(options: ForgeOptions): ForgeContext {
  const { repository, clock, policy, permissions, fullName } = options;
  const log = options.log ?? (() => undefined);
  const database = openDatabase(options.databaseFile);
  return {
    repository,
    history: openFileHistory(repository),
    database,
    accounts: openAccounts(database, openTokens(database, clock), clock, {
      directory: options.directory,
      isKnown: async (login) => (await permissions(login)).pull,
    }),
    issues: openIssues(database, clock),
    pulls: openPulls(database, clock),
    reviews: openReviews(database, clock),
    statuses: openStatuses(database, clock),
    moves: openMoves(database, clock),
    records: openMergeRecords(database),
    imports: openImportRecords(database),
    merges: makeMergePreviews(repository),
    mergeRefusals: makeMergeRefusals(clock),
    events: makeEvents(log),
    lock: makeLock(),
    policy,
    importPolicy: options.importPolicy ?? (() => Promise.resolve("Kho này không nhận nhập tự động.")),
    screen: options.screen,
    permissions,
    addresses: () => addressesAt(options.origin(), fullName, options.pageOf),
    clock,
    log,
  };
}
