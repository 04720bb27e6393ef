import type { ListedPage } from "../../content-model/page-table.ts";
import { writeRecordText } from "../../content-model/record-text.ts";
import { escapeMarkup } from "../../foundation/escape-markup.ts";
import { sortableDate, vietnamTime } from "../../foundation/vietnam-time.ts";
import { plainWords } from "./plain-words.ts";
import type { Searchable } from "./searchable.ts";

/** How many words of a page's body are indexed, by its place from the newest; of older ones only what sums them up. */
const limits = [
  { before: 150, words: 200 },
  { before: 500, words: 100 },
];
/** How many words stand for a summary where there is none. */
const leadWords = 40;

/** What the index holds of a page that stands at this place from the newest, and of no more words than `most`. `attached`: the text of its files. */
export function recordText(page: Searchable, place: number, most = Infinity, attached = ""): string {
  const { number, title, summary = "", people = [], unit = "" } = page;
  const limit = limits.find(({ before }) => place < before)?.words ?? (summary === "" ? leadWords : 0);
  const words = Math.min(limit, most);
  const body = words === 0 ? "" : plainWords(`${page.body()} ${escapeMarkup(attached)}`, words);
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
