import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseKey } from "../../src/content-model/case.ts";
import { slugOf } from "../../src/content-model/slug.ts";
import { caseAddress } from "../../src/content-store/cases.ts";
import { loadContent } from "../../src/content-store/load.ts";
import { folderSource } from "../../src/content-store/source.ts";
import { violations } from "../support/axe.ts";
import { launchChromium } from "../support/chromium.ts";
import { startSearchHost, type SearchHost } from "../support/search-host.ts";

let folder: string;
let host: SearchHost;
let browser: Browser;
/** A reader who searches again and again. */
let reader: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-search-"));
  const checkout = join(import.meta.dirname, "../..");
  const content = await loadContent(folderSource(checkout), new Date("2026-11-25T03:00:00Z"));
  // Some of what is looked for lies in the main index, some in the small one.
  const key = await caseKey("H50.12-261103-0042", "7K2M9Q");
  host = await startSearchHost(content, "tinh", folder, {
    fresh: 15,
    pages: [
      ...["/", "/tim-kiem", "/404", "/theme.css", "/bieu-trung.svg"],
      ...["/van-ban", "/van-ban/so.json", "/van-ban/2024/02-2024-qd-ubnd", "/van-ban/2026/21-2026-qd-ubnd"],
      ...["/tra-cuu-ho-so", caseAddress(key)],
    ],
  });
  browser = await launchChromium();
  reader = await open("/tim-kiem");
});

afterAll(async () => {
  await browser.close();
  await host.stop();
  await rm(folder, { recursive: true, force: true });
});

async function open(address: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    locale: "vi-VN",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  await page.goto(host.origin + address);
  return page;
}

/** The reader's tab, at an address of the site: a tab of its own costs as much as several pages. */
async function readerAt(address: string): Promise<Page> {
  await reader.goto(host.origin + address);
  return reader;
}

/** Waits until the page shows what its address asks. */
async function settled(page: Page, says: RegExp | string): Promise<void> {
  await page.locator(".results-area:not([aria-busy])").waitFor();
  await page.getByRole("status").filter({ hasText: says }).waitFor();
}

const addresses = (page: Page) =>
  page.locator("#ket-qua h3 a").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));

const asAddress = (parameters: Record<string, string>) =>
  `/tim-kiem?${new URLSearchParams(parameters).toString()}`;

const auction = "/tin-tuc/2026/tu-01-12-dau-gia-dat-phai-dat-truoc-20-bo-coc-thi-hai-nam-khong-duoc";
const transfers = "/tin-tuc/2026/dieu-dong-chin-can-bo-tinh-ve-xa-vung-cao-co-nguoi-xin-di-truoc-khi";
const papers = "/tin-tuc/2026/bo-118-loai-giay-to-nguoi-dan-phai-nop-co-quan-nha-nuoc-tu-tra-trong";

test.each([
  ["nghi quyet", /nghi-quyet/],
  ["dau gia dat", auction],
  ["đấu giá quyền sử dụng đất", auction],
  ["dieu dong", transfers],
  ["Điều động, bổ nhiệm", transfers],
  ["12/2026/QĐ-UBND", auction],
  ["12/2026/qd-ubnd", auction],
  ["quyet dinh 12 2026 qd ubnd", auction],
  ["122026qdubnd", auction],
  ["587/QĐ-UBND", papers],
  ["bo 118 loai giay to", papers],
  ["nha o xa hoi dong may", /412-can-nha-o-xa-hoi/],
  ["cầu Bến Quế", /cau-ben-que-moi-thong-xe/],
  // Articles, notices, documents, as one types them on a telephone.
  ["bao tang mo lai", /bao-tang-tinh-mo-lai/],
  ["ca phe thac van", /ca-phe-thac-van-vao-vu-hai/],
  ["quan trac nuoc", /hai-muoi-bay-tram-quan-trac/],
  ["cam xe qua cau suoi lanh", /cam-moi-xe-o-to-qua-cau-suoi-lanh/],
  ["ngay hoi viec lam", /ngay-hoi-viec-lam-17-10/],
  ["mua nha o xa hoi dot hai", /412-can-nha-o-xa-hoi/],
  ["han muc giao dat", "/van-ban/2026/28-2026-qd-ubnd"],
  ["ho tro truong thon", "/van-ban/2026/36-2026-nq-hdnd"],
  ["mien hoc phi truong nghe", "/van-ban/2026/33-2026-nq-hdnd"],
  ["quan ly via he", "/van-ban/2026/21-2026-qd-ubnd"],
  ["ung pho ap thap nhiet doi", "/van-ban/2026/09-cd-ubnd"],
  ["co cau to chuc", "/co-cau-to-chuc"],
  ["lien he", "/lien-he"],
  ["uỷ ban nhân dân", /./],
])("«%s» finds the right page among the first three", async (text, wanted) => {
  await reader.getByRole("searchbox").fill(text);
  await reader.keyboard.press("Enter");
  await settled(reader, `«${text}»`);
  const found = (await addresses(reader)).slice(0, 3);
  expect(found).toContainEqual(typeof wanted === "string" ? wanted : expect.stringMatching(wanted));
});

