import { sectionAddress } from "../../content-store/addresses.ts";
import type { Content, NewsEntry, SiteContent } from "../../content-store/content.ts";
import { fullPages, listPageSize } from "../../content-store/list-pages.ts";
import { archiveYears, yearAddress } from "../../content-store/news-months.ts";
import { tagsAddress } from "../../content-store/tags.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { newsIndex } from "./news-index.ts";
import { pageTitle, paginate, type PageLinks } from "./pagination.ts";
import { storyOf, type Story } from "./story.ts";
import { wordsIn, type Words } from "../words/words.ts";

/** One page of a list of articles, newest first. */
export interface NewsList extends PageLinks {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  heading: string;
  description: string | undefined;
  /** `Từ 01/10/2026 đến 20/11/2026`, on every page but the newest. */
  span: string | undefined;
  feed: string;
  /** Every section of the site, the one shown marked. */
  sections: MenuLink[];
  /** Ways into the archive; on the newest page of all news alone. */
  archive: Link[];
  stories: Story[];
}

/** What a list is made of. */
export interface ListOf {
  address: string;
  heading: string;
  description: string | undefined;
  feed: string;
  entries: readonly NewsEntry[];
  section?: string;
  /** What lies between the front page and the list. */
  below?: Link[];
  /** Other ways through the articles, offered on the newest page. */
  archive?: Link[];
}

/** A page of all news; without a number the newest. Undefined where there is no such page. */
export function newsList(content: Content, site: SiteContent, page?: string): NewsList | undefined {
  const entries = newsIndex(site).visible;
  const words = wordsIn(site.settings.language);
  const list = {
    address: "/tin-tuc",
    heading: words.news.name,
    description: undefined,
    feed: "/rss.xml",
    entries,
    archive: [
      ...archiveYears(site).map((year) => ({ label: words.dates.year(year), address: yearAddress(year) })),
      { label: words.tags.name, address: tagsAddress },
    ],
  };
  return listPage(content, site, list, page);
}

/** A page of one section's news; without a number the newest. Undefined where there is no such section or page. */
export function sectionList(
  content: Content,
  site: SiteContent,
  id: string | undefined,
  page?: string,
): NewsList | undefined {
  const section = site.sections.find((candidate) => candidate.id === id);
  if (!section) return undefined;
  const address = sectionAddress(section.id);
  const list = {
    address,
    heading: section.name,
    description: section.description,
    feed: `${address}/rss.xml`,
    entries: newsIndex(site).bySection.get(section.id) ?? [],
    section: section.id,
  };
  return listPage(content, site, list, page);
}

/** A page of a list of articles; without a number the newest. Undefined where there is no such page. */
export function listPage(
  content: Content,
  site: SiteContent,
  list: ListOf,
  page: string | undefined,
): NewsList | undefined {
  const { address, entries } = list;
  const words = wordsIn(site.settings.language);
  const numbered = fullPages(entries.length);
  const paged = paginate({ address, items: entries, numbered, size: listPageSize }, page, words);
  if (!paged) return undefined;
  const { number, path, items, links } = paged;
  const stories = items.map((entry) => storyOf(site, entry, "thumb"));
  const crumbs = [homeLink(words), ...(list.below ?? []), { label: list.heading, address }];
  const span = number === undefined ? undefined : spanOf(stories, words);
  const numberedCrumb =
    number === undefined ? [] : [{ label: words.lists.page(String(number)), address: path }];
  return {
    head: documentHead(site, path, pageTitle(list.heading, number, words), {
      description: [list.description ?? `${list.heading} – ${site.settings.name}`, span]
        .filter(Boolean)
        .join(". "),
      section: list.section,
      structuredData: [breadcrumbList(site, [...crumbs, ...numberedCrumb])],
    }),
    frame: frameOf(content, site, path, list.section),
    crumbs,
    heading: list.heading,
    description: list.description,
    span,
    feed: list.feed,
    sections: site.sections.map(({ id, name }) => ({
      label: name,
      address: sectionAddress(id),
      current: id === list.section,
    })),
    archive: number === undefined ? (list.archive ?? []) : [],
    stories,
    ...links,
  };
}

function spanOf(stories: readonly Story[], { dates }: Words): string | undefined {
  const newest = stories[0]?.date.short;
  const oldest = stories.at(-1)?.date.short;
  if (newest === undefined || oldest === undefined) return undefined;
  return newest === oldest ? dates.on(newest) : dates.span(oldest, newest);
}
