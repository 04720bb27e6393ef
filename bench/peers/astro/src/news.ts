import { getCollection, type CollectionEntry } from "astro:content";
import { sites } from "./sites.ts";
import { iso, slug } from "./text.ts";

export type Article = CollectionEntry<"news">;

/** A site's articles, newest first, by section and by tag. */
export interface SiteNews {
  site: string;
  all: Article[];
  bySection: Map<string, Article[]>;
  byTag: Map<string, Article[]>;
  /** Tags by the slug of their name: spellings of one address are one tag. */
  tags: Map<string, { name: string; entries: Article[] }>;
  /** By month (`2026-11`), newest first. */
  byMonth: Map<string, Article[]>;
}

let arranged: Promise<SiteNews[]> | undefined;

/** The articles of every site, arranged once per build. */
export const siteNews = (): Promise<SiteNews[]> => (arranged ??= arrange());

async function arrange(): Promise<SiteNews[]> {
  const entries = await getCollection("news");
  entries.sort((a, b) => b.data.date.getTime() - a.data.date.getTime());
  return Object.keys(sites).map((site) => {
    const all = entries.filter(({ id }) => id.startsWith(`${site}/`));
    const bySection = Map.groupBy(all, ({ data }) => data.category);
    const byTag = new Map<string, Article[]>();
    for (const entry of all)
      for (const tag of entry.data.tags) {
        const list = byTag.get(tag);
        if (list) list.push(entry);
        else byTag.set(tag, [entry]);
      }
    const byMonth = Map.groupBy(all, ({ data }) => iso(data.date).slice(0, 7));
    return { site, all, bySection, byTag, tags: tagsOf(byTag), byMonth };
  });
}

function tagsOf(byTag: SiteNews["byTag"]): SiteNews["tags"] {
  const tags: SiteNews["tags"] = new Map();
  for (const [name, entries] of byTag) {
    const known = tags.get(slug(name));
    if (!known) tags.set(slug(name), { name, entries });
    else {
      known.entries = [...new Set([...known.entries, ...entries])];
      known.entries.sort((a, b) => b.data.date.getTime() - a.data.date.getTime());
    }
  }
  return tags;
}

export const monthName = (month: string): string => `Tháng ${month.slice(5)}/${month.slice(0, 4)}`;
export const monthAddress = (month: string): string => `/tin-tuc/${month.replace("-", "/")}`;

/** The newest of an article's tags, then of its section. */
export function relatedTo(entry: Article, { bySection, byTag }: SiteNews): Article[] {
  const lists = [...entry.data.tags.map((tag) => byTag.get(tag)), bySection.get(entry.data.category)];
  const found = new Set(lists.flatMap((list) => list?.slice(0, 5) ?? []));
  found.delete(entry);
  return [...found].slice(0, 4);
}

export function addressOf({ id }: Article): string {
  const [, , year = "", slug = ""] = id.split("/");
  return `/tin-tuc/${year}/${slug}/`;
}
