import { newsAddress } from "../../content-model/content-path.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { searchablePeople, searchableUnits } from "./organisation.ts";
import type { Searchable } from "./searchable.ts";

/** A function for each kind of page that readers can search for. */
const kinds: readonly ((site: SiteContent) => Searchable[])[] = [
  articles,
  staticPages,
  searchableUnits,
  searchablePeople,
];

/** Everything of a site that can be searched for. */
export function searchablePages(site: SiteContent): Searchable[] {
  return kinds.flatMap((pagesOf) => pagesOf(site));
}

function articles(site: SiteContent): Searchable[] {
  return site.news.map((entry) => ({
    address: newsAddress(entry.year, entry.slug),
    version: entry.oid,
    kind: "Tin bài",
    title: entry.data.title,
    date: entry.data.date,
    section: entry.data.category,
    summary: entry.data.summary,
    people: entry.data.author === undefined ? undefined : [entry.data.author],
    body: () => site.html(entry),
  }));
}

function staticPages(site: SiteContent): Searchable[] {
  return site.pages.map((entry) => ({
    address: `/${entry.slug}`,
    version: entry.oid,
    kind: "Trang giới thiệu",
    title: entry.data.title,
    summary: entry.data.summary,
    body: () => site.html(entry),
  }));
}
