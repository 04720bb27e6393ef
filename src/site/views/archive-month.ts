import type { Content, NewsEntry, SiteContent } from "../../content-store/content.ts";
import {
  monthAddress,
  monthPages,
  monthPageSize,
  newsMonths,
  yearAddress,
} from "../../content-store/news-months.ts";
import { vietnamTime } from "../../foundation/vietnam-time.ts";
import { longDay } from "../dates.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { pageTitle, paginate, type PageLinks } from "./pagination.ts";
import { storyOf, type Story } from "./story.ts";
import { wordsIn, type Words } from "../words/words.ts";

/** A month of the archive: its articles by day, newest first. */
export interface ArchiveMonth extends PageLinks {
  kind: "month";
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  heading: string;
  /** How many articles the month has; on its newest page alone, so that a new article changes no other. */
  count: number | undefined;
  days: { day: string; stories: Story[] }[];
  /** The months of the year that have articles, newest first. */
  months: MenuLink[];
  /** The neighbouring months that have articles. */
  earlier: Link | undefined;
  later: Link | undefined;
}

/** The page at `/tin-tuc/<year>/<month>`; undefined where the month has no articles, or no page of that number. */
export function archiveMonth(
  content: Content,
  site: SiteContent,
  year: string | undefined,
  month: string | undefined,
  page?: string,
): ArchiveMonth | undefined {
  const key = `${year ?? ""}-${month ?? ""}`;
  const items = newsMonths(site).get(key);
  if (!items) return undefined;
  const words = wordsIn(site.settings.language);
  const address = monthAddress(key);
  const numbered = monthPages(items.length);
  const paged = paginate({ address, items, numbered, size: monthPageSize }, page, words);
  if (!paged) return undefined;
  const { number, path, links } = paged;
  const all = [...newsMonths(site).keys()];
  const place = all.indexOf(key);
  const heading = words.news.ofMonth(key.slice(5), key.slice(0, 4));
  const crumbs = [
    homeLink(words),
    { label: words.news.name, address: "/tin-tuc" },
    { label: words.dates.year(key.slice(0, 4)), address: yearAddress(key.slice(0, 4)) },
  ];
  return {
    kind: "month",
    head: documentHead(site, path, pageTitle(heading, number, words), {
      structuredData: [breadcrumbList(site, [...crumbs, { label: heading, address }])],
    }),
    frame: frameOf(content, site, path),
    crumbs,
    heading,
    count: number === undefined ? items.length : undefined,
    days: byDay(site, paged.items, words),
    months: all
      .filter((other) => other.startsWith(key.slice(0, 5)))
      .map((other) => ({ ...monthLink(other, words), current: other === key })),
    earlier: neighbour(all[place + 1], words),
    later: neighbour(all[place - 1], words),
    ...links,
  };
}

/** The link to a month: `2026-11`. */
export const monthLink = (month: string, { dates }: Words): Link => ({
  label: dates.month(month.slice(0, 4), month.slice(5)),
  address: monthAddress(month),
});
const neighbour = (month: string | undefined, words: Words) =>
  month === undefined ? undefined : monthLink(month, words);

function byDay(site: SiteContent, entries: readonly NewsEntry[], words: Words): ArchiveMonth["days"] {
  const days: ArchiveMonth["days"] = [];
  for (const entry of entries) {
    const day = longDay(vietnamTime(entry.data.date), words);
    const last = days.at(-1);
    if (last?.day === day) last.stories.push(storyOf(site, entry));
    else days.push({ day, stories: [storyOf(site, entry)] });
  }
  return days;
}
