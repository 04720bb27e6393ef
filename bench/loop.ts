import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchChromium, provideChromium } from "../tests/support/chromium.ts";
import { openCms, save, writeArticle } from "../tests/support/desk-pages.ts";
import { aNewsText } from "../tests/support/news.ts";
import { accountOf, startNewsroom, type RunningNewsroom } from "../tests/support/newsroom.ts";
import { approve, deskOf, merge, statusOf, submit } from "../tests/support/submission.ts";
import { until } from "../tests/support/until.ts";
import { median, type Row } from "./row.ts";

const rounds = 7;

/** What people wait for in the loop, on the sample portal: medians of several rounds, in seconds. */
export async function benchLoop(): Promise<Row[]> {
  process.env["CHROMIUM"] = await provideChromium(console.log);
  const folder = await mkdtemp(join(tmpdir(), "cong-bench-"));
  let newsroom: RunningNewsroom | undefined;
  try {
    const firstStart = await secondsOf(async () => (newsroom = await startNewsroom(folder)));
    await newsroom?.stop();
    const secondStart = await secondsOf(async () => (newsroom = await startNewsroom(folder)));
    if (!newsroom) throw new Error("The newsroom did not start.");
    const saves = await timeSaves(newsroom);
    const publications = await timePublications(newsroom);
    return [
      { name: "first-start-packages-installed", value: firstStart, unit: "s" },
      { name: "second-start", value: secondStart, unit: "s" },
      { name: "save-to-toast", value: median(saves), unit: "s" },
      {
        name: "submission-to-checked-and-preview",
        value: median(publications.map((one) => one.checked)),
        unit: "s",
      },
      {
        name: "publish-to-live-on-both-hosts",
        value: median(publications.map((one) => one.live)),
        unit: "s",
      },
    ];
  } finally {
    await newsroom?.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** From the click on «Lưu» to the message that the article is saved, in the real CMS. */
export async function timeSaves({ addresses }: RunningNewsroom): Promise<number[]> {
  const browser = await launchChromium();
  try {
    const page = await openCms(
      await browser.newContext({ locale: "vi-VN" }),
      addresses,
      accountOf(addresses, "editor"),
    );
    const year = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).slice(0, 4);
    const seconds: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      await writeArticle(page, addresses, year, {
        title: `Bài đo thời gian lưu của vòng thứ ${round}`,
        category: "Kinh",
        summary: "Bài này chỉ để đo thời gian từ lúc bấm lưu đến lúc hiện thông báo đã lưu.",
        paragraphs: ["Nội dung của bài đủ dài để qua được phép kiểm tra về độ dài của nội dung."],
      });
      seconds.push(await save(page));
    }
    return seconds;
  } finally {
    await browser.close();
  }
}

/** From the merge to the moment both hosts serve the article; and from the submission to its verdict and preview. */
async function timePublications({
  addresses,
}: RunningNewsroom): Promise<{ checked: number; live: number }[]> {
  const editor = deskOf(addresses, "editor");
  const approver = deskOf(addresses, "approver");
  const times: { checked: number; live: number }[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const slug = `bai-do-${round}`;
    const title = `Bài đo thời gian đăng của vòng thứ ${round}`;
    const files = { [`content/sites/tinh/news/2026/${slug}.md`]: aNewsText({ title }) };
    const number = await submit(editor, { branch: `cms/tinh-tin-2026/${slug}`, title, files });
    const { data: pull } = await editor.octokit.rest.pulls.get({
      owner: editor.owner,
      repo: editor.repo,
      pull_number: number,
    });
    const checked = await secondsOf(() =>
      until("the checks", async () => {
        const { state } = await statusOf(editor, pull.head.sha, "cong/kiem-tra");
        return state === "success" ? state : undefined;
      }),
    );
    await approve(approver, number);
    const live = await secondsOf(async () => {
      await merge(approver, number);
      for (const origin of [addresses.primary, addresses.standby]) {
        await until("the article", async () =>
          (await fetch(`${origin}/tin-tuc/2026/${slug}`)).ok ? true : undefined,
        );
      }
    });
    times.push({ checked, live });
  }
  return times;
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
