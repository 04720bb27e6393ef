import { pageOf } from "../../content-store/list-pages.ts";
import type { MenuLink } from "./link.ts";
import type { Words } from "../words/words.ts";

/** One page of a list and the ways to the others. Pages are numbered from the oldest; the newest has no number. */
export interface Pagination<Item> {
  /** Undefined for the newest page. */
  number: number | undefined;
  path: string;
  items: readonly Item[];
  links: PageLinks;
}

/** The ways from a page of a list to its others. */
export interface PageLinks {
  newer: string | undefined;
  older: string | undefined;
  /** Pages near this one, newest first; undefined stands for a gap. */
  pages: (MenuLink | undefined)[];
}

/** A list that is cut into pages: its `numbered` pages hold `size` items each, the newest page the rest. */
export interface Paged<Item> {
  address: string;
  items: readonly Item[];
  numbered: number;
  size: number;
}

/** The page of a list with this number, the newest without one; undefined where there is no such page. */
export function paginate<Item>(
  list: Paged<Item>,
  page: string | undefined,
  words: Words,
): Pagination<Item> | undefined {
  const { address, items, numbered, size } = list;
  const number = page === undefined ? undefined : Number(page);
  if (number !== undefined && !(Number.isInteger(number) && number >= 1 && number <= numbered))
    return undefined;
  const addressOf = (of: number) => (of > numbered ? address : `${address}/trang/${String(of)}`);
  const place = number ?? numbered + 1;
  return {
    number,
    path: addressOf(place),
    items:
      number === undefined ? items.slice(0, items.length - size * numbered) : pageOf(items, number, size),
    links: {
      newer: place > numbered ? undefined : addressOf(place + 1),
      older: place > 1 ? addressOf(place - 1) : undefined,
      pages: pagesAround(place, numbered, addressOf, words),
    },
  };
}

/** What a page of a list is called; the newest by the list alone. */
export function pageTitle(heading: string, number: number | undefined, { lists }: Words): string {
  return number === undefined ? heading : lists.titled(heading, String(number));
}

/** The newest page, two on either side of this one, and the oldest. */
function pagesAround(
  place: number,
  numbered: number,
  addressOf: (page: number) => string,
  { lists }: Words,
): (MenuLink | undefined)[] {
  if (numbered === 0) return [];
  const links: (MenuLink | undefined)[] = [];
  let before = numbered + 2;
  for (let page = numbered + 1; page >= 1; page--) {
    if (page <= numbered && page > 1 && Math.abs(page - place) > 2) continue;
    if (before - page > 1) links.push(undefined);
    links.push({
      label: page > numbered ? lists.newest : String(page),
      address: addressOf(page),
      current: page === place,
    });
    before = page;
  }
  return links;
}
