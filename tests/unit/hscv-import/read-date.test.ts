import fc from "fast-check";
import { expect, test } from "vitest";
import { readDate } from "../../../src/hscv-import/read-date.ts";

test.each([
  ["2026/11/20", "2026-11-20"],
  ["20/11/2026", "2026-11-20"],
  ["5/1/2026", "2026-01-05"],
  ["20-11-2026", "2026-11-20"],
  ["20.11.2026 16:30", "2026-11-20"],
  ["2026-11-20T00:00:00", "2026-11-20"],
  ["2026-11-20T18:30:00Z", "2026-11-21"],
  ["2026-11-20T00:00:00+07:00", "2026-11-20"],
  ["Fri, 20 Nov 2026 20:00:00 GMT", "2026-11-21"],
])("%s is the day %s in Viet Nam", (text, day) => {
  expect(readDate(text)).toBe(day);
});

test.each([
  "2014/02/30",
  "31/11/2026",
  "00/00/0000",
  "10/25/2026",
  "20/11/26",
  "Feb 30 2026",
  "20261120",
  "hôm nay",
  "",
  "2026-13-01T00:00:00",
])("«%s» is no day", (text) => {
  expect(readDate(text)).toBeUndefined();
});

test("every day there is comes back as it was written, and nothing else does", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1950, max: 2100 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 40 }),
      (year, month, day) => {
        const two = (n: number) => String(n).padStart(2, "0");
        const written = `${two(day)}/${two(month)}/${String(year)}`;
        const there = new Date(Date.UTC(year, month - 1, day));
        const exists = there.getUTCMonth() === month - 1 && there.getUTCDate() === day;
        expect(readDate(written)).toBe(exists ? `${String(year)}-${two(month)}-${two(day)}` : undefined);
      },
    ),
  );
});
