import { readEntryPath } from "../../../content-model/content-path.ts";
import { largestEntry } from "../../../content-model/entry-file.ts";
import type { SearchAnswer, SearchQuery } from "../../../editorial/desk-answers.ts";
import { mainBranch } from "../../../git/main-branch.ts";
import type { Repository } from "../../../git/repository.ts";
import { findEntries } from "./find-entries.ts";
import {
  isDamage,
  openSearchDatabase,
  removeSearchDatabase,
  type Draft,
  type SearchDatabase,
  type Version,
} from "./search-database.ts";

/** Where the index is to be: main's commit and the open submissions. */
export interface Goal {
  main: string;
  drafts: Draft[];
}

/** What the thread of the search is asked. */
export type SearchTask =
  | { task: "follow"; goal: Goal }
  /** Reads on for a moment; tells how many versions are left. */
  | { task: "step" }
  | { task: "find"; query: SearchQuery; now: number };

export type SearchResult = { left: number } | SearchAnswer;

/** How long one step may take, in ms: a search that comes meanwhile waits for it. */
const stepLength = 40;
const readTogether = 20;
const committedTogether = 1000;

/**
 * The index of one thread. It goes towards its goal in small steps, between which searches are answered, and takes from the
 * repository what differs and no more; what it has read stays in its file.
 */
export function openSearchIndex(
  file: string,
  repository: Repository,
): { do: (task: SearchTask) => Promise<SearchResult>; close: () => void } {
  let database = openSearchDatabase(file);
  let goal: Goal | undefined;
  /** Differences that were found and not yet read; a version without an id of its bytes is gone. */
  let pending: (Omit<Version, "oid"> & { oid: string | undefined; by?: string })[] = [];
  /** What is compared before there is anything to read, one submission after the other. */
  let compared: (() => Promise<void>)[] = [];
  let uncommitted = 0;
  /** What is true once everything pending has been read. */
  let reached: (() => void)[] = [];

  async function compareMain(commit: string): Promise<void> {
    const known = database.main();
    if (known === commit) return;
    const isThere = known !== undefined && (await repository.inspect(known)) !== undefined;
    if (isThere) {
      const changes = await repository.changedFiles(known, commit);
      for (const { path, oid, mode } of changes)
        if (readEntryPath(path))
          pending.push({ submission: 0, path, oid: mode === "120000" ? undefined : oid });
    } else {
      await compareWhole(commit);
    }
    reached.push(() => {
      database.setMain(commit);
    });
  }

  /** The first time, and after an end in the middle of it: what is there already is not read again. */
  async function compareWhole(commit: string): Promise<void> {
    const known = database.versionsOf(0);
    const files = await repository.listTree(commit, { path: "content/sites", recursive: true });
    for (const { path, oid, type, mode } of files) {
      if (type !== "blob" || mode === "120000" || !readEntryPath(path)) continue;
      if (known.get(path) !== oid) pending.push({ submission: 0, path, oid });
      known.delete(path);
    }
    for (const path of known.keys()) pending.push({ submission: 0, path, oid: undefined });
  }

  async function compareDraft(draft: Draft): Promise<void> {
    const base = (await repository.mergeBase(mainBranch, draft.head)) ?? mainBranch;
    const known = database.versionsOf(draft.number);
    for (const { path, oid, mode } of await repository.changedFiles(base, draft.head)) {
      if (oid === undefined || mode === "120000" || !readEntryPath(path)) continue;
      if (known.get(path) !== oid) pending.push({ submission: draft.number, path, oid, by: draft.name });
      known.delete(path);
    }
    for (const path of known.keys()) pending.push({ submission: draft.number, path, oid: undefined });
    reached.push(() => {
      database.putDraft(draft);
    });
  }

  function follow(next: Goal): void {
    goal = next;
    pending = [];
    reached = [];
    compared = [() => compareMain(next.main)];
    const known = database.drafts();
    database.together(() => {
      const open = new Set(next.drafts.map(({ number }) => number));
      for (const number of known.keys()) if (!open.has(number)) database.removeDraft(number);
      for (const draft of next.drafts) {
        const last = known.get(draft.number);
        // Where it stands is known at once, what it says once it has been read.
        if (last?.head === draft.head) database.putDraft(draft);
        else {
          database.putDraft({ ...draft, head: last?.head ?? "" });
          compared.push(() => compareDraft(draft));
        }
      }
    });
  }

  async function step(): Promise<void> {
    const end = performance.now() + stepLength;
    const compare = compared.shift();
    if (compare) {
      await compare();
      return;
    }
    while (pending.length > 0 && performance.now() < end) {
      const some = pending.slice(0, readTogether);
      const texts = await Promise.all(some.map(async ({ oid }) => (oid === undefined ? "" : read(oid))));
      for (const [index, { submission, path, oid, by }] of some.entries()) {
        if (oid === undefined) database.remove(submission, path);
        else database.put({ submission, path, oid }, texts[index] ?? "", by);
      }
      pending.splice(0, some.length);
      uncommitted += some.length;
      if (uncommitted < committedTogether) continue;
      database.commit();
      uncommitted = 0;
    }
    if (pending.length > 0) return;
    database.together(() => {
      for (const done of reached.splice(0)) done();
    });
  }

  /** A file too large to be an entry is found by its name alone. */
  async function read(oid: string): Promise<string> {
    const info = await repository.inspect(oid);
    if (!info || info.size > largestEntry) return "";
    return (await repository.readObject(oid)).data.toString("utf8");
  }

  const left = () => compared.length + pending.length + reached.length;

  async function carryOut(task: SearchTask): Promise<SearchResult> {
    if (task.task === "find") {
      const { results, more } = await findEntries(task.query, { database, read, now: new Date(task.now) });
      return { results, more, unread: left() };
    }
    if (task.task === "follow") follow(task.goal);
    else await step();
    return { left: left() };
  }

  return {
    async do(task) {
      try {
        return await carryOut(task);
      } catch (error) {
        if (!isDamage(error)) throw error;
        database = renewed(file, database);
        if (goal) follow(goal);
        return task.task === "find" ? { results: [], more: false, unread: left() } : { left: left() };
      }
    },
    close: () => {
      database.close();
    },
  };
}

function renewed(file: string, damaged: SearchDatabase): SearchDatabase {
  try {
    damaged.close();
  } catch {
    // It is thrown away.
  }
  removeSearchDatabase(file);
  return openSearchDatabase(file);
}
