import { spokenBy, type Candidate } from "./candidate.ts";
import type { SortedRecords } from "./sort-records.ts";
import type { Spool } from "./spool.ts";

/**
 * One candidate for each name. The same record twice is one; of messages about one document the newest holds, by the times that
 * they tell and else by their order; in a list, two that differ cannot both be right.
 */
export function oneEach(
  { candidates, settled }: Pick<SortedRecords, "candidates" | "settled">,
  spool: Spool,
  /** `changedOf`: when that was changed which main has under a name. */
  { messages, changedOf = () => "" }: { messages: boolean; changedOf?: (name: string) => string },
): { latest: Candidate[]; doubled: Candidate[]; older: Candidate[] } {
  // What main has already came later than this message, or stands beside it in the list.
  const [open, beside] = [[], []] as [Candidate[], Candidate[]];
  const nameOf = messages ? subjectOf : ({ id }: Candidate) => id;
  candidates.forEach((candidate, index) => {
    const after = settled.get(nameOf(candidate));
    const isNewer = messages && isBefore(changedOf(nameOf(candidate)), candidate.changed);
    if (after === undefined || (messages && index >= after) || isNewer) open.push(candidate);
    else if (!messages) beside.push(candidate);
  });
  const last = new Map<string, Candidate>();
  const again = new Map<string, Candidate[]>();
  const older: Candidate[] = [];
  for (const candidate of open) {
    const name = nameOf(candidate);
    const before = last.get(name);
    if (messages && before && isBefore(candidate.changed, before.changed)) {
      older.push(candidate);
      continue;
    }
    if (before && (!messages || areAtOdds(before, candidate)))
      again.set(name, [...(again.get(name) ?? [before]), candidate]);
    last.set(name, candidate);
  }
  const doubled = beside;
  for (const [name, group] of again) {
    const different = new Map(group.map((one) => [spokenBy(one, spool).digest, one]));
    if (different.size === 1) continue;
    last.delete(name);
    doubled.push(...different.values());
  }
  return { latest: [...last.values()], doubled, older };
}

/** The document that a record is about: a message that brings a new one is about that, whatever it replaces. */
export const subjectOf = ({ action, about, id }: Candidate) => (action === "withdraw" ? about : id);

/** Two new ones of one name in one file: neither of them came after the other, unless they say when. */
const areAtOdds = (one: Candidate, other: Candidate): boolean =>
  one.feed === other.feed &&
  one.action === "new" &&
  other.action === "new" &&
  !isBefore(one.changed, other.changed);

/** Whether something was changed before something else, where both tell when. */
export const isBefore = (one: string, other: string): boolean => one !== "" && other !== "" && one < other;
