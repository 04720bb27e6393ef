import { execFileSync, spawn } from "node:child_process";
import { createReadStream, statSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { nodeEnvironment, nodeOptions } from "../scripts/node-settings.mjs";
import { createBareRepository } from "../src/git/create-bare-repository.ts";
import { Problem } from "../src/foundation/problem.ts";
import { writeFeed } from "./import-feed.ts";
import { row, type Row } from "./row.ts";

const usualRecords = 100_000;

/** What one step cost: seconds, of which so many on the processor, and the most memory (MB) that its process ever held. */
const costSchema = z.object({ seconds: z.number(), cpu: z.number(), peak: z.number(), note: z.string() });
type Cost = z.infer<typeof costSchema>;

/**
 * An import of a large list over HTTP: from fetch to plan beside a bare pass of saxes and the parse of the records by
 * fast-xml-parser, in seconds of the processor; the whole run beside `git fast-import` alone; and a second run with nothing new. Each in a process of its own.
 */
export async function benchImport({ records = usualRecords }: { records?: number } = {}): Promise<Row[]> {
  const work = await mkdtemp(join(tmpdir(), "cong-bench-import-"));
  const feed = join(work, "van-ban.xml");
  await writeFeed(feed, records);
  const server = createServer((request, response) => {
    const { size, mtimeMs } = statSync(feed);
    const etag = `"${String(size)}-${String(mtimeMs)}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304).end();
    else {
      response.writeHead(200, { "Content-Length": size, ETag: etag });
      createReadStream(feed).pipe(response);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/van-ban.xml`;
  try {
    await prepareRepository(work);
    const run = (mode: string) => step([mode, work, feed, address]);
    const saxes = await run("saxes");
    const parse = await run("parse");
    const plan = await run("plan");
    const whole = await run("import");
    const again = await run("import");
    const alone = await run("fast-import");
    console.log(
      `${String(records)} records, ${String(Math.round(statSync(feed).size / 1e6))} MB; ${whole.note}; ${again.note}`,
    );
    return [
      row("bare saxes pass, processor", saxes.cpu, "s"),
      row("parse of the records alone, processor", parse.cpu, "s"),
      row("fetch to plan, processor", plan.cpu, "s", saxes.cpu + parse.cpu),
      row("fetch to plan", plan.seconds, "s", saxes.seconds + parse.seconds),
      row("fetch to plan, memory", plan.peak, "MB"),
      row("whole first run", whole.seconds, "s"),
      row("whole first run, memory", whole.peak, "MB"),
      row("apply", whole.seconds - plan.seconds, "s", alone.seconds),
      row("second run, nothing new", again.seconds, "s"),
    ];
  } finally {
    server.close();
    server.closeAllConnections();
    await rm(work, { recursive: true, force: true });
  }
}

async function step(args: readonly string[]): Promise<Cost> {
  const child = spawn(
    process.execPath,
    [...nodeOptions, join(import.meta.dirname, "import-step.ts"), ...args],
    {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, ...nodeEnvironment },
    },
  );
  const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
  try {
    return costSchema.parse(JSON.parse(output.trim().split("\n").at(-1) ?? ""));
  } catch (error) {
    throw new Problem(`The step ${args[0] ?? ""} failed:\n${output}`, { cause: error });
  }
}

async function prepareRepository(work: string): Promise<void> {
  const checkout = join(work, "checkout");
  await mkdir(join(checkout, "content"), { recursive: true });
  await writeFile(join(checkout, "content/portal.yaml"), "name: Đo nhập văn bản\n");
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Cong", "-c", "user.email=cong@example.vn", ...args], {
      cwd: checkout,
    });
  git("init", "--quiet", "--initial-branch=main");
  git("add", "--all");
  git("commit", "--quiet", "--message=Begin");
  await createBareRepository(checkout, join(work, "repository.git"));
  await createBareRepository(checkout, join(work, "alone.git"));
}
