/** Articles on one page of a list. */
export const listPageSize = 20;

/**
 * Pages of a list are numbered from the oldest, so that a new article changes the first page and no other: page 1 holds the
 * twenty oldest; the newest twenty to thirty-nine stand at the list's own address.
 */
export function olderListPages(address: string, count: number): string[] {
  return numberedPages(address, fullPages(count));
}

/** The addresses of a list's numbered pages. */
export function numberedPages(address: string, pages: number): string[] {
  return Array.from({ length: pages }, (_, index) => `${address}/trang/${String(index + 1)}`);
}

/** How many numbered pages a list of `count` articles has. */
export function fullPages(count: number, size = listPageSize): number {
  return Math.max(0, Math.floor(count / size) - 1);
}

/** The articles of a numbered page. */
export function pageOf<Item>(items: readonly Item[], page: number, size = listPageSize): readonly Item[] {
  const end = items.length - size * (page - 1);
  return items.slice(Math.max(0, end - size), Math.max(0, end));
}

/** How many pages on either side of a list's page its links name, and one for the gap mark. */
const namedPages = 4;

/**
 * The pages of a list that may show something else than before, its first page with them: what is older than the first
 * difference stays as it was. `changed` are items that are shown otherwise although they are the same.
 */
export function changedPagesOf<Item>(
  address: string,
  before: readonly Item[],
  after: readonly Item[],
  changed: ReadonlySet<Item>,
): string[] {
  const most = Math.max(before.length, after.length);
  let same = 0;
  for (; same < most; same += 1) {
    const item = after.at(-1 - same);
    if (item === undefined || item !== before.at(-1 - same) || changed.has(item)) break;
  }
  if (same === most) return [];
  const [old, now] = [fullPages(before.length), fullPages(after.length)];
  const shown = Math.floor(same / listPageSize) + 1;
  // Where there are more or fewer pages, those near the end name others than before.
  const first = old === now ? shown : Math.min(shown, Math.max(1, Math.min(old, now) - namedPages + 1));
  return [address, ...numberedPages(address, Math.max(old, now)).slice(first - 1)];
}
