import { setTimeout as pause } from "node:timers/promises";
import type { MainChange } from "../editorial/grounds.ts";
import { reviewSubmission, type Reviewer } from "../editorial/review-submission.ts";
import { statusContext } from "../editorial/status-context.ts";
import { nextChange } from "../content-store/next-change.ts";
import type { Forge } from "../forge/forge.ts";
import type { ForgeEvent } from "../forge/events.ts";
import { describeProblem } from "../foundation/problem.ts";
import { mainBranch } from "../git/main-branch.ts";
import { catchUpHosts, publishMain, type MainPublication } from "../publishing/publish-main.ts";
import { createPublisher } from "../publishing/publisher.ts";
import { told } from "../publishing/without-authors.ts";
import { callAt, callEachNight } from "./call-at.ts";
import { carryOut } from "./carry-out.ts";
import type { PressOrder, Report } from "./control.ts";
import type { Notices } from "./notices/notices.ts";
import { createSubmissionChecks } from "./submission-checks.ts";

export interface Follower {
  /** Carries out an operator's order between two publications. */
  obey: (order: PressOrder) => Promise<Report>;
  stop: () => Promise<void>;
}

export interface FollowOptions {
  forge: Forge;
  reviewer: Reviewer;
  press: Omit<MainPublication, "published" | "untold">;
  /** Hears how publication goes, to tell people. */
  notices?: Pick<Notices, "everywhere" | "publicationFailed">;
  /** Removes what no kept release uses. */
  tidy: () => Promise<void>;
  log: (line: string) => void;
}

/** How soon a host that was left behind is tried again, in milliseconds. */
const untilNextTry = 30_000;

/** How long the checks that nobody waits for leave the desk to people, each time (ms): a start makes hundreds of them. */
const betweenCalmChecks = 500;

/** Pages that may be missing from the main search index before it is made anew within the day: a new one keeps its publication busy. */
const mostUnindexed = 150;

/**
 * Reacts to the forge: a new or changed submission is checked, a moved main is published. Publishes also at the moments
 * when pages change by themselves. First catches up with what happened while nobody followed.
 */
