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
