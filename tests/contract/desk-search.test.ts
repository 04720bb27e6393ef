import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { searchAnswerSchema, type FoundEntry, type SearchQuery } from "../../src/editorial/desk-answers.ts";
import { aDesk, type TestDesk } from "../support/a-desk.ts";
import { openSearchIndex } from "../../src/operations/desk/search/search-index.ts";
import { aFolder, aRepository } from "../support/a-repository.ts";
import { approveAndMerge, read, saveAgain, saveNewEntry } from "../support/decap.ts";
import { aNewsText } from "../support/news.ts";

const news = (slug: string) => `content/sites/tinh/news/2026/${slug}.md`;
const key = (slug: string) => `tinh-tin-2026/${slug}`;

/** What a search finds once everything that has happened is known. */
async function find(desk: TestDesk, text: string, more: Partial<SearchQuery> = {}): Promise<FoundEntry[]> {
  await desk.search.settled();
  const query = new URLSearchParams(
    Object.entries({ text, ...more }).map(([name, value]) => [name, String(value)]),
  );
  return (await read(searchAnswerSchema, desk.desk("bien-tap", `/search?${query.toString()}`))).results;
}

const slugs = async (...asked: Parameters<typeof find>) => (await find(...asked)).map(({ slug }) => slug);

const aNews = (title: string, date: string, body = "Thân bài.", more: Record<string, unknown> = {}) =>
  aNewsText({ title, date: `${date}T08:00:00+07:00`, summary: "Tóm tắt của tin này.", ...more }, body);

test("only who may read the repository is answered", async () => {
  const desk = await aDesk();
  expect((await desk.desk(null, "/search?text=cau")).status).toBe(401);
  await desk.forge.accounts.create({ login: "nguoi-la", name: "Người Lạ", email: "la@example.vn" });
  const token = desk.forge.accounts.issueToken("nguoi-la", { note: "lạ", expiresInDays: 1 });
  const stranger = await desk.desk(null, "/search?text=cau", { Authorization: `token ${token}` });
  expect(stranger.status).toBe(403);
});

test("entries are found without accents, those written as asked first, titles before texts, the newest first", async () => {
  const desk = await aDesk({
    [news("ban-dat")]: aNews("Bán đấu giá đất ở Bến Quế", "2026-01-05"),
    [news("ban-ban")]: aNews("Họp bàn phương án chống hạn", "2026-02-05"),
    [news("ban-tin")]: aNews("Bản tin dự báo thời tiết", "2026-02-10"),
    [news("ban-than")]: aNews("Khen thưởng người tốt việc tốt", "2026-02-20", "Mỗi người tự bán hàng."),
  });
  expect(await slugs(desk, "ban")).toEqual(["ban-tin", "ban-ban", "ban-dat", "ban-than"]);
  expect(await slugs(desk, "bán")).toEqual(["ban-dat", "ban-tin", "ban-ban", "ban-than"]);
  expect(await slugs(desk, "dau gia dat")).toEqual(["ban-dat"]);
  expect(await slugs(desk, "du bao thoi tie")).toEqual(["ban-tin"]);
  expect(await slugs(desk, "thời tiết mưa")).toEqual([]);
  expect(await slugs(desk, "…")).toEqual([]);
});

test("a word that is not finished is found while it is typed, one that is finished as it is", async () => {
  const desk = await aDesk({ [news("thuy-loi")]: aNews("Sửa chữa công trình thủy lợi", "2026-01-05") });
  expect(await slugs(desk, "thuy lo")).toEqual(["thuy-loi"]);
  expect(await slugs(desk, "thuy lo ")).toEqual([]);
});

test("a document is found by its number with and without its marks", async () => {
  const path = "content/sites/tinh/documents/2026/587-qd-ubnd.md";
  const desk = await aDesk({
    [path]: "---\nnumber: 587/QĐ-UBND\nexcerpt: Về việc giao chỉ tiêu\nissuedOn: '2026-03-01'\n---\n",
    [news("bai")]: aNews("Triển khai kế hoạch năm", "2026-03-05", "Căn cứ Quyết định số 587/QĐ-UBND."),
  });
  for (const number of ["587/QĐ-UBND", "587 qd ubnd", "587qdubnd", "587qd", "587/qđ"])
    expect((await slugs(desk, number))[0]).toBe("587-qd-ubnd");
  expect(await slugs(desk, "587/QĐ-UBND")).toEqual(["587-qd-ubnd", "bai"]);
});

