import { newsAddress } from "../../content-model/content-path.ts";
import type { NewsEntry, SiteContent } from "../../content-store/content.ts";
import { absolute } from "../views/document-head.ts";
import { declaration, element } from "./xml.ts";

/** News search takes articles of the last two days, and a thousand at most. */
const twoDays = 2 * 86_400_000;
const mostArticles = 1000;

/**
 * The newest articles for news search: those of the two days before the newest one. Counted from there and not from the
 * clock, so that an article leaves when another comes and never costs a release of its own; when nothing is published
 * for days, news search passes over what is old by itself. Undefined for a site without articles.
 */
export function newsSitemap(site: SiteContent): string | undefined {
  // What other sites share with this one stands in their own sitemaps.
  const { news } = site;
  const [newest] = news;
  if (!newest) return undefined;
  const since = Date.parse(newest.data.date) - twoDays;
  const end = news.findIndex(({ data }) => Date.parse(data.date) < since);
  const entries = news.slice(0, Math.min(end < 0 ? news.length : end, mostArticles));
  return `${declaration}
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${entries.map((entry) => newsUrl(site, entry)).join("\n")}
</urlset>
`;
}

function newsUrl(site: SiteContent, { year, slug, data }: NewsEntry): string {
  const publication = `<news:publication>${element("news:name", site.settings.name)}${element("news:language", site.settings.language)}</news:publication>`;
  const news = `${publication}${element("news:publication_date", data.date)}${element("news:title", data.title)}`;
  return `<url>${element("loc", absolute(site, newsAddress(year, slug)))}<news:news>${news}</news:news></url>`;
}
