import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { askForReview, choose, openCms, openReview, save } from "../support/desk-pages.ts";
import { accountOf, startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";

let folder: string;
let newsroom: RunningNewsroom;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-organisation-"));
  newsroom = await startNewsroom(join(folder, "data"));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await newsroom.stop();
  await rm(folder, { recursive: true, force: true });
});

test("a unit written in the CMS stands below the one it belongs to in the readers' chart", async () => {
  const { addresses } = newsroom;
  const context = await browser.newContext({ locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const editor = await openCms(context, addresses, accountOf(addresses, "editor"));
  await editor.goto(`${addresses.cms}#/collections/tinh-don-vi/new`);
  await editor.waitForFunction(
    () => document.querySelector<HTMLInputElement>('[id^="title-field"]')?.value === "",
  );
  await editor.getByLabel("Tên", { exact: true }).fill("Trung tâm Lưu trữ lịch sử tỉnh");
  await choose(editor, "kind", "Đơn vị sự nghiệp");
  await choose(editor, "parent", "Sở Nội vụ");
  await editor.getByLabel("Chức năng", { exact: true }).fill("Giữ và cho đọc tài liệu lịch sử của tỉnh.");
  await save(editor);
  await askForReview(editor);

  const approver = await openReview(await browser.newContext(), addresses, accountOf(addresses, "approver"));
  await approver.getByRole("link", { name: "Trung tâm Lưu trữ lịch sử tỉnh" }).click();
  await approver.getByRole("button", { name: "Duyệt và đăng" }).click();
  const link = `${addresses.primary}/co-quan/trung-tam-luu-tru-lich-su-tinh`;
  await approver.getByRole("link", { name: link }).waitFor();

  const reader = await context.newPage();
  await reader.goto(`${addresses.primary}/so-do-to-chuc`);
  const parent = reader
    .getByRole("listitem")
    .filter({ has: reader.getByRole("link", { name: "Sở Nội vụ" }) });
  await parent.last().getByRole("link", { name: "Trung tâm Lưu trữ lịch sử tỉnh" }).click();
  expect(await reader.getByRole("heading", { level: 1 }).textContent()).toBe(
    "Trung tâm Lưu trữ lịch sử tỉnh",
  );
});
