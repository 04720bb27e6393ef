/** How long to wait before what failed is tried again. */
export interface GrowingPauses {
  /** Whether the last try failed. */
  failing: () => boolean;
  /** It failed: the pause before the next try, in milliseconds. */
  next: () => number;
  /** It succeeded: the pauses begin anew. */
  reset: () => void;
}

/** Pauses in milliseconds, one after the other: most trouble is over in a moment, and what lasts is not asked about all the time. */
export function growingPauses(...pauses: readonly [number, ...number[]]): GrowingPauses {
  let failures = 0;
  return {
    failing: () => failures > 0,
    next() {
      const pause = pauses[Math.min(failures, pauses.length - 1)] ?? pauses[0];
      failures += 1;
      return pause;
    },
    reset() {
      failures = 0;
    },
  };
}
