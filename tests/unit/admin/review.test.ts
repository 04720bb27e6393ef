import { expect, test } from "vitest";
import { tabOf } from "../../../admin/review/queue/load-queue.ts";
import { addressOf, readRoute, type Route } from "../../../admin/review/route.ts";
import { runs } from "../../../admin/review/submission/changes.tsx";
import { historyOf } from "../../../admin/review/submission/history-events.ts";
import type { Commit, Pull } from "../../../admin/shared/github-shapes.ts";
import { age, longDate, shortMoment } from "../../../admin/shared/time.ts";

test.each<Route>([
  { page: "queue", tab: "cho-duyet", site: undefined },
  { page: "queue", tab: "tra-lai", site: "so-nong-nghiep" },
  { page: "submission", number: 12 },
])("an address leads back to its page: $page", (route) => {
  expect(readRoute(addressOf(route))).toEqual(route);
});

test("an address that is none of ours is the queue", () => {
  expect(readRoute("#/bai/khong-so")).toEqual({ page: "queue", tab: "cho-duyet", site: undefined });
});

const labels = (...names: string[]) => names.map((name) => ({ name }));

test("a submission stands in the list of what is to be done with it", () => {
  const open = (...names: string[]) => ({ merged_at: null, labels: labels(...names) });
  expect(tabOf(open("decap-cms/draft"), false, false)).toBe("dang-soan");
  expect(tabOf(open(), false, false)).toBe("dang-soan");
  expect(tabOf(open("decap-cms/draft"), false, true)).toBe("tra-lai");
  expect(tabOf(open("decap-cms/pending_review"), false, true)).toBe("cho-duyet");
  expect(tabOf(open("decap-cms/pending_publish"), true, false)).toBe("cho-dang");
  expect(tabOf({ merged_at: "2026-11-20T08:00:00Z", labels: [] }, true, false)).toBe("da-dang");
});

test("the label of approval without an approval of this commit leaves it waiting", () => {
  expect(tabOf({ merged_at: null, labels: labels("decap-cms/pending_publish") }, false, false)).toBe(
    "cho-duyet",
  );
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
  });
  expect(events.map(({ kind, times, text }) => [kind, times, text])).toEqual([
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
