import { newsAddress } from "../content-model/content-path.ts";
import type { Content, NewsEntry, SiteContent } from "./content.ts";

/** Articles on one page of a list. */
export const listPageSize = 20;

/** One thing a host serves: an address on a site and the file it lies in below the site's document root. */
export interface Address {
  site: string;
  /** As a reader sees it: `/tin-tuc/2026/…`, `/rss.xml`. */
  path: string;
  /** `tin-tuc/2026/….html`. */
  file: string;
}

/** Every address of every site, in a fixed order: what a full build renders. */
export function addressesOf(content: Content): Address[] {
  return [...content.sites.values()].flatMap((site) => siteAddresses(site));
}

function siteAddresses(site: SiteContent): Address[] {
  const visible = visibleNews(site);
  const paths = [
    "/",
    "/tin-tuc",
    ...olderListPages("/tin-tuc", visible.length),
    ...site.settings.sections.flatMap((section) => {
      const address = sectionAddress(section.id);
      const count = visible.filter((entry) => entry.data.category === section.id).length;
      return [address, ...olderListPages(address, count), `${address}/rss.xml`];
    }),
    // A withdrawn article keeps its address: it says that it was withdrawn, and why.
    ...site.news.map((entry) => newsAddress(entry.year, entry.slug)),
    ...site.pages.map((page) => `/${page.slug}`),
    "/tim-kiem",
    "/404",
    "/rss.xml",
    "/sitemap.xml",
    "/robots.txt",
    "/theme.css",
    "/bieu-trung.svg",
  ];
  return paths.map((path) => ({ site: site.id, path, file: fileOf(path) }));
}

export const sectionAddress = (id: string) => `/chuyen-muc/${id}`;

/** Articles that readers see, newest first. */
export function visibleNews(site: SiteContent): readonly NewsEntry[] {
  return site.news.filter((entry) => !entry.data.withdrawn);
}

/**
 * Pages of a list are numbered from the oldest, so that a new article changes the first page and no other:
 * page 1 holds the twenty oldest; the newest twenty to thirty-nine stand at the list's own address.
 */
export function olderListPages(address: string, count: number): string[] {
  return Array.from({ length: fullPages(count) }, (_, index) => `${address}/trang/${String(index + 1)}`);
}

/** How many numbered pages a list of `count` articles has. */
export function fullPages(count: number): number {
  return Math.max(0, Math.floor(count / listPageSize) - 1);
}

/** The file an address is served from: `/` is index.html, `/a/b` is a/b.html, `/rss.xml` itself. */
export function fileOf(path: string): string {
  if (path === "/") return "index.html";
  return /\.[a-z0-9]+$/.test(path) ? path.slice(1) : `${path.slice(1)}.html`;
}
