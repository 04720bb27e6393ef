import { vietnamTime, type VietnamTime } from "../foundation/vietnam-time.ts";
import type { Words } from "./words/words.ts";

/** A moment as a page shows it, in Vietnamese time. */
export interface ShownDate {
  /** For `datetime`: `2026-11-20T08:30:00+07:00`, as it was written. */
  iso: string;
  /** `Thứ Sáu, 20/11/2026 · 08:30` */
  long: string;
  /** `20/11/2026` */
  short: string;
}

/** Prepares a moment (ISO 8601 with offset) for display. */
export function shownDate(iso: string, words: Words): ShownDate {
  const time = vietnamTime(iso);
  const short = words.dates.day(time.year, time.month, time.day);
  return { iso, short, long: `${longDay(time, words)} · ${time.hour}:${time.minute}` };
}

/** `Thứ Sáu, 20/11/2026` */
export function longDay({ weekday, year, month, day }: VietnamTime, { dates }: Words): string {
  return dates.longDay(dates.weekdays[weekday] ?? "", dates.day(year, month, day));
}

/** A calendar day as a page shows it. */
export interface ShownDay {
  /** For `datetime`: `2026-11-20` */
  iso: string;
  /** `20/11/2026` */
  short: string;
}

/** Prepares a calendar day (`2026-11-20`) for display. */
export function shownDay(iso: string, { dates }: Words): ShownDay {
  return { iso, short: dates.day(iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10)) };
}
