import { vietnamDay } from "../../foundation/vietnam-time.ts";
import { weekName, weekNumber } from "../../content-model/week.ts";
import { eventAnchor } from "../../content-model/event-address.ts";
import { newsAddress } from "../../content-model/content-path.ts";
import type { Content, EntryOf, SiteContent } from "../../content-store/content.ts";
import { eventsOf, type DatedEvent } from "../../content-store/week-events.ts";
import {
  calendarAddress,
  calendarFeed,
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
import { homeLink, type Link } from "./link.ts";
import { eventKey, newsIndex } from "./news-index.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { eventDescription, placeOf } from "./week-events.ts";
import { wordsIn, type Words } from "../words/words.ts";

/** The calendar of one week. */
export interface WeekPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  /** `Lịch công tác tuần 48` */
  title: string;
  /** `Từ 23/11 đến 29/11/2026` */
  span: string;
  /** Of the table: title and span. */
  caption: string;
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

/** The link to the week of the moment. */
export const calendarLink = ({ calendar }: Words): Link => ({
  label: calendar.name,
  address: calendarAddress,
});

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
  const { language } = site.settings;
  const words = wordsIn(language);
  const { calendar } = words;
  const name = weekName(language, weekNumber(data), week.year);
  const title = calendar.ofWeek(weekNumber(data));
  const span = spanOf(week, words);
  const year = { label: calendar.weeksOf(week.year), address: weeksAddress(week.year) };
  const own = address === weekAddress(week);
  const [home, all] = [homeLink(words), calendarLink(words)];
  const crumbs = own ? [home, all] : [home];
  return {
    head: documentHead(site, address, own ? name : calendar.name, {
      description: calendar.described(name, site.settings.name, lowered(span)),
      structuredData: [
        breadcrumbList(site, own ? [...crumbs, { label: name, address }] : [home, all]),
        ...(own ? events.map((event) => eventDescription(site, week, event)) : []),
      ],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    title,
    span,
    caption: `${title}: ${lowered(span)}`,
    issued: shownDate(data.issuedAt, words),
    outdated: false,
    days: calendarDays(site, week, events, today),
    note: articleHtml(site.html(week), words),
    older: neighbour(weeks[place - 1], words),
    newer: neighbour(weeks[place + 1], words),
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
  const { dates } = wordsIn(site.settings.language);
  const shown = (dated: DatedEvent) => shownEvent(site, week, dated);
  return [...daysShown(week)].map((place) => {
    const iso = addDays(week.data.firstDay, place);
    const ofDay = events.filter((event) => event.place === place);
    return {
      // A week of the calendar begins on Monday.
      name: dates.weekdays[(place + 1) % 7] ?? "",
      date: dates.dayOfYear(iso.slice(5, 7), iso.slice(8)),
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
  const { calendar } = wordsIn(site.settings.language);
  const facts = [
    { label: calendar.chair, text: chair },
    { label: calendar.attendees, text: attendees?.join(", ") },
    { label: calendar.place, text: place },
    { label: calendar.prepares, text: prepares },
    { label: calendar.note, text: note },
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

function neighbour(week: EntryOf<"week"> | undefined, words: Words): Link | undefined {
  if (!week) return undefined;
  const label = words.calendar.neighbour(weekNumber(week.data), lowered(spanOf(week, words)));
  return { label, address: weekAddress(week) };
}

/** `Từ 23/11 đến 29/11/2026` */
export function spanOf({ data }: EntryOf<"week">, { dates }: Words): string {
  const { firstDay } = data;
  const last = addDays(firstDay, 6);
  return dates.span(
    dates.dayOfYear(firstDay.slice(5, 7), firstDay.slice(8)),
    dates.day(last.slice(0, 4), last.slice(5, 7), last.slice(8)),
  );
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
