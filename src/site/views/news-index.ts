import { newsFile } from "../../content-model/content-path.ts";
import { readEventAddress, type EventPlace } from "../../content-model/event-address.ts";
import type { NewsEntry, SiteContent } from "../../content-store/content.ts";
import { listedNews } from "../../content-store/listed-news.ts";
import { newsBySpelling } from "../../content-store/tags.ts";

/**
 * The articles of a site's lists arranged for look-ups, newest first everywhere. Those that are gone are only found at their
 * addresses; those that other sites share are everywhere else.
 */
export interface NewsIndex {
  visible: readonly NewsEntry[];
  bySection: ReadonlyMap<string, readonly NewsEntry[]>;
  byTag: ReadonlyMap<string, readonly NewsEntry[]>;
  /** By the event of the calendar that they tell of, as `eventKey` names it. */
  byEvent: ReadonlyMap<string, readonly NewsEntry[]>;
  /** The article at an address. */
  at: (address: string) => NewsEntry | undefined;
  /** An article's place in `visible`, and in the list of its section. */
  place: ReadonlyMap<NewsEntry, { overall: number; inSection: number }>;
}

/** What names an event among all weeks. */
export const eventKey = ({ year, slug, id }: EventPlace) => `${year}/${slug}#${id}`;

const indexes = new WeakMap<SiteContent, NewsIndex>();

/** The index of a site, made once per content: every page of a build asks for it. */
export function newsIndex(site: SiteContent): NewsIndex {
  const known = indexes.get(site);
  if (known) return known;
  const index = buildIndex(site);
  indexes.set(site, index);
  return index;
}

function buildIndex(site: SiteContent): NewsIndex {
  const visible = listedNews(site);
  const bySection = new Map<string, NewsEntry[]>(site.sections.map(({ id }) => [id, []]));
  const place = new Map<NewsEntry, { overall: number; inSection: number }>();
  visible.forEach((entry, overall) => {
    const section = listOf(bySection, entry.data.category);
    place.set(entry, { overall, inSection: section.length });
    section.push(entry);
  });
  // By their files, whose names are there already: tens of thousands of addresses would have to be written for every content.
  const byFile = new Map<string, NewsEntry>();
  for (const entries of [site.gone, site.news]) for (const entry of entries) byFile.set(entry.file, entry);
  return {
    visible,
    bySection,
    byTag: newsBySpelling(site),
    byEvent: newsByEvent(site),
    at: (address) => {
      const [, year, slug] = /^\/tin-tuc\/(\d{4})\/([^/]+)$/.exec(address) ?? [];
      return byFile.get(newsFile(site.id, year ?? "", slug ?? ""));
    },
    place,
  };
}

/** The site's own articles alone: another site's calendar has weeks of the same names. */
function newsByEvent({ news }: SiteContent): Map<string, NewsEntry[]> {
  const byEvent = new Map<string, NewsEntry[]>();
  for (const entry of news) {
    const event = readEventAddress(entry.data.event);
    if (event) listOf(byEvent, eventKey(event)).push(entry);
  }
  return byEvent;
}

function listOf(lists: Map<string, NewsEntry[]>, key: string): NewsEntry[] {
  const known = lists.get(key);
  if (known) return known;
  const list: NewsEntry[] = [];
  lists.set(key, list);
  return list;
}
