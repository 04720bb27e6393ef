import type { AdEntry } from "../../content-store/content.ts";

/**
 * Which ads a page shows where more are running than it has place for, in their order there. Every ad draws a lot for every
 * page, made from both names alone: a reader of many pages meets all of them, each as often as its priority says, no script
 * has to shuffle them, and a page keeps its ads from one publication to the next. An ad that comes or goes changes the pages
 * that show it and no others.
 */
export function rotatedAds(ads: readonly AdEntry[], page: string, places: number): AdEntry[] {
  return ads
    .map((ad) => ({ ad, lot: lotOf(ad, page) }))
    .sort((a, b) => a.lot - b.lot || (a.ad.slug < b.ad.slug ? -1 : 1))
    .slice(0, places)
    .map(({ ad }) => ad);
}

/**
 * Exponential lots, the smallest wins: an ad of twice the weight is first twice as often (Efraimidis and Spirakis, 2006,
 * sampling by weight without replacement).
 */
function lotOf({ slug, data }: AdEntry, page: string): number {
  return -Math.log(fraction(`${page}\n${slug}`)) / weightOf(data.priority);
}

/** Priority 1 weighs nine times what priority 9 does. */
const weightOf = (priority: number) => 10 - priority;

/** A text as a number between 0 and 1, both left out: FNV-1a, then mixed so that similar texts lie far apart. */
function fraction(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32;
}
