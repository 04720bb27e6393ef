/** Entries on one page of a list. */
export const listPageSize = 20;

/**
 * Pages of a list are numbered from the oldest, so that a new entry changes the first page and no other:
 * page 1 holds the twenty oldest; the newest twenty to thirty-nine stand at the list's own address.
 */
export function olderListPages(address: string, count: number): string[] {
  return Array.from({ length: fullPages(count) }, (_, index) => `${address}/trang/${String(index + 1)}`);
}

/** How many numbered pages a list of `count` entries has. */
export function fullPages(count: number): number {
  return Math.max(0, Math.floor(count / listPageSize) - 1);
}
