import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { vietnamTime } from "../../src/foundation/vietnam-time.ts";
import { launchChromium } from "../support/chromium.ts";
import { openCms, save, signIn, upload, writeArticle } from "../support/desk-pages.ts";
import { accountOf, startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { deskOf } from "../support/submission.ts";
import { until } from "../support/until.ts";

// The steps of one story: each goes on where the one before ended.
let folder: string;
let newsroom: RunningNewsroom;
let browser: Browser;
let context: BrowserContext;
let editor: Page;
let second: Page;

const { year } = vietnamTime(new Date());
const title = "Phường Bến Quế trồng mới hai nghìn cây ven sông";
const slug = "phuong-ben-que-trong-moi-hai-nghin-cay-ven-song";
/** An article of the sample portal, which is published. */
const published = {
  year: "2026",
  slug: "cau-ben-que-moi-thong-xe-chuyen-do-cuoi-cung-cho-khong-lay-tien",
};
const addressOf = (article: { year: string; slug: string }) =>
  `${newsroom.addresses.cms}#/collections/tinh-tin-${article.year}/entries/${article.slug}`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-drafts-"));
  await sharp({ create: { width: 1200, height: 800, channels: 3, background: "#5b7f95" } })
    .jpeg()
    .toFile(join(folder, "cay.jpg"));
  newsroom = await startNewsroom(join(folder, "data"));
  browser = await launchChromium();
  context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  context.setDefaultTimeout(15_000);
  editor = await openCms(context, newsroom.addresses, accountOf(newsroom.addresses, "editor"));
  acceptDialogs(editor);
});

afterAll(async () => {
  await browser.close();
  await newsroom.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Says yes to «leave this page?». */
function acceptDialogs(page: Page): void {
  // One that its page has taken away meanwhile asks nothing any more.
  page.on("dialog", (dialog) => void dialog.accept().catch(() => undefined));
}

const offer = () => editor.getByRole("alert", { name: "Bản đang viết dở" });

async function restore(): Promise<void> {
  await offer()
    .getByRole("button", { name: /^Khôi phục bản viết dở lúc/ })
    .click();
  await offer().waitFor({ state: "detached" });
}

/** Writes at the end of the body; resolves when the browser has kept it. */
async function type(text: string): Promise<void> {
  await editor.locator("[data-slate-editor]").click();
  await editor.keyboard.press("Control+End");
  await editor.keyboard.press("Enter");
  await editor.keyboard.type(text);
  await kept(text);
}

/** Resolves when the browser has these words among its unsaved drafts. */
async function kept(words: string): Promise<void> {
  await until(`«${words}» to be kept`, async () => ((await drafts()).includes(words) ? true : undefined));
}

/** What this browser keeps of unsaved drafts. */
function drafts(): Promise<string> {
  return editor.evaluate(async () => {
    const opening = indexedDB.open("cong-drafts");
    await new Promise((done) => (opening.onsuccess = done));
    const asking = opening.result.transaction("drafts").objectStore("drafts").getAll();
    await new Promise((done) => (asking.onsuccess = done));
    opening.result.close();
    return JSON.stringify(asking.result);
  });
}

const body = () => editor.locator("[data-slate-editor]");

/** What the branch of an entry holds of it. */
async function saved(article = { year, slug }): Promise<string> {
  const { octokit, owner, repo } = deskOf(newsroom.addresses, "operator");
  const path = `content/sites/tinh/news/${article.year}/${article.slug}.md`;
  const ref = `cms/tinh-tin-${article.year}/${article.slug}`;
  const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref });
  return "content" in data ? Buffer.from(data.content, "base64").toString("utf8") : "";
}

test("a half-written new article comes back after a reload, with the picture uploaded into it", async () => {
  await writeArticle(editor, newsroom.addresses, year, {
    title,
    category: "Môi",
    summary: "",
    paragraphs: ["Từ sáng sớm, hơn ba trăm người dân đã có mặt ở bờ kè."],
  });
  await upload(editor, "Chọn ảnh", join(folder, "cay.jpg"));
  await editor.getByLabel("Mô tả ảnh").fill("Người dân trồng cây ven sông");
  // No pause: what was typed just before the page is left is kept too.
  await editor.reload();
  await offer().getByText(`chưa lưu: «${title}»`).waitFor();
  expect(await editor.getByLabel("Tiêu đề").inputValue()).toBe("");
  await restore();
  expect(await editor.getByLabel("Tiêu đề").inputValue()).toBe(title);
  await body().getByText("Từ sáng sớm, hơn ba trăm người dân").waitFor();
  expect(await editor.getByLabel("Mô tả ảnh").inputValue()).toBe("Người dân trồng cây ven sông");

  await editor
    .getByLabel("Tóm tắt")
    .fill("Hai nghìn cây bần và mắm được trồng dọc bờ sông trong một buổi sáng.");
  await save(editor);
  expect(await saved()).toContain("Từ sáng sớm, hơn ba trăm người dân");
  const { octokit, owner, repo } = deskOf(newsroom.addresses, "operator");
  const files = await octokit.rest.pulls.listFiles({ owner, repo, pull_number: 1 });
  expect(files.data.map(({ filename }) => filename)).toContainEqual(
    expect.stringMatching(/\/media\/.+cay-.+/),
  );
  // What is saved is kept no longer.
  await until("the draft to go", async () => ((await drafts()) === "[]" ? true : undefined));
});

