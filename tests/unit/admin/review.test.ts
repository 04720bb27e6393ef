import { expect, test } from "vitest";
import { narrow } from "../../../admin/review/queue/narrow.ts";
import { addressOf, readRoute, type Route } from "../../../admin/review/route.ts";
import type { QueueItem } from "../../../src/editorial/queue-item.ts";
import { runs } from "../../../admin/review/submission/changes.tsx";
import { historyOf } from "../../../admin/review/submission/history-events.ts";
import type { Commit, Pull } from "../../../admin/shared/github-shapes.ts";
import { age, longDate, shortMoment } from "../../../admin/shared/time.ts";

test.each<Route>([
  { page: "queue", tab: "cho-duyet", filter: {} },
  { page: "queue", tab: "tra-lai", filter: { site: "so-nong-nghiep" } },
  {
    page: "queue",
    tab: "hen-gio",
    filter: { site: "tinh", what: "muc:kinh-te", author: "toi", text: "cầu & đường" },
  },
  { page: "search", wish: { text: "" } },
  {
    page: "search",
    wish: { text: "587/QĐ-UBND", kind: "document", state: "da-go", since: "2026-01-01", author: "Đỗ Minh" },
  },
  { page: "submission", number: 12 },
  { page: "imports" },
])("an address leads back to its page: $page", (route) => {
  expect(readRoute(addressOf(route))).toEqual(route);
});

test("an address that is none of ours is the queue", () => {
  expect(readRoute("#/bai/khong-so")).toEqual({ page: "queue", tab: "cho-duyet", filter: {} });
});

const anItem = (change: Partial<QueueItem>): QueueItem => ({
  number: 7,
  tab: "cho-duyet",
  title: "Khởi công cầu Bến Quế",
  site: "tinh",
  kind: "news",
  section: "kinh-te",
  author: "mai",
  since: "2026-11-20T08:00:00Z",
  ...change,
});

test.each([
  [{}, ["cầu", "lịch", "trạm"]],
  [{ site: "tinh" }, ["cầu", "lịch"]],
  [{ what: "week" }, ["lịch"]],
  [{ what: "muc:kinh-te" }, ["cầu", "trạm"]],
  [{ author: "toi" }, ["trạm"]],
  [{ author: "mai", text: "ben que" }, ["cầu"]],
  [{ text: "Đường" }, ["trạm"]],
  [{ text: "9" }, ["trạm"]],
  [{ text: "cau duong" }, []],
])("a list is narrowed to %o", (filter, left) => {
  const items = [
    anItem({}),
    anItem({ number: 8, title: "Tuần 48", kind: "week", section: undefined }),
    anItem({ number: 9, title: "Trạm bơm bên đường tránh", site: "so-nong-nghiep", author: "lan" }),
  ];
  const short = new Map([
    [7, "cầu"],
    [8, "lịch"],
    [9, "trạm"],
  ]);
  expect(narrow(items, filter, "lan").map(({ number = 0 }) => short.get(number))).toEqual(left);
});

const aCommit = (login: string, at: string): Commit => ({
  sha: at,
  commit: { message: "", author: { name: login, date: at } },
  author: { login },
  parents: [],
});

const aPull: Pull = {
  number: 7,
  title: "",
  state: "open",
  created_at: "2026-11-20T08:00:00Z",
  updated_at: "2026-11-20T08:00:00Z",
  user: { login: "mai", type: "User" },
  assignees: [],
  labels: [],
  head: { ref: "cms/tinh-tin-2026/a", sha: "c2" },
};

test("saves that follow each other are told as one, between what others did", () => {
  const events = historyOf({
    pull: aPull,
    commits: [
      aCommit("mai", "2026-11-20T08:00:00Z"),
      aCommit("mai", "2026-11-20T08:05:00Z"),
      aCommit("mai", "2026-11-20T09:30:00Z"),
    ],
    reviews: [
      {
        user: { login: "lan", type: "User" },
        state: "CHANGES_REQUESTED",
        body: "Sửa tít.",
        commit_id: "c1",
        submitted_at: "2026-11-20T09:00:00Z",
      },
    ],
    comments: [],
    outside: [{ id: "BN-1", kind: "sent", who: "Cộng tác viên", text: "", at: "2026-11-20T07:00:00Z" }],
  });
  expect(events.map(({ kind, times, text }) => [kind, times, text])).toEqual([
    ["sent", 1, ""],
    ["saved", 2, ""],
    ["returned", 1, "Sửa tít."],
    ["saved", 1, ""],
  ]);
});

test("unchanged paragraphs in a row are folded, changed ones are not", () => {
  const same = [{ kind: "same" as const, text: "a" }];
  const added = [{ kind: "added" as const, text: "b" }];
  expect(runs([same, same, added, same]).map((run) => run.same)).toEqual([2, 0, 1]);
});

test("moments are told in Vietnam's time and words", () => {
  expect(longDate("2026-11-20T01:30:00Z")).toBe("Thứ Sáu, 20/11/2026 08:30");
  expect(longDate("hôm qua")).toBe("");
  expect(shortMoment("2026-11-20T01:30:00Z")).toBe("08:30 ngày 20/11");
  expect(shortMoment("hôm qua")).toBe("");
  const now = new Date("2026-11-20T10:00:00Z");
  expect(age("2026-11-20T09:59:40Z", now)).toBe("vừa xong");
  expect(age("2026-11-20T08:00:00Z", now)).toBe("2 giờ trước");
});
