import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { systemClock } from "../src/foundation/clock.ts";
import { writeAddresses } from "../src/operations/addresses-file.ts";
import { startNewsroom } from "../src/operations/newsroom.ts";
import { accountOf, readRunningNewsroom } from "../src/operations/running-newsroom.ts";
import { connectOctokit } from "../src/editorial/forge-client.ts";
import { until as untilAnswer } from "../tests/support/until.ts";
import { untilIdle } from "./cpu-time.ts";

/**
 * A newsroom in a process of its own that lives through so many submissions and tells what people waited for, as JSON.
 * Arguments: corpus, data folder, number of submissions.
 */
const [corpus = "", data = "", rounds = "0"] = process.argv.slice(2);

const newsroom = await startNewsroom({
  checkout: join(import.meta.dirname, ".."),
  data,
  firstPort: 0,
  address: "127.0.0.1",
  clock: systemClock,
  log: (line) => {
    console.error(line);
  },
});
writeAddresses(newsroom);
const running = await readRunningNewsroom(data);
const [owner = "", repo = ""] = running.forge.repo.split("/");
const here = { owner, repo };
const desk = (wanted: { login?: string; role: string }) =>
  connectOctokit(running.forge.api, accountOf(running, wanted).token);
const [editor, approver] = [desk({ role: "editor" }), desk({ role: "approver" })];
/** Some sections of the sample need a second approval. */
const higher = desk({ login: "lanhdao", role: "approver" });
const folder = "content/sites/tinh/news/2026";
const files = readdirSync(join(corpus, folder)).sort();
const result = { preview: [] as number[], mergeToLive: [] as number[], memoryMB: 0 };

// A first start makes the search indexes beside everything else, which lasts minutes: what is measured is any day after.
await untilAnswer("the search indexes", searchable, { seconds: 1800, every: 1000 });
await untilIdle(process.pid);

for (let round = 0; round < Number(rounds); round += 1) {
  const path = `${folder}/${files[(round * 37) % files.length] ?? ""}`;
  const mark = `Dấu ${String(round)} ${String(Date.now())}`;
  const { number, head, saved } = await submit(path, mark);
  const url = await until("the preview", async () => {
    const { data: status } = await approver.rest.repos.getCombinedStatusForRef({ ...here, ref: head });
    const preview = status.statuses.find(({ context }) => context === "cong/deploy-preview");
    const checked = status.statuses.find(({ context }) => context === "cong/kiem-tra");
    return checked?.state === "success" ? (preview?.target_url ?? undefined) : undefined;
  });
  await until("the words in the preview", () => shows(url, mark));
  result.preview.push((performance.now() - saved) / 1000);
  for (const { rest } of [approver, higher])
    await rest.pulls.createReview({ ...here, pull_number: number, event: "APPROVE", commit_id: head });
  const { sha: commit } = (await approver.rest.pulls.merge({ ...here, pull_number: number, sha: head })).data;
  const merged = performance.now();
  const address = `/tin-tuc/2026/${basename(path, ".md")}`;
  for (const host of newsroom.hosts) {
    const origin = host.origins?.get("tinh") ?? "";
    await until("the article to be live", () => shows(`${origin}${address}`, mark));
    // The hosts tell since when all of them are live only once every one has been read back and recorded.
    await until("the release to be verified", () => isVerified(`${origin}/phien-ban.json`, commit));
  }
  result.mergeToLive.push((performance.now() - merged) / 1000);
  // Authors are told, before the next one begins.
  await until("the record", async () => {
    const { data: status } = await approver.rest.repos.getCombinedStatusForRef({
      ...here,
      ref: commit,
    });
    return (
      status.statuses.some(({ context, state }) => context === "cong/xuat-ban" && state === "success") ||
      undefined
    );
  });
}
result.memoryMB = Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? 0) / 1000;
await newsroom.stop();
console.log(JSON.stringify(result));
process.exit(0);

/** Once every site has its search index. */
async function searchable(): Promise<true | undefined> {
  for (const origin of newsroom.hosts[0]?.origins?.values() ?? []) {
    const pointer = (await (await fetch(`${origin}/tim-kiem.json`)).json()) as { index?: string };
    if (pointer.index === undefined) return undefined;
  }
  return true;
}

/** People's waiting is measured to a few milliseconds. */
function until<Result>(what: string, ask: () => Promise<Result | undefined>): Promise<Result> {
  return untilAnswer(what, ask, { seconds: 120, every: 5 });
}

async function submit(path: string, mark: string): Promise<{ number: number; head: string; saved: number }> {
  const main = (await editor.rest.git.getRef({ ...here, ref: "heads/main" })).data.object.sha;
  const file = await editor.rest.repos.getContent({ ...here, path, ref: "main" });
  const text = Buffer.from("content" in file.data ? file.data.content : "", "base64").toString("utf8");
  const content = Buffer.from(`${text.trimEnd()}\n\n${mark}\n`).toString("base64");
  const blob = (await editor.rest.git.createBlob({ ...here, content, encoding: "base64" })).data.sha;
  const tree = [{ path, mode: "100644", type: "blob", sha: blob } as const];
  const base = (await editor.rest.git.createTree({ ...here, base_tree: main, tree })).data.sha;
  const commit = { ...here, message: "Sửa bài", tree: base, parents: [main] };
  const head = (await editor.rest.git.createCommit(commit)).data.sha;
  const branch = `sua/${String(Date.now())}`;
  await editor.rest.git.createRef({ ...here, ref: `refs/heads/${branch}`, sha: head });
  const saved = performance.now();
  const pull = { ...here, title: "Sửa bài", head: branch, base: "main" };
  const { number } = (await editor.rest.pulls.create(pull)).data;
  return { number, head, saved };
}

async function shows(url: string, mark: string): Promise<true | undefined> {
  const response = await fetch(url);
  return (await response.text()).includes(mark) || undefined;
}

async function isVerified(url: string, commit: string): Promise<true | undefined> {
  const version = (await (await fetch(url)).json()) as { commit?: string; live?: Record<string, string> };
  const live = Object.keys(version.live ?? {});
  return (version.commit === commit && newsroom.hosts.every(({ name }) => live.includes(name))) || undefined;
}
