import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { portalSchema, type Portal } from "../../src/content-model/portal.ts";
import { partsOfMerge } from "../../src/editorial/inspect-merge.ts";
import type { Part } from "../../src/editorial/part.ts";
import { accessForge } from "../../src/editorial/forge-access.ts";
import { putBack, takeDown } from "../../src/editorial/take-down/take-down.ts";
import { openOutbox, type Outbox } from "../../src/operations/mail/outbox.ts";
import { followNotices, type Notices } from "../../src/operations/notices/notices.ts";
import { openUntold, type Untold } from "../../src/operations/notices/untold.ts";
import { aFolder } from "../support/a-repository.ts";
import { aForge, type Login, type TestForge } from "../support/a-forge.ts";
import { approveAndMerge, read, saveAgain, saveNewEntry } from "../support/decap.ts";
import { aNewsText } from "../support/news.ts";
import { until } from "../support/until.ts";

const portal: Portal = portalSchema.parse({
  name: "Cổng tỉnh Sông Mây",
  timeZone: "Asia/Ho_Chi_Minh",
  sites: ["tinh", "so-y-te"],
  people: [
    { login: "bien-tap", name: "Thu Mai", grants: [{ role: "editor", sites: "*" }] },
    { login: "bien-tap-2", name: "Hải Đăng", grants: [{ role: "approver", sites: ["so-y-te"] }] },
    { login: "duyet", name: "Hoàng Lan", grants: [{ role: "approver", sites: "*" }] },
    { login: "doc-gia", name: "Minh Khôi", grants: [{ role: "operator", sites: "*" }] },
  ],
});

let forge: TestForge;
let outbox: Outbox;
let untold: Untold;
let notices: Notices;

beforeEach(async () => {
  forge = await aForge({ policy: () => Promise.resolve({ admitted: true }) });
  await forge.listen();
  const folder = await aFolder();
  outbox = openOutbox(join(folder, "mail.db"), { clock: () => forge.clock.now, gatherFor: 0 });
  untold = openUntold(join(folder, "notices.db"));
  notices = await follow();
  onTestFinished(async () => {
    await notices.stop();
    outbox.close();
    untold.close();
  });
});

function follow(): Promise<Notices> {
  return followNotices({
    forge: forge.forge,
    access: accessForge(`${forge.origin()}/api/v3`, "tinh/cong", forge.tokens.robot),
    portal: () => Promise.resolve(portal),
    partsOf,
    outbox,
    untold,
    by: new Set(["mail"]),
    desk: () => forge.origin(),
    dueTimes: () => Promise.resolve(({ since }) => new Date(since.getTime() + 86_400_000)),
    requesterLetter: () => undefined,
    live: () => undefined,
    answerLinks: () => undefined,
    clock: () => forge.clock.now,
    log: (line) => {
      throw new Error(line);
    },
  });
}

async function partsOf(head: string): Promise<Part[]> {
  const { repository } = forge;
  return partsOfMerge(
    repository,
    "main",
    head,
    await repository.changedFiles("main", head, { renames: false }),
  );
}

/** What has been written, as recipient and subject. */
async function letters(): Promise<string[]> {
  await notices.idle();
  outbox.take();
  return outbox.report().map(({ to, subject }) => `${to}: ${subject}`);
}

const entry = (slug: string, site = "tinh") => ({
  key: `${site}-tin-2026/${slug}`,
  path: `content/sites/${site}/news/2026/${slug}.md`,
  text: `Bài ${slug}`,
});

const handIn = (
  number: number,
  stage: "draft" | "pending_review" = "pending_review",
  by: Login = "bien-tap",
) =>
  read(
    z.unknown(),
    forge.api(by, "PUT", `/issues/${String(number)}/labels`, { labels: [`decap-cms/${stage}`] }),
  );

const giveBack = async (number: number, body: string) => {
  await read(
    z.unknown(),
    forge.api("duyet", "POST", `/pulls/${String(number)}/reviews`, { event: "REQUEST_CHANGES", body }),
  );
  await handIn(number, "draft", "duyet");
};

