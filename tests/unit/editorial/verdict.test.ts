import { expect, test } from "vitest";
import type { Portal } from "../../../src/content-model/portal.ts";
import { situationOf, type Review, type SubmissionView } from "../../../src/editorial/submission-view.ts";
import { verdictFor } from "../../../src/editorial/verdict.ts";

const portal: Portal = {
  name: "Cổng thử",
  timeZone: "Asia/Ho_Chi_Minh",
  releaseKeys: [],
  sites: ["tinh", "so"],
  people: [
    { login: "mai", name: "Thu Mai", grants: [{ role: "editor", sites: "*" }] },
    { login: "lan", name: "Hoàng Lan", grants: [{ role: "approver", sites: "*" }] },
    { login: "son", name: "Thái Sơn", grants: [{ role: "approver", sites: ["so"] }] },
  ],
};

const aSubmission = (changes: Partial<SubmissionView> = {}): SubmissionView => ({
  number: 7,
  head: "c2",
  state: "open",
  labels: ["decap-cms/pending_review"],
  author: "mai",
  writers: ["mai"],
  paths: ["content/sites/tinh/news/2026/a.md"],
  reviews: [],
  check: { state: "success", description: "Đạt" },
  report: { head: "c2", findings: [] },
  publication: undefined,
  ...changes,
});

const aReview = (changes: Partial<Review> = {}): Review => ({
  login: "lan",
  verdict: "approved",
  commit: "c2",
  body: "",
  at: "2026-11-20T08:00:00Z",
  ...changes,
});

test("an approver may approve and publish at once what has no faults", () => {
  const verdict = verdictFor(aSubmission(), portal, "lan");
  expect(verdict.tone).toBe("go");
  expect(verdict.actions).toEqual(["approve-and-publish", "approve", "return"]);
});

test("its editor sees who will decide, and no approver's actions", () => {
  const verdict = verdictFor(aSubmission(), portal, "mai");
  expect(verdict.detail).toContain("Hoàng Lan");
  expect(verdict.detail).not.toContain("Thái Sơn");
  expect(verdict.actions).toEqual([]);
});

test("an approver of another site decides nothing here", () => {
  expect(verdictFor(aSubmission(), portal, "son").actions).toEqual([]);
});

test("nobody approves what they wrote, not even after someone else opened it", () => {
  const verdict = verdictFor(aSubmission({ writers: ["mai", "lan"] }), portal, "lan");
  expect(verdict.tone).toBe("stop");
  expect(verdict.headline).toContain("Không tự duyệt");
  expect(verdict.actions).not.toContain("approve");
});

test("a blocking finding leaves only the return", () => {
  const view = aSubmission({
    check: { state: "failure", description: "Cần sửa 1 chỗ trước khi đăng" },
    report: { head: "c2", findings: [{ level: "block", file: "a.md", message: "Thiếu ảnh." }] },
  });
  expect(verdictFor(view, portal, "lan")).toMatchObject({
    tone: "stop",
    headline: "Cần sửa 1 chỗ trước khi đăng.",
    actions: ["return"],
  });
});

test("findings on an earlier commit say nothing about this one", () => {
  const view = aSubmission({
    check: { state: "pending", description: "Đang kiểm tra…" },
    report: { head: "c1", findings: [{ level: "block", file: "a.md", message: "Thiếu ảnh." }] },
  });
  expect(verdictFor(view, portal, "lan")).toMatchObject({ tone: "wait", headline: "Đang kiểm tra." });
});

test("an approved submission waits to be published, until someone writes on", () => {
  const approved = aSubmission({ reviews: [aReview()], labels: ["decap-cms/pending_publish"] });
  expect(situationOf(approved, portal)).toBe("approved");
  expect(verdictFor(approved, portal, "lan").actions).toEqual(["publish", "return"]);
  const changed = { ...approved, head: "c3", report: { head: "c3", findings: [] } };
  expect(situationOf(changed, portal)).toBe("waiting");
});

test("the label alone approves nothing", () => {
  const view = aSubmission({ labels: ["decap-cms/pending_publish"] });
  expect(situationOf(view, portal)).toBe("waiting");
});

test("an approval that its giver took back does not count", () => {
  const view = aSubmission({
    reviews: [aReview(), aReview({ verdict: "returned", body: "Sửa tít." })],
    labels: ["decap-cms/pending_review"],
  });
  expect(situationOf(view, portal)).toBe("waiting");
});

test("a returned submission shows its author the reason", () => {
  const view = aSubmission({
    labels: ["decap-cms/draft"],
    reviews: [aReview({ verdict: "returned", body: "Bổ sung nguồn số liệu." })],
  });
  expect(situationOf(view, portal)).toBe("returned");
  expect(verdictFor(view, portal, "mai")).toMatchObject({
    headline: "Hoàng Lan đã trả lại bài này.",
    detail: "Bổ sung nguồn số liệu.",
  });
});

test("a merged submission is published once the newsroom has seen it on the hosts", () => {
  const merged = aSubmission({ state: "merged" });
  expect(situationOf(merged, portal)).toBe("publishing");
  const progress = (state: "success" | "failure") => ({ ...merged, publication: { state, description: "" } });
  expect(situationOf(progress("success"), portal)).toBe("published");
  expect(situationOf(progress("failure"), portal)).toBe("stuck");
});

test("a draft tells its author what to do next", () => {
  expect(verdictFor(aSubmission({ labels: [] }), portal, "mai").detail).toContain("«Chờ duyệt»");
});

test("after a return, its author learns after saving that saving alone hands nothing in", () => {
  const view = aSubmission({
    head: "c3",
    labels: ["decap-cms/draft"],
    reviews: [aReview({ verdict: "returned", body: "Bổ sung nguồn số liệu" })],
  });
  expect(verdictFor(view, portal, "mai").detail).toBe(
    "Bổ sung nguồn số liệu. Đã sửa xong thì chọn «Chờ duyệt».",
  );
  expect(verdictFor(view, portal, "lan").detail).not.toContain("«Chờ duyệt»");
});

test("a submission that changes nothing is not blamed for changing too much", () => {
  const verdict = verdictFor(aSubmission({ paths: [] }), portal, "mai");
  expect(verdict).toMatchObject({ tone: "wait", headline: "Chưa có gì để duyệt." });
});

test("a withdrawal is called one", () => {
  const view = aSubmission({ withdraws: true });
  expect(verdictFor(view, portal, "lan").headline).toBe("Gỡ được ngay khi bạn duyệt.");
});
