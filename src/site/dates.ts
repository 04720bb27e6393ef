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

/** Viet Nam is seven hours ahead of UTC all year: no calendar need be asked, which a full build would do 50,000 times. */
const ahead = 7 * 3_600_000;
const weekdays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"] as const;

type Parts = Record<"weekday" | "day" | "month" | "year" | "hour" | "minute", string>;

function partsOf(moment: Date): Parts {
  const there = new Date(moment.getTime() + ahead);
  const iso = there.toISOString();
  return {
    weekday: weekdays[there.getUTCDay()] ?? "",
    year: iso.slice(0, 4),
    month: iso.slice(5, 7),
    day: iso.slice(8, 10),
    hour: iso.slice(11, 13),
    minute: iso.slice(14, 16),
  };
}
