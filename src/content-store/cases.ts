import type { CaseRecord } from "../content-model/case.ts";
import type { SiteContent } from "./content.ts";

/** Where readers ask how far their case is. */
export const casesAddress = "/tra-cuu-ho-so";

/** Where a case lies for whoever can name it: by its key, which number and code make. Nothing leads there. */
export const caseAddress = (key: string): string => `${casesAddress}/${key.slice(0, 2)}/${key}.json`;

/** A case as it is published. */
export interface HeldCase {
  key: string;
  oid: string;
  data: CaseRecord;
}

const paths = new WeakMap<SiteContent["cases"], readonly string[]>();

/** The page to ask on and the file of each case; none on a site that has no cases. */
export function casePaths({ cases }: SiteContent): readonly string[] {
  const known = paths.get(cases);
  if (known) return known;
  const made = cases.size === 0 ? [] : [casesAddress, ...[...cases.keys()].map(caseAddress)];
  paths.set(cases, made);
  return made;
}

/** The cases that differ between two contents. */
export function caseCandidates(before: SiteContent, after: SiteContent): string[] {
  if (before.cases === after.cases) return [casesAddress];
  const differing = new Set<string>();
  for (const [one, other] of [
    [before.cases, after.cases],
    [after.cases, before.cases],
  ] as const) {
    for (const [key, { oid }] of one) if (other.get(key)?.oid !== oid) differing.add(key);
  }
  return [casesAddress, ...[...differing].map(caseAddress)];
}
