import { fullPages, listPageSize, pageOf } from "../../content-store/list-pages.ts";
import type { NewsEntry } from "../../content-store/content.ts";

/** How many pages on either side of a list's page its links name, and one for the gap mark. */
const namedPages = 4;

/** A list cut into pages, as it was and as it is. */
export interface ChangedList {
  address: string;
  before: readonly NewsEntry[];
  after: readonly NewsEntry[];
  /** How many numbered pages so many articles make, and how many are on each; as on the lists of all news, unless told. */
  pages?: (count: number) => number;
  size?: number;
}

/** Numbered pages of a list that show other articles than before, or name other pages. */
export function changedListPages(list: ChangedList, changed: ReadonlySet<NewsEntry>): string[] {
  const { address, before, after, pages = fullPages, size = listPageSize } = list;
  const [old, now] = [pages(before.length), pages(after.length)];
  const paths: string[] = [];
  for (let page = 1; page <= Math.max(old, now); page += 1) {
    const renamed = old !== now && page > Math.min(old, now) - namedPages;
    if (renamed || differs(pageOf(before, page, size), pageOf(after, page, size), changed))
      paths.push(`${address}/trang/${String(page)}`);
  }
  return paths;
}

function differs(
  one: readonly NewsEntry[],
  other: readonly NewsEntry[],
  changed: ReadonlySet<NewsEntry>,
): boolean {
  return one.length !== other.length || one.some((entry, at) => entry !== other[at] || changed.has(entry));
}
