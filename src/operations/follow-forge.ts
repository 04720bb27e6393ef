import { reviewSubmission, type Reviewer } from "../editorial/review-submission.ts";
import type { Forge } from "../forge/forge.ts";
import type { ForgeEvent } from "../forge/events.ts";
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
  press: Omit<MainPublication, "published">;
  log: (line: string) => void;
}

/** Reacts to the forge: a new or changed submission is checked, a moved main is published. First catches up with what happened while nobody followed. */
export async function followForge({ forge, reviewer, press, log }: FollowOptions): Promise<Follower> {
  const checks = createTaskQueue((name, error) =>
    log(`${name} could not be checked: ${describeProblem(error)}`),
  );
  const publisher = createPublisher(
    () =>
      publishMain({
        ...press,
        published: ({ manifest, changed }, seconds) =>
          log(
            `Release ${manifest.sequence} (${manifest.commit.slice(0, 8)}) is live on ${press.hosts.map((host) => host.name).join(" and ")}: ` +
              `${changed.length} files changed, ${seconds.toFixed(1)} s.`,
          ),
      }),
    (error) => log(`Main could not be published; what is live stays.\n${describeProblem(error)}`),
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

  if (await healHosts(press)) log("A host did not serve the newest release; it was put back.");
  publisher.request();
  await publisher.idle();
  checkAll();
  return {
    async stop() {
      leave();
      await checks.stop();
      await publisher.stop();
    },
  };
}
