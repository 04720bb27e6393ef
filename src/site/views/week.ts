import { vietnamDay } from "../../foundation/vietnam-time.ts";
import { weekDays } from "../../content-model/week.ts";
import { eventAnchor } from "../../content-model/event-address.ts";
import { newsAddress } from "../../content-model/content-path.ts";
import type { Content, EntryOf, SiteContent } from "../../content-store/content.ts";
import { eventsOf, type DatedEvent } from "../../content-store/week-events.ts";
import {
  calendarAddress,
  calendarFeed,
  calendarYears,
  daysShown,
  weekAddress,
  weekAt,
  weeksAddress,
  weeksOf,
} from "../../content-store/weeks.ts";
import { addDays } from "../../foundation/iso-week.ts";
import { shownDate, type ShownDate } from "../dates.ts";
import { articleHtml } from "./article-html.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { eventKey, newsIndex } from "./news-index.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { eventDescription, placeOf } from "./week-events.ts";

/** The calendar of one week. */
export interface WeekPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  /** `Tuần 48` */
  title: string;
  /** `Từ 23/11 đến 29/11/2026` */
  span: string;
  issued: ShownDate;
  /** On the page of the current week: there is none for it yet, and this is the newest. */
  outdated: boolean;
  days: CalendarDay[];
  note: string;
  older: Link | undefined;
  newer: Link | undefined;
  /** All weeks of the year. */
  year: Link;
  /** This week and all weeks, for calendar programs. */
  files: { week: string; all: string };
  version: ShownVersion | undefined;
}

/** A row of the calendar. */
export interface CalendarDay {
  /** `Thứ Tư` */
  name: string;
  /** `25/11` */
  date: string;
  iso: string;
  today: boolean;
  morning: ShownEvent[];
  /** From noon on, with the evening. */
  afternoon: ShownEvent[];
  /** What began in the morning and lasts into the afternoon. */
  lasting: string[];
}

/** An event as a reader sees it. */
export interface ShownEvent {
  anchor: string;
  /** Its place on the week's own page, to be copied. */
  address: string;
  start: string;
  time: string;
  what: string;
  cancelled: boolean;
  /** Who, where and the rest, each with its label. */
  facts: { label: string; text: string }[];
  /** What was written about it. */
  articles: Link[];
}

/** The weeks of one year, newest first. */
export interface WeekList {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  year: string;
  weeks: (Link & { span: string; events: number })[];
  years: MenuLink[];
  feed: string;
}

/** The page at `/lich-cong-tac`: the week of the moment with its day marked, or the newest one; undefined without any. */
export function currentWeek(content: Content, site: SiteContent): WeekPage | undefined {
  const today = vietnamDay(content.at);
  const week = weekAt(site, today);
  const shown = week ?? weeksOf(site).at(-1);
  return shown && { ...weekPage(content, site, shown, calendarAddress, today), outdated: week === undefined };
}

