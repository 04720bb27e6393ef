import type { Clock } from "../foundation/clock.ts";

/**
 * Remembers for a minute why somebody's merge was refused. The CMS answers a refusal by writing to main itself,
 * shows only the message of that second refusal, and so must be told the first reason there.
 */
export interface MergeRefusals {
  remember(login: string, reason: string): void;
  last(login: string): string | undefined;
}

const memory = 60_000;

/** A memory of refusals, empty after a restart. */
export function makeMergeRefusals(clock: Clock): MergeRefusals {
  const refusals = new Map<string, { reason: string; at: number }>();
  return {
    remember(login, reason) {
      refusals.set(login, { reason, at: clock().getTime() });
    },
    last(login) {
      const refusal = refusals.get(login);
      return refusal && clock().getTime() - refusal.at < memory ? refusal.reason : undefined;
    },
  };
}
