import { shortDay, vietnamTime } from "../foundation/vietnam-time.ts";

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
export function shownDate(iso: string): ShownDate {
  const { weekday, day, month, year, hour, minute } = vietnamTime(iso);
  const short = `${day}/${month}/${year}`;
  return { iso, short, long: `${weekday}, ${short} · ${hour}:${minute}` };
}

/** A calendar day as a page shows it. */
export interface ShownDay {
  /** For `datetime`: `2026-11-20` */
  iso: string;
  /** `20/11/2026` */
  short: string;
}

/** Prepares a calendar day (`2026-11-20`) for display. */
export function shownDay(day: string): ShownDay {
  return { iso: day, short: shortDay(day) };
}
