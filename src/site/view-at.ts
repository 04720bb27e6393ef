import type { Content, SiteContent } from "../content-store/content.ts";
import { sectionFeed, siteFeed } from "./feeds/rss.ts";
import { kindViews } from "./kind-views.ts";
import { sitemap, sitemapIndex } from "./feeds/sitemap.ts";
import { articleAround, withdrawnArticle } from "./views/article.ts";
import type { Frame } from "./views/frame.ts";
import { frontPage } from "./views/front-page.ts";
import { newsIndex } from "./views/news-index.ts";
import { newsList, sectionList } from "./views/news-list.ts";
import { notFoundPage, searchPage } from "./views/search-page.ts";
import { staticPage } from "./views/static-page.ts";

/**
 * What the page at an address says, as text to compare: equal texts make equal pages as long as its surroundings are the
 * same. Undefined where there is no page. Pages made of settings alone (styles, emblem, robots) are not here.
 */
export function viewAt(content: Content, site: SiteContent, path: string): string | undefined {
  const [, first = "", second = "", third = "", fourth] = path.split("/");
  if (path === "/") return text(frontPage(content, site));
  if (path === "/tim-kiem") return text(searchPage(content, site));
  if (path === "/404") return text(notFoundPage(content, site));
  if (path === "/rss.xml") return siteFeed(site);
  if (path === "/sitemap.xml") return sitemapIndex(site);
  const map = /^\/sitemap-(.+)\.xml$/.exec(path)?.[1];
  if (map !== undefined) return sitemap(site, map);
  if (first === "chuyen-muc") {
    return third === "rss.xml" ? sectionFeed(site, second) : text(sectionList(content, site, second, fourth));
  }
  if (first === "tin-tuc") {
    if (second === "" || second === "trang")
      return text(newsList(content, site, third === "" ? undefined : third));
    return articleAt(content, site, path);
  }
  const kind = kindViews[first];
  if (kind) {
    const shown = kind(content, site, path.split("/").slice(2));
    return typeof shown === "string" ? shown : text(shown);
  }
  return text(staticPage(content, site, first));
}

function articleAt(content: Content, site: SiteContent, path: string): string | undefined {
  const { byAddress, place } = newsIndex(site);
  const entry = byAddress.get(path);
  if (!entry) return undefined;
  if (!place.has(entry)) return text(withdrawnArticle(content, site, entry, path));
  const library = entry.media.map((address) => site.pictures.get(address) ?? site.files.get(address));
  return `${entry.oid} ${JSON.stringify(library)} ${text(articleAround(content, site, entry)) ?? ""}`;
}

function text(view: { frame: Frame } | undefined): string | undefined {
  return view && JSON.stringify({ ...view, frame: undefined });
}
