import { slugOf } from "../content-model/slug.ts";
import type { NewsEntry, SiteContent } from "./content.ts";
import { olderListPages } from "./list-pages.ts";
import { listedNews } from "./listed-news.ts";

/** A tag with its articles, newest first. Spellings that differ in accents or case alone are one tag. */
export interface Tag {
  slug: string;
  /** The spelling used most. */
  name: string;
  entries: readonly NewsEntry[];
}

const tags = new WeakMap<SiteContent, ReadonlyMap<string, Tag>>();

/** A site's tags by their slug. */
export function tagsOf(site: SiteContent): ReadonlyMap<string, Tag> {
  const known = tags.get(site);
  if (known) return known;
  const found = readTags(listedNews(site));
  tags.set(site, found);
  return found;
}

export const tagsAddress = "/tu-khoa";
export const tagAddress = (slug: string) => `${tagsAddress}/${slug}`;

/** Every address of a site's tags. */
export function tagPaths(site: SiteContent): string[] {
  return [
    tagsAddress,
    ...[...tagsOf(site).values()].flatMap(({ slug, entries }) => [
      tagAddress(slug),
      ...olderListPages(tagAddress(slug), entries.length),
    ]),
  ];
}

/** The slugs of an article's tags, each once. */
export function tagSlugs({ data }: Pick<NewsEntry, "data">): string[] {
  return [...new Set((data.tags ?? []).map(slugOf))].filter((slug) => slug !== "");
}

function readTags(news: readonly NewsEntry[]): Map<string, Tag> {
  const slugs = new Map<string, string>();
  const lists = new Map<string, { entries: NewsEntry[]; spellings: Map<string, number> }>();
  for (const entry of news) {
    for (const spelling of entry.data.tags ?? []) {
      const slug = slugs.get(spelling) ?? slugOf(spelling);
      slugs.set(spelling, slug);
      // Signs alone make no address.
      if (slug === "") continue;
      const list = lists.get(slug) ?? { entries: [], spellings: new Map<string, number>() };
      lists.set(slug, list);
      if (list.entries.at(-1) !== entry) list.entries.push(entry);
      list.spellings.set(spelling, (list.spellings.get(spelling) ?? 0) + 1);
    }
  }
  return new Map(
    [...lists]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([slug, { entries, spellings }]) => [slug, { slug, name: mostUsed(spellings), entries }]),
  );
}

function mostUsed(spellings: ReadonlyMap<string, number>): string {
  const [first] = [...spellings].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1));
  return first?.[0] ?? "";
}
