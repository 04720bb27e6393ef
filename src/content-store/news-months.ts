import { vietnamDay } from "../foundation/vietnam-time.ts";
import { fullPages, numberedPages } from "./list-pages.ts";
import { listedNews } from "./listed-news.ts";
import type { NewsEntry, SiteContent } from "./content.ts";

/** Articles on a numbered page of a month, and how many a month may have before it is paged at all. */
export const monthPageSize = 50;
const unpaged = 100;

const months = new WeakMap<SiteContent, ReadonlyMap<string, readonly NewsEntry[]>>();

/** A site's articles by the month that is written on them (`2026-11`, in Việt Nam), newest first both ways. */
export function newsMonths(site: SiteContent): ReadonlyMap<string, readonly NewsEntry[]> {
  const known = months.get(site);
  if (known) return known;
  const found = new Map<string, NewsEntry[]>();
  for (const entry of listedNews(site)) {
    const month = monthOf(entry);
    const list = found.get(month);
    if (list) list.push(entry);
    else found.set(month, [entry]);
  }
  months.set(site, found);
  return found;
}

const monthsOfEntries = new WeakMap<Pick<NewsEntry, "data">, string>();

/** The month on an article: `2026-11`. Kept: a date never changes on an entry, and every content asks for all of them. */
export function monthOf(entry: Pick<NewsEntry, "data">): string {
  const known = monthsOfEntries.get(entry);
  if (known !== undefined) return known;
  const month = vietnamDay(new Date(entry.data.date)).slice(0, 7);
  monthsOfEntries.set(entry, month);
  return month;
}

/** The years of a site's months, newest first. */
export function archiveYears(site: SiteContent): string[] {
  return [...new Set([...newsMonths(site).keys()].map((month) => month.slice(0, 4)))];
}

/** `2026-11` lies at `/tin-tuc/2026/11`. */
export const monthAddress = (month: string) => `/tin-tuc/${month.replace("-", "/")}`;
export const yearAddress = (year: string) => `/tin-tuc/${year}`;

/** How many numbered pages a month of `count` articles has. */
export function monthPages(count: number): number {
  return count > unpaged ? fullPages(count, monthPageSize) : 0;
}

/** Every address of a site's archive. */
export function archivePaths(site: SiteContent): string[] {
  return [
    ...archiveYears(site).map(yearAddress),
    ...[...newsMonths(site)].flatMap(([month, entries]) => [
      monthAddress(month),
      ...numberedPages(monthAddress(month), monthPages(entries.length)),
    ]),
  ];
}
