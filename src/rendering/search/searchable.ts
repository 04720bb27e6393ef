import { newsAddress } from "../../content-model/content-path.ts";
import type { EntryOf, NewsEntry, PageEntry, SiteContent } from "../../content-store/content.ts";
import { questionAddress, questionsOf } from "../../content-store/questions.ts";
import { weekAddress, weeksOf } from "../../content-store/weeks.ts";
import { escapeMarkup } from "../../foundation/escape-markup.ts";
import { sortableDate, vietnamTime } from "../../foundation/vietnam-time.ts";

/** A page that readers can search for: its address, and an id that changes with what is indexed of it. */
export interface Searchable {
  address: string;
  version: string;
  /** Sorts by time: `202611200830`; undefined for a static page. */
  date: string | undefined;
  /** The page as the indexer reads it. */
  html: () => string;
}

/** Articles whose whole text is indexed, the newest ones; of older ones the title, the summary and the first words. */
const inFull = 2000;
const firstWords = 60;

/** Everything of a site that can be searched for. */
export function searchableOf(site: SiteContent): Searchable[] {
  return [
    ...site.news.map((entry, place) => article(site, entry, place < inFull)),
    ...site.pages.map((entry) => staticPage(site, entry)),
    ...questionsOf(site).map((entry) => question(site, entry)),
    ...weeksOf(site).map((entry) => week(site, entry)),
  ];
}

function article(site: SiteContent, entry: NewsEntry, whole: boolean): Searchable {
  const { data, year, slug, oid } = entry;
  const key = sortableDate(data.date);
  const { day, month, year: shownYear } = vietnamTime(new Date(data.date));
  return {
    address: newsAddress(year, slug),
    version: oid,
    date: key,
    html: () => {
      const attributes = [
        `data-pagefind-filter="chuyen-muc[data-section], nam[data-year]"`,
        `data-section="${escapeMarkup(data.category)}"`,
        `data-year="${year}"`,
        `data-pagefind-sort="ngay:${key}"`,
        `data-pagefind-meta="ngay:${day}/${month}/${shownYear}"`,
      ];
      const body = site.html(entry);
      return document(
        attributes,
        data.title,
        `<p>${escapeMarkup(data.summary)}</p>${whole ? body : `<p>${escapeMarkup(beginning(body))}</p>`}` +
          (data.author === undefined ? "" : `<p>${escapeMarkup(data.author)}</p>`),
      );
    },
  };
}

function staticPage(site: SiteContent, entry: PageEntry): Searchable {
  const { title, summary } = entry.data;
  return {
    address: `/${entry.slug}`,
    version: entry.oid,
    date: undefined,
    html: () =>
      document(
        [],
        title,
        `${summary === undefined ? "" : `<p>${escapeMarkup(summary)}</p>`}${site.html(entry)}`,
      ),
  };
}

function question(site: SiteContent, entry: EntryOf<"question">): Searchable {
  const { title, question: asked, answeredBy, answeredOn } = entry.data;
  const words = [asked, answeredBy].map((text) => `<p>${escapeMarkup(text)}</p>`);
  return {
    address: questionAddress(entry),
    version: entry.oid,
    date: dayKey(answeredOn),
    html: () => document(datedAttributes(answeredOn), title, `${words.join("")}${site.html(entry)}`),
  };
}

/** A week is found by what happens in it, where and with whom. */
function week(site: SiteContent, entry: EntryOf<"week">): Searchable {
  const { title, firstDay, events } = entry.data;
  return {
    address: weekAddress(entry),
    version: entry.oid,
    date: dayKey(firstDay),
    html: () => {
      const lines = events.map(({ what, chair, attendees, place, prepares }) =>
        [what, chair, ...(attendees ?? []), place, prepares].filter((text) => text !== undefined).join(". "),
      );
      const body = lines.map((text) => `<p>${escapeMarkup(text)}</p>`).join("");
      return document(
        datedAttributes(firstDay),
        `Lịch công tác ${title.toLowerCase()} năm ${entry.year}`,
        `${body}${site.html(entry)}`,
      );
    },
  };
}

const dayKey = (day: string) => `${day.replaceAll("-", "")}0000`;

/** What lets results be filtered by year and sorted by their day (`2026-11-20`). */
function datedAttributes(day: string): string[] {
  return [
    `data-pagefind-filter="nam[data-year]"`,
    `data-year="${day.slice(0, 4)}"`,
    `data-pagefind-sort="ngay:${dayKey(day)}"`,
    `data-pagefind-meta="ngay:${day.split("-").reverse().join("/")}"`,
  ];
}

function document(attributes: readonly string[], title: string, body: string): string {
  return (
    `<!doctype html><html lang="vi"><body data-pagefind-body ${attributes.join(" ")}>` +
    `<h1 data-pagefind-meta="title">${escapeMarkup(title)}</h1>${body}</body></html>`
  );
}

function beginning(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&[a-z#0-9]+;/g, " ")
    .split(/\s+/, firstWords + 1)
    .slice(0, firstWords)
    .join(" ");
}
