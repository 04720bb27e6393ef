import { sectionAddress } from "../../content-store/addresses.ts";
import type { Content, NewsEntry, SiteContent } from "../../content-store/content.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { listSlice } from "./list-slice.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { newsIndex } from "./news-index.ts";
import { storyOf, type Story } from "./story.ts";

/** One page of a list of articles, newest first. */
export interface NewsList {
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
  stories: Story[];
  newer: string | undefined;
  older: string | undefined;
  /** Pages near this one, newest first; undefined stands for a gap. */
  pages: (MenuLink | undefined)[];
}

interface ListOf {
  address: string;
  heading: string;
  description: string | undefined;
  feed: string;
  entries: readonly NewsEntry[];
  section?: string;
}

/** A page of all news; without a number the newest. Undefined where there is no such page. */
export function newsList(content: Content, site: SiteContent, page?: string): NewsList | undefined {
  const entries = newsIndex(site).visible;
  const list = { address: "/tin-tuc", heading: "Tin tức", description: undefined, feed: "/rss.xml", entries };
  return listPage(content, site, list, page);
}

/** A page of one section's news; without a number the newest. Undefined where there is no such section or page. */
export function sectionList(
  content: Content,
  site: SiteContent,
  id: string | undefined,
  page?: string,
): NewsList | undefined {
  const section = site.settings.sections.find((candidate) => candidate.id === id);
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

function listPage(
  content: Content,
  site: SiteContent,
  list: ListOf,
  page: string | undefined,
): NewsList | undefined {
  const slice = listSlice(list.address, list.entries, page);
  if (!slice) return undefined;
  const { path, number, newer, older, pages } = slice;
  const stories = slice.items.map((entry) => storyOf(site, entry, "thumb"));
  const crumbs = [homeLink, { label: list.heading, address: list.address }];
  return {
    head: documentHead(
      site,
      path,
      number === undefined ? list.heading : `${list.heading}, trang ${String(number)}`,
      { description: list.description, structuredData: [breadcrumbList(site, crumbs)] },
    ),
    frame: frameOf(content, site, path, list.section),
    crumbs,
    heading: list.heading,
    description: list.description,
    span: number === undefined ? undefined : spanOf(stories),
    feed: list.feed,
    sections: site.settings.sections.map(({ id, name }) => ({
      label: name,
      address: sectionAddress(id),
      current: id === list.section,
    })),
    stories,
    newer,
    older,
    pages,
  };
}

function spanOf(stories: readonly Story[]): string | undefined {
  const newest = stories[0]?.date.short;
  const oldest = stories.at(-1)?.date.short;
  if (newest === undefined || oldest === undefined) return undefined;
  return newest === oldest ? `Ngày ${newest}` : `Từ ${oldest} đến ${newest}`;
}
