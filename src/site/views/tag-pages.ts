import type { Content, SiteContent } from "../../content-store/content.ts";
import { tagAddress, tagsAddress, tagsOf } from "../../content-store/tags.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { listPage, type NewsList } from "./news-list.ts";
import { wordsIn, type Words } from "../words/words.ts";

const tagsLink = ({ tags }: Words): Link => ({ label: tags.name, address: tagsAddress });

/** A page of the articles of a tag; without a number the newest. Undefined where there is no such tag or page. */
export function tagList(
  content: Content,
  site: SiteContent,
  slug: string | undefined,
  page?: string,
): NewsList | undefined {
  const tag = tagsOf(site).get(slug ?? "");
  if (!tag) return undefined;
  const words = wordsIn(site.settings.language);
  const list = {
    address: tagAddress(tag.slug),
    heading: words.tags.one(tag.name),
    description: undefined,
    feed: "/rss.xml",
    entries: tag.entries,
    below: [tagsLink(words)],
  };
  return listPage(content, site, list, page);
}

/** The tags used most, with how many articles each has. */
export interface TagIndex {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  /** In the order of the alphabet. */
  tags: (Link & { count: number })[];
  /** Tags that the page leaves out. */
  others: number;
}

const mostTags = 120;

/** The page at `/tu-khoa`. */
export function tagIndex(content: Content, site: SiteContent): TagIndex {
  const words = wordsIn(site.settings.language);
  const all = [...tagsOf(site).values()];
  const shown = new Set(all.toSorted((a, b) => b.entries.length - a.entries.length).slice(0, mostTags));
  return {
    head: documentHead(site, tagsAddress, words.tags.name, {
      structuredData: [breadcrumbList(site, [homeLink(words), tagsLink(words)])],
    }),
    frame: frameOf(content, site, tagsAddress),
    crumbs: [homeLink(words)],
    // They come in the order of their slugs, which is that of the alphabet without accents.
    tags: all
      .filter((tag) => shown.has(tag))
      .map(({ slug, name, entries }) => ({ label: name, address: tagAddress(slug), count: entries.length })),
    others: all.length - shown.size,
  };
}
