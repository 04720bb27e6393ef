import type { Holidays } from "../content-model/holidays.ts";
import type { Portal } from "../content-model/portal.ts";
import { isWeekend, vietnamAhead, vietnamDay } from "../foundation/vietnam-time.ts";

/** When the office works: Monday to Friday in Viet Nam but for `off`, and on the days `worked` too. */
export interface WorkingCalendar {
  /** Of each working day, in order, `HH:MM`. */
  hours: readonly { from: string; to: string }[];
  /** Days (`2026-11-20`) on which nobody works though the week says so. */
  off: readonly string[];
  /** Saturdays and Sundays that are worked in place of another day. */
  worked: readonly string[];
}

/** How an office works whose settings say nothing else. */
const usualHours = [
  { from: "07:30", to: "11:30" },
  { from: "13:30", to: "17:00" },
];

/** The calendar of the authority's settings and the holidays of some years. */
export function calendarOf(
  { workingHours }: Pick<Portal, "workingHours">,
  years: readonly Holidays[],
): WorkingCalendar {
  const swaps = years.flatMap((year) => year.swaps);
  const holidays = years.flatMap((year) => year.holidays);
  return {
    hours: workingHours ?? usualHours,
    off: [
      ...holidays.flatMap(({ from, to }) => daysBetween(from, to ?? from)),
      ...swaps.map(({ off }) => off),
    ],
    worked: swaps.map(({ worked }) => worked),
  };
}

/** The years whose holidays matter now: last year, this one and the next. */
export function yearsAround(now: Date): string[] {
  const year = Number(vietnamDay(now).slice(0, 4));
  return [year - 1, year, year + 1].map(String);
}

/** Whether the office works on a day. */
export function isWorkingDay({ off, worked }: WorkingCalendar, day: string): boolean {
  return !off.includes(day) && (worked.includes(day) || !isWeekend(day));
}

/** How long a working day is, in minutes. */
export function workingDayLength({ hours }: Pick<WorkingCalendar, "hours">): number {
  return hours.reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from), 0);
}

/** The moment by which so many working days have gone by: what comes at ten is due at ten, what comes at night counts from the morning on. */
export function afterWorkingDays(start: Date, days: number, calendar: WorkingCalendar): Date {
  let left = days * workingDayLength(calendar) * minute;
  let last = start;
  for (const span of spansFrom(start, calendar)) {
    const begin = Math.max(span.from, start.getTime());
    if (span.to <= begin) continue;
    last = new Date(Math.min(span.to, begin + left));
    left -= span.to - begin;
    if (left <= 0) break;
  }
  return last;
}

/** The working time between two moments, in minutes. */
export function workingMinutes(start: Date, end: Date, calendar: WorkingCalendar): number {
  let sum = 0;
  for (const { from, to } of spansFrom(start, calendar)) {
    if (from >= end.getTime()) break;
    sum += Math.max(0, Math.min(to, end.getTime()) - Math.max(from, start.getTime()));
  }
  return Math.floor(sum / minute);
}

/** How a piece stands towards its due time. */
export interface DueState {
  tone: "late" | "near" | "open";
  /** «còn 3 giờ làm việc», «quá hạn 1 ngày». */
  words: string;
}

/** Working time, in minutes, from which on something is near its end. */
const near = 120;

/** How much working time is left until something is due, or how long it has been late. */
export function dueState(due: Date, now: Date, calendar: WorkingCalendar): DueState {
  const length = workingDayLength(calendar);
  if (now.getTime() > due.getTime()) {
    const late = workingMinutes(due, now, calendar);
    return { tone: "late", words: late === 0 ? "vừa quá hạn" : `quá hạn ${span(late, length)}` };
  }
  const left = workingMinutes(now, due, calendar);
  const words = left === 0 ? "đến hạn" : `còn ${span(left, length)} làm việc`;
  return { tone: left <= near ? "near" : "open", words };
}

/** Working time as people say it: «2 ngày», «1 ngày 3 giờ», «3 giờ», «40 phút». */
function span(minutes: number, dayLength: number): string {
  const days = Math.floor(minutes / dayLength);
  const hours = Math.floor((minutes % dayLength) / 60);
  if (days >= 3 || (days > 0 && hours === 0)) return `${String(days)} ngày`;
  if (days > 0) return `${String(days)} ngày ${String(hours)} giờ`;
  return hours > 0 ? `${String(hours)} giờ` : `${String(minutes)} phút`;
}

const minute = 60_000;
const dayLength = 86_400_000;

/** A calendar that knows only days off must not be walked for ever. */
const furthest = 800;

/** The spans of working time, in ms, from the day of a moment on. */
function* spansFrom(start: Date, calendar: WorkingCalendar): Generator<{ from: number; to: number }> {
  let midnight = Date.parse(`${vietnamDay(start)}T00:00Z`) - vietnamAhead;
  for (let walked = 0; walked < furthest; walked += 1, midnight += dayLength) {
    if (!isWorkingDay(calendar, vietnamDay(new Date(midnight)))) continue;
    for (const { from, to } of calendar.hours)
      yield { from: midnight + minuteOf(from) * minute, to: midnight + minuteOf(to) * minute };
  }
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = Date.parse(`${from}T00:00Z`); day <= Date.parse(`${to}T00:00Z`); day += dayLength)
    days.push(new Date(day).toISOString().slice(0, 10));
  return days;
}
