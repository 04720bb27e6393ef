import type { Content, NewsEntry, SiteContent } from "../../content-store/content.ts";
import {
  monthAddress,
  monthPages,
  monthPageSize,
  newsMonths,
  yearAddress,
} from "../../content-store/news-months.ts";
import { shownDate } from "../dates.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { paginate, type PageLinks } from "./pagination.ts";
import { storyOf, type Story } from "./story.ts";

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
  const address = monthAddress(key);
  const numbered = monthPages(items.length);
  const paged = paginate({ address, items, numbered, size: monthPageSize }, page);
  if (!paged) return undefined;
  const { number, path, links } = paged;
  const all = [...newsMonths(site).keys()];
  const place = all.indexOf(key);
  const heading = `Tin tức tháng ${monthName(key)}`;
  const crumbs = [
    homeLink,
    { label: "Tin tức", address: "/tin-tuc" },
    { label: `Năm ${key.slice(0, 4)}`, address: yearAddress(key.slice(0, 4)) },
  ];
  return {
    kind: "month",
    head: documentHead(site, path, number === undefined ? heading : `${heading}, trang ${String(number)}`, {
      structuredData: [breadcrumbList(site, [...crumbs, { label: heading, address }])],
    }),
    frame: frameOf(content, site, path),
    crumbs,
    heading,
    count: number === undefined ? items.length : undefined,
    days: byDay(site, paged.items),
    months: all
      .filter((other) => other.startsWith(key.slice(0, 5)))
      .map((other) => ({ ...monthLink(other), current: other === key })),
    earlier: neighbour(all[place + 1]),
    later: neighbour(all[place - 1]),
    ...links,
  };
}

/** `2026-11` as people write it: `11/2026`. */
export const monthName = (month: string) => `${month.slice(5)}/${month.slice(0, 4)}`;

const monthLink = (month: string): Link => ({
  label: `Tháng ${monthName(month)}`,
  address: monthAddress(month),
});
const neighbour = (month: string | undefined) => (month === undefined ? undefined : monthLink(month));

function byDay(site: SiteContent, entries: readonly NewsEntry[]): ArchiveMonth["days"] {
  const days: ArchiveMonth["days"] = [];
  for (const entry of entries) {
    const [day = ""] = shownDate(entry.data.date).long.split(" · ");
    const last = days.at(-1);
    if (last?.day === day) last.stories.push(storyOf(site, entry));
    else days.push({ day, stories: [storyOf(site, entry)] });
  }
  return days;
}
