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

const spellings = new WeakMap<SiteContent, ReadonlyMap<string, readonly NewsEntry[]>>();

/** A site's articles by the tags as they are spelt, newest first. */
export function newsBySpelling(site: SiteContent): ReadonlyMap<string, readonly NewsEntry[]> {
  const known = spellings.get(site);
  if (known) return known;
  const found = new Map<string, NewsEntry[]>();
  for (const entry of listedNews(site)) {
    for (const tag of entry.data.tags ?? []) {
      const list = found.get(tag);
      if (!list) found.set(tag, [entry]);
      // A tag that is written twice counts once.
      else if (list.at(-1) !== entry) list.push(entry);
    }
  }
  spellings.set(site, found);
  return found;
}

const tags = new WeakMap<SiteContent, ReadonlyMap<string, Tag>>();

/** A site's tags by their slug. */
export function tagsOf(site: SiteContent): ReadonlyMap<string, Tag> {
  const known = tags.get(site);
  if (known) return known;
  const found = readTags(site);
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

function readTags(site: SiteContent): Map<string, Tag> {
  const bySlug = new Map<string, Map<string, readonly NewsEntry[]>>();
  for (const [spelling, entries] of newsBySpelling(site)) {
    const slug = slugOf(spelling);
    // Signs alone make no address.
    if (slug === "") continue;
    const spellings = bySlug.get(slug) ?? new Map<string, readonly NewsEntry[]>();
    bySlug.set(slug, spellings.set(spelling, entries));
  }
  return new Map(
    [...bySlug]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([slug, spellings]) => [
        slug,
        { slug, name: mostUsed(spellings), entries: together(site, spellings) },
      ]),
  );
}

/** The articles of all spellings, each once. */
function together(
  site: SiteContent,
  spellings: ReadonlyMap<string, readonly NewsEntry[]>,
): readonly NewsEntry[] {
  const [only, ...others] = spellings.values();
  if (only && others.length === 0) return only;
  const wanted = new Set([...spellings.values()].flat());
  return listedNews(site).filter((entry) => wanted.has(entry));
}

function mostUsed(spellings: ReadonlyMap<string, readonly NewsEntry[]>): string {
  const [first] = [...spellings].sort(
    ([a, of], [b, others]) => others.length - of.length || (a < b ? -1 : 1),
  );
  return first?.[0] ?? "";
}
