import type { SearchAnswer, SearchQuery } from "../../../editorial/desk-answers.ts";
import { tabOf } from "../../../editorial/queue-item.ts";
import { lastReturn } from "../../../editorial/submission-view.ts";
import type { Forge, Submission } from "../../../forge/forge.ts";
import type { Clock } from "../../../foundation/clock.ts";
import { startHelper, type HelperThread } from "../../../foundation/helper-threads.ts";
import { describeProblem } from "../../../foundation/problem.ts";
import { mainBranch } from "../../../git/main-branch.ts";
import type { Repository } from "../../../git/repository.ts";
import { toReview } from "../desk-queue.ts";
import type { Draft } from "./search-database.ts";
import type { Goal, SearchResult, SearchTask } from "./search-index.ts";

/** Search over every entry on main and in every open submission. */
export interface DeskSearch {
  find: (query: SearchQuery) => Promise<SearchAnswer>;
  /** Reads what is new, from now on at once; until then it answers from what it knows. */
  begin: () => void;
  /** Resolves when everything that has happened can be found. */
  settled: () => Promise<void>;
  stop: () => Promise<void>;
}

export interface DeskSearchOptions {
  /** The index, which may be deleted at any time. */
  file: string;
  repository: Repository;
  forge: Pick<Forge, "submissions" | "onEvent" | "accounts">;
  clock: Clock;
  log: (line: string) => void;
}

/** Follows the forge: a thread of its own reads what has changed, so that neither a save nor a publication waits for it. */
export function openDeskSearch(options: DeskSearchOptions): DeskSearch {
  const { file, repository, forge, clock, log } = options;
  let thread: HelperThread<SearchTask, SearchResult> | undefined;
  let again = false;
  let stopped = false;
  let running: Promise<void> | undefined;

  async function ask(task: SearchTask): Promise<SearchResult> {
    if (stopped) throw new Error("The search has been stopped.");
    thread ??= startHelper<SearchTask, SearchResult>(new URL("./search-thread.ts", import.meta.url), {
      file,
      repository: repository.dir,
    });
    const asking = thread;
    try {
      return await asking.ask(task);
    } catch (error) {
      // A thread that failed may not answer any more: the next task has a new one.
      if (thread === asking) thread = undefined;
      await asking.stop();
      throw error;
    }
  }

  /** Whether something has happened that what is under way does not know of. */
  const overtaken = () => again || stopped;

  async function follow(): Promise<void> {
    again = false;
    const goal = await goalNow();
    if (!goal) return;
    let result = await ask({ task: "follow", goal });
    while ("left" in result && result.left > 0 && !overtaken()) result = await ask({ task: "step" });
  }

  async function goalNow(): Promise<Goal | undefined> {
    const main = await repository.resolve(mainBranch);
    const open = forge.submissions().filter(({ state }) => state === "open");
    return main === undefined ? undefined : { main, drafts: open.map(draftOf) };
  }

  function draftOf({ number, headSha, openedBy, labels, reviews }: Submission): Draft {
    const words = reviews.map(toReview);
    const approved = words.some(({ verdict, commit }) => verdict === "approved" && commit === headSha);
    return {
      number,
      head: headSha,
      state: tabOf({ merged: false, labels }, approved, lastReturn({ reviews: words }) !== undefined),
      login: openedBy,
      name: forge.accounts.find(openedBy)?.name ?? openedBy,
    };
  }

  function request(): void {
    if (running && again) return;
    again = true;
    running ??= follow()
      .catch((error: unknown) => {
        if (!stopped) log(`The desk's search could not follow: ${describeProblem(error)}`);
      })
      .finally(() => {
        running = undefined;
        if (again && !stopped) request();
      });
  }

  let leave = (): void => undefined;

  return {
    async find(query) {
      const result = await ask({ task: "find", query, now: clock().getTime() });
      if ("left" in result) throw new Error("The search answered something else.");
      // An index that was damaged has been begun anew.
      if (result.unread > 0) request();
      return result;
    },
    begin() {
      leave();
      leave = forge.onEvent(request);
      request();
    },
    async settled() {
      while (running) await running;
    },
    async stop() {
      stopped = true;
      leave();
      await thread?.stop();
      await running;
    },
  };
}
