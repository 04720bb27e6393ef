/** Viet Nam is seven hours ahead of UTC all year (ms): no calendar need be asked, which a full build would do 50,000 times. */
export const vietnamAhead = 7 * 3_600_000;

const weekdays = ["Chủ Nhật", "Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy"] as const;

export type VietnamTime = Record<"weekday" | "day" | "month" | "year" | "hour" | "minute", string>;

/** A moment on the clocks and calendars of Viet Nam. */
export function vietnamTime(moment: Date): VietnamTime {
  const there = new Date(moment.getTime() + vietnamAhead);
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

/** The calendar day in Việt Nam at a moment: `2026-11-20`. */
export function vietnamDay(moment: Date): string {
  return new Date(moment.getTime() + vietnamAhead).toISOString().slice(0, 10);
}

/** A moment (ISO 8601 with offset) in Việt Nam as one number that sorts by time: `202611200830`. */
export function sortableDate(iso: string): string {
  const { day, month, year, hour, minute } = vietnamTime(new Date(iso));
  return year + month + day + hour + minute;
}

/** A calendar day (`2026-11-20`) as people write it: `20/11/2026`. */
export const shortDay = (day: string): string => day.split("-").reverse().join("/");