/** A web server that answers with the status in its hands. */
async function aHost(): Promise<{ origin: string; status: number }> {
  const host = { origin: "", status: 200 };
  const server = createServer((_, response) => response.writeHead(host.status).end());
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  host.origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return host;
}

test("who answers for a submission's paths and did not write it hears that it waits; a draft disturbs nobody", async () => {
  const { number } = await saveNewEntry(forge, "bien-tap", entry("cau-ben-que", "so-y-te"));
  expect(await letters()).toEqual([]);
  await handIn(number);
  expect(await letters()).toEqual([
    "bien-tap-2@example.vn: Chờ duyệt: Tạo «so-y-te-tin-2026/cau-ben-que»",
    "duyet@example.vn: Chờ duyệt: Tạo «so-y-te-tin-2026/cau-ben-que»",
  ]);
});

test("an approver is not asked to approve what they wrote", async () => {
  const { number } = await saveNewEntry(forge, "bien-tap-2", entry("tram-y-te", "so-y-te"));
  await handIn(number, "pending_review", "bien-tap-2");
  expect(await letters()).toEqual(["duyet@example.vn: Chờ duyệt: Tạo «so-y-te-tin-2026/tram-y-te»"]);
});

test("a return reaches its author with the reason, and handing in again asks the approver once more", async () => {
  const piece = entry("cau-ben-que");
  const { number, branch } = await saveNewEntry(forge, "bien-tap", piece);
  await handIn(number);
  await letters();
  await giveBack(number, "Ghi rõ tên đơn vị thi công.");
  expect(await letters()).toEqual([
    expect.stringMatching(/^duyet@example.vn: Chờ duyệt/),
    expect.stringMatching(/^bien-tap@example.vn: Bài được trả lại/),
  ]);
  const [returned] = outbox.take().filter(({ to }) => to.by === "mail" && to.address.startsWith("bien-tap@"));
  expect(returned?.letter.parts).toContainEqual({ quote: "Ghi rõ tên đơn vị thi công." });
  expect(returned?.letter.parts).toContainEqual({
    label: "Mở bài để sửa",
    link: `${forge.origin()}/admin/#/collections/tinh-tin-2026/entries/cau-ben-que`,
  });

  await saveAgain(forge, "bien-tap", { ...piece, branch, text: "Bài đã sửa" });
  await handIn(number);
  expect((await letters()).map((line) => line.split(": ")[1])).toEqual([
    "Chờ duyệt",
    "Bài được trả lại",
    "Chờ duyệt",
  ]);
});

test("what happened while nobody followed is told after the next start, and nothing twice", async () => {
  const first = await saveNewEntry(forge, "bien-tap", entry("bai-mot"));
  await handIn(first.number);
  await letters();
  await notices.stop();
  const second = await saveNewEntry(forge, "bien-tap", entry("bai-hai"));
  await handIn(second.number);
  await giveBack(first.number, "Chưa đủ.");
  notices = await follow();
  expect((await letters()).sort()).toEqual([
    "bien-tap@example.vn: Bài được trả lại: Tạo «tinh-tin-2026/bai-mot»",
    "duyet@example.vn: Chờ duyệt: Tạo «tinh-tin-2026/bai-hai»",
    "duyet@example.vn: Chờ duyệt: Tạo «tinh-tin-2026/bai-mot»",
  ]);
});

test("the author hears that a piece is live once readers get it from every host, and not before", async () => {
  const { number } = await saveNewEntry(forge, "bien-tap", entry("cau-ben-que"));
  const { sha } = await read(z.object({ sha: z.string() }), approveAndMerge(forge, number));
  const [primary, standby] = [await aHost(), await aHost()];
  standby.status = 404;
  const links = [primary, standby].map(({ origin }, index) => ({
    host: `Máy chủ ${String(index + 1)}`,
    url: `${origin}/tin-tuc/2026/cau-ben-que`,
  }));
  notices.published({ number, commit: sha, links, due: undefined, withdrawn: false });
  notices.everywhere();
  expect(await letters()).toEqual([]);
  standby.status = 200;
  notices.everywhere();
  expect(await letters()).toEqual(["bien-tap@example.vn: Đã đăng: Tạo «tinh-tin-2026/cau-ben-que»"]);
  notices.everywhere();
  expect(await letters()).toHaveLength(1);
  const [live] = outbox.take();
  expect(live?.letter.parts).toEqual(
    expect.arrayContaining(links.map(({ host, url }) => ({ label: host, link: url }))),
  );
});