test("what was typed into an article under way comes back after the tab has crashed", async () => {
  await type("Mỗi hộ nhận chăm sóc mười cây.");
  const crashed = editor.waitForEvent("crash");
  const devtools = await context.newCDPSession(editor);
  void devtools.send("Page.crash").catch(() => undefined);
  await crashed;
  await editor.close();

  editor = await context.newPage();
  acceptDialogs(editor);
  await editor.goto(newsroom.addresses.cms);
  await editor.getByRole("banner").getByRole("link", { name: title }).click();
  await restore();
  await body().getByText("Mỗi hộ nhận chăm sóc mười cây.").waitFor();
  await save(editor);
  expect(await saved()).toContain("Mỗi hộ nhận chăm sóc mười cây.");
});

test("what could not be saved for want of a network comes back in another tab", async () => {
  await type("Cây giống do Hạt Kiểm lâm cấp.");
  await context.setOffline(true);
  const failed = editor.waitForEvent("requestfailed");
  await editor.getByRole("button", { name: "Lưu", exact: true }).click();
  await failed;
  await editor.close({ runBeforeUnload: false });
  await context.setOffline(false);

  editor = await context.newPage();
  acceptDialogs(editor);
  await editor.goto(addressOf({ year, slug }));
  await restore();
  await save(editor);
  expect(await saved()).toContain("Cây giống do Hạt Kiểm lâm cấp.");
});

test("a session that ends during a save takes no word: one signs in again and saves", async () => {
  await type("Đợt hai bắt đầu vào tháng sau.");
  const token = await editor.evaluate(
    () => (JSON.parse(localStorage.getItem("decap-cms-user") ?? "{}") as { token: string }).token,
  );
  await fetch(new URL("/dang-xuat", newsroom.addresses.cms), {
    method: "POST",
    headers: { Authorization: `token ${token}` },
  });
  await editor.getByRole("button", { name: "Lưu", exact: true }).click();
  await editor.getByText("Phiên làm việc đã hết hạn.").first().waitFor();
  await signIn(editor, accountOf(newsroom.addresses, "editor"));
  await editor.getByRole("button", { name: "Đăng nhập lại" }).waitFor({ state: "detached" });
  await save(editor);
  expect(await saved()).toContain("Đợt hai bắt đầu vào tháng sau.");
});

test("the second person at an entry is told before typing who has it, and since when", async () => {
  const other = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  other.setDefaultTimeout(15_000);
  second = await openCms(other, newsroom.addresses, accountOf(newsroom.addresses, "editor", 1));
  await second.goto(addressOf({ year, slug }));
  const told = second.getByRole("status", { name: "Người khác ở bài này" });
  const { name } = await editor.evaluate(
    () => JSON.parse(localStorage.getItem("decap-cms-user") ?? "{}") as { name: string },
  );
  await told.getByText(`${name} đang mở bài này từ`).waitFor();
  await told.getByText(`${name} giữ bài này trong bài gửi số 1`).waitFor();
});

test("of two people at a published article the later one is stopped when saving, and neither text is lost", async () => {
  for (const page of [editor, second]) {
    await page.goto(addressOf(published));
    await page.locator("[data-slate-editor]").getByText("Ông Ba Đò chở chuyến cuối").waitFor();
  }
  const [first, later] = [
    "Cầu Bến Quế mới thông xe; chuyến đò cuối cùng chở khách không lấy tiền (bản của người lưu trước).",
    "Cầu Bến Quế mới thông xe; chuyến đò cuối cùng chở khách không lấy tiền (bản của người lưu sau).",
  ];
  await second.getByLabel("Tóm tắt").fill(first);
  await editor.getByLabel("Tóm tắt").fill(later);
  await save(second);
  const refused = async () => {
    await editor.getByRole("button", { name: "Lưu", exact: true }).click();
    await editor.getByRole("alert").getByText("Chưa lưu.").waitFor();
    expect(await editor.getByLabel("Tóm tắt").inputValue()).toBe(later);
    const there = await saved(published);
    expect(there).toContain("người lưu trước");
    expect(there).not.toContain("người lưu sau");
  };
  await refused();

  // The newer version is loaded; what was typed on the older one comes back, and still is not saved over it.
  await editor.reload();
  await offer().getByText("Sau đó bài đã có bản mới trên máy chủ.").waitFor();
  expect(await editor.getByLabel("Tóm tắt").inputValue()).toBe(first);
  await restore();
  await refused();
});

test("a draft that its writer drops leaves nothing behind, its picture neither", async () => {
  const { octokit, owner, repo } = deskOf(newsroom.addresses, "operator");
  await editor.close();
  editor = await context.newPage();
  acceptDialogs(editor);
  await editor.goto(addressOf({ year, slug }));
  await editor.getByRole("button", { name: "Bỏ bài nháp" }).click();
  await until("the branch to go", async () => {
    const { data } = await octokit.rest.repos.listBranches({ owner, repo, per_page: 100 });
    return data.some(({ name }) => name.endsWith(slug)) ? undefined : true;
  });
  const path = `content/sites/tinh/media/${year}`;
  const { data: onMain } = await octokit.rest.repos.getContent({ owner, repo, path });
  expect((onMain as { name: string }[]).filter(({ name }) => name.startsWith("cay-"))).toEqual([]);

  await editor.goto(`${newsroom.addresses.cms}#/collections/tinh-tin-${year}/new`);
  await editor.getByRole("button", { name: "Chọn ảnh", exact: true }).first().click();
  await editor
    .getByRole("dialog")
    .getByText(/\.webp$/)
    .first()
    .waitFor();
  expect(await editor.getByRole("dialog").getByText(/^cay-/).count()).toBe(0);
});