test("a document is found while its number is typed without accents, by the keyboard alone, and leads to what replaced it", async () => {
  const page = await readerAt("/van-ban");
  await page.getByRole("searchbox", { name: "Tra cứu theo số, ký hiệu" }).focus();
  await page.keyboard.type("2/2024 qd ubnd");
  const found = page.locator("#tra-so-ket-qua a");
  await page.getByRole("status").filter({ hasText: "Có 1 văn bản" }).waitFor();
  expect(await found.allTextContents()).toEqual([expect.stringContaining("Quyết định 02/2024/QĐ-UBND")]);
  expect(await found.textContent()).toContain("Hết hiệu lực");
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/van-ban\/2024\/02-2024-qd-ubnd$/);
  await page.locator(".notice").getByRole("link", { name: "21/2026/QĐ-UBND" }).click();
  await page.waitForURL(/\/van-ban\/2026\/21-2026-qd-ubnd$/);
});

test("a number in the search stands above everything else that was found", async () => {
  const page = await readerAt(asAddress({ q: "21/2026/qd-ubnd" }));
  await page.locator(".by-number a").first().waitFor();
  expect(
    await page.locator(".by-number a").evaluateAll((links) => links.map((a) => a.getAttribute("href"))),
  ).toEqual(["/van-ban/2026/21-2026-qd-ubnd"]);
});

test("whoever has a case's number and code is told how far it is; a wrong code finds nothing, in clear words", async () => {
  const page = await readerAt("/tra-cuu-ho-so");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.getByLabel("Số hồ sơ").fill("h50 12 261103 0042");
  await page.getByLabel("Mã biên nhận").fill("7k2m9q");
  await page.getByRole("button", { name: "Tra cứu" }).click();
  await page.getByText("Đã trả kết quả").waitFor();
  expect(await page.locator(".case-answer").textContent()).toContain("18/11/2026");
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("Mã biên nhận").fill("7K2M9P");
  await page.getByRole("button", { name: "Tra cứu" }).click();
  await page.getByRole("heading", { name: "Chưa thấy hồ sơ này" }).waitFor();
  // Neither number nor code leaves the browser.
  expect(asked.join(" ")).not.toMatch(/261103|7k2m9/i);
});

test("the words found are marked, accents or not, and nothing else is", async () => {
  const page = await readerAt(asAddress({ q: "dau gia dat" }));
  await settled(page, /kết quả/);
  const marked = await page.locator("#ket-qua li:first-child mark").allTextContents();
  const plain = marked.map((word) => slugOf(word));
  expect(new Set(plain)).toEqual(new Set(["dau", "gia", "dat"]));
});

