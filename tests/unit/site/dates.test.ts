import { expect, test } from "vitest";
import { sortableDate } from "../../../src/foundation/vietnam-time.ts";
import { vietnamDay } from "../../../src/foundation/vietnam-time.ts";
import { shownDate } from "../../../src/site/dates.ts";
import { wordsIn } from "../../../src/site/words/words.ts";

const words = wordsIn("vi");

test("a moment is shown with its Vietnamese weekday, day and hour", () => {
  expect(shownDate("2026-11-20T08:30:00+07:00", words)).toEqual({
    iso: "2026-11-20T08:30:00+07:00",
    long: "Thứ Sáu, 20/11/2026 · 08:30",
    short: "20/11/2026",
  });
});

test("a moment written in another zone is shown in Vietnamese time", () => {
  expect(shownDate("2026-11-21T20:15:00Z", words).long).toBe("Chủ Nhật, 22/11/2026 · 03:15");
});

test("the day changes at midnight in Việt Nam, not in London", () => {
  expect(vietnamDay(new Date("2026-12-31T16:59:59Z"))).toBe("2026-12-31");
  expect(vietnamDay(new Date("2026-12-31T17:00:00Z"))).toBe("2027-01-01");
});

test("the sortable form grows with time", () => {
  expect(sortableDate("2026-01-02T00:05:00+07:00")).toBe("202601020005");
});
