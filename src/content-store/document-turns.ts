import { turnsOf } from "../content-model/document-validity.ts";
import { vietnamAhead } from "../foundation/vietnam-time.ts";
import type { DocumentEntry, SiteContent } from "./content.ts";

const turns = new WeakMap<readonly DocumentEntry[], ReadonlyMap<string, readonly DocumentEntry[]>>();

/** The documents whose validity turns on a day, by that day. */
function turnsByDay({ entries }: SiteContent): ReadonlyMap<string, readonly DocumentEntry[]> {
  const known = turns.get(entries.document);
  if (known) return known;
  const days = new Map<string, DocumentEntry[]>();
  for (const entry of entries.document) {
    for (const day of turnsOf(entry.data)) {
      const others = days.get(day);
      if (others) others.push(entry);
      else days.set(day, [entry]);
    }
  }
  turns.set(entries.document, days);
  return days;
}

/** The documents whose validity is another on the second of two days, whichever is the later one. */
export function documentsTurning(site: SiteContent, one: string, other: string): Set<DocumentEntry> {
  const turning = new Set<DocumentEntry>();
  if (one === other) return turning;
  const [from, to] = [one, other].sort() as [string, string];
  for (const [day, documents] of turnsByDay(site)) {
    if (day > from && day <= to) for (const entry of documents) turning.add(entry);
  }
  return turning;
}

/** The first midnight in Việt Nam (ms) after a moment at which some document's validity turns; none if there is no such. */
export function nextTurn(site: SiteContent, at: Date): number[] {
  const moments = [...turnsByDay(site).keys()].map((day) => Date.parse(day) - vietnamAhead);
  const next = moments.reduce(
    (first, moment) => (moment > at.getTime() && moment < first ? moment : first),
    Infinity,
  );
  return Number.isFinite(next) ? [next] : [];
}
