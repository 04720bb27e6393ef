import { vietnamDay } from "../../foundation/vietnam-time.ts";
import { eventAnchor } from "../../content-model/event-address.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { eventsOf } from "../../content-store/week-events.ts";
import { calendarAddress, weekAt } from "../../content-store/weeks.ts";
import { vietnamTime } from "../../foundation/vietnam-time.ts";
import { longDay } from "../dates.ts";
import type { Link } from "./link.ts";
import { wordsIn } from "../words/words.ts";

/** What is on the leaders' calendar today, for the front page. */
export interface Today {
  heading: Link;
  /** `Thứ Tư, 25/11/2026` */
  date: string;
  iso: string;
  events: {
    time: string;
    start: string;
    what: string;
    place: string | undefined;
    address: string;
    cancelled: boolean;
  }[];
  /** Events beyond those shown. */
  more: number;
}

const mostEvents = 5;

/** The events of the day that a content is for; undefined on a day without any. */
export function todayOf(content: Content, site: SiteContent): Today | undefined {
  const today = vietnamDay(content.at);
  const week = weekAt(site, today);
  const events = week ? eventsOf(week).filter(({ day }) => day === today) : [];
  if (events.length === 0) return undefined;
  const words = wordsIn(site.settings.language);
  return {
    heading: { label: words.calendar.today, address: calendarAddress },
    date: longDay(vietnamTime(content.at), words),
    iso: today,
    events: events.slice(0, mostEvents).map((dated) => ({
      time: dated.time,
      start: dated.start,
      what: dated.event.what,
      place: dated.event.place,
      address: `${calendarAddress}#${eventAnchor(dated.id)}`,
      cancelled: dated.event.cancelled ?? false,
    })),
    more: Math.max(0, events.length - mostEvents),
  };
}
