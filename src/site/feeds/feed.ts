import { lastChangeOf } from "../../content-model/news.ts";
import { atomAddress, rssAddress, sectionAddress } from "../../content-store/addresses.ts";
import type { NewsEntry, SiteContent } from "../../content-store/content.ts";
import { absolute } from "../views/document-head.ts";
import { newsIndex } from "../views/news-index.ts";
import { sharedCover, type ShareImage } from "../views/share-image.ts";
import { sectionLink, storyAddress } from "../views/story.ts";

/** The newest articles of a site or section, as both kinds of feed tell of them. Addresses are whole. */
export interface Feed {
  title: string;
  subtitle: string;
  language: string;
  /** The page that lists the same articles. */
  home: string;
  rss: string;
  atom: string;
  /** Who publishes it. */
  publisher: { name: string; email: string; home: string };
  /** When any of its articles last changed (ISO 8601): content tells, not the clock. Undefined without articles. */
  updated: string | undefined;
  items: FeedItem[];
}

export interface FeedItem {
  /** The address at which the article was first published: it stays when the article moves. */
  id: string;
  address: string;
  title: string;
  summary: string;
  author: string | undefined;
  /** ISO 8601. */
  published: string;
  updated: string;
  categories: string[];
  cover: ShareImage | undefined;
}

export const itemCount = 20;

/** What a site's own feeds tell; without a section, of all its articles. Undefined where it has no such section. */
export function feedOf(site: SiteContent, id?: string): Feed | undefined {
  const { name, shortName, tagline, language, contact } = site.settings;
  const section = site.sections.find((candidate) => candidate.id === id);
  if (id !== undefined && !section) return undefined;
  const home = section ? sectionAddress(section.id) : "/";
  const entries = section ? newsIndex(site).bySection.get(section.id) : newsIndex(site).visible;
  const items = (entries ?? []).slice(0, itemCount).map((entry) => itemOf(site, entry));
  return {
    title: section ? `${section.name} | ${shortName}` : name,
    subtitle: section?.description ?? tagline ?? name,
    language,
    home: absolute(site, home),
    rss: absolute(site, rssAddress(home)),
    atom: absolute(site, atomAddress(home)),
    publisher: { name, email: contact.email, home: absolute(site, "/") },
    updated: newestOf(items.map(({ updated }) => updated)),
    items,
  };
}

function itemOf(site: SiteContent, entry: NewsEntry): FeedItem {
  const { data, origin } = entry;
  const section = sectionLink(site, data.category);
  const address = origin ? storyAddress(entry) : absolute(site, storyAddress(entry));
  return {
    id: origin ? address : absolute(site, firstAddress(site, entry)),
    address,
    title: data.title,
    summary: data.summary,
    author: data.author,
    published: data.date,
    updated: lastChangeOf(data) ?? data.date,
    categories: [...(section ? [section.label] : []), ...(data.tags ?? [])],
    cover: sharedCover(site, entry),
  };
}

/** Where an article was first published, unless something else has taken that place since. */
function firstAddress(site: SiteContent, entry: NewsEntry): string {
  const [first] = entry.data.formerAddresses ?? [];
  return first === undefined || newsIndex(site).at(first) ? storyAddress(entry) : first;
}

function newestOf(moments: readonly string[]): string | undefined {
  return moments.reduce<string | undefined>(
    (newest, moment) => (newest === undefined || Date.parse(moment) > Date.parse(newest) ? moment : newest),
    undefined,
  );
}