test("whoever wrote pages that are taken down together gets one letter with all of theirs and the reason, and another when they are back", async () => {
  for (const [slug, writer] of [
    ["bai-1", "bien-tap"],
    ["bai-2", "bien-tap"],
    ["bai-3", "bien-tap-2"],
  ] as const) {
    const piece = { ...entry(slug), text: aNewsText({ title: `Số liệu ${slug}` }) };
    const { number } = await saveNewEntry(forge, writer, piece);
    await read(z.unknown(), approveAndMerge(forge, number));
  }
  const access = accessForge(`${forge.origin()}/api/v3`, "tinh/cong", forge.tokens.duyet);
  const files = ["bai-1", "bai-2", "bai-3"].map((slug) => entry(slug).path);
  const host = await aHost();
  const links = ["bai-1", "bai-2", "bai-3"].map((slug) => ({
    host: "Máy chủ chính",
    url: `${host.origin}/tin-tuc/2026/${slug}`,
  }));
  const down = await takeDown(access, {
    ...{ files, alone: true },
    shown: "Số liệu đang được rà soát.",
    reason: "Số liệu sai, đang lan trên mạng",
  });
  await letters();
  const publication = { number: down.number, commit: down.commit ?? "", due: undefined };
  notices.published({ ...publication, links, withdrawn: true });
  notices.everywhere();
  notices.everywhere();
  const toAuthors = async () => (await letters()).filter((line) => !line.startsWith("duyet@"));
  expect(await toAuthors()).toEqual([
    "bien-tap@example.vn: Đã gỡ 2 bài của bạn",
    "bien-tap-2@example.vn: Đã gỡ bài của bạn: Số liệu bai-3",
  ]);
  const [letter] = outbox.take().filter(({ to }) => to.by === "mail" && to.address.startsWith("bien-tap@"));
  expect(letter?.letter.parts).toEqual(
    expect.arrayContaining([
      { quote: "Số liệu sai, đang lan trên mạng" },
      { label: "Số liệu bai-2", link: links[1]?.url },
      "Ai mở địa chỉ cũ thì đọc thấy: «Số liệu đang được rà soát.»",
    ]),
  );

  const { number } = down;
  const back = await putBack(access, { number, files, reason: "Đã kiểm tra: số liệu đúng", alone: true });
  notices.published({
    ...publication,
    ...{ number: back.number, commit: back.commit ?? "", links, withdrawn: false },
  });
  notices.everywhere();
  expect((await toAuthors()).slice(2)).toEqual([
    "bien-tap@example.vn: Đã đăng lại 2 bài của bạn",
    "bien-tap-2@example.vn: Đã đăng lại bài của bạn: Số liệu bai-3",
  ]);
});

test("a scheduled piece is told of twice, and operators hear of one that does not appear", async () => {
  const { number } = await saveNewEntry(forge, "bien-tap", entry("hen-gio"));
  const { sha } = await read(z.object({ sha: z.string() }), approveAndMerge(forge, number));
  const host = await aHost();
  host.status = 404;
  const due = new Date(forge.clock.now.getTime() + 3_600_000).toISOString();
  const links = [{ host: "Máy chủ chính", url: `${host.origin}/tin-tuc/2026/hen-gio` }];
  notices.published({ number, commit: sha, links, due, withdrawn: false });
  notices.everywhere();
  expect(await letters()).toEqual([
    "bien-tap@example.vn: Đã duyệt, hẹn đăng lúc 16:00 ngày 02/03/2026: Tạo «tinh-tin-2026/hen-gio»",
  ]);
  forge.clock.advance(3_600_000 + 6 * 60_000);
  notices.everywhere();
  expect((await letters())[1]).toMatch(/^doc-gia@example.vn: Báo động: bài hẹn giờ chưa hiện/);
  host.status = 200;
  notices.everywhere();
  expect((await letters())[2]).toMatch(/^bien-tap@example.vn: Đã đăng/);
});

