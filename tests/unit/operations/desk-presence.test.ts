import { expect, test } from "vitest";
import { openPresence, presenceNote } from "../../../src/operations/desk/presence.ts";

const mai = { login: "thu.mai", name: "Thu Mai" };
const an = { login: "van.an", name: "Văn An" };

function aDesk() {
  const clock = { now: new Date("2026-11-20T08:00:00+07:00") };
  const presence = openPresence(() => clock.now);
  const tell = (who: typeof mai, note: object = {}) =>
    presence(who, { entry: "cms/tinh-tin-2026/khoi-cong", tab: "one", typing: false, left: false, ...note });
  return { tell, clock };
}

test("whoever opens an entry learns who has it open since when, and whether they type", () => {
  const { tell } = aDesk();
  expect(tell(mai, { typing: true })).toEqual([]);
  expect(tell(an)).toEqual([{ ...mai, since: "2026-11-20T01:00:00.000Z", typing: true }]);
});

test("one's own other window and another entry are nobody else", () => {
  const { tell } = aDesk();
  tell(mai);
  expect(tell(mai, { tab: "two" })).toEqual([]);
  expect(tell(an, { entry: "cms/tinh-tin-2026/khac" })).toEqual([]);
});

test("who has closed the form, or has been silent for long, is there no more", () => {
  const { tell, clock } = aDesk();
  tell(mai);
  tell(mai, { left: true });
  expect(tell(an)).toEqual([]);
  tell(mai);
  clock.now = new Date(clock.now.getTime() + 60_000);
  expect(tell(an)).toEqual([]);
});

test("a note names an entry of the CMS and nothing else", () => {
  const note = { entry: "cms/tinh-tin-2026/khoi-cong", tab: "one", typing: false };
  expect(presenceNote.safeParse(note).success).toBe(true);
  expect(presenceNote.safeParse({ ...note, entry: "../main" }).success).toBe(false);
});
