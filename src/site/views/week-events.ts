import { eventAnchor } from "../../content-model/event-address.ts";
import type { EntryOf, NewsEntry, SiteContent } from "../../content-store/content.ts";
import { eventsOf, type DatedEvent } from "../../content-store/week-events.ts";
import { weekAddress, weeksOf } from "../../content-store/weeks.ts";
import { weekNumber } from "../../content-model/week.ts";
import { readEventAddress } from "../../content-model/event-address.ts";
import { eventData } from "./structured-data/event-data.ts";
import type { Link } from "./link.ts";
import { wordsIn } from "../words/words.ts";

/** Where an event stands on its week's page. */
export const placeOf = (week: EntryOf<"week">, { id }: DatedEvent): string =>
  `${weekAddress(week)}#${eventAnchor(id)}`;

/** The event that an article tells of; undefined where it names none that there is. */
export function eventOfArticle(site: SiteContent, { data }: NewsEntry): Link | undefined {
  const { calendar } = wordsIn(site.settings.language);
  const named = readEventAddress(data.event);
  const week = named && weeksOf(site).find(({ year, slug }) => year === named.year && slug === named.slug);
  const event = week && eventsOf(week).find(({ id }) => id === named.id);
  return (
    event && {
      label: calendar.event(weekNumber(week.data), week.year, event.event.what),
      address: placeOf(week, event),
    }
  );
}

/** An event as schema.org describes it. */
export function eventDescription(site: SiteContent, week: EntryOf<"week">, dated: DatedEvent): object {
  const { what, place, cancelled } = dated.event;
  return eventData(site, {
    name: what,
    start: dated.start,
    end: dated.end,
    place,
    path: placeOf(week, dated),
    cancelled: cancelled ?? false,
  });
}
