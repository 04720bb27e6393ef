import { vietnamDay } from "../../foundation/vietnam-time.ts";
import ical, { ICalEventStatus, type ICalEventData } from "ical-generator";
import type { Content, EntryOf, SiteContent } from "../../content-store/content.ts";
import { eventsOf, type DatedEvent } from "../../content-store/week-events.ts";
import { calendarAddress, weekAddress, weeksInFeed, weeksOf } from "../../content-store/weeks.ts";
import { absolute } from "../views/document-head.ts";
import { placeOf } from "../views/week-events.ts";
import { wordsIn } from "../words/words.ts";

/** iCalendar (RFC 5545) of a site's last four weeks and all to come; undefined where a site has no calendar. */
export function calendarFile(content: Content, site: SiteContent): string | undefined {
  const weeks = weeksInFeed(site, vietnamDay(content.at));
  return weeks.length === 0 ? undefined : iCalendar(site, calendarAddress, weeks);
}

/** iCalendar of one week. */
export function weekFile(
  site: SiteContent,
  year: string | undefined,
  slug: string | undefined,
): string | undefined {
  const week = weeksOf(site).find((entry) => entry.year === year && entry.slug === slug);
  return week && iCalendar(site, weekAddress(week), [week]);
}

const aDay = 24 * 3600;

function iCalendar(site: SiteContent, address: string, weeks: readonly EntryOf<"week">[]): string {
  const { shortName, language } = site.settings;
  const { name } = wordsIn(language).calendar;
  return ical({
    name: `${name} – ${shortName}`,
    prodId: { company: "Cổng", product: name, language: language.toUpperCase() },
    source: absolute(site, `${address}.ics`),
    url: absolute(site, address),
    ttl: aDay / 4,
    events: weeks.flatMap((week) => eventsOf(week).map((event) => eventData(site, week, event))),
  }).toString();
}

/** Times in UTC, which every program turns into its reader's own; the stamp is that of the content, so that equal content makes equal bytes. */
function eventData(site: SiteContent, week: EntryOf<"week">, dated: DatedEvent): ICalEventData {
  const { what, chair, attendees, place, prepares, note, cancelled = false } = dated.event;
  const { calendar } = wordsIn(site.settings.language);
  const said = [
    [calendar.chair, chair],
    [calendar.attendees, attendees?.join(", ")],
    [calendar.preparingUnit, prepares],
    [calendar.note, note],
  ].flatMap(([label, text]) => (text ? [`${label ?? ""}: ${text}`] : []));
  const issued = new Date(week.data.issuedAt);
  return {
    id: `${dated.id}@${site.settings.domain}`,
    stamp: issued,
    lastModified: issued,
    start: new Date(dated.start),
    ...(dated.end === undefined ? {} : { end: new Date(dated.end) }),
    summary: cancelled ? calendar.cancelledEvent(what) : what,
    ...(place === undefined ? {} : { location: place }),
    ...(said.length === 0 ? {} : { description: said.join("\n") }),
    url: absolute(site, placeOf(week, dated)),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  };
}
