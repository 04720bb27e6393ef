import { newsAddress } from "../../content-model/content-path.ts";
import { newsYears, pagesMap, sectionAddress, sitemapAddress } from "../../content-store/addresses.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { kindPaths } from "../../content-store/kind-pages.ts";
import { archiveYears, monthAddress, newsMonths, yearAddress } from "../../content-store/news-months.ts";
import { tagAddress, tagsAddress, tagsOf } from "../../content-store/tags.ts";
import { absolute } from "../views/document-head.ts";
import { element } from "./xml.ts";

/** A tag that one article has leads a search engine nowhere new. */
const worthListing = 2;

/** The list of a site's sitemaps: one for its pages and lists, one for the articles of each year. */
export function sitemapIndex(site: SiteContent): string {
  const maps = [pagesMap, ...newsYears(site)].map(
    (name) => `<sitemap>${element("loc", absolute(site, sitemapAddress(name)))}</sitemap>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${maps.join("\n")}
</sitemapindex>
`;
}

/** One sitemap: the articles of a year with the moment each was published, or the pages and lists. */
export function sitemap(site: SiteContent, name: string | undefined): string | undefined {
  const urls =
    name === pagesMap
      ? pageAddresses(site).map((path) => url(site, path))
      : site.news
          .filter(({ year }) => year === name)
          .map(({ year, slug, data }) => url(site, newsAddress(year, slug), element("lastmod", data.date)));
  if (urls.length === 0) return undefined;
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}

function pageAddresses(site: SiteContent): string[] {
  return [
    "/",
    "/tin-tuc",
    ...site.sections.map(({ id }) => sectionAddress(id)),
    ...archiveYears(site).map(yearAddress),
    ...[...newsMonths(site).keys()].map(monthAddress),
    ...tagLists(site),
    "/lien-ket",
    "/so-do-trang",
    ...site.pages.map(({ slug }) => `/${slug}`),
    // Feeds and calendars among them are for programs.
    ...kindPaths(site).filter((path) => !path.includes(".")),
  ];
}

/** Lists that say more than the articles on them do. */
function tagLists(site: SiteContent): string[] {
  const lists = [...tagsOf(site).values()].filter(({ entries }) => entries.length >= worthListing);
  return [tagsAddress, ...lists.map(({ slug }) => tagAddress(slug))];
}

function url(site: SiteContent, path: string, more = ""): string {
  return `<url>${element("loc", absolute(site, path))}${more}</url>`;
}

/** Everything may be read by robots; what they should not list says so itself. */
export function robots(site: SiteContent): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(site, "/sitemap.xml")}\n`;
}
