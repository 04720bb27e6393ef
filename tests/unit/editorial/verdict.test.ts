import { expect, test } from "vitest";
import type { Portal } from "../../../src/content-model/portal.ts";
import type { Finding } from "../../../src/editorial/finding.ts";
import { situationOf, type Review, type SubmissionView } from "../../../src/editorial/submission-view.ts";
import { remarkBody, type RemarkKind } from "../../../src/editorial/remark.ts";
import { verdictFor } from "../../../src/editorial/verdict.ts";
import { aPortal } from "../../support/portal.ts";

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

test("where a reason is all that is missing, an approver is told that they may give it", () => {
  const plain: Finding = { level: "block", file: "a.md", message: "Có số tài khoản." };
  const finding: Finding = { ...plain, waiver: "a.md#1" };
  const blocked = (findings: Finding[]) =>
    aSubmission({ check: { state: "failure", description: "Cần sửa" }, report: { head: "c2", findings } });
  expect(verdictFor(blocked([finding]), portal, "lan").detail).toContain("ghi lý do cho phép đăng");
  expect(verdictFor(blocked([finding, plain]), portal, "lan").detail).not.toContain("lý do cho phép");
});

test("a piece from outside says that nobody has taken it yet, until somebody has saved it", () => {
  const came = { labels: ["decap-cms/draft"], author: "toa-soan", writers: ["toa-soan"] };
  expect(verdictFor(aSubmission(came), portal, "mai").headline).toBe(
    "Bài từ bên ngoài gửi đến, chưa ai nhận.",
  );
  const taken = aSubmission({ ...came, writers: ["toa-soan", "mai"] });
  expect(verdictFor(taken, portal, "mai").headline).toBe("Bản nháp, chưa gửi duyệt.");
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
  expect(verdictFor(aSubmission({ labels: [] }), portal, "mai").detail).toContain("«Gửi duyệt»");
});

test("after a return, its author learns after saving that saving alone hands nothing in", () => {
  const view = aSubmission({
    head: "c3",
    labels: ["decap-cms/draft"],
    reviews: [aReview({ verdict: "returned", body: "Bổ sung nguồn số liệu" })],
  });
  expect(verdictFor(view, portal, "mai").detail).toBe(
    "Bổ sung nguồn số liệu. Đã sửa xong thì bấm «Gửi duyệt».",
  );
  expect(verdictFor(view, portal, "lan").detail).not.toContain("«Gửi duyệt»");
});

test("a submission that changes nothing is not blamed for changing too much", () => {
  const verdict = verdictFor(aSubmission({ paths: [] }), portal, "mai");
  expect(verdict).toMatchObject({ tone: "wait", headline: "Chưa có gì để duyệt." });
});

test("a withdrawal is called one", () => {
  const view = aSubmission({ withdraws: true });
  expect(verdictFor(view, portal, "lan").headline).toBe("Gỡ được ngay khi bạn duyệt.");
});

const rules = aPortal();
const asked = (login: string, kind: RemarkKind, text: string): Review =>
  aReview({ login, verdict: "other", body: remarkBody(kind, text) });
const handedIn = (changes: Partial<SubmissionView> = {}) =>
  aSubmission({
    ...{ author: "viet", writers: ["viet"] },
    report: { head: "c2", findings: [], parts: [{ path: "a", sections: [] }] },
    paths: ["content/sites/tinh/news/2026/a.md"],
    ...changes,
  });
const partsOf = (...sections: string[]) => ({
  head: "c2",
  findings: [],
  parts: [{ path: "content/sites/tinh/news/2026/a.md", sections }],
});

test("whoever answers for a section decides as soon as the checks have told it, and not on another", () => {
  const view = handedIn({ report: partsOf("kinh-te") });
  expect(verdictFor(view, rules, "kinh-te").actions).toContain("approve-and-publish");
  expect(verdictFor(handedIn({ report: partsOf("kinh-te", "thong-bao") }), rules, "kinh-te").actions).toEqual(
    [],
  );
  const unread = handedIn({ report: undefined, check: { state: "pending", description: "" } });
  expect(verdictFor(unread, rules, "kinh-te").actions).toEqual([]);
});

test("an approver may ask a higher one; from then on both steps are shown, with who asked and who may", () => {
  const view = handedIn({ report: partsOf("kinh-te") });
  expect(verdictFor(view, rules, "duyet-2").actions).toEqual([
    "approve-and-publish",
    "approve",
    "ask-higher",
    "return",
  ]);
  const sent = {
    ...view,
    reviews: [asked("duyet-2", "asks-higher", "Vượt thẩm quyền."), aReview({ login: "duyet-2" })],
  };
  expect(situationOf(sent, rules)).toBe("waiting");
  expect(verdictFor(sent, rules, "duyet-2")).toMatchObject({
    tone: "wait",
    actions: ["ask-higher-no-more", "return"],
    steps: [
      { kind: "first", by: "Quang Minh", may: [] },
      {
        kind: "higher",
        by: undefined,
        may: ["Đức Thịnh"],
        because: "Quang Minh trình lúc 15:00 ngày 20/11/2026: «Vượt thẩm quyền.»",
      },
    ],
  });
  expect(verdictFor(sent, rules, "lanh-dao").actions[0]).toBe("approve-and-publish");
  const done = { ...sent, reviews: [...sent.reviews, aReview({ login: "lanh-dao" })] };
  expect(situationOf(done, rules)).toBe("approved");
  expect(verdictFor(done, rules, "duyet-2").detail).toContain("Quang Minh, Đức Thịnh đã duyệt");
});

