import type { Content, NewsEntry, SiteContent } from "../../content-store/content.ts";
import { archiveYears, newsMonths, yearAddress } from "../../content-store/news-months.ts";
import { monthLink } from "./archive-month.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { storyOf, type Story } from "./story.ts";
import { wordsIn } from "../words/words.ts";

/** A year of the archive: its months, each with its leading pieces. */
export interface ArchiveYear {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  heading: string;
  count: number;
  months: { link: Link; count: number; stories: Story[] }[];
  /** Every year that has articles, newest first. */
  years: MenuLink[];
}

const leadingPerMonth = 3;

/** The page at `/tin-tuc/<year>`; undefined where the year has no articles. */
export function archiveYear(
  content: Content,
  site: SiteContent,
  year: string | undefined,
): ArchiveYear | undefined {
  const months = [...newsMonths(site)].filter(([month]) => month.slice(0, 4) === year);
  if (year === undefined || months.length === 0) return undefined;
  const address = yearAddress(year);
  const words = wordsIn(site.settings.language);
  const heading = words.news.ofYear(year);
  const crumbs = [homeLink(words), { label: words.news.name, address: "/tin-tuc" }];
  return {
    head: documentHead(site, address, heading, {
      structuredData: [breadcrumbList(site, [...crumbs, { label: heading, address }])],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    heading,
    count: months.reduce((sum, [, entries]) => sum + entries.length, 0),
    months: months.map(([month, entries]) => ({
      link: monthLink(month, words),
      count: entries.length,
      stories: leading(entries).map((entry, index) =>
        storyOf(site, entry, index === 0 ? "thumb" : undefined),
      ),
    })),
    years: archiveYears(site).map((other) => ({
      label: words.dates.year(other),
      address: yearAddress(other),
      current: other === year,
    })),
  };
}

/** What editors marked as leading, then the newest. */
function leading(entries: readonly NewsEntry[]): NewsEntry[] {
  const featured = entries.filter(({ data }) => data.featured);
  return [...featured, ...entries.filter(({ data }) => !data.featured)].slice(0, leadingPerMonth);
}
