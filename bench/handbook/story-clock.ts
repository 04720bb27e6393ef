import type { BrowserContext } from "playwright-core";
import type { Clock } from "../../src/foundation/clock.ts";

/**
 * The time in the story that the handbook tells: it runs as ours does, from the moment that a scene says. Newsroom and browsers
 * go by it, so that the pictures of two runs name the same days and minutes.
 */
export interface StoryClock {
  now: Clock;
  /** Begins a scene: from here on it is this moment, `2026-11-30T08:05`, in Việt Nam. */
  set: (moment: string) => Promise<void>;
  /** Lets a browser tell the time of the story. */
  keepIn: (context: BrowserContext) => Promise<void>;
}

export function storyClock(begin: string): StoryClock {
  const contexts = new Set<BrowserContext>();
  let ahead = aheadOf(begin);
  const tell = async (context: BrowserContext) => {
    await context.addInitScript(shiftDate, ahead);
    for (const page of context.pages()) await page.evaluate(shiftDate, ahead).catch(() => undefined);
  };
  return {
    now: () => new Date(Date.now() + ahead),
    set: async (moment) => {
      ahead = aheadOf(moment);
      for (const context of contexts) await tell(context);
    },
    keepIn: async (context) => {
      contexts.add(context);
      context.on("close", () => contexts.delete(context));
      await tell(context);
    },
  };
}

const aheadOf = (moment: string) => Date.parse(`${moment}:00+07:00`) - Date.now();

/** Runs in the page: its dates are so many milliseconds ahead. */
function shiftDate(by: number): void {
  const page = globalThis as typeof globalThis & { congAhead?: number };
  const known = page.congAhead !== undefined;
  page.congAhead = by;
  if (known) return;
  const Real = Date;
  const now = () => Real.now() + (page.congAhead ?? 0);
  page.Date = new Proxy(Real, {
    construct: (target, given, self) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, self) as Date,
    apply: () => new Real(now()).toString(),
    get: (target, key) => (key === "now" ? now : (Reflect.get(target, key) as unknown)),
  });
}