test("the list is narrowed by site, kind, section, state, author and days", async () => {
  const desk = await aDesk({
    [news("cu")]: aNews("Cầu treo bản Mây", "2026-01-05", "a", {
      author: "Đỗ Minh",
      withdrawn: true,
      withdrawnReason: "Sai",
    }),
    [news("moi")]: aNews("Cầu mới qua sông Mây", "2026-02-05", "a", {
      publishAt: "2026-03-03T08:00:00+07:00",
    }),
    [news("het")]: aNews("Cầu phao tạm thời", "2026-02-06", "a", { expireAt: "2026-03-01T08:00:00+07:00" }),
    "content/sites/tinh/pages/cau.md": "---\ntitle: Giới thiệu các cây cầu\n---\nCầu.\n",
  });
  expect(await slugs(desk, "cau", { kind: "page" })).toEqual(["cau"]);
  expect(await slugs(desk, "cau", { state: "da-go" })).toEqual(["cu"]);
  expect(await slugs(desk, "cau", { state: "hen-gio" })).toEqual(["moi"]);
  expect(await slugs(desk, "cau", { state: "het-han" })).toEqual(["het"]);
  expect(await slugs(desk, "", { author: "do minh" })).toEqual(["cu"]);
  expect(await slugs(desk, "", { since: "2026-02-05", until: "2026-02-05" })).toEqual(["moi"]);
  expect(await slugs(desk, "", { site: "so-nong-nghiep" })).toEqual([]);
  expect(await slugs(desk, "", { kind: "news" })).toEqual(["het", "moi", "cu"]);
  desk.clock.advance(24 * 3_600_000);
  expect(await slugs(desk, "cau", { state: "hen-gio" })).toEqual([]);
  expect(await slugs(desk, "cau moi", { state: "dang-hien" })).toEqual(["moi"]);
});

test("a draft is found as soon as it is saved, beside what is published, and is gone when its branch is", async () => {
  const desk = await aDesk({ [news("cau")]: aNews("Cầu Bến Quế thông xe", "2026-01-05") });
  const entry = { key: key("cau"), path: news("cau"), text: aNews("Cầu Bến Quế tạm đóng", "2026-01-05") };
  const { number, branch } = await saveNewEntry(desk, "bien-tap", entry);
  const [found] = await find(desk, "tam dong");
  expect(found).toMatchObject({
    site: "tinh",
    kind: "news",
    year: "2026",
    slug: "cau",
    versions: [{ state: "dang-hien" }, { state: "dang-soan", submission: number, author: "Biên Tập Viên" }],
  });
  expect(await slugs(desk, "bien tap vien")).toEqual(["cau"]);
  expect(await slugs(desk, "cau ben que")).toEqual(["cau"]);
  await saveAgain(desk, "bien-tap", { ...entry, branch, text: aNews("Cầu Bến Quế cấm tải", "2026-01-05") });
  expect(await slugs(desk, "tam dong")).toEqual([]);
  expect(await slugs(desk, "cam tai", { state: "dang-soan" })).toEqual(["cau"]);
  const gone = await desk.api("bien-tap", "DELETE", `/git/refs/heads/${encodeURIComponent(branch)}`);
  expect(gone.status).toBe(204);
  expect(await slugs(desk, "cam tai")).toEqual([]);
  expect((await find(desk, "thong xe"))[0]?.versions).toEqual([{ state: "dang-hien" }]);
});

test("what is published is found as it is on main, and its draft no longer", async () => {
  const desk = await aDesk({ [news("cau")]: aNews("Cầu Bến Quế thông xe", "2026-01-05") });
  const text = aNews("Cầu Bến Quế cấm tải", "2026-01-05");
  const { number } = await saveNewEntry(desk, "bien-tap", { key: key("cau"), path: news("cau"), text });
  await read(
    z.unknown(),
    desk.api("bien-tap", "PUT", `/issues/${number}/labels`, { labels: ["decap-cms/pending_review"] }),
  );
  expect((await find(desk, "cam tai"))[0]?.versions[1]).toMatchObject({ state: "cho-duyet" });
  expect((await approveAndMerge(desk, number)).status).toBe(200);
  expect((await find(desk, "cam tai"))[0]?.versions).toEqual([{ state: "dang-hien" }]);
  expect(await slugs(desk, "thong xe")).toEqual([]);
});

test("a draft is found by its words however wrong it still is", async () => {
  const desk = await aDesk();
  const text = "---\ntitle: Ngắn\ncategory: [\n---\nĐang viết dở về đập Thác Vân.\n";
  await saveNewEntry(desk, "bien-tap", { key: key("do"), path: news("do"), text });
  expect(await slugs(desk, "dap thac van")).toEqual(["do"]);
});

test("the place where the words stand is shown, with the words marked", async () => {
  const body = `${"Mở đầu dài dòng. ".repeat(30)}Nhà máy nước **Thác Vân** cấp nước cho xã.`;
  const desk = await aDesk({ [news("nuoc")]: aNews("Khánh thành nhà máy", "2026-01-05", body) });
  const [found] = await find(desk, "thac van");
  expect(found?.excerpt.filter((part) => part.found).map((part) => part.text)).toEqual(["Thác", "Vân"]);
  expect(found?.excerpt.map((part) => part.text).join("")).toContain(
    "Nhà máy nước Thác Vân cấp nước cho xã.",
  );
});

