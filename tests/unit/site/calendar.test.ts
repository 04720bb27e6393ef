import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { EntryOf } from "../../../src/content-store/content.ts";
import { nextChange } from "../../../src/content-store/next-change.ts";
import { eventsOf } from "../../../src/content-store/week-events.ts";
import {
  articlePage,
  calendarFile,
  currentWeek,
  frontPage,
  oneWeek,
  weekFile,
  weekList,
} from "../../../src/site/content.ts";
import { touched } from "../../../src/site/touched.ts";
import { aContent, aNewsEntry, aSiteContent, aWeekEntry, newsEntries } from "../../support/content.ts";

const siteWith = (...week: EntryOf<"week">[]) => aSiteContent({ entries: { week } });
/** Noon of a day in Việt Nam. */
const noonOf = (day: string) => new Date(`${day}T12:00:00+07:00`);

describe("the calendar of the current week", () => {
  const site = siteWith(aWeekEntry("2026-11-16"), aWeekEntry("2026-11-23"), aWeekEntry("2026-11-30"));
  const pageOn = (day: string) => currentWeek(aContent([site], noonOf(day)), site);

  test("is that of the day it is, which is marked", () => {
    const page = pageOn("2026-11-25");
    expect(page).toMatchObject({ title: "Lịch công tác tuần 48", outdated: false });
    expect(page?.days.filter(({ today }) => today).map(({ name, date }) => `${name} ${date}`)).toEqual([
      "Thứ Tư 25/11",
    ]);
  });

  test("changes with midnight in Việt Nam", () => {
    const pageAt = (moment: string) => currentWeek(aContent([site], new Date(moment)), site)?.title;
    expect(pageAt("2026-11-22T16:59:59Z")).toBe("Lịch công tác tuần 47");
    expect(pageAt("2026-11-22T17:00:00Z")).toBe("Lịch công tác tuần 48");
  });

  test("is the newest where there is none for this week, and says so", () => {
    expect(pageOn("2026-12-09")).toMatchObject({ title: "Lịch công tác tuần 49", outdated: true });
  });
});

test("a week's page leads to its neighbours, and says the same on every day", () => {
  const site = siteWith(aWeekEntry("2026-12-28"), aWeekEntry("2027-01-04"), aWeekEntry("2026-12-21"));
  const page = oneWeek(aContent([site], noonOf("2026-12-30")), site, "2026", "tuan-53");
  expect(page?.older?.address).toBe("/lich-cong-tac/2026/tuan-52");
  expect(page?.newer?.address).toBe("/lich-cong-tac/2027/tuan-1");
  expect(page?.days.some(({ today }) => today)).toBe(false);
  expect(weekList(aContent([site]), site, "2026")?.weeks.map(({ label }) => label)).toEqual([
    "Tuần 53",
    "Tuần 52",
  ]);
});

test("events stand in the order of their time, mornings apart from afternoons, weekends only if something happens", () => {
  const site = siteWith(
    aWeekEntry("2026-11-23", [
      { what: "Họp chiều", start: "14:00" },
      { what: "Họp cả ngày", start: "11:00", end: "16:00" },
      { what: "Họp muộn", start: "10:00" },
      { what: "Họp sớm", start: "07:30", end: "09:00" },
      { what: "Giải chạy", day: "Chủ Nhật" },
    ]),
  );
  const days = oneWeek(aContent([site]), site, "2026", "tuan-48")?.days ?? [];
  expect(days.map(({ name }) => name)).toEqual([
    "Thứ Hai",
    "Thứ Ba",
    "Thứ Tư",
    "Thứ Năm",
    "Thứ Sáu",
    "Chủ Nhật",
  ]);
  expect(days[2]?.morning.map(({ time }) => time)).toEqual(["07:30–09:00", "10:00", "11:00–16:00"]);
  expect(days[2]?.afternoon.map(({ what }) => what)).toEqual(["Họp chiều"]);
  expect(days[2]?.lasting).toEqual(["Họp cả ngày"]);
});

test("the front page shows today's events, five at most, and nothing on a day without any", () => {
  const events = Array.from({ length: 7 }, (_, index) => ({ what: `Việc thứ ${String(index)}` }));
  const site = siteWith(aWeekEntry("2026-11-23", events));
  const todayOn = (day: string) => frontPage(aContent([site], noonOf(day)), site).today;
  expect(todayOn("2026-11-24")).toBeUndefined();
  expect(todayOn("2026-11-25")).toMatchObject({ date: "Thứ Tư, 25/11/2026", more: 2 });
  expect(todayOn("2026-11-25")?.events).toHaveLength(5);
});

describe("an article that names an event of the calendar", () => {
  const week = aWeekEntry("2026-11-23", [{ what: "Họp báo" }, { what: "Tiếp công dân" }]);
  const [event] = eventsOf(week);
  const address = `/lich-cong-tac/2026/tuan-48#_viec-${event?.id ?? ""}`;
  const article = aNewsEntry({ event: `https://songmay.gov.vn${address}` });
  const before = aSiteContent({ entries: { week: [week] }, news: newsEntries(3) });
  const site = aSiteContent({ entries: { week: [week] }, news: [article, ...before.news] });

  test("leads to it, and is named beside it", () => {
    const page = articlePage(aContent([site]), site, article.year, article.slug);
    expect(page).toMatchObject({ event: { label: "Tuần 48 năm 2026: Họp báo", address } });
    const shown = oneWeek(aContent([site]), site, "2026", "tuan-48")?.days[2]?.morning ?? [];
    expect(shown.map(({ articles }) => articles.map(({ label }) => label))).toEqual([
      [article.data.title],
      [],
    ]);
  });

  test("is rendered with the event's week, and with what is left when the event is no more", () => {
    const rendered = touched(aContent([before]), aContent([site])).render.map(({ path }) => path);
    expect(rendered).toContain("/lich-cong-tac/2026/tuan-48");
    const other = aWeekEntry("2026-11-23", [{ what: "Việc khác" }]);
    const after = aSiteContent({ entries: { week: [other] }, news: [...site.news] });
    const again = touched(aContent([site]), aContent([after])).render.map(({ path }) => path);
    expect(again).toContain(`/tin-tuc/${article.year}/${article.slug}`);
    expect(articlePage(aContent([after]), after, article.year, article.slug)).toMatchObject({
      event: undefined,
    });
  });
});

