import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { z } from "zod";
import { deskQueueSchema, searchAnswerSchema } from "../src/editorial/desk-answers.ts";
import { exists } from "../src/foundation/exists.ts";
import { launchChromium, provideChromium } from "../tests/support/chromium.ts";
import { openCms, openReview } from "../tests/support/desk-pages.ts";
import { accountOf, startNewsroom, type RunningNewsroom } from "../tests/support/newsroom.ts";
import { deskOf } from "../tests/support/submission.ts";
import { until } from "../tests/support/until.ts";
import { corpusOf, dataFolderOf } from "./corpus.ts";
import { cpuSeconds, untilIdle } from "./cpu-time.ts";
import {
  articleToPublish,
  handIn,
  plannedSubmissions,
  publishAndWait,
  verdictOf,
} from "./desk-submissions.ts";
import { timeSaves } from "./loop.ts";
import { median, row, type Row } from "./row.ts";
import { statusMB } from "./tree-cost.ts";

const rounds = 7;
const publications = 3;

/** What people look for at the desk: common words and rare ones, numbers, an author, words that stand in nearly every entry. */
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
  "của",
  "cac",
  "tin moi",
];

/**
 * What editors and approvers wait for in a newsroom of so many articles with so many open submissions: its starts, the queue,
 * the board of the CMS, a year's collection and a save in Chromium, a publication, answers of the search over HTTP. Beside
 * seconds it tells the processor time that the newsroom took, which a busy machine does not change much. A data folder may be
 * `kept`: the next run there begins with the second start.
 */
