import { expect, test } from "vitest";
import { z } from "zod";
import { queueFromForge, QueueMemory } from "../../admin/review/queue/queue-from-forge.ts";
import { connectGithub } from "../../admin/shared/github.ts";
import { deskQueueSchema, type DeskQueue } from "../../src/editorial/desk-answers.ts";
import { aDesk, type TestDesk } from "../support/a-desk.ts";
import { approveAndMerge, read, saveNewEntry } from "../support/decap.ts";
import { aNewsText } from "../support/news.ts";

const hour = 3_600_000;
const review = "decap-cms/pending_review";

const queueOf = (desk: TestDesk): Promise<DeskQueue> =>
  read(deskQueueSchema, desk.desk("bien-tap", "/queue"));

const save = (desk: TestDesk, slug: string, text: string) =>
  saveNewEntry(desk, "bien-tap", {
    key: `tinh-tin-2026/${slug}`,
    path: `content/sites/tinh/news/2026/${slug}.md`,
    text,
  });

const label = (desk: TestDesk, number: number, name: string) =>
  read(z.unknown(), desk.api("bien-tap", "PUT", `/issues/${number}/labels`, { labels: [name] }));

test("only who may read the repository is answered", async () => {
  const desk = await aDesk();
  expect((await desk.desk(null, "/queue")).status).toBe(401);
  expect((await desk.desk("doc-gia", "/queue")).status).toBe(200);
  await desk.forge.accounts.create({ login: "nguoi-la", name: "Người Lạ", email: "la@example.vn" });
  const token = desk.forge.accounts.issueToken("nguoi-la", { note: "lạ", expiresInDays: 1 });
  const stranger = await desk.desk(null, "/queue", { Authorization: `token ${token}` });
  expect(stranger.status).toBe(403);
  desk.clock.advance(31 * 24 * hour);
  expect((await desk.desk("bien-tap", "/queue")).status).toBe(401);
});

test("a submission is told of by its entry, its stage and since when it waits", async () => {
  const desk = await aDesk();
  const { number, head } = await save(desk, "cau", aNewsText({ title: "Khởi công cầu Bến Quế" }));
  desk.clock.advance(hour);
  await label(desk, number, review);
  const handedIn = desk.clock.now.toISOString();
  desk.clock.advance(hour);
  await read(
    z.unknown(),
    desk.api("robot", "POST", `/statuses/${head}`, {
      state: "success",
      context: "cong/kiem-tra",
      description: "Đạt",
    }),
  );
  const [item] = (await queueOf(desk)).items;
  expect(item).toMatchObject({
    number,
    tab: "cho-duyet",
    title: "Khởi công cầu Bến Quế",
    site: "tinh",
    kind: "news",
    author: "bien-tap",
    since: handedIn,
    check: { state: "success", description: "Đạt" },
    nature: "new",
  });
});

test("it is answered again only once something has changed", async () => {
  const desk = await aDesk();
  const { number } = await save(desk, "cau", aNewsText());
  const first = await desk.desk("bien-tap", "/queue");
  const tag = first.headers.get("ETag") ?? "";
  expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
  const again = () => desk.desk("bien-tap", "/queue", { "If-None-Match": tag });
  expect((await again()).status).toBe(304);
  await label(desk, number, review);
  expect((await again()).status).toBe(200);
});

test("a submission goes from list to list as people act, and leaves them when it is dropped", async () => {
  const desk = await aDesk();
  const tabs = async () => (await queueOf(desk)).items.map(({ tab, number }) => [number, tab]);
  const cau = await save(desk, "cau", aNewsText({ title: "Khởi công cầu Bến Quế" }));
  const cho = await save(desk, "cho", aNewsText({ title: "Mở cửa chợ nổi sông Mây" }));
  expect(await tabs()).toEqual([
    [cau.number, "dang-soan"],
    [cho.number, "dang-soan"],
  ]);
  await read(
    z.unknown(),
    desk.api("duyet", "POST", `/pulls/${cau.number}/reviews`, {
      event: "REQUEST_CHANGES",
      body: "Thiếu ảnh.",
    }),
  );
  expect((await queueOf(desk)).items[0]).toMatchObject({ tab: "tra-lai", returnReason: "Thiếu ảnh." });
  await label(desk, cau.number, review);
  await label(desk, cho.number, review);
  expect((await approveAndMerge(desk, cau.number)).status).toBe(200);
  expect(await tabs()).toEqual([
    [cho.number, "cho-duyet"],
    [cau.number, "da-dang"],
  ]);
  await desk.api("bien-tap", "DELETE", `/git/refs/heads/${encodeURIComponent(cho.branch)}`);
  expect(await tabs()).toEqual([[cau.number, "da-dang"]]);
});

