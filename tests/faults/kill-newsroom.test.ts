import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemClock } from "../../src/foundation/clock.ts";
import { openRepository } from "../../src/git/repository.ts";
import { gitEnvironment } from "../../src/git/run.ts";
import { openIntakeStore } from "../../src/operations/intake/intake-store.ts";
import { codeIn, freshTicket, sendForm } from "../support/an-intake.ts";
import { aBody, aNewsText } from "../support/news.ts";
import { startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { aRandom } from "../../bench/random.ts";
import { approve, deskOf, merge, statusOf, submit } from "../support/submission.ts";
import { until } from "../support/until.ts";

const seed = Number(process.env["SEED"] ?? 20_261_122);
const random = aRandom(seed);
const kills = process.env["FULL"] ? 100 : 6;

let data: string;
let newsroom: RunningNewsroom;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "cong-kill-"));
  newsroom = await startNewsroom(data);
});

afterAll(async () => {
  await newsroom.stop();
  await rm(data, { recursive: true, force: true });
});

const slugOf = (round: number) => `bai-vong-${round}`;
const titleOf = (round: number) => `Bài viết của vòng thử thứ ${round} ở phường Bến Quế`;
const fileOf = (round: number) => `content/sites/tinh/news/2026/${slugOf(round)}.md`;

/** What had been answered with success before the newsroom was killed. */
interface Answered {
  /** The receipt of a piece from outside. */
  receipt?: string;
  saved?: number;
  merged?: string;
}

const sentTitle = (round: number) => `Bài gửi từ ngoài trong vòng thử thứ ${round}`;

/** Somebody without an account sends a piece with a form that was opened before; its receipt is the newsroom's word. */
async function sendIn(round: number, ticket: string, answered: Answered): Promise<void> {
  const { origin } = new URL(newsroom.addresses.contribute);
  answered.receipt = codeIn(await sendForm(origin, { phieu: ticket, title: sentTitle(round) }));
}

/** One article on its way from the editor to the reader; notes each answer as it comes. */
async function walk(round: number, answered: Answered): Promise<void> {
  const editor = deskOf(newsroom.addresses, "editor");
  const approver = deskOf(newsroom.addresses, "approver");
  const title = titleOf(round);
  const number = await submit(editor, {
    branch: `cms/tinh-tin-2026/${slugOf(round)}`,
    title,
    files: { [fileOf(round)]: aNewsText({ title }) },
  });
  answered.saved = number;
  await approve(approver, number);
  answered.merged = await merge(approver, number);
}

/** How far pieces from outside are, with the branches there are and what the newsroom said: for a failure's message. */
async function intakeState(titles: readonly string[]): Promise<string> {
  const store = openIntakeStore(join(data, "intake.db"), systemClock);
  const pieces = store
    .inState("received", "drafted", "editing", "published", "unused")
    .filter(({ title }) => titles.includes(title))
    .map(({ code, title, state, branch, number }) => ({ code, title, state, branch, number }));
  store.close();
  const repository = openRepository(join(data, "repository.git"));
  const branches = (await repository.refs("refs/heads/cms/")).map(({ name }) => name);
  await repository.close();
  return JSON.stringify({ pieces, branches, log: newsroom.output().split("\n") }, undefined, 2);
}

/** Reads both hosts without pause until told to stop; throws on anything but a whole page or no connection. */
async function readAll(reading: { on: boolean }): Promise<number> {
  let read = 0;
  while (reading.on) {
    for (const origin of [newsroom.addresses.primary, newsroom.addresses.standby]) {
      const page = await fetch(`${origin}/`)
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch(() => undefined);
      if (!page) await pause(5);
      else if (page.status !== 200 || !page.text.trimEnd().endsWith("</html>"))
        throw new Error(`A torn page: ${page.status}\n${page.text.slice(-200)}`);
      else read += 1;
    }
  }
  return read;
}

