import { newsAddress } from "../../content-model/content-path.ts";
import type { ListedKind, SiteContent } from "../../content-store/content.ts";
import { addressOf } from "../../content-store/kind-pages.ts";

/** Something with a title that readers find at an address, and the day it tells of. */
export interface Titled {
  title: string;
  address: string;
  /** `2026-11-20` */
  day: string;
}

/** Everything of a site that has a title and a day: articles, pages by the last year that they name, entries with a date. */
export function titlesOf(site: SiteContent): Titled[] {
  return [
    ...site.news.map(({ data, year, slug }) => ({
      title: data.title,
      address: newsAddress(year, slug),
      day: data.date.slice(0, 10),
    })),
    ...site.pages.flatMap((page) => {
      const years = site.body(page).match(/\b20\d\d\b/g) ?? [];
      const [last] = years.sort().reverse();
      return last === undefined
        ? []
        : [{ title: page.data.title, address: `/${page.slug}`, day: `${last}-12-31` }];
    }),
    ...(Object.keys(site.entries) as ListedKind[]).flatMap((kind) =>
      site.entries[kind].flatMap((entry) => {
        const address = addressOf(kind, entry);
        const [day] = daysIn(entry.data);
        const title = "title" in entry.data ? entry.data.title : entry.data.excerpt;
        return address && day ? [{ title, address, day }] : [];
      }),
    ),
  ];
}

function daysIn(data: object): string[] {
  return Object.values(data)
    .filter((value) => typeof value === "string")
    .flatMap((value) => /^\d{4}-\d{2}-\d{2}/.exec(value) ?? []);
}
