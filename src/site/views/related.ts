import type { NewsEntry } from "../../content-store/content.ts";
import type { NewsIndex } from "./news-index.ts";

const relatedCount = 4;
/** How far back a tag or section is looked through: keeps the work per article independent of the archive's size. */
const horizon = 40;

/**
 * Articles to read after this one: those that share most of its tags, then the same section, newest first.
 * Only older ones are chosen, so that publishing an article never changes the pages of those before it.
 */
export function relatedTo(
  entry: NewsEntry,
  index: NewsIndex,
  except: readonly (NewsEntry | undefined)[],
): NewsEntry[] {
  const shared = new Map<NewsEntry, number>();
  const offer = (candidates: readonly NewsEntry[], weight: number) => {
    for (const candidate of candidates) {
      if (!except.includes(candidate)) shared.set(candidate, (shared.get(candidate) ?? 0) + weight);
    }
  };
  for (const tag of entry.data.tags ?? []) offer(olderThan(entry, index.byTag.get(tag) ?? []), 1);
  offer(olderThan(entry, index.bySection.get(entry.data.category) ?? []), 0.5);
  const placeOf = (candidate: NewsEntry) => index.place.get(candidate)?.overall ?? 0;
  return [...shared.entries()]
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || placeOf(a) - placeOf(b))
    .slice(0, relatedCount)
    .map(([candidate]) => candidate);
}

function olderThan(entry: NewsEntry, list: readonly NewsEntry[]): readonly NewsEntry[] {
  const start = list.indexOf(entry) + 1;
  return list.slice(start, start + horizon);
}
