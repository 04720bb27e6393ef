import { newsAddress } from "../content-model/content-path.ts";
import { casePaths } from "./cases.ts";
import type { Content, NewsEntry, SiteContent } from "./content.ts";
import { documentIndex } from "./document-index.ts";
import { movedDocuments } from "./document-pages.ts";
import { goneKindPaths, kindPaths } from "./kind-pages.ts";
import { listedNews } from "./listed-news.ts";
import { olderListPages } from "./list-pages.ts";
import { archivePaths } from "./news-months.ts";
import { tagPaths } from "./tags.ts";

/** One thing a host serves: an address on a site and the file it lies in below the site's document root. */
export interface Address {
  site: string;
  /** As a reader sees it: `/tin-tuc/2026/…`, `/rss.xml`. */
  path: string;
  /** `tin-tuc/2026/….html`; a page that is gone ends in `.410.html`, one that has moved in `.301`. */
  file: string;
  /** Where a page that has moved is now. */
  movedTo?: string;
}

/** Every address of every site, in a fixed order: what a full build renders. */
export function addressesOf(content: Content): Address[] {
  return [...content.sites.values()].flatMap((site) => siteAddresses(site));
}

/** Every address of one site. */
export function siteAddresses(site: SiteContent): Address[] {
  return [
    ...shownPaths(site).map((path) => addressAt(site.id, path)),
    ...gonePaths(site).map((path) => goneAddress(site.id, path)),
    ...movedAddresses(site),
  ];
}

/** Addresses at which a notice stands in the place of what was taken back or has expired. */
export const gonePaths = (site: SiteContent): string[] => [
  ...articlePaths(site.gone),
  ...goneKindPaths(site),
];

const articlePaths = (entries: readonly NewsEntry[]) =>
  entries.map(({ year, slug }) => newsAddress(year, slug));

function shownPaths(site: SiteContent, articles = articlePaths(site.news)): string[] {
  const { pages, sections } = site;
  const counts = new Map<string, number>();
  const listed = listedNews(site);
  for (const { data } of listed) counts.set(data.category, (counts.get(data.category) ?? 0) + 1);
  return [
    "/",
    "/tin-tuc",
    ...olderListPages("/tin-tuc", listed.length),
    ...sections.flatMap((section) => {
      const address = sectionAddress(section.id);
      return [
        address,
        ...olderListPages(address, counts.get(section.id) ?? 0),
        rssAddress(address),
        atomAddress(address),
      ];
    }),
    ...articles,
    ...pages.map((page) => `/${page.slug}`),
    ...kindPaths(site),
    ...casePaths(site),
    ...archivePaths(site),
    ...tagPaths(site),
    "/lien-ket",
    "/so-do-trang",
    "/tim-kiem",
    "/404",
    rssAddress("/"),
    atomAddress("/"),
    "/sitemap.xml",
    ...sitemapNames(site).map(sitemapAddress),
    "/robots.txt",
    "/theme.css",
    "/bieu-trung.svg",
  ];
}

const addressAt = (site: string, path: string): Address => ({ site, path, file: fileOf(path) });

/** The page at an address, or the notice in its place. */
export const pageAddress = (site: SiteContent, path: string, gone: boolean): Address =>
  gone ? goneAddress(site.id, path) : addressAt(site.id, path);

const goneAddress = (site: string, path: string): Address => ({
  site,
  path,
  file: `${path.slice(1)}.410.html`,
});

const knownMoved = new WeakMap<SiteContent, readonly Address[]>();

/** Former addresses of articles and documents, and of registers of authorities that were renamed, unless something else has taken their place. */
export function movedAddresses(site: SiteContent): readonly Address[] {
  const known = knownMoved.get(site);
  if (known) return known;
  const moved = readMoved(site);
  knownMoved.set(site, moved);
  return moved;
}

function readMoved(site: SiteContent): Address[] {
  const moved = new Map<string, Address>();
  const lead = (path: string, movedTo: string) => {
    if (!moved.has(path)) moved.set(path, { site: site.id, path, file: `${path.slice(1)}.301`, movedTo });
  };
  for (const entry of [...site.news, ...site.gone]) {
    for (const path of entry.data.formerAddresses ?? []) lead(path, newsAddress(entry.year, entry.slug));
  }
  for (const { path, movedTo } of movedDocuments(site)) lead(path, movedTo);
  if (moved.size > 0) for (const path of takenPaths(site, moved)) moved.delete(path);
  return [...moved.values()];
}

/** Addresses where there is a page or a notice; of articles, which are many, those alone that are named as one of `former`. */
function takenPaths(site: SiteContent, former: ReadonlyMap<string, unknown>): string[] {
  const names = new Set([...former.keys()].map((path) => path.slice(path.lastIndexOf("/") + 1)));
  const namesakes = [...site.news, ...site.gone].filter(({ slug }) => names.has(slug));
  return [...shownPaths(site, articlePaths(namesakes)), ...goneKindPaths(site)];
}

export const sectionAddress = (id: string) => `/chuyen-muc/${id}`;
export const sitemapAddress = (name: string) => `/sitemap-${name}.xml`;
/** The sitemap of what is not an article. */
export const pagesMap = "trang";
/** The sitemap of the newest articles, for news search. */
export const newsMap = "tin-moi";

/** The feeds of the list at an address: `/` is the whole site. */
export const rssAddress = (list: string) => `${list === "/" ? "" : list}/rss.xml`;
export const atomAddress = (list: string) => `${list === "/" ? "" : list}/atom.xml`;

/** The sitemap of a year's documents. */
export const documentsMap = (year: string) => `van-ban-${year}`;

/** The sitemaps of a site: one for its pages and lists, one for the articles and one for the documents of each year. */
export function sitemapNames(site: SiteContent): string[] {
  const years = [...newsYears(site)].sort().reverse();
  const documents = [...documentIndex(site).byYear.keys()].sort().reverse();
  return [pagesMap, ...(years.length > 0 ? [newsMap] : []), ...years, ...documents.map(documentsMap)];
}

function newsYears({ news }: SiteContent): Set<string> {
  const years = new Set<string>();
  // From the newest on, nearly every article has the year of the one before.
  let last: string | undefined;
  for (const { year } of news) {
    if (year !== last) years.add(year);
    last = year;
  }
  return years;
}

/** The file an address is served from: `/` is index.html, `/a/b` is a/b.html, `/rss.xml` itself. */
export function fileOf(path: string): string {
  if (path === "/") return "index.html";
  return /\.[a-z0-9]+$/.test(path) ? path.slice(1) : `${path.slice(1)}.html`;
}