export async function benchDesk(
  options: { articles?: number | undefined; open?: number; kept?: string | undefined } = {},
): Promise<Row[]> {
  const { articles = 50_000, open = 200, kept } = options;
  process.env["CHROMIUM"] = await provideChromium(console.log);
  const folder = await mkdtemp(join(tmpdir(), "cong-bench-"));
  let newsroom: RunningNewsroom | undefined;
  const rows: Row[] = [];
  const tell = (...more: Row[]) => {
    for (const { name, value, unit } of more) console.log(`${name} ${value.toFixed(3)} ${unit}`);
    rows.push(...more);
  };
  try {
    const data = kept ?? join(folder, "data");
    const corpus = corpusOf(articles);
    if (!(await exists(join(data, "repository.git")))) {
      await dataFolderOf(corpus, data);
      newsroom = await started(data, "desk-first-start", tell);
      await timeIndex(newsroom, "desk-index-made", tell);
      await untilIdle(newsroom.pid);
      await fillQueue(newsroom, corpus, open, tell);
      await newsroom.stop();
    }
    newsroom = await started(data, "desk-start", tell);
    await timeIndex(newsroom, "desk-index-again", tell);
    await untilIdle(newsroom.pid);
    tell(row("desk-start-checks-cpu", cpuSeconds(newsroom.pid), "s"));
    await timePublication(newsroom, corpus, tell);
    const searches = await timeSearches(newsroom);
    tell(
      row("desk-search-median", median(searches), "ms"),
      row("desk-search-most", Math.max(...searches), "ms"),
    );
    await timeOpening(newsroom, tell);
    tell(row("desk-save-to-toast", median(await timeSaves(newsroom)), "s"));
    tell(row("desk-memory", statusMB(newsroom.pid, "VmRSS"), "MB"));
    return rows;
  } finally {
    await newsroom?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

type Tell = (...rows: Row[]) => void;

const since = (begun: number) => (performance.now() - begun) / 1000;

async function started(data: string, name: string, tell: Tell): Promise<RunningNewsroom> {
  const begun = performance.now();
  const newsroom = await startNewsroom(data);
  tell(row(name, since(begun), "s"), row(`${name}-cpu`, cpuSeconds(newsroom.pid), "s"));
  return newsroom;
}

/** Hands the submissions in and waits for their verdicts. */
async function fillQueue(newsroom: RunningNewsroom, corpus: string, open: number, tell: Tell): Promise<void> {
  const editor = deskOf(newsroom.addresses, "editor");
  const [begun, cpu] = [performance.now(), cpuSeconds(newsroom.pid)];
  const numbers = await handIn(editor, plannedSubmissions(corpus, open));
  for (const number of numbers) await verdictOf(editor, number);
  tell(
    row("desk-submission-checked", since(begun) / open, "s"),
    row("desk-submission-checked-cpu", (cpuSeconds(newsroom.pid) - cpu) / open, "s"),
  );
}

/** From the merge of one more submission until readers have it, and what it costs until the newsroom rests again. */
async function timePublication(newsroom: RunningNewsroom, corpus: string, tell: Tell): Promise<void> {
  const { addresses, pid } = newsroom;
  const editor = deskOf(addresses, "editor");
  const live: number[] = [];
  const cost: number[] = [];
  for (let nth = 0; nth < publications; nth += 1) {
    const { page, ...planned } = articleToPublish(corpus);
    const [number = 0] = await handIn(editor, [planned]);
    await verdictOf(editor, number);
    await untilIdle(pid);
    const cpu = cpuSeconds(pid);
    live.push(
      await publishAndWait(deskOf(addresses, "approver"), number, page, [
        addresses.primary,
        addresses.standby,
      ]),
    );
    await untilIdle(pid);
    cost.push(cpuSeconds(pid) - cpu);
  }
  tell(row("desk-merge-to-live", median(live), "s"), row("desk-publication-cpu", median(cost), "s"));
}

/** The seconds until the search knows everything. */
async function timeIndex(newsroom: RunningNewsroom, name: string, tell: Tell): Promise<void> {
  const begun = performance.now();
  // Without words to look for: those would have the index write down each time what it has read so far.
  await until("the index", async () => ((await search(newsroom, "")).unread === 0 ? true : undefined), {
    seconds: 3600,
    every: 500,
  });
  tell(row(name, since(begun), "s"));
}

const search = (newsroom: RunningNewsroom, text: string) =>
  ask(newsroom, `/desk/search?${new URLSearchParams({ text }).toString()}`, searchAnswerSchema);

async function ask<Answer>(
  { addresses }: RunningNewsroom,
  path: string,
  shape: z.ZodType<Answer>,
): Promise<Answer> {
  const { token } = accountOf(addresses, "approver");
  const response = await fetch(new URL(path, addresses.review), {
    headers: { Authorization: `token ${token}` },
  });
  return shape.parse(await response.json());
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

/** From opening the page to what it is opened for: the review page's queue, the board of the CMS, the articles of a year. */
async function timeOpening(newsroom: RunningNewsroom, tell: Tell): Promise<void> {
  const { addresses } = newsroom;
  const { items } = await ask(newsroom, "/desk/queue", deskQueueSchema);
  const waiting = items.filter(({ tab }) => tab === "cho-duyet").length;
  const open = items.filter(({ tab }) => tab !== "hen-gio" && tab !== "da-dang").length;
  const browser = await launchChromium();
  const context = () => browser.newContext({ locale: "vi-VN" });
  try {
    const approver = await openReview(await context(), addresses, accountOf(addresses, "approver"));
    const queue = await timeReloads(approver, addresses.review, (page) =>
      page.locator(`.queue .row-title >> nth=${String(waiting - 1)}`),
    );
    const editor = await openCms(await context(), addresses, accountOf(addresses, "editor"));
    const board = await timeReloads(editor, `${addresses.cms}#/workflow`, (page) =>
      page.locator(`a[href*="/entries/"] >> nth=${String(open - 1)}`),
    );
    const year = await timeReloads(editor, `${addresses.cms}#/collections/tinh-tin-2026`, (page) =>
      page.locator(`a[href*="/entries/"] >> nth=15`),
    );
    tell(
      row("desk-queue-open", median(queue), "s"),
      row("desk-board-open", median(board), "s"),
      row("desk-year-open", median(year), "s"),
    );
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
    await wanted(page).waitFor({ state: "attached", timeout: 300_000 });
    times.push(since(begun));
  }
  return times;
}
