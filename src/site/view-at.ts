import { isMonth } from "../content-model/slug.ts";
import type { Content, SiteContent } from "../content-store/content.ts";
import { atomFeed } from "./feeds/atom.ts";
import { rssFeed } from "./feeds/rss.ts";
import { sitemap, sitemapIndex } from "./feeds/sitemap.ts";
import { kindViews } from "./kind-views.ts";
import { archiveMonth } from "./views/archive-month.ts";
import { archiveYear } from "./views/archive-year.ts";
import { articleAround, withdrawnArticle } from "./views/article.ts";
import type { Frame } from "./views/frame.ts";
import { frontPage } from "./views/front-page.ts";
import { linksPage } from "./views/links-page.ts";
import { newsIndex } from "./views/news-index.ts";
import { newsList, sectionList } from "./views/news-list.ts";
import { notFoundPage, searchPage } from "./views/search-page.ts";
import { siteMapPage } from "./views/site-map.ts";
import { staticPage } from "./views/static-page.ts";
import { tagIndex, tagList } from "./views/tag-pages.ts";

/**
 * What the page at an address says, as text to compare: equal texts make equal pages as long as its surroundings are the
 * same. Undefined where there is no page. Pages made of settings alone (styles, emblem, robots) are not here.
 */
export function viewAt(content: Content, site: SiteContent, path: string): string | undefined {
  const [, first = "", second = "", third = "", fourth] = path.split("/");
  if (path === "/") return text(frontPage(content, site));
  if (path === "/tim-kiem") return text(searchPage(content, site));
  if (path === "/lien-ket") return text(linksPage(content, site));
  if (path === "/so-do-trang") return text(siteMapPage(content, site));
  if (path === "/404") return text(notFoundPage(content, site));
  if (path === "/rss.xml") return rssFeed(site);
  if (path === "/atom.xml") return atomFeed(site);
  if (path === "/sitemap.xml") return sitemapIndex(site);
  const map = /^\/sitemap-(.+)\.xml$/.exec(path)?.[1];
  if (map !== undefined) return sitemap(content, site, map);
  if (first === "chuyen-muc") {
    if (third === "rss.xml") return rssFeed(site, second);
    if (third === "atom.xml") return atomFeed(site, second);
    return text(sectionList(content, site, second, fourth));
  }
  if (first === "tin-tuc") return newsAt(content, site, path);
  if (first === "tu-khoa") {
    return text(second === "" ? tagIndex(content, site) : tagList(content, site, second, fourth));
  }
  const kind = kindViews[first];
  if (kind) {
    const shown = kind(content, site, path.split("/").slice(2));
    return typeof shown === "string" ? shown : text(shown);
  }
  return text(staticPage(content, site, first));
}

function newsAt(content: Content, site: SiteContent, path: string): string | undefined {
  const [, , second = "", third = "", , fifth] = path.split("/");
  if (second === "" || second === "trang")
    return text(newsList(content, site, third === "" ? undefined : third));
  if (third === "") return text(archiveYear(content, site, second));
  return isMonth(third)
    ? text(archiveMonth(content, site, second, third, fifth))
    : articleAt(content, site, path);
}

function articleAt(content: Content, site: SiteContent, path: string): string | undefined {
  const { at, place } = newsIndex(site);
  const entry = at(path);
  if (!entry) return undefined;
  if (!place.has(entry)) return text(withdrawnArticle(content, site, entry, path));
  const library = entry.media.map((address) => site.pictures.get(address) ?? site.files.get(address));
  return `${entry.oid} ${JSON.stringify(library)} ${text(articleAround(content, site, entry)) ?? ""}`;
}

function text(view: { frame: Frame } | undefined): string | undefined {
  // Of what stands around a page, only its other languages and the ads below it are its own.
  return view && JSON.stringify({ ...view, frame: [view.frame.languages, view.frame.ads] });
}
