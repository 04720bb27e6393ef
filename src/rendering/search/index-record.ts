import type { ListedPage } from "../../content-model/page-table.ts";
import { writeRecordText } from "../../content-model/record-text.ts";
import { sortableDate, vietnamTime } from "../../foundation/vietnam-time.ts";
import { plainWords } from "./plain-words.ts";
import type { Searchable } from "./searchable.ts";

/** How many words of a page's body are indexed: many of the newest pages, the first ones of the others. */
const newPages = 1000;
const wordsOfNew = 200;
const wordsOfOld = 40;

/** What the index holds of a page that stands at this place from the newest. */
export function recordText(page: Searchable, place: number): string {
  const { number, title, summary = "", people = [], unit = "" } = page;
  const body = plainWords(page.body(), place < newPages ? wordsOfNew : wordsOfOld);
  const parts = [summary, body, ...people, unit].map((part) => part.trim()).filter((part) => part !== "");
  return writeRecordText({ number, title, text: parts.join(" · ") });
}

/** What the search page knows of a page before it loads its text. */
export function listedPage({ kind, section, unit, date }: Searchable): ListedPage {
  const facets: ListedPage["facets"] = { loai: kind };
  if (section !== undefined) facets["chuyen-muc"] = section;
  if (unit !== undefined) facets["don-vi"] = unit;
  return { day: date === undefined ? undefined : dayOf(date), facets };
}

/** Pages by date, the newest first, those without a date last. */
export function newestFirst(pages: readonly Searchable[]): Searchable[] {
  return pages
    .map((page) => ({ page, key: page.date === undefined ? "" : sortableDate(page.date) }))
    .sort((a, b) => (a.key < b.key ? 1 : a.key > b.key ? -1 : 0))
    .map(({ page }) => page);
}

function dayOf(date: string): string {
  const { year, month, day } = vietnamTime(new Date(date));
  return `${year}-${month}-${day}`;
}
