import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { loadContent } from "../src/content-store/load.ts";
import { folderSource } from "../src/content-store/source.ts";
import { launchChromium, provideChromium } from "../tests/support/chromium.ts";
import { startSearchHost, type SearchHost } from "../tests/support/search-host.ts";
import { corpusOf } from "./corpus.ts";
import { median, row, type Row } from "./row.ts";

/** So many articles make a province portal of ten thousand; the rest is a department's. */
const articles = 13_400;
/** Articles that came since the main index was made: the most that a newsroom lets come together. */
const fresh = 60;

/** What people look for, of common words and of rare ones. */
const queries = [
  "nghi quyet hoi dong nhan dan",
  "cầu Bến Quế",
  "dau gia quyen su dung dat",
  "tuyển dụng viên chức",
  "lich tiep cong dan",
  "thủ tục hành chính",
  "587/QĐ-UBND",
  "mua lu",
  "Thác Vân",
  "bo nhiem dieu dong",
  "ủy ban nhân dân tỉnh",
  "quy hoach do thi van giang",
];

/**
 * What a search downloads, in a browser whose cache is empty: everything for the first query, from the page to the last
 * result, then what each further query in the same visit adds. In kilobytes (1000 bytes) as they come over the wire.
 */
export async function benchSearch(asked?: number): Promise<Row[]> {
  process.env["CHROMIUM"] = await provideChromium(console.log);
  const folder = await mkdtemp(join(tmpdir(), "cong-bench-"));
  const browser = await launchChromium();
  try {
    const content = await loadContent(folderSource(corpusOf(asked ?? articles)), new Date());
    const begun = performance.now();
    const host = await startSearchHost(content, "tinh", folder, { fresh });
    const seconds = (performance.now() - begun) / 1000;
    const firsts: number[] = [];
    const nexts: number[] = [];
    for (let turn = 0; turn < queries.length; turn += 2) {
      const order = [...queries.slice(turn), ...queries.slice(0, turn)].slice(0, 4);
      const [first = NaN, ...next] = await visit(browser, host, order);
      firsts.push(first);
      nexts.push(...next);
    }
    await host.stop();
    const site = content.sites.get("tinh");
    return [
      row("search-pages", (site?.news.length ?? 0) + (site?.pages.length ?? 0), "pages"),
      row("search-index-made", seconds, "s"),
      row("search-first-query-most", Math.max(...firsts), "kB"),
      row("search-first-query-median", median(firsts), "kB"),
      row("search-next-query-most", Math.max(...nexts), "kB"),
      row("search-next-query-median", median(nexts), "kB"),
    ];
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What each query of one visit makes the host send. */
async function visit(browser: Browser, host: SearchHost, order: readonly string[]): Promise<number[]> {
  const context = await browser.newContext({ locale: "vi-VN" });
  const page = await context.newPage();
  const loads: number[] = [];
  let before = host.sent();
  await page.goto(`${host.origin}/tim-kiem`);
  for (const query of order) {
    await page.getByRole("searchbox").fill(query);
    await page.getByRole("button", { name: "Tìm", exact: true }).click();
    await page.locator(".results-area:not([aria-busy])").getByText(`«${query}»`).first().waitFor();
    await page.waitForLoadState("networkidle");
    const now = host.sent();
    loads.push((now - before) / 1000);
    before = now;
  }
  await context.close();
  return loads;
}
