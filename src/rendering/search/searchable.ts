import { newsAddress } from "../../content-model/content-path.ts";
import type { Content, NewsEntry, PageEntry, SiteContent } from "../../content-store/content.ts";

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
export function searchableOf(_content: Content, site: SiteContent): Searchable[] {
  return [
    ...site.news.map((entry, place) => article(site, entry, place < inFull)),
    ...site.pages.map((entry) => staticPage(site, entry)),
  ];
}

function article(site: SiteContent, entry: NewsEntry, whole: boolean): Searchable {
  const { data, year, slug, oid } = entry;
  const { key, day } = sortableDate(data.date);
  return {
    address: newsAddress(year, slug),
    version: oid,
    date: key,
    html: () => {
      const attributes = [
        `data-pagefind-filter="chuyen-muc[data-section], nam[data-year]"`,
        `data-section="${escaped(data.category)}"`,
        `data-year="${year}"`,
        `data-pagefind-sort="ngay:${key}"`,
        `data-pagefind-meta="ngay:${day}"`,
      ];
      const body = site.html(entry);
      return document(
        attributes,
        data.title,
        `<p>${escaped(data.summary)}</p>${whole ? body : `<p>${escaped(beginning(body))}</p>`}` +
          (data.author === undefined ? "" : `<p>${escaped(data.author)}</p>`),
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
      document([], title, `${summary === undefined ? "" : `<p>${escaped(summary)}</p>`}${site.html(entry)}`),
  };
}

function document(attributes: readonly string[], title: string, body: string): string {
  return (
    `<!doctype html><html lang="vi"><body data-pagefind-body ${attributes.join(" ")}>` +
    `<h1 data-pagefind-meta="title">${escaped(title)}</h1>${body}</body></html>`
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

/** In Viet Nam, seven hours ahead of UTC all year. */
function sortableDate(iso: string): { key: string; day: string } {
  const there = new Date(Date.parse(iso) + 7 * 3_600_000).toISOString();
  const [year, month, day] = there.slice(0, 10).split("-");
  return { key: there.slice(0, 16).replace(/\D/g, ""), day: `${day ?? ""}/${month ?? ""}/${year ?? ""}` };
}

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
