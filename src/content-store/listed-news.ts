import { isEarlier } from "../foundation/vietnam-time.ts";
import type { NewsEntry, SiteContent } from "./content.ts";

const listed = new WeakMap<SiteContent, readonly NewsEntry[]>();

/** The articles that a site's lists show, newest first: its own, and those that others share with it. */
export function listedNews(site: SiteContent): readonly NewsEntry[] {
  if (site.shared.length === 0) return site.news;
  const known = listed.get(site);
  if (known) return known;
  const merged = merge(site.news, site.shared);
  listed.set(site, merged);
  return merged;
}

/** Two lists, newest first, as one. */
function merge(one: readonly NewsEntry[], other: readonly NewsEntry[]): NewsEntry[] {
  const merged: NewsEntry[] = [];
  let [left, right] = [0, 0];
  for (;;) {
    const [a, b] = [one[left], other[right]];
    if (!a) return [...merged, ...other.slice(right)];
    if (!b) return [...merged, ...one.slice(left)];
    const isOlder = isEarlier(a.data.date, b.data.date);
    merged.push(isOlder ? b : a);
    if (isOlder) right += 1;
    else left += 1;
  }
}