test("a reader narrows by section and year, sorts, goes back and forth, and the address says it all", async () => {
  const page = await readerAt("/tim-kiem");
  await page.getByRole("searchbox").fill("nghi quyet");
  await page.keyboard.press("Enter");
  await settled(page, /«nghi quyet»/);
  const all = await page.getByRole("status").textContent();
  const year = page.locator("#bo-loc").getByRole("link", { name: /^2026/ });
  const count = Number((await year.textContent())?.match(/2026\s*(\d+)/)?.[1]);
  await year.click();
  await page.waitForURL(/nam=2026/);
  await settled(page, new RegExp(`Có ${String(count)} kết quả`));
  // The keyboard stays where it was.
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-focus"))).toBe("nam=2026");
  await page.getByRole("link", { name: "Mới nhất" }).click();
  await page.waitForURL(/xep=moi/);
  await settled(page, /kết quả/);
  const days = await page
    .locator("#ket-qua time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
  expect(days.length).toBeGreaterThan(1);
  expect(days).toEqual(days.toSorted().reverse());
  expect(days.every((day) => day.startsWith("2026"))).toBe(true);
  // What the table says of a page is true of it.
  expect((await addresses(page)).every((address) => address.includes("/2026/"))).toBe(true);
  await page.getByRole("link", { name: "Bỏ lọc Năm: 2026" }).click();
  await page.waitForURL((url) => !url.searchParams.has("nam"));
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await page.waitForURL((url) => url.search === "?q=nghi+quyet");
  await settled(page, /kết quả/);
  expect(await page.getByRole("status").textContent()).toBe(all);
  await page.goForward();
  await page.waitForURL(/nam=2026/);
  await page.reload();
  await settled(page, new RegExp(`Có ${String(count)} kết quả`));
  expect(await page.getByRole("searchbox").inputValue()).toBe("nghi quyet");
});

test("more results come below those that are there, and the address brings them back", async () => {
  const page = await readerAt(asAddress({ q: "song may" }));
  await settled(page, /kết quả/);
  expect(await addresses(page)).toHaveLength(10);
  await page.getByRole("button", { name: /^Xem thêm/ }).click();
  await page.locator("#ket-qua li:nth-child(20)").waitFor();
  const shown = await addresses(page);
  expect(new Set(shown).size).toBe(20);
  // The first new one has the focus.
  expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toBe(shown[10]);
  await page.reload();
  await page.locator("#ket-qua li:nth-child(20)").waitFor();
  expect(await addresses(page)).toEqual(shown);
});

test("a search is done from the keyboard, and leads to the results", async () => {
  const page = await readerAt("/tim-kiem");
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("cau ben que");
  await page.keyboard.press("Enter");
  await settled(page, /«cau ben que»/);
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("tieu-de-ket-qua");
  // Arrow keys move in the text as they do everywhere.
  await page.getByRole("searchbox").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  expect(await page.getByRole("searchbox").evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(
    1,
  );
});

test("what nobody wrote leads on: the keyboard that was off, a word too many, ways to browse", async () => {
  const page = await readerAt(asAddress({ q: "nghij quyeets" }));
  await settled(page, /Không tìm thấy/);
  await page.getByRole("link", { name: "«nghi quyet»" }).click();
  await settled(page, /kết quả.*«nghi quyet»/);
  await page.goto(`${host.origin}${asAddress({ q: "cau ben que zzyzx" })}`);
  await settled(page, /Không tìm thấy/);
  await page.getByRole("link", { name: "«cau ben que»" }).first().waitFor();
  await page.getByRole("navigation", { name: "Đọc theo mục" }).getByRole("link", { name: /^2025/ }).waitFor();
});

test("without JavaScript the page says so and leads everywhere by links", async () => {
  const page = await open(asAddress({ q: "cau" }), { javaScriptEnabled: false });
  await page.getByText("đang tắt JavaScript").waitFor();
  const browse = page.getByRole("navigation", { name: "Đọc theo mục" });
  for (const name of [/^Tin bài/, /^Kinh tế/, /^2024/, /^Giới thiệu/])
    await browse.getByRole("link", { name }).waitFor();
  await page.context().close();
});

test("only the search page loads scripts", async () => {
  const context = await browser.newContext({ locale: "vi-VN" });
  const page = await context.newPage();
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await page.goto(`${host.origin}/`, { waitUntil: "networkidle" });
  expect(scripts).toEqual([]);
  await page.goto(`${host.origin}/tim-kiem`, { waitUntil: "networkidle" });
  // The search engine itself comes with the first query.
  expect(scripts.filter((url) => url.includes("pagefind"))).toEqual([]);
  expect(scripts).not.toEqual([]);
  await context.close();
});

describe.each([
  { name: "a phone in the light", width: 390, scheme: "light" as const },
  { name: "a desk in the dark", width: 1280, scheme: "dark" as const },
])("the search page on $name", ({ width, scheme }) => {
  let page: Page;
  beforeAll(async () => {
    page = await open("/tim-kiem", { viewport: { width, height: 844 }, colorScheme: scheme });
  });
  afterAll(() => page.context().close());

  test.each(["", "?q=nghi+quyet&nam=2026", "?q=12%2F2026%2FQ%C4%90-UBND", "?q=zzyzx+nghij"])(
    "/tim-kiem%s can be used by everyone",
    async (parameters) => {
      await page.goto(`${host.origin}/tim-kiem${parameters}`);
      if (parameters !== "") await settled(page, /kết quả|Không tìm thấy/);
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    },
  );
});