describe("as days pass and nobody touches anything", () => {
  const site = siteWith(
    aWeekEntry("2026-10-05"),
    aWeekEntry("2026-10-12", [{ what: "Họp" }, { what: "Giải chạy", day: "Chủ Nhật" }]),
    aWeekEntry("2026-11-09"),
  );

  test("each moment named as the next change changes pages, and nothing changes between them", () => {
    let content = aContent([site], new Date("2026-09-30T03:00:00Z"));
    const moments: string[] = [];
    for (let next = nextChange(content); next; next = nextChange(content)) {
      const justBefore = aContent([site], new Date(next.getTime() - 1));
      expect(touched(content, justBefore).render, next.toISOString()).toEqual([]);
      const after = aContent([site], next);
      expect(touched(content, after).render, next.toISOString()).not.toEqual([]);
      moments.push(next.toISOString());
      content = after;
    }
    expect(moments.every((moment) => moment.endsWith("T17:00:00.000Z"))).toBe(true);
    expect(moments.at(-1)).toBe("2026-11-15T17:00:00.000Z");
    // Saturday of a week without weekend events brings nothing new to the Sunday after it.
    expect(moments).not.toContain("2026-10-10T17:00:00.000Z");
    expect(touched(content, aContent([site], new Date("2027-11-15T17:00:00Z"))).render).toEqual([]);
  });

  test("only the pages that show the day are rendered", () => {
    const paths = (from: string, to: string) =>
      touched(aContent([site], noonOf(from)), aContent([site], noonOf(to))).render.map(({ path }) => path);
    expect(paths("2026-10-05", "2026-10-06")).toEqual(["/lich-cong-tac"]);
    expect(paths("2026-10-06", "2026-10-07").sort()).toEqual(["/", "/lich-cong-tac"]);
    expect(paths("2026-11-08", "2026-11-09").sort()).toEqual(["/lich-cong-tac", "/lich-cong-tac.ics"]);
  });
});

describe("the file for calendar programs", () => {
  const long =
    "Họp Ban Chỉ đạo về phòng, chống thiên tai; rà soát phương án sơ tán nhân dân vùng trũng ở ven sông, ven biển";
  const week = aWeekEntry("2026-11-23", [
    {
      what: long,
      end: "11:30",
      chair: "Chủ tịch UBND tỉnh",
      attendees: ["Các sở", "62 xã, phường"],
      place: "Phòng họp số 1; trụ sở UBND tỉnh\\Khu A",
    },
    { what: "Gặp mặt", day: "Chủ Nhật", start: "19:30", cancelled: true },
  ]);
  const site = siteWith(week);
  const text = weekFile(site, "2026", "tuan-48") ?? "";
  const events = eventsIn(text);

  test("is read back by a calendar program as it was meant", () => {
    const [first, second] = events;
    expect(first?.summary).toBe(long);
    expect(first?.location).toBe("Phòng họp số 1; trụ sở UBND tỉnh\\Khu A");
    expect(first?.description).toBe("Chủ trì: Chủ tịch UBND tỉnh\nThành phần: Các sở, 62 xã, phường");
    expect(first?.startDate.toJSDate().toISOString()).toBe("2026-11-25T01:00:00.000Z");
    expect(first?.endDate.toJSDate().toISOString()).toBe("2026-11-25T04:30:00.000Z");
    expect(second?.startDate.toJSDate().toISOString()).toBe("2026-11-29T12:30:00.000Z");
    expect(second?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
  });

  test("has lines of 75 octets at most, ended by CRLF, that cut no letter", () => {
    const lines = text.split("\r\n");
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain("\uFFFD");
  });

  test("is the same on every day, and stamped with the moment its week was last changed", () => {
    expect(weekFile(site, "2026", "tuan-48")).toBe(text);
    expect(events.map(({ component }) => String(component.getFirstPropertyValue("dtstamp")))).toEqual([
      "2026-11-23T00:00:00Z",
      "2026-11-23T00:00:00Z",
    ]);
  });

  test("knows an event again that has moved, and events of the same name apart", () => {
    const moved = siteWith(
      aWeekEntry("2026-11-23", [
        { what: "Việc mới" },
        { what: "Gặp mặt", day: "Thứ Bảy", start: "08:00" },
        { what: "Gặp mặt", day: "Thứ Hai", start: "15:00" },
        { what: long },
      ]),
    );
    const uids = eventsIn(weekFile(moved, "2026", "tuan-48") ?? "").map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(4);
    for (const { uid } of events) expect(uids).toContain(uid);
  });

  test("of the site holds the last four weeks and all to come, and always the newest", () => {
    const weeks = ["2026-10-05", "2026-10-12", "2026-11-02", "2026-11-30"].map((day) => aWeekEntry(day));
    const all = siteWith(...weeks);
    const countOn = (day: string) => eventsIn(calendarFile(aContent([all], noonOf(day)), all) ?? "").length;
    expect(countOn("2026-11-08")).toBe(4);
    expect(countOn("2026-11-09")).toBe(3);
    expect(countOn("2026-11-16")).toBe(2);
    expect(countOn("2027-11-16")).toBe(1);
  });
});

function eventsIn(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  return calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
}
