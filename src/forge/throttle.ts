import type { Clock } from "../foundation/clock.ts";

/** Slows down guessing: after so many free tries a key must wait, twice as long after each further failure. */
export interface Throttle {
  /** The seconds to wait before a try; 0 if it may be made now. */
  wait(key: string): number;
  /** Counts a try as failed before it is made, so that many at once do not slip through. */
  count(key: string): void;
  /** The last try was right: takes back its failure alone, or all of them. */
  succeeded(key: string, takeBack: "one" | "all"): void;
}

interface Failures {
  count: number;
  last: number;
}

const firstWait = 30_000;
const longestWait = 15 * 60_000;
/** Failures are forgotten after this long without another one. */
const memory = 60 * 60_000;
const mostKeys = 10_000;

/** A throttle with its own memory, empty after a restart. */
export function makeThrottle(clock: Clock, freeTries: number): Throttle {
  const failures = new Map<string, Failures>();
  return {
    wait(key) {
      const now = clock().getTime();
      forgetOld(failures, now);
      const { count, last } = failures.get(key) ?? { count: 0, last: now };
      const wait = count < freeTries ? 0 : Math.min(firstWait * 2 ** (count - freeTries), longestWait);
      return Math.max(Math.ceil((last + wait - now) / 1000), 0);
    },
    count(key) {
      const count = (failures.get(key)?.count ?? 0) + 1;
      failures.set(key, { count, last: clock().getTime() });
    },
    succeeded(key, takeBack) {
      const known = failures.get(key);
      if (takeBack === "all" || !known || known.count <= 1) failures.delete(key);
      else known.count -= 1;
    },
  };
}

function forgetOld(failures: Map<string, Failures>, now: number): void {
  for (const [key, { last }] of failures) {
    // Oldest first: a flood of invented logins must not fill the memory.
    if (now - last > memory || failures.size > mostKeys) failures.delete(key);
  }
}
