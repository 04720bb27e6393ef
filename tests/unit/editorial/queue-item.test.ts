import { expect, test } from "vitest";
import { handedInAt, labelStates } from "../../../src/editorial/hand-in.ts";
import {
  dueOf,
  inOrder,
  isMine,
  queueItemOf,
  tabOf,
  type QueueItem,
  type QueueSource,
} from "../../../src/editorial/queue-item.ts";
import { calendarOf } from "../../../src/editorial/working-time.ts";
import { aNewsText } from "../../support/news.ts";

const calendar = calendarOf({}, []);

const aSource = (change: Partial<QueueSource> = {}): QueueSource => ({
  number: 7,
  title: "Thêm «bai»",
  author: "mai",
  branch: "cms/tinh-tin-2026/bai",
  head: "c2",
  labels: ["decap-cms/pending_review"],
  createdAt: "2026-11-16T01:00:00Z",
  updatedAt: "2026-11-18T01:00:00Z",
  mergedAt: undefined,
  labelled: [],
  assignees: [],
  reviews: [],
  isApproved: false,
  check: undefined,
  text: aNewsText({ title: "Khởi công cầu Bến Quế qua sông Mây" }),
  before: undefined,
  ...change,
});

test("a submission stands in the list of what is to be done with it", () => {
  const open = (...labels: string[]) => ({ merged: false, labels });
  expect(tabOf(open("decap-cms/draft"), false, false)).toBe("dang-soan");
  expect(tabOf(open(), false, false)).toBe("dang-soan");
  expect(tabOf(open("decap-cms/draft"), false, true)).toBe("tra-lai");
  expect(tabOf(open("decap-cms/pending_review"), false, true)).toBe("cho-duyet");
  expect(tabOf(open("decap-cms/pending_publish"), true, false)).toBe("cho-dang");
  expect(tabOf({ merged: true, labels: [] }, true, false)).toBe("da-dang");
});

test("the label of approval without the approvals that count leaves it waiting", () => {
  const reviews = [{ login: "lan", verdict: "approved" as const, commit: "c2", body: "", at: "" }];
  const labels = ["decap-cms/pending_publish"];
  expect(queueItemOf(aSource({ labels, reviews })).tab).toBe("cho-duyet");
  expect(queueItemOf(aSource({ labels, reviews, isApproved: true })).tab).toBe("cho-dang");
});

test("what was handed over is its new people's, and no longer its author's", () => {
  const own = queueItemOf(aSource());
  const handed = queueItemOf(aSource({ assignees: ["dang"] }));
  expect([isMine(own, "mai"), isMine(own, "dang")]).toEqual([true, false]);
  expect([isMine(handed, "mai"), isMine(handed, "dang")]).toEqual([false, true]);
});

test("a list tells of a submission by the entry that it hands in", () => {
  expect(queueItemOf(aSource())).toMatchObject({
    title: "Khởi công cầu Bến Quế qua sông Mây",
    site: "tinh",
    kind: "news",
    nature: "new",
  });
  const code = queueItemOf(aSource({ branch: "sua-giao-dien", title: "Sửa giao diện", text: undefined }));
  expect(code).toMatchObject({ title: "Sửa giao diện" });
  expect(code).not.toHaveProperty("site");
});

test("it waits since it was last handed in, not since it was begun", () => {
  const labelled = [
    { at: "2026-11-16T01:00:00Z", labels: ["decap-cms/draft"] },
    { at: "2026-11-17T01:00:00Z", labels: ["decap-cms/pending_review"] },
    { at: "2026-11-17T03:00:00Z", labels: ["decap-cms/draft"] },
    { at: "2026-11-18T01:00:00Z", labels: ["decap-cms/pending_review"] },
    { at: "2026-11-18T05:00:00Z", labels: ["decap-cms/pending_publish"] },
  ];
  expect(queueItemOf(aSource({ labelled })).since).toBe("2026-11-18T01:00:00Z");
  expect(queueItemOf(aSource()).since).toBe("2026-11-16T01:00:00Z");
});

test("labels that take each other's place, told one by one, do not begin the waiting anew", () => {
  const events = [
    { event: "labeled", at: "2026-11-16T01:00:00Z", name: "decap-cms/draft" },
    { event: "unlabeled", at: "2026-11-17T01:00:00Z", name: "decap-cms/draft" },
    { event: "labeled", at: "2026-11-17T01:00:01Z", name: "decap-cms/pending_review" },
    { event: "commented", at: "2026-11-17T02:00:00Z", name: "" },
    { event: "unlabeled", at: "2026-11-18T01:00:00Z", name: "decap-cms/pending_review" },
    { event: "labeled", at: "2026-11-18T01:00:01Z", name: "decap-cms/pending_publish" },
  ];
  expect(handedInAt(labelStates(events), "2026-11-16T01:00:00Z")).toBe("2026-11-17T01:00:01Z");
});

const anItem = (change: Partial<QueueItem>): QueueItem => ({
  number: 1,
  tab: "cho-duyet",
  title: "Bài",
  author: "mai",
  since: "2026-11-16T02:00:00Z",
  ...change,
});
const dueAt = (change: Partial<QueueItem>) => dueOf(anItem(change), calendar)?.toISOString();

test("news is due a working day after it was handed in, news of an event three", () => {
  expect(dueAt({})).toBe("2026-11-17T02:00:00.000Z");
  expect(dueAt({ ofEvent: true })).toBe("2026-11-19T02:00:00.000Z");
  expect(dueAt({ tab: "tra-lai" })).toBeUndefined();
});

test("what is meant for an earlier hour is due by then, a calendar before its week begins", () => {
  expect(dueAt({ publishAt: "2026-11-16T15:00:00+07:00" })).toBe("2026-11-16T08:00:00.000Z");
  expect(dueAt({ publishAt: "2026-11-01T15:00:00+07:00" })).toBe("2026-11-17T02:00:00.000Z");
  expect(dueAt({ kind: "week", firstDay: "2026-11-17" })).toBe("2026-11-16T17:00:00.000Z");
});

test("warnings come first, then what is due first", () => {
  const now = new Date("2026-11-17T01:00:00Z");
  const items = [
    anItem({ number: 1, since: "2026-11-16T08:00:00Z" }),
    anItem({ number: 2, since: "2026-11-13T08:00:00Z" }),
    anItem({ number: 3, urgentUntil: "2026-11-17T10:00:00Z", since: "2026-11-17T00:59:00Z" }),
    anItem({ number: 4, urgentUntil: "2026-11-16T10:00:00Z", since: "2026-11-16T09:00:00Z" }),
    anItem({ number: 5, publishAt: "2026-11-16T09:30:00Z", since: "2026-11-16T09:00:00Z" }),
  ];
  expect(inOrder(items, "cho-duyet", calendar, now).map(({ number }) => number)).toEqual([3, 2, 5, 1, 4]);
});

test("what was published last stands first, what is to come in its order", () => {
  const now = new Date("2026-11-17T01:00:00Z");
  const done = [anItem({ number: 1 }), anItem({ number: 2, since: "2026-11-17T00:00:00Z" })];
  const published = done.map((item) => ({ ...item, tab: "da-dang" as const }));
  expect(inOrder(published, "da-dang", calendar, now).map(({ number }) => number)).toEqual([2, 1]);
  const waiting = ["2026-12-02", "2026-12-01"].map((day, number) =>
    anItem({ number, tab: "hen-gio", publishAt: `${day}T08:00:00+07:00` }),
  );
  expect(inOrder(waiting, "hen-gio", calendar, now).map(({ number }) => number)).toEqual([1, 0]);
});
