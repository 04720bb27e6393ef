import { lastChangeOf } from "../../content-model/news.ts";
import { newsAddress } from "../../content-model/content-path.ts";
import {
  newsMap,
  pagesMap,
  sectionAddress,
  sitemapAddress,
  sitemapNames,
} from "../../content-store/addresses.ts";
import type { Content, NewsEntry, SiteContent } from "../../content-store/content.ts";
import { openDataAddress } from "../../content-store/document-files.ts";
import { documentIndex } from "../../content-store/document-index.ts";
import { listsOfDocuments } from "../../content-store/document-lists.ts";
import { documentAddress } from "../../content-store/document-pages.ts";
import { kindPaths } from "../../content-store/kind-pages.ts";
import { archiveYears, monthAddress, newsMonths, yearAddress } from "../../content-store/news-months.ts";
import { tagAddress, tagsAddress, tagsOf } from "../../content-store/tags.ts";
import { absolute } from "../views/document-head.ts";
import { wholeCover } from "../views/share-image.ts";
import { languageLinks } from "../views/translations.ts";
import { newsSitemap } from "./news-sitemap.ts";
import { declaration, element, emptyElement } from "./xml.ts";

/** A tag that one article has leads a search engine nowhere new. */
const worthListing = 2;

/** The list of a site's sitemaps: its pages and lists, the articles of each year, and the newest ones for news search. */
export function sitemapIndex(site: SiteContent): string {
  const maps = sitemapNames(site).map(
    (name) => `<sitemap>${element("loc", absolute(site, sitemapAddress(name)))}</sitemap>`,
  );
  return `${declaration}
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${maps.join("\n")}
</sitemapindex>
`;
}

/** One sitemap: the articles of a year with their covers, the newest articles, or the pages and lists. */
export function sitemap(content: Content, site: SiteContent, name: string | undefined): string | undefined {
  if (name === newsMap) return newsSitemap(site);
  const [, documentsOf] = /^van-ban-(\d{4})$/.exec(name ?? "") ?? [];
  const urls =
    name === pagesMap || documentsOf !== undefined
      ? (documentsOf === undefined ? pageAddresses(site) : documentsIn(site, documentsOf)).map((path) =>
          url(content, site, path),
        )
      : site.news.filter(({ year }) => year === name).map((entry) => articleUrl(content, site, entry));
  if (urls.length === 0) return undefined;
  return `${declaration}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">
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
    // Feeds and calendars among them are for programs; documents have sitemaps of their own.
    ...kindPaths(site, "document").filter((path) => !path.includes(".")),
    ...listsOfDocuments(site).keys(),
    ...(documentIndex(site).visible.length > 0 ? [openDataAddress] : []),
  ];
}

const documentsIn = (site: SiteContent, year: string) =>
  (documentIndex(site).byYear.get(year) ?? []).map(documentAddress);

/** Lists that say more than the articles on them do. */
function tagLists(site: SiteContent): string[] {
  const lists = [...tagsOf(site).values()].filter(({ entries }) => entries.length >= worthListing);
  return [tagsAddress, ...lists.map(({ slug }) => tagAddress(slug))];
}

function articleUrl(content: Content, site: SiteContent, entry: NewsEntry): string {
  const { date } = entry.data;
  const updated = lastChangeOf(entry.data);
  const cover = wholeCover(site, entry);
  const image = cover ? `<image:image>${element("image:loc", cover.address)}</image:image>` : "";
  return url(content, site, newsAddress(entry.year, entry.slug), element("lastmod", updated ?? date) + image);
}

/** A page, with the languages it can be read in where there are several. */
function url(content: Content, site: SiteContent, path: string, more = ""): string {
  const address = absolute(site, path);
  const others = languageLinks(content, site, path).filter(({ translated }) => translated);
  const languages = [
    ...(others.length > 0 ? [{ language: site.settings.language, address }] : []),
    ...others,
  ];
  const links = languages.map((one) =>
    emptyElement("xhtml:link", { rel: "alternate", hreflang: one.language, href: one.address }),
  );
  return `<url>${element("loc", address)}${more}${links.join("")}</url>`;
}

/** Everything may be read by robots; what they should not list says so itself. */
export function robots(site: SiteContent): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(site, "/sitemap.xml")}\n`;
}
