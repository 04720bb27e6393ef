import { bearingOf, type Grounds, type MainChange } from "../editorial/grounds.ts";
import type { Clock } from "../foundation/clock.ts";
import { growingPauses, type GrowingPauses } from "../foundation/growing-pauses.ts";
import { describeProblem } from "../foundation/problem.ts";
import { callAt, type PlannedCall } from "./call-at.ts";
import { createTaskQueue, type Hurry } from "./task-queue.ts";

/** The checks of submissions, one after the other: first those for whose verdict somebody waits. */
export interface SubmissionChecks {
  check: (number: number) => void;
  /** Checks every open submission, those that have a verdict at leisure. */
  checkAll: () => void;
  /** Checks again what may have another verdict now that main has moved. */
  mainMoved: () => void;
  stop: () => Promise<void>;
}

/** What a verdict was found on: a commit of main, and what was looked at there. */
export interface Verdict {
  main: string;
  grounds: Grounds;
}

export interface SubmissionChecksOptions {
  /** Resolves with nothing where the submission is closed. */
  review: (number: number) => Promise<Verdict | undefined>;
  openSubmissions: () => readonly { number: number; hasVerdict: boolean }[];
  /** Main as it is, and what became of it since a commit. */
  mainSince: (commit: string) => Promise<{ main: string } & MainChange>;
  /** Resolves when it is the turn of a check for which nobody waits, or which is wanted soon: readers come first. */
  othersFirst: (hurry: Hurry) => Promise<void>;
  clock: Clock;
  log: (line: string) => void;
}

/** How soon a check that broke off is made again (ms), the first time and later ones: its author waits for a verdict. */
const untilNextTry = [5000, 30_000, 300_000] as const;

/** A check that breaks off, as when a disk is full for a moment, is made again until it comes to an end. */
export function createSubmissionChecks(options: SubmissionChecksOptions): SubmissionChecks {
  const { review, openSubmissions, mainSince, othersFirst, clock, log } = options;
  /** Of the checks that broke off. */
  const pauses = new Map<string, GrowingPauses>();
  const planned = new Map<string, PlannedCall>();
  /** What each of them does; few enough to keep. */
  const tasks = new Map<string, () => Promise<void>>();
  /** What the verdicts of open submissions were found on, since the start. */
  const verdicts = new Map<number, Verdict>();
  const queue = createTaskQueue((name, error) => {
    const own = pauses.get(name) ?? growingPauses(...untilNextTry);
    pauses.set(name, own);
    const wait = own.next();
    log(`${name} could not be checked, next try in ${String(wait / 1000)} s: ${describeProblem(error)}`);
    planned.set(
      name,
      callAt(new Date(clock().getTime() + wait), clock, () => {
        add(name, tasks.get(name));
      }),
    );
  }, othersFirst);

  function add(name: string, task: (() => Promise<void>) | undefined, hurry: Hurry = "now"): void {
    if (!task) return;
    planned.get(name)?.cancel();
    planned.delete(name);
    tasks.set(name, task);
    const run = async () => {
      await task();
      pauses.delete(name);
    };
    queue.add(name, run, hurry);
  }

  const check = (number: number, hurry?: Hurry) => {
    const name = `Submission ${String(number)}`;
    const task = async () => {
      const verdict = await review(number);
      if (verdict) {
        verdicts.set(number, verdict);
        return;
      }
      verdicts.delete(number);
      tasks.delete(name);
    };
    add(name, task, hurry);
  };

  async function checkWhatMatters(): Promise<void> {
    const changes = new Map<string, ReturnType<typeof mainSince>>();
    const open = openSubmissions();
    const numbers = new Set(open.map(({ number }) => number));
    for (const number of verdicts.keys()) if (!numbers.has(number)) verdicts.delete(number);
    for (const { number } of open) {
      const verdict = verdicts.get(number);
      // It waits for its first check since the start: that is made on main as it is then.
      if (!verdict) continue;
      const change = changes.get(verdict.main) ?? mainSince(verdict.main);
      changes.set(verdict.main, change);
      const { main, ...moved } = await change;
      const bearing = bearingOf(moved, verdict.grounds);
      if (bearing !== "none") check(number, bearing === "verdict" ? "soon" : "calm");
      else if (verdicts.get(number) === verdict) verdicts.set(number, { ...verdict, main });
    }
  }

  return {
    check: (number) => {
      check(number);
    },
    checkAll() {
      for (const { number, hasVerdict } of openSubmissions()) check(number, hasVerdict ? "calm" : "now");
    },
    mainMoved() {
      add("Open submissions", checkWhatMatters);
    },
    async stop() {
      for (const call of planned.values()) call.cancel();
      await queue.stop();
      for (const call of planned.values()) call.cancel();
    },
  };
}
