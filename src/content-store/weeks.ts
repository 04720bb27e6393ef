import { entryAddress, entryKinds } from "../content-model/entry-kinds.ts";
import { weekDays } from "../content-model/week.ts";
import { addDays, mondayOf } from "../foundation/iso-week.ts";
import { vietnamAhead } from "../foundation/vietnam-time.ts";
import type { EntryOf, SiteContent } from "./content.ts";

type WeekEntry = EntryOf<"week">;

/** Where the calendar of the current week is, and the one for calendar programs. */
export const calendarAddress = entryKinds.week.at;
export const calendarFeed = `${calendarAddress}.ics`;

export const weekAddress = ({ year, slug }: Pick<WeekEntry, "year" | "slug">): string =>
  entryAddress({ kind: "week", year, slug }) ?? "";
export const weeksAddress = (year: string) => `${calendarAddress}/${year}`;

const sorted = new WeakMap<readonly WeekEntry[], readonly WeekEntry[]>();

/** A site's weeks in the order of their days. */
export function weeksOf({ entries }: SiteContent): readonly WeekEntry[] {
  const known = sorted.get(entries.week);
  if (known) return known;
  const weeks = entries.week.toSorted((a, b) => (a.data.firstDay < b.data.firstDay ? -1 : 1));
  sorted.set(entries.week, weeks);
  return weeks;
}

/** The years that have weeks, newest first. */
export function calendarYears(site: SiteContent): string[] {
  return [...new Set(weeksOf(site).map(({ year }) => year))].reverse();
}

/** The week that `day` (`2026-11-25`) lies in. */
export function weekAt(site: SiteContent, day: string): WeekEntry | undefined {
  const monday = mondayOf(day);
  return weeksOf(site).find(({ data }) => data.firstDay === monday);
}

/** The weeks that calendar programs are given on a day: the last four and all to come, and always the newest. */
export function weeksInFeed(site: SiteContent, day: string): readonly WeekEntry[] {
  const first = addDays(mondayOf(day), -7 * pastWeeks);
  const weeks = weeksOf(site);
  return weeks.filter((week, index) => week.data.firstDay >= first || index === weeks.length - 1);
}

const pastWeeks = 4;

/** The days of a week that its page shows, 0 for Monday: working days, and the others if something happens on them. */
export function daysShown({ data }: WeekEntry): ReadonlySet<number> {
  const busy = data.events.map(({ day }) => weekDays.indexOf(day));
  return new Set([0, 1, 2, 3, 4, ...busy].sort((a, b) => a - b));
}

/**
 * The midnights in Việt Nam (ms) at which a page of the calendar changes by itself: the current week is called so, each
 * of its days is marked in its turn, and a week leaves the feed when it has grown old.
 */
export function calendarMoments(site: SiteContent): number[] {
  const weeks = weeksOf(site);
  return weeks.flatMap((week, index) => {
    const shown = daysShown(week);
    const turns = [1, 2, 3, 4, 5, 6].filter((day) => shown.has(day) || shown.has(day - 1));
    const leaves = index < weeks.length - 1 ? [7 * (pastWeeks + 1)] : [];
    return [0, ...turns, 7, ...leaves].map(
      (count) => Date.parse(addDays(week.data.firstDay, count)) - vietnamAhead,
    );
  });
}

/** The calendar's pages that change as days pass. */
export const datedCalendarPaths = (site: SiteContent): string[] =>
  weeksOf(site).length > 0 ? [calendarAddress, calendarFeed] : [];

/** The pages of each week and each year. */
export function calendarPaths(site: SiteContent): string[] {
  return [
    ...calendarYears(site).map(weeksAddress),
    ...weeksOf(site).flatMap((week) => [weekAddress(week), `${weekAddress(week)}.ics`]),
  ];
}
