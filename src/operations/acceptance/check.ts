/** One thing that was looked at before a site is accepted. */
export interface CheckResult {
  /** What was looked at, in Vietnamese, as it stands in the record. */
  name: string;
  /** Where: a host, or the desk of the editors. */
  place: string;
  passed: boolean;
  /** What was found; what is wrong if it did not pass. */
  found: string;
  at: Date;
}

/** A check: resolves with what it found, throws with what is wrong. */
export interface Check {
  name: string;
  place: string;
  look: () => Promise<string>;
}

/** Runs checks one after the other; whatever one of them throws is its finding. */
export async function runChecks(checks: readonly Check[], clock: () => Date): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const { name, place, look } of checks) {
    const outcome = await look().then(
      (found) => ({ passed: true, found }),
      (error: unknown) => ({ passed: false, found: error instanceof Error ? error.message : String(error) }),
    );
    results.push({ name, place, ...outcome, at: clock() });
  }
  return results;
}

/** Throws with what is wrong unless it is so. */
export function expectThat(isSo: boolean, otherwise: string): void {
  if (!isSo) throw new Error(otherwise);
}
