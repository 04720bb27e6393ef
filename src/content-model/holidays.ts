import { z } from "zod";
import { isWeekend } from "../foundation/vietnam-time.ts";
import { day, line } from "./text.ts";

const holiday = z
  .strictObject({ name: line("Tên ngày nghỉ", 2, 120), from: day("Từ ngày"), to: day("Đến ngày").optional() })
  .refine(({ from, to }) => to === undefined || to >= from, {
    path: ["to"],
    error: "«Đến ngày» không được trước «Từ ngày».",
  });

/** A day off that is worked on a Saturday or Sunday instead. */
const swap = z
  .strictObject({ off: day("Ngày nghỉ"), worked: day("Ngày làm bù") })
  .refine(({ off }) => !isWeekend(off), {
    path: ["off"],
    error: "Ngày nghỉ hoán đổi phải là ngày từ Thứ Hai đến Thứ Sáu.",
  })
  .refine(({ worked }) => isWeekend(worked), {
    path: ["worked"],
    error: "Ngày làm bù phải là Thứ Bảy hoặc Chủ Nhật.",
  });

/**
 * The days of a year on which the authority does not work though the week says so, and those on which it does though the week
 * says no: `content/holidays/<year>.yaml`. Lunar holidays are data: no calendar of a computer is trusted with them.
 */
export const holidaysSchema = z.strictObject({
  /** Which announcement it follows. */
  source: line("Căn cứ", 5, 300),
  /** The announcement has not come yet: the days are those that the law leads one to expect. */
  provisional: z.boolean().optional(),
  holidays: z.array(holiday).min(1).max(60),
  swaps: z.array(swap).max(20).default([]),
});

export type Holidays = z.infer<typeof holidaysSchema>;

export const holidaysFolder = "content/holidays";

/** Where the holidays of a year are. */
export const holidaysFile = (year: string): string => `${holidaysFolder}/${year}.yaml`;

/** The days that stand in the file of a year and are not of it. */
export function daysOfOtherYears({ holidays, swaps }: Holidays, year: string): string[] {
  const named = [...holidays.flatMap(({ from, to }) => [from, to ?? from]), ...swaps.map(({ off }) => off)];
  return [...new Set(named)].filter((one) => !one.startsWith(`${year}-`));
}
