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
 * The pages of a list that show something else than before, its first page with them. `changed` are items that are shown
 * otherwise although they are the same.
 */
export function changedPagesOf<Item>(
  address: string,
  before: readonly Item[],
  after: readonly Item[],
  changed: ReadonlySet<Item>,
): string[] {
  const [old, now] = [fullPages(before.length), fullPages(after.length)];
  const differs = (page: number) => {
    const [one, other] = [pageOf(before, page), pageOf(after, page)];
    return one.length !== other.length || one.some((item, at) => item !== other[at] || changed.has(item));
  };
  const numbers = Array.from({ length: Math.max(old, now) }, (_, index) => index + 1).filter(
    // Where there are more or fewer pages, those near the end name others than before.
    (page) => (old !== now && page > Math.min(old, now) - namedPages) || differs(page),
  );
  const rest = Math.max(before.length - old * listPageSize, after.length - now * listPageSize);
  const first =
    before.length !== after.length ||
    after.slice(0, rest).some((item, at) => item !== before[at] || changed.has(item));
  if (numbers.length === 0 && !first) return [];
  return [address, ...numbers.map((page) => `${address}/trang/${String(page)}`)];
}