test(
  `${kills} kills at random moments of the loop lose nothing that was saved (seed ${seed})`,
  { timeout: kills * 60_000 },
  async () => {
    const reading = { on: true };
    const readers = readAll(reading);
    // A reader that meets a torn page must fail the test at its end, and not the process now.
    readers.catch(() => undefined);
    const rounds: Answered[] = [];
    const tickets = await Promise.all(
      Array.from({ length: kills }, () => freshTicket(new URL(newsroom.addresses.contribute).origin)),
    );

    for (let round = 1; round <= kills; round += 1) {
      const answered: Answered = {};
      rounds.push(answered);
      const walking = Promise.all([
        walk(round, answered).catch(() => undefined),
        sendIn(round, tickets[round - 1] ?? "", answered).catch(() => undefined),
      ]);
      await Promise.race([walking.then(() => pause(random() * 1200)), pause(random() * 1500)]);
      await newsroom.kill();
      await walking;
      newsroom = await startNewsroom(data);
    }

    const editor = deskOf(newsroom.addresses, "editor");
    const approver = deskOf(newsroom.addresses, "approver");
    const { octokit, owner, repo } = editor;
    for (const [index, { saved, merged }] of rounds.entries()) {
      const round = index + 1;
      if (saved === undefined) continue;
      const { data: pull } = await octokit.rest.pulls.get({ owner, repo, pull_number: saved });
      const kept = await octokit.rest.repos.getContent({
        owner,
        repo,
        path: fileOf(round),
        ref: pull.head.sha,
      });
      expect(
        Buffer.from((kept.data as { content: string }).content, "base64").toString(),
        `round ${round}`,
      ).toContain(aBody);
      if (merged) expect(pull.merged, `round ${round} was merged`).toBe(true);
      // What was under way is taken up again and goes all the way.
      if (pull.state === "open") {
        await until("the checks", async () => {
          const { state } = await statusOf(editor, pull.head.sha, "cong/kiem-tra");
          return state === "success" ? state : undefined;
        });
        await approve(approver, saved);
        await merge(approver, saved);
      }
      for (const origin of [newsroom.addresses.primary, newsroom.addresses.standby]) {
        await until(`round ${round} on ${origin}`, async () => {
          const response = await fetch(`${origin}/tin-tuc/2026/${slugOf(round)}`);
          return response.ok ? true : undefined;
        });
      }
    }
    const sent = rounds.flatMap(({ receipt }, index) => (receipt ? [sentTitle(index + 1)] : []));
    expect(sent.length).toBeGreaterThan(0);
    const openTitles = async () => {
      const list = { owner, repo, state: "open", per_page: 100 } as const;
      const titles = (await octokit.paginate(octokit.rest.pulls.list, list)).map(({ title }) => title);
      return titles.filter((title) => title.startsWith("Bài gửi từ ngoài"));
    };
    const drafts = await until("a draft for every receipt", async () => {
      const titles = await openTitles();
      return sent.every((title) => titles.includes(title)) ? titles : undefined;
    }).catch(async (error: unknown) => {
      const drafted = await openTitles();
      const without = sent.filter((title) => !drafted.includes(title));
      throw new Error(`${String(error)}\n${await intakeState(without)}`, { cause: error });
    });
    // One each, also for a piece whose receipt was cut off.
    expect(new Set(drafts).size).toBe(drafts.length);
    reading.on = false;
    expect(await readers).toBeGreaterThan(kills);
    await promisify(execFile)("git", ["fsck", "--full", "--no-dangling"], {
      cwd: join(data, "repository.git"),
      env: gitEnvironment(),
    });
  },
);

test("a branch whose save was cut off before its pull request gets one at the next start", async () => {
  const { octokit, owner, repo } = deskOf(newsroom.addresses, "editor");
  const { data: main } = await octokit.rest.repos.getBranch({ owner, repo, branch: "main" });
  const blob = await octokit.rest.git.createBlob({
    owner,
    repo,
    content: aNewsText({ title: "Bài bị cắt giữa chừng khi đang lưu" }),
  });
  const path = "content/sites/tinh/news/2026/cat-giua-chung.md";
  const tree = await octokit.rest.git.createTree({
    owner,
    repo,
    base_tree: main.commit.sha,
    tree: [{ path, mode: "100644", type: "blob", sha: blob.data.sha }],
  });
  const commit = await octokit.rest.git.createCommit({
    owner,
    repo,
    message: "Bài mới",
    tree: tree.data.sha,
    parents: [main.commit.sha],
  });
  const branch = "cms/tinh-tin-2026/cat-giua-chung";
  await octokit.rest.git.createRef({ owner, repo, ref: `refs/heads/${branch}`, sha: commit.data.sha });

  await newsroom.kill();
  newsroom = await startNewsroom(data);
  const desk = deskOf(newsroom.addresses, "editor");
  const pulls = await desk.octokit.rest.pulls.list({
    owner,
    repo,
    state: "open",
    head: `${owner}:${branch}`,
  });
  expect(pulls.data.map((pull) => pull.labels.map((label) => label.name))).toEqual([["decap-cms/draft"]]);
  expect(pulls.data[0]?.user?.login).toBe("bientap");
});
