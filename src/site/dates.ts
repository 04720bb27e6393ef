const timeZone = "Asia/Ho_Chi_Minh";

const format = new Intl.DateTimeFormat("vi-VN", {
  timeZone,
  weekday: "long",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

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
  const { weekday, day, month, year, hour, minute } = partsOf(new Date(iso));
  const short = `${day}/${month}/${year}`;
  return { iso, short, long: `${weekday}, ${short} · ${hour}:${minute}` };
}

/** The calendar day in Việt Nam at a moment: `2026-11-20`. */
export function dayOf(moment: Date): string {
  const { day, month, year } = partsOf(moment);
  return `${year}-${month}-${day}`;
}

/** A moment in Việt Nam as one number that sorts by time: `202611200830`. */
export function sortableDate(iso: string): string {
  const { day, month, year, hour, minute } = partsOf(new Date(iso));
  return year + month + day + hour + minute;
}

type Parts = Record<"weekday" | "day" | "month" | "year" | "hour" | "minute", string>;

function partsOf(moment: Date): Parts {
  const parts: Parts = { weekday: "", day: "", month: "", year: "", hour: "", minute: "" };
  for (const { type, value } of format.formatToParts(moment)) {
    if (type in parts) parts[type as keyof Parts] = value;
  }
  return parts;
}
