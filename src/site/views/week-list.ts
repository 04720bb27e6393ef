import { weekNumber } from "../../content-model/week.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import {
  calendarFeed,
  calendarYears,
  weekAddress,
  weeksAddress,
  weeksOf,
} from "../../content-store/weeks.ts";
import { wordsIn } from "../words/words.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { calendarLink, spanOf } from "./week.ts";

/** The weeks of one year, newest first. */
export interface WeekList {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  heading: string;
  weeks: (Link & { span: string; events: number })[];
  years: MenuLink[];
  feed: string;
}

/** The page at `/lich-cong-tac/<year>`. */
export function weekList(
  content: Content,
  site: SiteContent,
  year: string | undefined,
): WeekList | undefined {
  const weeks = weeksOf(site).filter((week) => week.year === year);
  if (year === undefined || weeks.length === 0) return undefined;
  const address = weeksAddress(year);
  const words = wordsIn(site.settings.language);
  const { calendar, dates } = words;
  const heading = calendar.ofYear(year);
  const crumbs = [homeLink(words), calendarLink(words)];
  return {
    head: documentHead(site, address, heading, {
      description: calendar.ofYearDescribed(year, site.settings.name),
      structuredData: [breadcrumbList(site, [...crumbs, { label: heading, address }])],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    heading,
    weeks: weeks.toReversed().map((week) => ({
      label: calendar.week(weekNumber(week.data)),
      address: weekAddress(week),
      span: spanOf(week, words),
      events: week.data.events.length,
    })),
    years: calendarYears(site).map((one) => ({
      label: dates.year(one),
      address: weeksAddress(one),
      current: one === year,
    })),
    feed: calendarFeed,
  };
}
