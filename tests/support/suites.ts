/** The suites that `npm test` runs, each a folder of tests. */
export type Suite = "unit" | "contract" | "e2e" | "faults";