export async function followForge(options: FollowOptions): Promise<Follower> {
  const { forge, reviewer, press, notices, tidy, log } = options;
  const { clock } = press;
  const { check, checkAll, mainMoved, ...checks } = createSubmissionChecks({
    review: (number) =>
      reviewSubmission(number, reviewer, () => {
        check(number);
      }),
    openSubmissions: () =>
      forge
        .submissions()
        .filter(({ state }) => state === "open")
        .map(({ number, statuses }) => ({ number, hasVerdict: statuses.some(isVerdict) })),
    mainSince: (commit) => mainSince(commit, press),
    async othersFirst(hurry) {
      if (hurry === "calm") await pause(betweenCalmChecks, undefined, { ref: false });
      await publisher.idle();
    },
    ...{ clock, log },
  });
  const publication: MainPublication = {
    ...press,
    untold: (number, error) =>
      log(`The author of submission ${number} could not be told: ${describeProblem(error)}`),
    published(release, seconds) {
      log(told(release, seconds));
      hostsLeftBehind = release.behind.length > 0;
      if (hostsLeftBehind) retryHosts();
    },
  };
  /** The newest release did not reach every host. */
  let hostsLeftBehind = false;
  /** Set when something else than main asks for a publication. */
  let anew = false;
  const publisher = createPublisher(
    async () => {
      const { caughtUp, behind, ahead } = await catchUpHosts(press);
      hostsLeftBehind = behind.length > 0;
      for (const name of caughtUp) log(`${name} did not serve the newest release; it does now.`);
      for (const { name, error } of behind) tellOnce(`ALARM: ${name} is behind: ${describeProblem(error)}`);
      if (behind.length === 0) toldAlarms.clear();
      else retryHosts();
      const again = anew || ahead;
      anew = false;
      try {
        await publishMain(publication, again);
        if (!hostsLeftBehind) notices?.everywhere();
      } catch (error) {
        anew ||= again;
        throw error;
      }
      await waitForChange();
    },
    (error, retryIn) => {
      log(
        `Main could not be published; what is live stays, next try in ${retryIn / 1000} s.\n${describeProblem(error)}`,
      );
      notices?.publicationFailed(error);
    },
  );

  /** Alarms that were given and still hold: said once, not every half minute. */
  const toldAlarms = new Set<string>();
  function tellOnce(alarm: string): void {
    if (!toldAlarms.has(alarm)) log(alarm);
    toldAlarms.add(alarm);
  }

  let nextTry: NodeJS.Timeout | undefined;
  function retryHosts(): void {
    clearTimeout(nextTry);
    nextTry = setTimeout(() => publisher.request(), untilNextTry).unref();
  }

  let alarm: { cancel: () => void } | undefined;
  /** Publishes again at the next moment at which a page changes by itself. */
  async function waitForChange(): Promise<void> {
    alarm?.cancel();
    const next = nextChange(await press.contentAt(mainBranch));
    alarm = next && callAt(next, clock, () => publisher.request());
  }

  let indexing: Promise<void> | undefined;
  const ending = new AbortController();
  /** Makes the search indexes anew beside everything else; the next publication takes them up. */
  function renewSearch(most: number): void {
    indexing ??= (async () => {
      try {
        if (await press.rendering.search.renew(await press.contentAt(mainBranch), most, ending.signal)) {
          anew = true;
          publisher.request();
        }
      } catch (error) {
        if (!ending.signal.aborted) log(`The search index could not be made anew: ${describeProblem(error)}`);
      } finally {
        indexing = undefined;
      }
    })();
  }

  const leave = forge.onEvent((event: ForgeEvent) => {
    if (event.type === "pull_request" && ["opened", "synchronize", "reopened"].includes(event.action))
      check(event.number);
    // Somebody may have said why a finding may stand.
    if (event.type === "pull_request_review" && event.state === "COMMENTED") check(event.number);
    // Whoever saw that it can be published learns why it cannot.
    if (event.type === "merge_refused") check(event.number);
    if (event.type === "push" && event.ref === "refs/heads/main") {
      publisher.request();
      // What was right on the old main may be wrong on the new one; readers come first.
      void publisher.idle().then(() => {
        mainMoved();
        renewSearch(mostUnindexed);
      });
    }
  });

  if (!press.ledger.latest()) log("Publishing for the first time: every page, every picture in its sizes …");
  const held = press.ledger.held();
  if (held !== undefined)
    log(`Publication is held since a rollback (${held}). To lift that: npm run rollback -- --lift`);
  publisher.request();
  await publisher.idle();
  checkAll();
  renewSearch(mostUnindexed);
  const nights = callEachNight(clock, () => {
    renewSearch(0);
    // Days pass, and sites elsewhere come and go, without a change of main.
    checkAll();
    void publisher.between(async () => {
      await tidy();
      const { report, ok } = await carryOut({ order: "verify", repair: true }, press, () =>
        Promise.resolve(),
      );
      if (!ok) log(`ALARM: the nightly comparison found what it could not mend:\n${report}`);
    });
  });
  return {
    obey: (order) => publisher.between(() => carryOut(order, press, () => publishMain(publication))),
    async stop() {
      leave();
      nights.cancel();
      alarm?.cancel();
      clearTimeout(nextTry);
      ending.abort();
      await checks.stop();
      await publisher.stop();
      await indexing;
    },
  };
}

const isVerdict = ({ context, state }: { context: string; state: string }) =>
  context === statusContext.check && state !== "pending";

/** Main as it is, and which of its files have changed since a commit. */
async function mainSince(
  commit: string,
  { repository, contentAt }: FollowOptions["press"],
): Promise<{ main: string } & MainChange> {
  const main = (await repository.resolve(mainBranch)) ?? commit;
  const [files, content] = await Promise.all([
    repository.changedFiles(commit, main, { renames: false }),
    contentAt(main),
  ]);
  return { main, files, content };
}
