import type { Clock } from "../../foundation/clock.ts";

/** Lets so much through in a time, evenly: what was not used comes back bit by bit. */
export interface RateLimit {
  /** The seconds to wait until `amount` may pass for a key; 0 if it may now, and then it is counted. */
  take: (key: string, amount?: number) => number;
}

const mostKeys = 20_000;

/** `most` in so many milliseconds for each key. Its memory is empty after a restart. */
export function rateLimit(most: number, within: number, clock: Clock): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  return {
    take(key, amount = 1) {
      const now = clock().getTime();
      const known = buckets.get(key) ?? { left: most, at: now };
      const left = Math.min(most, known.left + ((now - known.at) / within) * most);
      // The one used last is the last to be forgotten: a flood of invented keys must not fill the memory.
      buckets.delete(key);
      for (const oldest of buckets.keys()) {
        if (buckets.size < mostKeys) break;
        buckets.delete(oldest);
      }
      const passes = left >= amount;
      buckets.set(key, { left: passes ? left - amount : left, at: now });
      return passes ? 0 : Math.max(1, Math.ceil((((amount - left) / most) * within) / 1000));
    },
  };
}
