import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { searchAnswerSchema } from "../src/editorial/desk-answers.ts";
import { launchChromium, provideChromium } from "../tests/support/chromium.ts";
import { openCms, openReview } from "../tests/support/desk-pages.ts";
import { aNewsText } from "../tests/support/news.ts";
import { accountOf, startNewsroom, type RunningNewsroom } from "../tests/support/newsroom.ts";
import { deskOf, statusOf, submit } from "../tests/support/submission.ts";
import { until } from "../tests/support/until.ts";
import { corpusOf, dataFolderOf } from "./corpus.ts";
import { timeSaves } from "./loop.ts";
import { median, row, type Row } from "./row.ts";

const rounds = 7;

/** What people look for at the desk: common words and rare ones, numbers, an author. */
const queries = [
  "ke chong sat lo",
  "cầu Bến Quế",
  "nghị quyết hội đồng nhân dân",
  "tỉnh",
  "dau gia quyen su dung dat",
  "587/QĐ-UBND",
  "12/2026",
  "Thu Mai",
  "tuyển dụng viên chức",
  "mua lu",
  "ủy ban nhân dân tỉnh",
  "van giang quy hoach do thi",
];

/**
 * What editors and approvers wait for in a newsroom of so many articles with so many open submissions: the queue, the CMS's
 * board and a save in Chromium, answers of the search over HTTP. In seconds, milliseconds where told.
 */
export async function benchDesk({ articles = 50_000, open = 200 } = {}): Promise<Row[]> {
  process.env["CHROMIUM"] = await provideChromium(console.log);
  const folder = await mkdtemp(join(tmpdir(), "cong-bench-"));
  let newsroom: RunningNewsroom | undefined;
  try {
    const data = join(folder, "data");
    await dataFolderOf(corpusOf(articles), data);
    const begun = performance.now();
    newsroom = await startNewsroom(data);
    console.log(`Started on ${String(articles)} articles in ${since(begun).toFixed(0)} s.`);
    await fillQueue(newsroom, open);
    console.log(
      `${String(open)} submissions are open and checked ${since(begun).toFixed(0)} s after the start.`,
    );
    const indexed = await indexRead(newsroom, begun);
    const searches = await timeSearches(newsroom);
    const { queue, board } = await timeOpening(newsroom, open);
    const saves = await timeSaves(newsroom);
    return [
      row("desk-index-made", indexed, "s"),
      row("desk-search-median", median(searches), "ms"),
      row("desk-search-most", Math.max(...searches), "ms"),
      row("desk-queue-open", median(queue), "s"),
      row("desk-board-open", median(board), "s"),
      row("desk-save-to-toast", median(saves), "s"),
    ];
  } finally {
    await newsroom?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const since = (begun: number) => (performance.now() - begun) / 1000;

/** Opens submissions for approval and waits until the checks of the last one are done. */
async function fillQueue({ addresses }: RunningNewsroom, open: number): Promise<void> {
  const editor = deskOf(addresses, "editor");
  let last = 0;
  for (let nth = 1; nth <= open; nth += 1) {
    const slug = `bai-cho-duyet-${String(nth)}`;
    const title = `Bài chờ duyệt thứ ${String(nth)}`;
    const files = { [`content/sites/tinh/news/2026/${slug}.md`]: aNewsText({ title }) };
    last = await submit(editor, { branch: `cms/tinh-tin-2026/${slug}`, title, files });
  }
  const { octokit, owner, repo } = editor;
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: last });
  await until(
    "the checks",
    async () => {
      const { state } = await statusOf(editor, data.head.sha, "cong/kiem-tra");
      return state === "success" ? state : undefined;
    },
    { seconds: 600 },
  );
}

/** The seconds since the start until the search knows everything. */
async function indexRead(newsroom: RunningNewsroom, begun: number): Promise<number> {
  await until("the index", async () => ((await search(newsroom, "tỉnh")).unread === 0 ? true : undefined), {
    seconds: 900,
    every: 500,
  });
  return since(begun);
}

async function search({ addresses }: RunningNewsroom, text: string) {
  const url = new URL(`/desk/search?${new URLSearchParams({ text }).toString()}`, addresses.review);
  const { token } = accountOf(addresses, "approver");
  const response = await fetch(url, { headers: { Authorization: `token ${token}` } });
  return searchAnswerSchema.parse(await response.json());
}

async function timeSearches(newsroom: RunningNewsroom): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const text of queries) {
      const begun = performance.now();
      await search(newsroom, text);
      times.push(performance.now() - begun);
    }
  return times;
}

/** From opening the page to all of its submissions: the review page's queue, and the board of the CMS. */
async function timeOpening(
  { addresses }: RunningNewsroom,
  open: number,
): Promise<{ queue: number[]; board: number[] }> {
  const browser = await launchChromium();
  const context = () => browser.newContext({ locale: "vi-VN" });
  const last = `Bài chờ duyệt thứ ${String(open)}`;
  try {
    const approver = await openReview(await context(), addresses, accountOf(addresses, "approver"));
    const queue = await timeReloads(approver, addresses.review, (page) =>
      page.locator(".queue .row-title", { hasText: last }),
    );
    const editor = await openCms(await context(), addresses, accountOf(addresses, "editor"));
    const board = await timeReloads(editor, `${addresses.cms}#/workflow`, (page) =>
      page.getByText(last, { exact: true }).first(),
    );
    return { queue, board };
  } finally {
    await browser.close();
  }
}

async function timeReloads(
  page: Page,
  address: string,
  wanted: (page: Page) => ReturnType<Page["locator"]>,
): Promise<number[]> {
  const times: number[] = [];
  await page.goto(address);
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await page.reload();
    await wanted(page).waitFor({ state: "attached", timeout: 120_000 });
    times.push(since(begun));
  }
  return times;
}
