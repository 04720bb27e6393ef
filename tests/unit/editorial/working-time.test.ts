import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { holidaysFile, holidaysSchema } from "../../../src/content-model/holidays.ts";
import {
  afterWorkingDays,
  calendarOf,
  dueState,
  isWorkingDay,
  workingDayLength,
  workingMinutes,
} from "../../../src/editorial/working-time.ts";
import { vietnamTime } from "../../../src/foundation/vietnam-time.ts";

const years = ["2025", "2026", "2027"].map((year) =>
  holidaysSchema.parse(parse(readFileSync(holidaysFile(year), "utf8"))),
);
const calendar = calendarOf({}, years);

/** A moment on the clocks of Viet Nam. */
const at = (text: string) => new Date(`${text.replace(" ", "T")}:00+07:00`);
const said = (moment: Date) => {
  const { year, month, day, hour, minute } = vietnamTime(moment);
  return `${year}-${month}-${day} ${hour}:${minute}`;
};
const due = (handedIn: string, days = 1) => said(afterWorkingDays(at(handedIn), days, calendar));

test("a working day has the hours of the settings", () => {
  expect(workingDayLength(calendar)).toBe(450);
  const [noon, year] = [[{ from: "08:00", to: "12:00" }], []];
  expect(said(afterWorkingDays(at("2026-11-16 09:00"), 1, calendarOf({ workingHours: noon }, year)))).toBe(
    "2026-11-17 09:00",
  );
});

test.each([
  [
    "what comes within hours is due a working day later at the same hour",
    "2026-11-16 09:10",
    "2026-11-17 09:10",
  ],
  ["the noon break counts for nothing", "2026-11-16 12:15", "2026-11-17 11:30"],
  ["what comes in the evening counts from the next morning on", "2026-11-16 20:00", "2026-11-17 17:00"],
  ["what comes before the office opens is due when it closes", "2026-11-17 06:00", "2026-11-17 17:00"],
  ["over the weekend nothing counts", "2026-11-20 15:00", "2026-11-23 15:00"],
  ["what comes on a Sunday is due on Monday evening", "2026-11-22 10:00", "2026-11-23 17:00"],
  ["a holiday in the week is left out", "2026-11-23 10:00", "2026-11-25 10:00"],
  ["a swapped Saturday is worked, the day it stands for is not", "2026-08-21 14:00", "2026-08-22 14:00"],
  ["from a swapped Saturday on to the next working day", "2026-08-28 16:00", "2026-09-03 16:00"],
  ["across Tết", "2026-02-13 16:00", "2026-02-23 16:00"],
  ["across Tết 2027, which falls on a weekend", "2027-02-04 16:00", "2027-02-12 16:00"],
  ["across the turn of the year", "2025-12-31 16:30", "2026-01-05 16:30"],
])("%s: %s", (_, handedIn, expected) => {
  expect(due(handedIn)).toBe(expected);
});

test("three working days are counted as days, not as hours of the week", () => {
  expect(due("2026-11-18 10:00", 3)).toBe("2026-11-23 10:00");
  expect(due("2026-11-20 20:00", 3)).toBe("2026-11-26 17:00");
});

test.each([
  ["2025-05-02", false],
  ["2025-04-26", true],
  ["2026-01-02", false],
  ["2026-01-10", true],
  ["2026-04-27", false],
  ["2026-08-31", false],
  ["2026-11-28", false],
])("whether %s is worked: %s", (day, worked) => {
  expect(isWorkingDay(calendar, day)).toBe(worked);
});

test("working time between two moments leaves nights, noons and holidays out", () => {
  expect(workingMinutes(at("2026-11-16 11:00"), at("2026-11-16 14:00"), calendar)).toBe(60);
  expect(workingMinutes(at("2026-11-16 16:00"), at("2026-11-17 08:30"), calendar)).toBe(120);
  expect(workingMinutes(at("2026-02-14 00:00"), at("2026-02-22 23:59"), calendar)).toBe(0);
  expect(workingMinutes(at("2026-11-17 10:00"), at("2026-11-16 10:00"), calendar)).toBe(0);
});

test.each([
  ["2026-11-16 14:00", "2026-11-16 17:00", "còn 3 giờ làm việc", "open"],
  ["2026-11-16 16:20", "2026-11-16 17:00", "còn 40 phút làm việc", "near"],
  ["2026-11-16 15:30", "2026-11-17 09:00", "còn 3 giờ làm việc", "open"],
  ["2026-11-16 09:00", "2026-11-17 09:00", "còn 1 ngày làm việc", "open"],
  ["2026-11-16 08:00", "2026-11-17 09:30", "còn 1 ngày 1 giờ làm việc", "open"],
  ["2026-11-16 12:00", "2026-11-16 11:00", "quá hạn 30 phút", "late"],
  ["2026-11-16 18:00", "2026-11-16 17:00", "vừa quá hạn", "late"],
  ["2026-11-17 11:00", "2026-11-16 09:00", "quá hạn 1 ngày 2 giờ", "late"],
  ["2026-11-30 09:00", "2026-11-16 09:00", "quá hạn 9 ngày", "late"],
  ["2026-11-21 09:00", "2026-11-20 17:00", "vừa quá hạn", "late"],
])("at %s, what is due at %s: %s", (now, dueAt, words, tone) => {
  expect(dueState(at(dueAt), at(now), calendar)).toEqual({ words, tone });
});

test("a calendar of nothing but days off comes to an end", () => {
  const never = { ...calendar, hours: [{ from: "07:30", to: "07:30" }] };
  expect(afterWorkingDays(at("2026-11-16 09:00"), 1, never)).toBeInstanceOf(Date);
});

test.each([
  [{ off: "2026-01-03", worked: "2026-01-10" }, "Thứ Hai đến Thứ Sáu"],
  [{ off: "2026-01-02", worked: "2026-01-09" }, "Thứ Bảy hoặc Chủ Nhật"],
])("a swap that swaps nothing is refused: %o", (swap, words) => {
  const file = {
    source: "Thông báo",
    holidays: [{ name: "Tết Dương lịch", from: "2026-01-01" }],
    swaps: [swap],
  };
  expect(holidaysSchema.safeParse(file).error?.issues[0]?.message).toContain(words);
});