/** The page at `/lich-cong-tac/<year>/<slug>`. It says the same on every day. */
export function oneWeek(
  content: Content,
  site: SiteContent,
  year: string | undefined,
  slug: string | undefined,
): WeekPage | undefined {
  const week = weeksOf(site).find((entry) => entry.year === year && entry.slug === slug);
  return week && weekPage(content, site, week, weekAddress(week));
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
  const title = `Lịch công tác năm ${year}`;
  const crumbs = [homeLink, calendarLink];
  return {
    head: documentHead(site, address, title, {
      description: `Lịch công tác các tuần năm ${year} của ${site.settings.name}.`,
      structuredData: [breadcrumbList(site, [...crumbs, { label: title, address }])],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    year,
    weeks: weeks.toReversed().map((week) => ({
      label: week.data.title,
      address: weekAddress(week),
      span: spanOf(week),
      events: week.data.events.length,
    })),
    years: calendarYears(site).map((one) => ({
      label: one,
      address: weeksAddress(one),
      current: one === year,
    })),
    feed: calendarFeed,
  };
}

const calendarLink: Link = { label: "Lịch công tác", address: calendarAddress };

function weekPage(
  content: Content,
  site: SiteContent,
  week: EntryOf<"week">,
  address: string,
  today?: string,
): WeekPage {
  const { data } = week;
  const weeks = weeksOf(site);
  const place = weeks.indexOf(week);
  const events = eventsOf(week);
  const name = `Lịch công tác ${data.title.toLowerCase()} năm ${week.year}`;
  const year = { label: `Các tuần năm ${week.year}`, address: weeksAddress(week.year) };
  const own = address === weekAddress(week);
  const crumbs = own ? [homeLink, calendarLink] : [homeLink];
  return {
    head: documentHead(site, address, own ? name : "Lịch công tác", {
      description: `${name} của ${site.settings.name}, ${lowered(spanOf(week))}.`,
      structuredData: [
        breadcrumbList(site, own ? [...crumbs, { label: name, address }] : [homeLink, calendarLink]),
        ...(own ? events.map((event) => eventDescription(site, week, event)) : []),
      ],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    title: data.title,
    span: spanOf(week),
    issued: shownDate(data.issuedAt),
    outdated: false,
    days: calendarDays(site, week, events, today),
    note: articleHtml(site.html(week)),
    older: neighbour(weeks[place - 1]),
    newer: neighbour(weeks[place + 1]),
    year,
    files: { week: `${weekAddress(week)}.ics`, all: calendarFeed },
    version: shownVersion(week.record),
  };
}

function calendarDays(
  site: SiteContent,
  week: EntryOf<"week">,
  events: readonly DatedEvent[],
  today: string | undefined,
): CalendarDay[] {
  const shown = (dated: DatedEvent) => shownEvent(site, week, dated);
  return [...daysShown(week)].map((place) => {
    const iso = addDays(week.data.firstDay, place);
    const ofDay = events.filter((event) => event.place === place);
    return {
      name: weekDays[place] ?? "",
      date: shortDay(iso),
      iso,
      today: iso === today,
      morning: ofDay.filter(({ event }) => event.start < "12").map(shown),
      afternoon: ofDay.filter(({ event }) => event.start >= "12").map(shown),
      lasting: ofDay
        .filter(({ event }) => event.start < "12" && (event.end ?? "") > "13")
        .map(({ event }) => event.what),
    };
  });
}

function shownEvent(site: SiteContent, week: EntryOf<"week">, dated: DatedEvent): ShownEvent {
  const { what, chair, attendees, place, prepares, note, cancelled = false } = dated.event;
  const facts = [
    { label: "Chủ trì", text: chair },
    { label: "Thành phần", text: attendees?.join(", ") },
    { label: "Địa điểm", text: place },
    { label: "Chuẩn bị", text: prepares },
    { label: "Ghi chú", text: note },
  ];
  return {
    anchor: eventAnchor(dated.id),
    address: placeOf(week, dated),
    start: dated.start,
    time: dated.time,
    what,
    cancelled,
    facts: facts.flatMap(({ label, text }) => (text ? [{ label, text }] : [])),
    articles: (newsIndex(site).byEvent.get(eventKey({ ...week, id: dated.id })) ?? []).map((entry) => ({
      label: entry.data.title,
      address: newsAddress(entry.year, entry.slug),
    })),
  };
}

function neighbour(week: EntryOf<"week"> | undefined): Link | undefined {
  return week && { label: `${week.data.title}: ${lowered(spanOf(week))}`, address: weekAddress(week) };
}

function spanOf({ data }: EntryOf<"week">): string {
  const last = addDays(data.firstDay, 6);
  return `Từ ${shortDay(data.firstDay)} đến ${shortDay(last)}/${last.slice(0, 4)}`;
}

const shortDay = (day: string) => `${day.slice(8)}/${day.slice(5, 7)}`;
const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
