import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import { startSearchHost, type SearchHost } from "../support/search-host.ts";
import { showSite, type ShownSite } from "../support/shown-site.ts";
import { endPiece, speechWith, spoken } from "../support/speech.ts";

const article = "/tin-tuc/2026/river-stations-publish-water-data";

let folder: string;
let site: ShownSite;
let search: SearchHost;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-english-"));
  site = await showSite("tinh-en", new Date("2026-11-25T03:00:00Z"));
  search = await startSearchHost(site.content, "tinh-en", folder);
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  await Promise.all([site.stop(), search.stop()]);
  await rm(folder, { recursive: true, force: true });
});

async function opened(address: string, use: (page: Page) => Promise<void>, script = ""): Promise<void> {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(script);
  await page.goto(address);
  await use(page).finally(() => context.close());
}

test("what is written in English is found, and told about in English", () =>
  opened(`${search.origin}/tim-kiem?q=water`, async (page) => {
    await page.getByRole("status").filter({ hasText: "results for “water”." }).waitFor();
    const addresses = await page
      .locator("#ket-qua h3 a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(addresses).toContain(article);
    expect(await page.locator("#bo-loc h2").allTextContents()).toContain("Section");
    await page
      .locator("#bo-loc")
      .getByRole("link", { name: /^Environment/ })
      .click();
    await page.getByRole("link", { name: "Clear filter Section: Environment" }).waitFor();
    expect(await page.locator("#ket-qua time").first().textContent()).toMatch(/^\d{1,2} [A-Z][a-z]{2} 2026$/);
  }));

test("a search that finds nothing gives advice in English, and finds Vietnamese names without their accents", () =>
  opened(`${search.origin}/tim-kiem?q=ben+que+zzzz`, async (page) => {
    await page.getByRole("status").filter({ hasText: "No results for “ben que zzzz”." }).waitFor();
    await page.getByText("Check the spelling").waitFor();
    await page.getByRole("link", { name: "“ben que”" }).click();
    await page.locator("#ket-qua a[href$=ben-que-bridge-opens]").waitFor();
  }));

test("an article is read aloud by an English voice, and its tools speak English", () =>
  opened(
    site.origin + article,
    async (page) => {
      await page.getByRole("button", { name: "Listen" }).click();
      expect((await spoken(page))[0]).toMatch(/^Twenty-seven river stations/);
      await endPiece(page);
      await page.getByRole("button", { name: "Pause" }).click();
      await page.getByRole("button", { name: "Resume" }).waitFor();
    },
    speechWith("en-GB"),
  ));

test("a Vietnamese voice is not given English to read", () =>
  opened(
    site.origin + article,
    async (page) => {
      await page.getByRole("button", { name: /^(?:Copy link|Share…)$/ }).waitFor();
      expect(await page.getByRole("button", { name: "Listen" }).count()).toBe(0);
    },
    speechWith("vi-VN"),
  ));

test("the language switch leads to the article that was translated", () =>
  opened(site.origin + article, async (page) => {
    expect(await page.getByRole("link", { name: "Tiếng Việt" }).getAttribute("href")).toBe(
      "https://songmay.gov.vn/tin-tuc/2026/hai-muoi-bay-tram-quan-trac-doc-song-may-noi-mang-so-lieu-nuoc-ai-cung",
    );
  }));
