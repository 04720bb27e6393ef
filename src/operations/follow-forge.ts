import { reviewSubmission, type Reviewer } from "../editorial/review-submission.ts";
import type { Forge } from "../forge/forge.ts";
import type { ForgeEvent } from "../forge/events.ts";
import type { Clock } from "../foundation/clock.ts";
import { describeProblem } from "../foundation/problem.ts";
import { healHosts, publishMain, type MainPublication } from "../publishing/publish-main.ts";
import { createPublisher } from "../publishing/publisher.ts";
import { createTaskQueue } from "./task-queue.ts";

export interface Follower {
  stop: () => Promise<void>;
}

export interface FollowOptions {
  forge: Forge;
  reviewer: Reviewer;
  press: Omit<MainPublication, "published" | "untold">;
  clock: Clock;
  log: (line: string) => void;
}

/** Reacts to the forge: a new or changed submission is checked, a moved main is published. First catches up with what happened while nobody followed. */
export async function followForge({ forge, reviewer, press, clock, log }: FollowOptions): Promise<Follower> {
  const checks = createTaskQueue((name, error) =>
    log(`${name} could not be checked: ${describeProblem(error)}`),
  );
  const publisher = createPublisher(
    () =>
      publishMain({
        ...press,
        untold: (number, error) =>
          log(`The author of submission ${number} could not be told: ${describeProblem(error)}`),
        published: ({ manifest, changed }, seconds) =>
          log(
            `Release ${manifest.sequence} (${manifest.commit.slice(0, 8)}) is live on ${press.hosts.map((host) => host.name).join(" and ")}: ` +
              `${changed.length} files changed, ${seconds.toFixed(1)} s.`,
          ),
      }),
    (error, retryIn) =>
      log(
        `Main could not be published; what is live stays, next try in ${retryIn / 1000} s.\n${describeProblem(error)}`,
      ),
  );
  const check = (number: number) =>
    checks.add(`Submission ${number}`, () => reviewSubmission(number, reviewer));
  const checkAll = () =>
    checks.add("Open submissions", async () => {
      for (const { number } of await reviewer.forge.openSubmissions()) check(number);
    });

  const leave = forge.onEvent((event: ForgeEvent) => {
    if (event.type === "pull_request" && ["opened", "synchronize", "reopened"].includes(event.action))
      check(event.number);
    if (event.type === "push" && event.ref === "refs/heads/main") {
      publisher.request();
      // What was right on the old main may be wrong on the new one.
      checkAll();
    }
  });

  try {
    if (await healHosts(press)) log("A host did not serve the newest release; it was put back.");
  } catch (error) {
    // Writing and approving go on; the publication below tries the hosts again.
    log(`A host could not be put right: ${describeProblem(error)}`);
  }
  if (!press.ledger.latest()) log("Publishing for the first time: every page, every picture in its sizes …");
  publisher.request();
  await publisher.idle();
  checkAll();
  const stopDays = eachMidnight(clock, () => publisher.request());
  return {
    async stop() {
      leave();
      stopDays();
      await checks.stop();
      await publisher.stop();
    },
  };
}

const day = 86_400_000;
/** Viet Nam is seven hours ahead of UTC all year. */
const ahead = 7 * 3_600_000;

/** Calls back a moment after each midnight in Viet Nam, when ads begin and end; returns how to stop that. */
function eachMidnight(clock: Clock, callback: () => void): () => void {
  let timer: NodeJS.Timeout;
  const wait = () => {
    const sinceMidnight = (clock().getTime() + ahead) % day;
    timer = setTimeout(
      () => {
        callback();
        wait();
      },
      day - sinceMidnight + 1000,
    ).unref();
  };
  wait();
  return () => {
    clearTimeout(timer);
  };
}