test("more results than one page holds come page by page, none twice", async () => {
  const many = Array.from({ length: 45 }, (_, index) => [
    news(`bai-${String(index)}`),
    aNews(`Tin số ${String(index)} về lũ`, "2026-01-05"),
  ]);
  const desk = await aDesk(Object.fromEntries(many) as Record<string, string>);
  const pages = [
    await slugs(desk, "lu"),
    await slugs(desk, "lu", { from: 20 }),
    await slugs(desk, "lu", { from: 40 }),
  ];
  expect(pages.map((page) => page.length)).toEqual([20, 20, 5]);
  expect(new Set(pages.flat()).size).toBe(45);
});

test("an index that is no database any more is begun anew", async () => {
  const folder = await aFolder();
  const file = join(folder, "desk-search.db");
  const repository = await aRepository({ [news("cau")]: aNews("Cầu Bến Quế thông xe", "2026-01-05") });
  const main = (await repository.resolve("main")) ?? "";
  const found = async (index: ReturnType<typeof openSearchIndex>) => {
    let answer = await index.do({ task: "follow", goal: { main, drafts: [] } });
    while ("left" in answer && answer.left > 0) answer = await index.do({ task: "step" });
    answer = await index.do({ task: "find", query: { text: "thong xe", from: 0 }, now: 0 });
    return "results" in answer ? answer.results.map(({ slug }) => slug) : [];
  };
  for (const bytes of [undefined, "không phải cơ sở dữ liệu", ""]) {
    if (bytes !== undefined) await writeFile(file, bytes);
    const index = openSearchIndex(file, repository);
    expect(await found(index)).toEqual(["cau"]);
    index.close();
  }
});

test("an index that is damaged while it is open is read anew, and says what it has still to read", async () => {
  const file = join(await aFolder(), "desk-search.db");
  const repository = await aRepository(
    Object.fromEntries(
      Array.from({ length: 200 }, (_, n) => [
        news(`bai-${String(n)}`),
        aNews(`Tin số ${String(n)}`, "2026-01-05"),
      ]),
    ),
  );
  const main = (await repository.resolve("main")) ?? "";
  const build = async (index: ReturnType<typeof openSearchIndex>) => {
    let answer = await index.do({ task: "follow", goal: { main, drafts: [] } });
    while ("left" in answer && answer.left > 0) answer = await index.do({ task: "step" });
  };
  const first = openSearchIndex(file, repository);
  await build(first);
  first.close();
  // Whole pages of rubbish in the middle, as a failing disk leaves them.
  const bytes = await readFile(file);
  bytes.fill(0x41, 8192);
  await writeFile(file, bytes);
  const index = openSearchIndex(file, repository);
  onTestFinished(() => {
    index.close();
  });
  const query = { text: "tin so 7", from: 0 };
  await index.do({ task: "follow", goal: { main, drafts: [] } });
  const during = await index.do({ task: "find", query, now: 0 });
  expect(during).toMatchObject({ results: [] });
  expect("unread" in during && during.unread).toBeGreaterThan(0);
  await build(index);
  const after = await index.do({ task: "find", query, now: 0 });
  expect("results" in after && after.results[0]?.slug).toBe("bai-7");
});

test("an index that was left in the middle goes on where it was, and knows what was removed meanwhile", async () => {
  const file = join(await aFolder(), "desk-search.db");
  const desk = await aDesk({ [news("cu")]: aNews("Tin cũ về lũ", "2026-01-05") });
  const { repository } = desk;
  const before = (await repository.resolve("main")) ?? "";
  const started = openSearchIndex(file, repository);
  await started.do({ task: "follow", goal: { main: before, drafts: [] } });
  started.close();
  const tree = await repository.writeTree("main", [
    { path: news("cu"), oid: null },
    { path: news("moi"), oid: await repository.writeBlob(Buffer.from(aNews("Tin mới về lũ", "2026-01-06"))) },
  ]);
  const who = { ...(await repository.readCommit("main")).author };
  const main = await repository.writeCommit({
    tree,
    parents: [before],
    message: "Sửa",
    author: who,
    committer: who,
  });
  const index = openSearchIndex(file, repository);
  onTestFinished(() => {
    index.close();
  });
  for (const goal of [before, main]) {
    let answer = await index.do({ task: "follow", goal: { main: goal, drafts: [] } });
    while ("left" in answer && answer.left > 0) answer = await index.do({ task: "step" });
  }
  const answer = await index.do({ task: "find", query: { text: "lu", from: 0 }, now: 0 });
  expect("results" in answer && answer.results.map(({ slug }) => slug)).toEqual(["moi"]);
});
