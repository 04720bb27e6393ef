import { expect, test } from "vitest";
import { isoWeekOf, mondayOf } from "../../../src/foundation/iso-week.ts";

test("a week belongs to the year of its Thursday", () => {
  expect(isoWeekOf("2026-11-23")).toEqual({ year: "2026", number: 48 });
  expect(isoWeekOf("2025-12-29")).toEqual({ year: "2026", number: 1 });
  expect(isoWeekOf("2027-01-03")).toEqual({ year: "2026", number: 53 });
  expect(isoWeekOf("2027-01-04")).toEqual({ year: "2027", number: 1 });
});

test("a week begins on Monday", () => {
  expect(mondayOf("2026-11-23")).toBe("2026-11-23");
  expect(mondayOf("2026-11-29")).toBe("2026-11-23");
});
