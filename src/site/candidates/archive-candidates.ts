import type { NewsEntry, SiteContent } from "../../content-store/content.ts";
import {
  archiveYears,
  monthAddress,
  monthOf,
  monthPages,
  monthPageSize,
  newsMonths,
  yearAddress,
} from "../../content-store/news-months.ts";
import { numberedPages } from "../../content-store/list-pages.ts";
import { changedListPages } from "./changed-list-pages.ts";

/** Pages of the archive that may differ: every year's, and those of the months that changed or whose neighbours came or went. */
export function archiveCandidates(
  before: SiteContent,
  after: SiteContent,
  changed: ReadonlySet<NewsEntry>,
): string[] {
  if (changed.size === 0) return [];
  const [old, now] = [newsMonths(before), newsMonths(after)];
  const years = new Set([...archiveYears(before), ...archiveYears(after)]);
  const touched = new Set([...changed].map(monthOf));
  return [
    ...[...years].map(yearAddress),
    ...[...touched].flatMap((month) => {
      const [was, is] = [old.get(month) ?? [], now.get(month) ?? []];
      const list = {
        address: monthAddress(month),
        before: was,
        after: is,
        pages: monthPages,
        size: monthPageSize,
      };
      return [monthAddress(month), ...changedListPages(list, changed)];
    }),
    ...[...renamedBy(old, now)].flatMap((month) => {
      const count = Math.max(old.get(month)?.length ?? 0, now.get(month)?.length ?? 0);
      return [monthAddress(month), ...numberedPages(monthAddress(month), monthPages(count))];
    }),
  ];
}

type Months = ReadonlyMap<string, readonly NewsEntry[]>;

/** Months whose pages name a month that came or went: those of its year, and its neighbours. */
function renamedBy(old: Months, now: Months): Set<string> {
  const all = [...new Set([...old.keys(), ...now.keys()])].sort();
  const renamed = new Set<string>();
  all.forEach((month, place) => {
    if (old.has(month) === now.has(month)) return;
    const near = [all[place - 1], month, all[place + 1]];
    const ofYear = all.filter((other) => other.startsWith(month.slice(0, 5)));
    for (const other of [...near, ...ofYear]) if (other !== undefined) renamed.add(other);
  });
  return renamed;
}
