import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { vietnamTime } from "../../src/foundation/vietnam-time.ts";
import { aPdf } from "../support/a-pdf.ts";
import { violations } from "../support/axe.ts";
import { launchChromium } from "../support/chromium.ts";
import { choose, openCms, save, upload } from "../support/desk-pages.ts";
import { englishWords } from "../support/english-words.ts";
import { accountOf, startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { approve, deskOf, merge } from "../support/submission.ts";
import { until } from "../support/until.ts";
import { wordsOn } from "../support/words-on.ts";

let folder: string;
let newsroom: RunningNewsroom;
let browser: Browser;
let editor: Page;
let reader: Page;

const { year } = vietnamTime(new Date());
const photos = ["Ghe hoa cập bến lúc trời chưa sáng", "Người mua chọn quất", "Chợ tan khi nắng lên"];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-cms-kinds-"));
  await writeFile(join(folder, "QĐ 977 bản ký.pdf"), aPdf(["Quyết định ban hành Quy định quản lý bến thuỷ"]));
  for (const [index, background] of ["#46617a", "#7a4646", "#467a52"].entries())
    await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
      .jpeg()
      .toFile(join(folder, `anh-${String(index)}.jpg`));
  newsroom = await startNewsroom(join(folder, "data"));
  browser = await launchChromium();
  const context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  editor = await openCms(context, newsroom.addresses, accountOf(newsroom.addresses, "editor"));
  reader = await browser.newPage();
});

afterAll(async () => {
  await browser.close();
  await newsroom.stop();
  await rm(folder, { recursive: true, force: true });
});

test("an official document with its PDF that an editor writes is found and opened on the site", async () => {
  const excerpt = "Ban hành Quy định quản lý bến thuỷ nội địa trên địa bàn tỉnh";
  await openForm("van-ban", "Số, ký hiệu");
  await editor.getByLabel("Số, ký hiệu").fill(`977/${year}/QĐ-UBND`);
  await choose(editor, "type", "Quyết định");
  await editor.getByLabel("Cơ quan ban hành").fill("Ủy ban nhân dân tỉnh Sông Mây");
  await editor.getByLabel("Trích yếu").fill(excerpt);
  await editor.getByLabel("Chức vụ người ký").fill("Phó Chủ tịch");
  await editor.getByLabel("Ngày ban hành").fill(`${year}-01-15`);
  await choose(editor, "field", "Giao thông");
  await editor.getByRole("button", { name: "Thêm tệp" }).click();
  await upload(editor, "Chọn tệp", join(folder, "QĐ 977 bản ký.pdf"));
  const preview = editor.frameLocator("#preview-pane");
  await preview.getByRole("heading", { level: 1, name: excerpt }).waitFor();
  await save(editor);

  const address = `${newsroom.addresses.primary}/van-ban/${year}/977-${year}-qd-ubnd`;
  await publish(address);
  await reader.goto(`${newsroom.addresses.primary}/van-ban`);
  await reader.getByRole("link", { name: excerpt, exact: true }).click();
  expect(reader.url()).toBe(address);
  const file = reader.getByRole("region", { name: "Tệp đính kèm" }).getByRole("link");
  const answer = await fetch(await file.evaluate((link: HTMLAnchorElement) => link.href));
  expect(answer.headers.get("content-type")).toBe("application/pdf");
  expect((await answer.text()).slice(0, 5)).toBe("%PDF-");
});

