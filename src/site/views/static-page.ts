import type { Content, SiteContent } from "../../content-store/content.ts";
import { articleHtml } from "./article-html.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { organisationMenu } from "./organisation-links.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { wordsIn } from "../words/words.ts";

/** A static page such as the introduction. */
export interface StaticPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  title: string;
  summary: string | undefined;
  html: string;
  /** The site's static pages, this one marked, and those of its organisation. */
  pages: MenuLink[];
  version: ShownVersion | undefined;
}

/** The page at `/<slug>`, or undefined where there is none. */
export function staticPage(
  content: Content,
  site: SiteContent,
  slug: string | undefined,
): StaticPage | undefined {
  const entry = site.pages.find((page) => page.slug === slug);
  if (!entry) return undefined;
  const { title, summary } = entry.data;
  const words = wordsIn(site.settings.language);
  const address = `/${entry.slug}`;
  return {
    head: documentHead(site, address, title, {
      description: summary,
      structuredData: [breadcrumbList(site, [homeLink(words), { label: title, address }])],
    }),
    frame: frameOf(content, site, address),
    crumbs: [homeLink(words)],
    title,
    summary,
    html: articleHtml(site.html(entry), words),
    pages: [
      ...site.pages.map((page) => ({
        label: page.data.title,
        address: `/${page.slug}`,
        current: page === entry,
      })),
      ...organisationMenu(site, address),
    ],
    version: shownVersion(entry.record),
  };
}
