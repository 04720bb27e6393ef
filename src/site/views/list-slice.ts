import { fullPages, listPageSize } from "../../content-store/list-pages.ts";
import type { MenuLink } from "./link.ts";

/** One page of a list whose pages are numbered from the oldest; the newest page has no number. */
export interface ListSlice<Item> {
  path: string;
  number: number | undefined;
  items: readonly Item[];
  newer: string | undefined;
  older: string | undefined;
  /** Pages near this one, newest first; undefined stands for a gap. */
  pages: (MenuLink | undefined)[];
}

/** The page of a list, newest first, at `address`; undefined where there is no such page. */
export function listSlice<Item>(
  address: string,
  list: readonly Item[],
  page: string | undefined,
): ListSlice<Item> | undefined {
  const numbered = fullPages(list.length);
  const number = page === undefined ? undefined : Number(page);
  if (number !== undefined && !(Number.isInteger(number) && number >= 1 && number <= numbered)) {
    return undefined;
  }
  const end = number === undefined ? undefined : list.length - listPageSize * (number - 1);
  const start = end === undefined ? 0 : end - listPageSize;
  const addressOf = (of: number | undefined) =>
    of === undefined || of > numbered ? address : `${address}/trang/${String(of)}`;
  const place = number ?? numbered + 1;
  return {
    path: addressOf(number),
    number,
    items: list.slice(start, end ?? list.length - listPageSize * numbered),
    newer: place > numbered ? undefined : addressOf(place + 1),
    older: place > 1 ? addressOf(place - 1) : undefined,
    pages: pagesAround(place, numbered, addressOf),
  };
}

/** The newest page, two on either side of this one, and the oldest. */
function pagesAround(
  place: number,
  numbered: number,
  addressOf: (page: number) => string,
): (MenuLink | undefined)[] {
  if (numbered === 0) return [];
  const links: (MenuLink | undefined)[] = [];
  let before = numbered + 2;
  for (let page = numbered + 1; page >= 1; page--) {
    if (page <= numbered && page > 1 && Math.abs(page - place) > 2) continue;
    if (before - page > 1) links.push(undefined);
    links.push({
      label: page > numbered ? "Mới nhất" : String(page),
      address: addressOf(page),
      current: page === place,
    });
    before = page;
  }
  return links;
}
