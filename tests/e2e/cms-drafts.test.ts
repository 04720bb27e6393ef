import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { vietnamTime } from "../../src/foundation/vietnam-time.ts";
import { launchChromium } from "../support/chromium.ts";
import { openCms, save, upload, writeArticle } from "../support/desk-pages.ts";
import { accountOf, startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { amend, deskOf } from "../support/submission.ts";

// The steps of one story: each goes on where the one before ended.
let folder: string;
let newsroom: RunningNewsroom;
let browser: Browser;
let context: BrowserContext;
let editor: Page;

const { year } = vietnamTime(new Date());
const title = "Phường Bến Quế trồng mới hai nghìn cây ven sông";
const slug = "phuong-ben-que-trong-moi-hai-nghin-cay-ven-song";
const branch = `cms/tinh-tin-${year}/${slug}`;
const file = `content/sites/tinh/news/${year}/${slug}.md`;
const entry = () => `${newsroom.addresses.cms}#/collections/tinh-tin-${year}/entries/${slug}`;

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
  page.on("dialog", (dialog) => void dialog.accept());
}

const offer = () => editor.getByRole("alert", { name: "Bản đang viết dở" });

async function restore(): Promise<void> {
  await offer()
    .getByRole("button", { name: /^Khôi phục bản đang viết dở lúc/ })
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

async function kept(text: string): Promise<void> {
  await editor.waitForFunction(async (words) => {
    const opening = indexedDB.open("cong-drafts");
    await new Promise((done) => (opening.onsuccess = done));
    const asking = opening.result.transaction("drafts").objectStore("drafts").getAll();
    await new Promise((done) => (asking.onsuccess = done));
    opening.result.close();
    return JSON.stringify(asking.result).includes(words);
  }, text);
}

const body = () => editor.locator("[data-slate-editor]");

/** What the submission's branch holds of the article. */
async function saved(): Promise<string> {
  const { octokit, owner, repo } = deskOf(newsroom.addresses, "operator");
  const { data } = await octokit.rest.repos.getContent({ owner, repo, path: file, ref: branch });
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
  await kept("Người dân trồng cây ven sông");
  await editor.reload();
  await offer().getByText(`chưa lưu: «${title}»`).waitFor();
  expect(await editor.getByLabel("Tiêu đề").inputValue()).toBe("");
  await restore();
  expect(await editor.getByLabel("Tiêu đề").inputValue()).toBe(title);
  await body().getByText("Từ sáng sớm, hơn ba trăm người dân").waitFor();

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
});

test("what was saved is offered no more", async () => {
  await editor.reload();
  await body().getByText("Từ sáng sớm").waitFor();
  await editor.getByRole("banner").getByText("Bản nháp", { exact: true }).waitFor();
  expect(await offer().count()).toBe(0);
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
  await editor.goto(entry());
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
  const account = accountOf(newsroom.addresses, "editor");
  const opened = editor.waitForEvent("popup");
  await editor.getByRole("button", { name: "Đăng nhập lại" }).click();
  const popup = await opened;
  await popup.getByLabel("Tên đăng nhập").fill(account.login);
  await popup.getByLabel("Mật khẩu").fill(account.password);
  const closed = popup.waitForEvent("close");
  await popup.getByRole("button", { name: "Đăng nhập" }).click();
  await closed;
  await editor.getByRole("button", { name: "Đăng nhập lại" }).waitFor({ state: "detached" });
  await save(editor);
  expect(await saved()).toContain("Đợt hai bắt đầu vào tháng sau.");
});

test("the second person at an entry is told before typing who has it, and since when", async () => {
  const other = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const second = await openCms(other, newsroom.addresses, accountOf(newsroom.addresses, "editor", 1));
  await second.goto(entry());
  const told = second.getByRole("status", { name: "Người khác ở bài này" });
  const { name } = await editor.evaluate(
    () => JSON.parse(localStorage.getItem("decap-cms-user") ?? "{}") as { name: string },
  );
  await told.getByText(`${name} đang mở bài này từ`).waitFor();
  await told.getByText(`${name} giữ bài này trong bài gửi số 1`).waitFor();
  await other.close();
});

test("a draft begun on an older version comes back, but is not saved over the newer one", async () => {
  await type("Câu viết dở của biên tập viên.");
  const newer = (await saved()).replace("mười cây", "hai mươi cây");
  await amend(deskOf(newsroom.addresses, "approver"), {
    branch,
    title: "Sửa số cây",
    files: { [file]: newer },
  });
  await editor.reload();
  await body().getByText("hai mươi cây").waitFor();
  await offer().getByText("Sau đó bài đã có bản mới trên máy chủ.").waitFor();
  await restore();
  await editor.getByRole("button", { name: "Lưu", exact: true }).click();
  await editor.getByRole("alert").getByText("Chưa lưu.").waitFor();
  expect(await saved()).toBe(newer);
  await body().getByText("Câu viết dở của biên tập viên.").waitFor();
});
