import { newsAddress } from "../../content-model/content-path.ts";
import type { NewsEntry, PageEntry, SiteContent } from "../../content-store/content.ts";
import { escapeMarkup } from "../../foundation/escape-markup.ts";
import { sortableDate, vietnamTime } from "../../foundation/vietnam-time.ts";
import { searchableOrganisation } from "./organisation.ts";
import { indexedPage } from "./indexed-page.ts";

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
    ...searchableOrganisation(site),
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
      return indexedPage(
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
      indexedPage(
        [],
        title,
        `${summary === undefined ? "" : `<p>${escapeMarkup(summary)}</p>`}${site.html(entry)}`,
      ),
  };
}

function beginning(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&[a-z#0-9]+;/g, " ")
    .split(/\s+/, firstWords + 1)
    .slice(0, firstWords)
    .join(" ");
}
