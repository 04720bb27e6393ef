import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { launchChromium } from "../support/chromium.ts";
import { openCms, openReview } from "../support/desk-pages.ts";
import { aNewsText } from "../support/news.ts";
import { accountOf, startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { deskOf, submit } from "../support/submission.ts";

let folder: string;
let newsroom: RunningNewsroom;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-axe-"));
  newsroom = await startNewsroom(folder);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await newsroom.stop();
  await rm(folder, { recursive: true, force: true });
});

const pages = [
  "/",
  "/tin-tuc",
  "/chuyen-muc/kinh-te",
  "/chuyen-muc/tin-tu-cac-don-vi",
  "/tin-tuc/2026",
  "/tin-tuc/2026/10",
  "/tu-khoa",
  "/lien-ket",
  "/so-do-trang",
  "/gioi-thieu",
  "/tim-kiem?q=cau",
  "/khong-co-trang-nay",
];

describe.each([
  { name: "a phone", width: 390, scheme: "light" as const },
  { name: "a desk in the dark", width: 1280, scheme: "dark" as const },
])("the portal on $name", ({ width, scheme }) => {
  test.each([...pages, "an article"])(
    "%s can be used by everyone, and asks nothing of other servers",
    async (address) => {
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        colorScheme: scheme,
        locale: "vi-VN",
      });
      const page = await context.newPage();
      const foreign: string[] = [];
      page.on("request", (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith("http") && origin !== newsroom.addresses.primary) foreign.push(request.url());
      });
      if (address === "an article") {
        await page.goto(newsroom.addresses.primary);
        await page.locator('main a[href^="/tin-tuc/2"]').first().click();
      } else {
        await page.goto(newsroom.addresses.primary + address);
      }
      await page.getByRole("main").waitFor();
      expect(await violations(page)).toEqual([]);
      expect(foreign).toEqual([]);
      // Nothing is cut off or scrolls sideways.
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await context.close();
    },
  );
});

test("the review page can be used by everyone", async () => {
  const title = "Bài gửi để kiểm tra trang duyệt bài";
  await submit(deskOf(newsroom.addresses, "editor"), {
    branch: "cms/tinh-tin-2026/kiem-tra",
    title,
    files: { "content/sites/tinh/news/2026/kiem-tra.md": aNewsText({ title }) },
  });
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "vi-VN" });
  const page = await openReview(context, newsroom.addresses, accountOf(newsroom.addresses, "approver"));
  await page.getByRole("link", { name: title }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: title }).click();
  await page.getByRole("button", { name: "Duyệt và đăng" }).waitFor();
  expect(await violations(page)).toEqual([]);
  await context.close();
});

test("the CMS asks nothing of other servers", async () => {
  const context = await browser.newContext({ locale: "vi-VN" });
  const foreign: string[] = [];
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== new URL(newsroom.addresses.cms).origin)
      foreign.push(request.url());
  });
  const page = await openCms(context, newsroom.addresses, accountOf(newsroom.addresses, "editor"));
  await page.goto(`${newsroom.addresses.cms}#/workflow`);
  await page.getByText("Bản nháp").first().waitFor();
  expect(foreign).toEqual([]);
  await context.close();
});
