import type { NewsEntry } from "../../content-store/content.ts";
import type { NewsIndex } from "./news-index.ts";

const relatedCount = 4;
/** How far back a tag or section is looked through: keeps the work per article independent of the archive's size. */
export const relatedHorizon = 40;

/**
 * Articles to read after this one: those that share most of its tags, then the same section, newest first.
 * Only older ones are chosen, so that publishing an article never changes the pages of those before it.
 */
export function relatedTo(
  entry: NewsEntry,
  index: NewsIndex,
  except: readonly (NewsEntry | undefined)[],
): NewsEntry[] {
  const placeOf = (candidate: NewsEntry) => index.place.get(candidate)?.overall ?? 0;
  const own = placeOf(entry);
  const scores = new Map<NewsEntry, number>();
  const offer = (list: readonly NewsEntry[], weight: number) => {
    const start = firstAfter(list, own, placeOf);
    for (const candidate of list.slice(start, start + relatedHorizon))
      scores.set(candidate, (scores.get(candidate) ?? 0) + weight);
  };
  for (const tag of entry.data.tags ?? []) offer(index.byTag.get(tag) ?? [], 1);
  offer(index.bySection.get(entry.data.category) ?? [], 0.5);
  for (const other of except) if (other) scores.delete(other);
  return best(scores, placeOf);
}

/** The articles of the highest scores, newest first among equals. Hundreds are looked at for each page of a full build. */
function best(
  scores: ReadonlyMap<NewsEntry, number>,
  placeOf: (candidate: NewsEntry) => number,
): NewsEntry[] {
  type Scored = readonly [candidate: NewsEntry, score: number];
  const isBefore = ([one, score]: Scored, [other, otherScore]: Scored) =>
    score > otherScore || (score === otherScore && placeOf(one) < placeOf(other));
  const chosen: Scored[] = [];
  for (const scored of scores) {
    const last = chosen[relatedCount - 1];
    if (last && !isBefore(scored, last)) continue;
    if (last) chosen.pop();
    const at = chosen.findIndex((other) => isBefore(scored, other));
    chosen.splice(at === -1 ? chosen.length : at, 0, scored);
  }
  return chosen.map(([candidate]) => candidate);
}

/** Articles whose own related ones may have this one among them, before or after it: the newer ones of its tags and section. */
export function mayRelateTo(entry: NewsEntry, index: NewsIndex): NewsEntry[] {
  const overall = index.place.get(entry)?.overall;
  if (overall === undefined) return [];
  const placeOf = (candidate: NewsEntry) => index.place.get(candidate)?.overall ?? 0;
  const lists = [
    ...(entry.data.tags ?? []).map((tag) => index.byTag.get(tag) ?? []),
    index.bySection.get(entry.data.category) ?? [],
  ];
  return lists.flatMap((list) => {
    const end = firstAfter(list, overall - 1, placeOf);
    return list.slice(Math.max(0, end - relatedHorizon), end);
  });
}

/** The first place in a list, newest first, whose article comes after the overall place given. */
function firstAfter(
  list: readonly NewsEntry[],
  overall: number,
  placeOf: (entry: NewsEntry) => number,
): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = list[middle];
    if (entry && placeOf(entry) <= overall) low = middle + 1;
    else high = middle;
  }
  return low;
}
