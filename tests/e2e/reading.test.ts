import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { showSite, type ShownSite } from "../support/shown-site.ts";
import { endPiece, speechWith, spoken } from "../support/speech.ts";

const article = "/tin-tuc/2026/nguoi-lang-chai-cua-vong-doc-muc-nuoc-song-bang-dien-thoai-bot-mot-dem";

let site: ShownSite;
let browser: Browser;

beforeAll(async () => {
  site = await showSite("tinh", new Date("2026-11-25T03:00:00Z"));
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function opened<Result>(
  options: Parameters<Browser["newContext"]>[0],
  use: (page: Page, context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({
    locale: "vi-VN",
    viewport: { width: 390, height: 844 },
    ...options,
  });
  try {
    return await use(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

const textSize = (page: Page) =>
  page.locator(".prose").evaluate((prose) => Number.parseFloat(getComputedStyle(prose).fontSize));

test("the text of an article can be made larger without JavaScript", () =>
  opened({ javaScriptEnabled: false }, async (page) => {
    await page.goto(site.origin + article);
    const usual = await textSize(page);
    await page.getByRole("radio", { name: "Cỡ chữ lớn" }).check();
    await expect.poll(() => textSize(page)).toBeGreaterThan(usual);
    expect(await page.getByRole("button", { name: "Nghe bài" }).count()).toBe(0);
  }));

test("a text size chosen once holds on the next article", () =>
  opened({}, async (page) => {
    await page.goto(site.origin + article);
    const usual = await textSize(page);
    await page.getByRole("radio", { name: "Cỡ chữ lớn" }).check();
    await expect.poll(() => textSize(page)).toBeGreaterThan(usual);
    await page.getByRole("link", { name: /^Bài trước/ }).click();
    await page.waitForURL((url) => !url.pathname.endsWith(article));
    await expect.poll(() => textSize(page)).toBeGreaterThan(usual);
  }));

test("an article is read aloud, paused and gone on with, and stopped", () =>
  opened({}, async (page) => {
    await page.addInitScript(speechWith("vi-VN"));
    await page.goto(site.origin + article);
    await page.getByRole("button", { name: "Nghe bài" }).click();
    expect((await spoken(page))[0]).toMatch(/^Người làng chài Cửa Vọng/);
    await endPiece(page);
    expect(await spoken(page)).toHaveLength(2);

    await page.getByRole("button", { name: "Tạm dừng" }).click();
    await page.getByRole("button", { name: "Nghe tiếp" }).click();
    const pieces = await spoken(page);
    expect(pieces[2]).toBe(pieces[1]);

    await page.getByRole("button", { name: "Dừng", exact: true }).click();
    await page.getByRole("button", { name: "Nghe bài" }).click();
    expect((await spoken(page)).at(-1)).toBe(pieces[0]);
  }));

test("reading aloud is not offered by a browser without a Vietnamese voice", () =>
  opened({}, async (page) => {
    await page.addInitScript(speechWith("en-US"));
    await page.goto(site.origin + article);
    await page.getByRole("button", { name: /liên kết|Chia sẻ/ }).waitFor();
    expect(await page.getByRole("button", { name: "Nghe bài" }).count()).toBe(0);
  }));

test("on paper an article has its addresses in full, and nothing that can only be pressed", () =>
  opened({ viewport: { width: 1280, height: 900 } }, async (page) => {
    await page.goto(site.origin + article);
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const shown = async (selector: string) => page.locator(selector).first().isVisible();
    for (const selector of ["#_menu", ".side", ".share", ".tools", ".neighbours", ".urgent"])
      expect(await shown(selector), selector).toBe(false);
    expect(await page.locator(".printed").innerText()).toContain(`https://songmay.gov.vn${article}`);
    expect(await shown(".printed img")).toBe(true);
    expect(
      await page.locator(".source a").evaluate((link) => getComputedStyle(link, "::after").content),
    ).toContain("https://duyenhaisongmay.vn");
    expect(await page.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
      "rgb(255, 255, 255)",
    );
  }));

test("everything that is pressed on a phone is large enough for a finger", () =>
  opened({ javaScriptEnabled: true }, async (page) => {
    for (const address of [
      "/",
      article,
      "/tin-tuc",
      "/tin-tuc/2026",
      "/chuyen-de",
      "/tu-khoa",
      "/lien-ket",
      "/so-do-trang",
      "/gioi-thieu",
      "/tim-kiem",
    ]) {
      await page.goto(site.origin + address);
      const small = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("a, button, input, select, summary")]
          .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: false }))
          // Links in running text are as high as its lines; those to skip to the content are not seen.
          .filter(
            (element) =>
              !element.closest(".prose, address, .footer section p, .source, .withdrawn, .skip, .story"),
          )
          .map((element) => [element.outerHTML.slice(0, 90), element.getBoundingClientRect()] as const)
          .filter(([, { width, height }]) => width > 1 && (width < 44 || height < 43.5))
          .map(([html, { width, height }]) => `${Math.round(width)}×${Math.round(height)} ${html}`),
      );
      expect(small, address).toEqual([]);
    }
  }));

test("nothing moves while a page arrives", () =>
  opened({}, async (page) => {
    for (const address of ["/", article]) {
      await page.addInitScript(`
        globalThis.shift = 0;
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) globalThis.shift += entry.value; })
          .observe({ type: "layout-shift", buffered: true });`);
      await page.goto(site.origin + address, { waitUntil: "networkidle" });
      expect(
        await page.evaluate(() => (globalThis as unknown as { shift: number }).shift),
        address,
      ).toBeLessThan(0.01);
    }
  }));