test("operators hear once of a publication that fails again and again, and anew after one that worked", async () => {
  notices.publicationFailed(new Error("Máy chủ dự phòng hết đĩa"));
  forge.clock.advance(60_000);
  notices.publicationFailed(new Error("Máy chủ dự phòng hết đĩa"));
  expect(await letters()).toEqual(["doc-gia@example.vn: Báo động: chưa đăng được bài đã duyệt"]);
  notices.everywhere();
  notices.publicationFailed(new Error("Máy chủ chính không trả lời"));
  expect(await letters()).toHaveLength(2);
});

test("approvers are reminded once of what has waited for too long", async () => {
  const { number } = await saveNewEntry(forge, "bien-tap", entry("cau-ben-que"));
  await handIn(number);
  await letters();
  forge.clock.advance(86_400_000 - 1);
  notices.everywhere();
  expect(await letters()).toHaveLength(1);
  forge.clock.advance(1);
  notices.everywhere();
  notices.everywhere();
  expect((await letters()).slice(1)).toEqual([
    "duyet@example.vn: Quá hạn duyệt: Tạo «tinh-tin-2026/cau-ben-que»",
  ]);
});

test("who turned notices off, left, or has no address that mail reaches is not written to", async () => {
  await forge.forge.accounts.update("bien-tap-2", { email: "hai.dang@cong.invalid" });
  outbox.mute("DUYET", true);
  const { number } = await saveNewEntry(forge, "bien-tap", entry("cau-ben-que", "so-y-te"));
  await handIn(number);
  expect(await letters()).toEqual([]);
  outbox.mute("duyet", false);
  await forge.forge.accounts.update("duyet", { disabled: true });
  await handIn(number);
  expect(await letters()).toEqual([]);
});

test("a submission that could not be read is told of as soon as it can be", async () => {
  await notices.stop();
  const broken = { on: true };
  notices = await followNotices({
    forge: forge.forge,
    access: accessForge(`${forge.origin()}/api/v3`, "tinh/cong", forge.tokens.robot),
    portal: () => (broken.on ? Promise.reject(new Error("không đọc được")) : Promise.resolve(portal)),
    partsOf,
    outbox,
    untold,
    by: new Set(["mail"]),
    desk: () => forge.origin(),
    dueTimes: () => Promise.resolve(({ since }) => new Date(since.getTime() + 86_400_000)),
    requesterLetter: () => undefined,
    live: () => undefined,
    answerLinks: () => undefined,
    clock: () => forge.clock.now,
    log: () => undefined,
  });
  const { number } = await saveNewEntry(forge, "bien-tap", entry("cau-ben-que"));
  await handIn(number);
  expect(await letters()).toEqual([]);
  broken.on = false;
  notices.everywhere();
  await until("the letter", async () => ((await letters()).length > 0 ? true : undefined), { seconds: 10 });
});

test("whoever is to go on with a piece is told once, and hears of its return as its author does", async () => {
  const { number } = await saveNewEntry(forge, "bien-tap", entry("cau-ben-que"));
  await read(
    z.unknown(),
    forge.api("duyet", "POST", `/issues/${String(number)}/assignees`, { assignees: ["bien-tap-2"] }),
  );
  const handed = "bien-tap-2@example.vn: Giao cho bạn: Tạo «tinh-tin-2026/cau-ben-que»";
  expect(await letters()).toEqual([handed]);
  await notices.stop();
  notices = await follow();
  await handIn(number);
  await giveBack(number, "Thiếu nguồn số liệu.");
  const written = await letters();
  expect(written.filter((one) => one === handed)).toHaveLength(1);
  expect(written.filter((one) => one.includes("Bài được trả lại")).map((one) => one.split(":")[0])).toEqual([
    "bien-tap@example.vn",
    "bien-tap-2@example.vn",
  ]);
});