test("where both steps are missing, an approver gives theirs and cannot publish yet", () => {
  const view = handedIn({
    report: partsOf("kinh-te"),
    reviews: [asked("duyet", "asks-higher", "Xin ý kiến.")],
  });
  for (const login of ["duyet-2", "lanh-dao"])
    expect(verdictFor(view, rules, login).actions, login).toContain("approve-step");
  expect(verdictFor(view, rules, "viet").actions).toEqual([]);
});

test("who wrote of it and may publish in an emergency is offered that, and nobody else", () => {
  const own = handedIn({ author: "duyet", writers: ["duyet"], report: partsOf("kinh-te") });
  expect(verdictFor(own, rules, "duyet").actions).toEqual(["emergency"]);
  const other = handedIn({ writers: ["viet", "duyet-2"], report: partsOf("kinh-te") });
  expect(verdictFor(other, rules, "duyet-2").actions).toEqual(["return"]);
  expect(verdictFor(other, rules, "duyet").actions).not.toContain("emergency");
});

test("what was published in an emergency waits for an approval by somebody else, and is overdue after the next working day", () => {
  const reason = "Bão số 12 đổ bộ sớm hơn dự báo.";
  const view = handedIn({
    ...{ state: "merged", author: "duyet", writers: ["duyet"], report: partsOf("thong-bao") },
    publication: { state: "success", description: "" },
    merge: { by: "duyet", at: "2026-11-20T08:00:01Z" },
    reviews: [asked("duyet", "emergency", reason)],
  });
  // A Friday afternoon: the next working day is Monday.
  const before = verdictFor(view, rules, "duyet-2", "2026-11-23T09:59:00Z");
  expect(before).toMatchObject({
    tone: "wait",
    headline: "Đăng khẩn, chờ duyệt sau.",
    actions: ["approve-afterwards"],
  });
  expect(before.detail).toContain(`«${reason}»`);
  expect(before.detail).toContain("17:00 ngày 23/11/2026");
  const after = verdictFor(view, rules, "duyet-2", "2026-11-23T10:01:00Z");
  expect(after).toMatchObject({ tone: "stop", headline: "Đăng khẩn, quá hạn duyệt sau." });
  expect(verdictFor(view, rules, "duyet").actions).toEqual([]);
  const holiday = { hours: [{ from: "07:30", to: "16:30" }], off: ["2026-11-23"], worked: [] };
  expect(verdictFor({ ...view, calendar: holiday }, rules, "duyet").detail).toContain(
    "16:30 ngày 24/11/2026",
  );

  const settled = {
    ...view,
    reviews: [...view.reviews, aReview({ login: "duyet-2", at: "2026-11-20T09:00:00Z" })],
  };
  expect(verdictFor(settled, rules, "duyet").headline).toBe("Đã đăng.");
  const withdrawn = { ...view, afterwards: { state: "success" as const, description: "Bài đã được gỡ" } };
  expect(verdictFor(withdrawn, rules, "duyet").headline).toBe("Đã đăng.");
});

test("an approval for somebody who is away says so", () => {
  const portal = aPortal({
    delegations: [{ from: "duyet", to: "kinh-te", since: "2026-11-20", until: "2026-11-20" }],
  });
  const view = handedIn({ report: partsOf("thong-bao"), reviews: [aReview({ login: "kinh-te" })] });
  expect(verdictFor(view, portal, "duyet-2").detail).toContain("Bích Ngọc (thay Hoàng Lan) đã duyệt");
});

test("what the editor set for later is told to who approves, and after", () => {
  const schedule = { publishAt: "2026-12-01T08:00:00+07:00", expireAt: "2026-12-31T17:00:00+07:00" };
  const now = "2026-11-20T08:00:00Z";
  const view = handedIn({ report: partsOf("kinh-te"), schedule });
  const verdict = verdictFor(view, rules, "duyet", now);
  expect(verdict.detail).toContain("08:00 ngày 01/12/2026");
  expect(verdict.detail).toContain("17:00 ngày 31/12/2026");
  const merged = {
    ...view,
    state: "merged" as const,
    publication: { state: "success" as const, description: "" },
  };
  expect(verdictFor(merged, rules, "duyet", now)).toMatchObject({ headline: "Đã duyệt, chờ đến giờ đăng." });
  expect(verdictFor(merged, rules, "duyet", "2026-12-02T00:00:00Z").headline).toBe("Đã đăng.");
});
