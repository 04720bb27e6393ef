const timeZone = "Asia/Ho_Chi_Minh";

const long = new Intl.DateTimeFormat("vi-VN", {
  weekday: "long",
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone,
});
const relative = new Intl.RelativeTimeFormat("vi", { numeric: "auto" });

/** A moment as an article shows it: «Thứ Sáu, 20/11/2026 08:30»; nothing for a text that is no moment. */
export function longDate(moment: string): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return "";
  const part = Object.fromEntries(long.formatToParts(date).map(({ type, value }) => [type, value]));
  const { weekday = "", day = "", month = "", year = "", hour = "", minute = "" } = part;
  return `${weekday}, ${day}/${month}/${year} ${hour}:${minute}`;
}

/** A calendar day as people write it: «20/11/2026»; nothing for a text that is no day. */
export function shownDay(day: string): string {
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day.split("-").reverse().join("/") : "";
}

/** The day of a moment: «20/11/2026»; nothing for a text that is no moment. */
export function shortDate(moment: string): string {
  return /\d+\/\d+\/\d+/.exec(longDate(moment))?.[0] ?? "";
}

/** A moment in few words: «08:30 ngày 20/11»; nothing for a text that is no moment. */
export function shortMoment(moment: string): string {
  const [, day, time] = /(\d+\/\d+)\/\d+ ([\d:]+)$/.exec(longDate(moment)) ?? [];
  return day && time ? `${time} ngày ${day}` : "";
}

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** How long ago a moment was, as people say it: «2 giờ trước», «vừa xong». */
export function age(moment: string, now = new Date()): string {
  const seconds = (now.getTime() - new Date(moment).getTime()) / 1000;
  const step = steps.find(([, length]) => seconds >= length);
  return step ? relative.format(-Math.floor(seconds / step[1]), step[0]) : "vừa xong";
}
