/** Whether a document is in force on a day. */
export type Validity = "not-yet" | "in-force" | "partly" | "expired";

/** The days (`2026-11-25`) on which a document's validity turns. */
export interface ValidityDays {
  effectiveFrom?: string | undefined;
  partlyExpiredOn?: string | undefined;
  expiredOn?: string | undefined;
}

/** Undefined for a document that says nothing of it: letters and notices have no validity to speak of. */
export function validityOn(days: ValidityDays, day: string): Validity | undefined {
  const { effectiveFrom, partlyExpiredOn, expiredOn } = days;
  const since = (turn: string | undefined) => turn !== undefined && turn <= day;
  if (since(expiredOn)) return "expired";
  if (effectiveFrom !== undefined && effectiveFrom > day) return "not-yet";
  if (since(partlyExpiredOn)) return "partly";
  return effectiveFrom === undefined ? undefined : "in-force";
}

/** The days after the first on which its validity turns. */
export const turnsOf = ({ effectiveFrom, partlyExpiredOn, expiredOn }: ValidityDays): string[] =>
  [effectiveFrom, partlyExpiredOn, expiredOn].filter((day) => day !== undefined);
