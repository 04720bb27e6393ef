import { createHash } from "node:crypto";
import { weekDays, type Week, type WeekEvent } from "../content-model/week.ts";
import { addDays } from "../foundation/iso-week.ts";

/** An event of a week's calendar with its day and a name of its own. */
export interface DatedEvent {
  /** Stays the same when the event moves within its week or its order among others changes; another wording makes another event. */
  id: string;
  /** `2026-11-25` */
  day: string;
  /** 0 for Monday. */
  place: number;
  /** With Việt Nam's offset: `2026-11-25T08:00:00+07:00`. */
  start: string;
  end: string | undefined;
  /** `08:00–11:00`, or `08:00` where the end is not known. */
  time: string;
  event: WeekEvent;
}

/** A week's events in the order of their time. */
export function eventsOf({ data }: { data: Week }): DatedEvent[] {
  const seen = new Map<string, number>();
  const dated = data.events.map((event) => {
    const place = weekDays.indexOf(event.day);
    const day = addDays(data.firstDay, place);
    const at = (time: string) => `${day}T${time}:00+07:00`;
    const count = (seen.get(event.what) ?? 0) + 1;
    seen.set(event.what, count);
    return {
      id: eventId(data.firstDay, event.what, count),
      day,
      place,
      start: at(event.start),
      end: event.end === undefined ? undefined : at(event.end),
      time: event.end === undefined ? event.start : `${event.start}–${event.end}`,
      event,
    };
  });
  return dated.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}

function eventId(firstDay: string, what: string, count: number): string {
  return createHash("sha256")
    .update(`${firstDay} ${what} ${String(count)}`)
    .digest("hex")
    .slice(0, 12);
}
