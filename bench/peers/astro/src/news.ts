import { getCollection, type CollectionEntry } from "astro:content";
import { sites } from "./sites.ts";

export type Article = CollectionEntry<"news">;

/** A site's articles, newest first, by section and by tag. */
export interface SiteNews {
  site: string;
  all: Article[];
  bySection: Map<string, Article[]>;
  byTag: Map<string, Article[]>;
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
    return { site, all, bySection, byTag };
  });
}

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
