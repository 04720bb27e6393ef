import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violations } from "../support/axe.ts";
import { launchChromium } from "../support/chromium.ts";
import { openCms, openReview } from "../support/desk-pages.ts";
import { aNewsText } from "../support/news.ts";
import { accountOf, originOf, startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { screens } from "../support/page-budget.ts";
import { pageKinds, type PageKind } from "../support/page-kinds.ts";
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

const kinds: PageKind[] = [...pageKinds, { name: "search results", path: "/tim-kiem?q=cau" }];
const allViews = screens.flatMap((screen) =>
  (["light", "dark"] as const).map((scheme) => ({ ...screen, scheme, name: `${screen.name}, ${scheme}` })),
);
/** Each kind in light on the phone or in dark on the desk; all of them everywhere in the full run. */
const full = process.env["FULL"] === "1";
const views = full ? allViews : [allViews[0], allViews[3]].filter((view) => view !== undefined);

describe.each(views)("the portal on $name", ({ width, height, scheme }) => {
  const turn = scheme === "light" ? 0 : 1;
  const shown = kinds.filter((_, place) => full || place % 2 === turn);
  let page: Page;
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, locale: "vi-VN" });
  });
  afterAll(() => page.context().close());

  test.each(shown)("$name can be used by everyone", async ({ site = "tinh", path }) => {
    await page.goto(originOf(newsroom.addresses, site) + path);
    await page.getByRole("main").waitFor();
    if (path.includes("?q=")) await page.locator("#ket-qua li").first().waitFor();
    expect(await violations(page)).toEqual([]);
    // Nothing is cut off or scrolls sideways.
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
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
