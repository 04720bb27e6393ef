import { describe, expect, test } from "vitest";
import { parseEntry } from "../../../src/content-model/entry-file.ts";
import { weekProblems, weekSchema } from "../../../src/content-model/week.ts";

const aWeek = (event: string, firstDay = "2026-11-23") => `---
title: Tuần 48
firstDay: ${firstDay}
issuedAt: 2026-11-20T16:30:00+07:00
events:
  - day: Thứ Tư
    what: Họp giao ban
${event
  .split("\n")
  .map((line) => `    ${line}`)
  .join("\n")}
---
`;

function parsed(text: string) {
  const result = parseEntry(weekSchema, text);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join("\n"));
  return result.data;
}

function problems(text: string): string[] {
  const result = parseEntry(weekSchema, text);
  return result.ok ? [] : result.problems.map(({ message }) => message);
}

describe("an event of the calendar", () => {
  test.each([
    ["07:30", "07:30"],
    ['"7:30"', "07:30"],
    ["7h30", "07:30"],
    ["7h", "07:00"],
    ["14 giờ 15", "14:15"],
  ])("that begins at %s begins at %s", (written, kept) => {
    expect(parsed(aWeek(`start: ${written}`)).events[0]?.start).toBe(kept);
  });

  test("has a time of day", () => {
    expect(problems(aWeek("start: buổi sáng"))).toEqual([
      "Mục 1: «Bắt đầu» phải là giờ trong ngày, ví dụ 07:30 hoặc 14:00.",
    ]);
    expect(problems(aWeek("start: 25:00"))).toHaveLength(1);
  });

  test("does not end before it begins", () => {
    expect(problems(aWeek("start: 8h\nend: 7:30"))).toEqual([
      "Mục 1: «Kết thúc» (07:30) phải sau «Bắt đầu» (08:00).",
    ]);
  });

  test("may have fields that the CMS left empty", () => {
    const [event] = parsed(aWeek('start: 8h\nend: ""\nplace: ""')).events;
    expect(event).toEqual({ day: "Thứ Tư", what: "Họp giao ban", start: "08:00" });
  });
});

test("a week begins on a Monday", () => {
  expect(problems(aWeek("start: 8h", "2026-11-24"))).toEqual([
    "Ngày 24/11/2026 là Thứ Ba, không phải Thứ Hai.",
  ]);
});

test("title, file and first day of a week name the same week", () => {
  const week = parsed(aWeek("start: 8h"));
  expect(weekProblems({ year: "2026", slug: "tuan-48" }, week)).toEqual([]);
  expect(weekProblems({ year: "2026", slug: "tuan-47" }, week)[0]?.message).toContain("2026/tuan-48.md");
  expect(weekProblems({ year: "2027", slug: "tuan-48" }, week)).toHaveLength(1);
  expect(weekProblems({ year: "2026", slug: "tuan-48" }, { ...week, title: "Tuần 47" })[0]?.message).toBe(
    "Ngày 23/11/2026 thuộc tuần 48 năm 2026, nhưng lịch ghi «Tuần 47»; hãy sửa số tuần hoặc ngày.",
  );
});
