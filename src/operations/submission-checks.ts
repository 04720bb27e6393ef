import type { Clock } from "../foundation/clock.ts";
import { describeProblem } from "../foundation/problem.ts";
import { callAt, type PlannedCall } from "./call-at.ts";
import { createTaskQueue } from "./task-queue.ts";

/** The checks of submissions, one after the other. */
export interface SubmissionChecks {
  check: (number: number) => void;
  checkAll: () => void;
  stop: () => Promise<void>;
}

export interface SubmissionChecksOptions {
  review: (number: number) => Promise<void>;
  openSubmissions: () => Promise<readonly { number: number }[]>;
  clock: Clock;
  log: (line: string) => void;
}

/** How soon a check that broke off is made again (ms), the first time and later ones: its author waits for a verdict. */
const untilNextTry = [5000, 30_000, 300_000] as const;

/** A check that breaks off, as when a disk is full for a moment, is made again until it comes to an end. */
export function createSubmissionChecks(options: SubmissionChecksOptions): SubmissionChecks {
  const { review, openSubmissions, clock, log } = options;
  const failures = new Map<string, number>();
  const planned = new Map<string, PlannedCall>();
  /** What each of them does; few enough to keep. */
  const tasks = new Map<string, () => Promise<void>>();
  const queue = createTaskQueue((name, error) => {
    const failed = failures.get(name) ?? 0;
    failures.set(name, failed + 1);
    const wait = untilNextTry[Math.min(failed, untilNextTry.length - 1)] ?? untilNextTry[0];
    log(`${name} could not be checked, next try in ${String(wait / 1000)} s: ${describeProblem(error)}`);
    planned.set(
      name,
      callAt(new Date(clock().getTime() + wait), clock, () => {
        add(name, tasks.get(name));
      }),
    );
  });

  function add(name: string, task: (() => Promise<void>) | undefined): void {
    if (!task) return;
    planned.get(name)?.cancel();
    planned.delete(name);
    tasks.set(name, task);
    queue.add(name, async () => {
      await task();
      failures.delete(name);
    });
  }

  const check = (number: number) => {
    add(`Submission ${String(number)}`, () => review(number));
  };
  return {
    check,
    checkAll() {
      add("Open submissions", async () => {
        for (const { number } of await openSubmissions()) check(number);
      });
    },
    async stop() {
      for (const call of planned.values()) call.cancel();
      await queue.stop();
      for (const call of planned.values()) call.cancel();
    },
  };
}