test("an album that an editor makes of photographs is found and looked at on the site", async () => {
  const title = "Chợ nổi Bến Quế những ngày giáp Tết";
  await openForm("da-phuong-tien", "Tiêu đề");
  await editor.getByLabel("Tiêu đề").fill(title);
  await choose(editor, "kind", "Album ảnh");
  await editor.getByLabel("Tóm tắt").fill("Ghe chở hoa cập bến từ ba giờ sáng; chợ họp kín một khúc sông.");
  for (const [index, alt] of photos.entries()) {
    await editor.getByRole("button", { name: "Thêm ảnh" }).click();
    await upload(editor, "Chọn ảnh", join(folder, `anh-${String(index)}.jpg`));
    await editor.getByLabel("Mô tả ảnh", { exact: true }).nth(index).fill(alt);
  }
  const preview = editor.frameLocator("#preview-pane");
  for (const alt of photos) await preview.getByRole("img", { name: alt }).waitFor();
  await save(editor);

  const address = `${newsroom.addresses.primary}/da-phuong-tien/${year}/cho-noi-ben-que-nhung-ngay-giap-tet`;
  await publish(address);
  await reader.goto(`${newsroom.addresses.primary}/da-phuong-tien`);
  await reader.getByRole("link", { name: title }).first().click();
  expect(reader.url()).toBe(address);
  for (const alt of photos) {
    const photo = reader.getByRole("img", { name: alt }).first();
    await photo.scrollIntoViewIfNeeded();
    expect(
      await photo.evaluate((one: HTMLImageElement) => one.decode().then(() => one.naturalWidth)),
    ).toBeGreaterThan(0);
  }
});

test("no screen of the CMS says anything in English", async () => {
  const said: string[] = [];
  const look = async (screen: string) => {
    for (const word of englishWords(await wordsOn(editor))) said.push(`${screen}: ${word}`);
  };
  await editor.goto(`${newsroom.addresses.cms}#/workflow`);
  await editor.getByRole("heading", { name: "Bản nháp" }).waitFor();
  await look("board");
  await editor.getByRole("button", { name: "Tài khoản" }).click();
  await look("account menu");
  await openForm("tin", "Tiêu đề");
  await editor.locator('[id^="category-field"]').click();
  await editor.keyboard.type("không có mục này");
  await editor.getByText("Không có mục nào khớp.").waitFor();
  await look("list of choices");
  await editor.keyboard.press("Escape");
  await editor.getByLabel("Tóm tắt").fill("Một câu.");
  await editor.getByRole("button", { name: "Lưu", exact: true }).click();
  await editor.getByText("Hãy điền hoặc chọn «Tiêu đề».").waitFor();
  await look("form with faults");
  await editor.locator("[data-slate-editor]").click();
  await editor.getByRole("button", { name: "Chèn ảnh" }).click();
  await look("what can be put into the text");
  await editor.keyboard.press("Escape");
  await editor.getByRole("button", { name: "Chọn ảnh", exact: true }).first().click();
  await editor.getByRole("dialog").getByText("Tải lên từ máy").first().waitFor();
  await look("library");
  await editor.getByRole("button", { name: "Đóng" }).click();
  await editor.goto(`${newsroom.addresses.cms}#/khong-co-trang-nay`);
  await look("no such page");
  expect(said).toEqual([]);
});

test("the handbook opens from the bar and can be read by everybody, on a telephone too", async () => {
  await editor.goto(newsroom.addresses.cms);
  const opened = editor.context().waitForEvent("page");
  await editor.getByRole("banner").getByRole("link", { name: "Sổ tay" }).click();
  const handbook = await opened;
  await handbook.getByRole("link", { name: "Biên tập bài" }).first().click();
  await handbook.getByRole("heading", { level: 1, name: "Biên tập bài" }).waitFor();
  const picture = handbook.getByRole("img").nth(1);
  await picture.scrollIntoViewIfNeeded();
  await picture.evaluate((image: HTMLImageElement) => image.decode());
  expect(await violations(handbook)).toEqual([]);
  await handbook.setViewportSize({ width: 390, height: 844 });
  expect(await handbook.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await handbook.close();
});

async function openForm(kind: string, firstField: string): Promise<void> {
  await editor.goto(`${newsroom.addresses.cms}#/collections/tinh-${kind}-${year}/new`);
  await editor.getByLabel(firstField).waitFor();
}

/** Approves and merges the only open submission, and waits until readers find its page. */
async function publish(address: string): Promise<void> {
  const approver = deskOf(newsroom.addresses, "approver");
  const { owner, repo } = approver;
  const { data } = await approver.octokit.rest.pulls.list({ owner, repo, state: "open" });
  const number = data[0]?.number ?? 0;
  await approve(approver, number);
  await until("the checks to let it pass", () => merge(approver, number).catch(() => undefined));
  await until(`${address} to be there`, async () => ((await fetch(address)).ok ? true : undefined));
}