test("what was published for a later hour is told of until it has come", async () => {
  const desk = await aDesk();
  const publishAt = "2026-03-03T08:00:00+07:00";
  const { number } = await save(desk, "cau", aNewsText({ title: "Khởi công cầu Bến Quế", publishAt }));
  await label(desk, number, review);
  await approveAndMerge(desk, number);
  const scheduled = async () => (await queueOf(desk)).items.filter(({ tab }) => tab === "hen-gio");
  expect(await scheduled()).toMatchObject([
    { number, title: "Khởi công cầu Bến Quế", author: "bien-tap", publishAt, entry: { slug: "cau" } },
  ]);
  desk.clock.advance(24 * hour);
  expect(await scheduled()).toEqual([]);
});

test("an operator is told that the holidays of a year are missing, are provisional or cannot be read", async () => {
  const holidays = (year: string, more = "") =>
    `source: Thông báo lịch nghỉ\n${more}holidays:\n  - name: Tết Dương lịch\n    from: "${year}-01-01"\n`;
  const desk = await aDesk({ "content/holidays/2026.yaml": holidays("2026") });
  expect((await queueOf(desk)).notices).toEqual([]);
  expect((await queueOf(desk)).calendar.off).toEqual(["2026-01-01"]);
  desk.clock.now = new Date("2026-11-02T03:00:00Z");
  const token = desk.forge.accounts.issueToken("bien-tap", { note: "mới", expiresInDays: 30 });
  const later = await read(deskQueueSchema, desk.desk(null, "/queue", { Authorization: `token ${token}` }));
  expect(later.notices).toEqual([expect.stringContaining("Chưa có lịch nghỉ lễ, Tết năm 2027")]);

  const provisional = await aDesk({ "content/holidays/2026.yaml": holidays("2026", "provisional: true\n") });
  expect((await queueOf(provisional)).notices).toEqual([expect.stringContaining("tạm tính")]);
  const broken = await aDesk({ "content/holidays/2026.yaml": "holidays: 3\n" });
  expect((await queueOf(broken)).notices[0]).toContain("không đọc được");
});

test("a page that asks GitHub's API says the same of each submission as the newsroom does", async () => {
  const desk = await aDesk();
  const api = `${await desk.listen()}/api/v3`;
  const cau = await save(desk, "cau", aNewsText({ title: "Khởi công cầu Bến Quế" }));
  desk.clock.advance(hour);
  await label(desk, cau.number, review);
  desk.clock.advance(hour);
  const cho = await save(desk, "cho", aNewsText({ title: "Mở cửa chợ nổi sông Mây" }));
  await read(
    z.unknown(),
    desk.api("duyet", "POST", `/pulls/${cho.number}/reviews`, {
      event: "REQUEST_CHANGES",
      body: "Thiếu ảnh.",
    }),
  );
  const github = connectGithub({
    api,
    repo: "tinh/cong",
    token: () => desk.tokens["bien-tap"],
    onExpired: () => undefined,
  });
  const asked = await queueFromForge(github, "cho-duyet", new QueueMemory());
  const told = await queueOf(desk);
  const whole = ({ items }: DeskQueue) =>
    items
      .map(({ since, ...item }) => ({ ...item, since: Date.parse(since) }))
      .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
  expect(whole(asked)).toEqual(whole(told));
  expect(asked.calendar).toEqual(told.calendar);
});

test("a submission that was handed over says to whom", async () => {
  const desk = await aDesk();
  const { number } = await save(desk, "cau", aNewsText());
  await read(
    z.unknown(),
    desk.api("bien-tap", "POST", `/issues/${number}/assignees`, { assignees: ["bien-tap-2"] }),
  );
  expect((await queueOf(desk)).items[0]).toMatchObject({ author: "bien-tap", assignees: ["bien-tap-2"] });
});

test("what somebody approved who may not goes on waiting, whatever its label says", async () => {
  const desk = await aDesk();
  const { number } = await save(desk, "cau", aNewsText());
  const approve = (login: "bien-tap-2" | "duyet") =>
    read(z.unknown(), desk.api(login, "POST", `/pulls/${number}/reviews`, { event: "APPROVE" }));
  await label(desk, number, "decap-cms/pending_publish");
  await approve("bien-tap-2");
  expect((await queueOf(desk)).items[0]?.tab).toBe("cho-duyet");
  await approve("duyet");
  expect((await queueOf(desk)).items[0]?.tab).toBe("cho-dang");
});
