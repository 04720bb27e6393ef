import { execFileSync, spawn } from "node:child_process";
import { createReadStream, createWriteStream, statSync } from "node:fs";
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
import { aRandom } from "./random.ts";
import { row, type Row } from "./row.ts";

const usualRecords = 100_000;

/** What one step cost: seconds, and the most memory (MB) that its process ever held. */
const costSchema = z.object({ seconds: z.number(), peak: z.number(), note: z.string() });
type Cost = z.infer<typeof costSchema>;

/**
 * An import of a large list over HTTP: from fetch to plan beside a bare pass of the parser and the unavoidable parse of the
 * records; the whole run beside `git fast-import` alone; and a second run with nothing new. Each in a process of its own.
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
    const unavoidable = saxes.seconds + parse.seconds;
    console.log(
      `${String(records)} records, ${String(Math.round(statSync(feed).size / 1e6))} MB; ${whole.note}; ${again.note}`,
    );
    return [
      row("bare saxes pass", saxes.seconds, "s"),
      row("parse of the records alone", parse.seconds, "s"),
      row("fetch to plan", plan.seconds, "s", unavoidable),
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

/** A list as an office's system exports it, some 1,200 bytes a document; the same for the same number. */
async function writeFeed(file: string, records: number): Promise<void> {
  const random = aRandom(2026);
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)] as Item;
  const out = createWriteStream(file);
  out.write('<?xml version="1.0" encoding="UTF-8"?>\n<DanhSachVanBan>\n');
  for (let index = 1; index <= records; index += 1) {
    const [type, symbol] = pick(types);
    const date = new Date(
      Date.UTC(
        2006 + Math.floor((index / records) * 20),
        Math.floor(random() * 12),
        1 + Math.floor(random() * 28),
      ),
    );
    const issuer = pick(issuers);
    const day = [date.getUTCDate(), date.getUTCMonth() + 1]
      .map((part) => String(part).padStart(2, "0"))
      .join("/");
    const excerpt = `Về việc ${Array.from({ length: 40 }, () => pick(words)).join(" ")} năm ${String(date.getUTCFullYear())}`;
    const record = `  <VanBan Id="vb-${String(index)}">
    <SoKyHieu>${String(1 + (index % 90_000))}/${symbol}-UBND</SoKyHieu>
    <LoaiVanBan>${type}</LoaiVanBan>
    <CoQuanBanHanh>${issuer}</CoQuanBanHanh>
    <TrichYeu><![CDATA[${excerpt}]]></TrichYeu>
    <NguoiKy>Trần Văn Bình</NguoiKy>
    <ChucVuNguoiKy>Phó Chủ tịch (ký thay Chủ tịch)</ChucVuNguoiKy>
    <NgayBanHanh>${day}/${String(date.getUTCFullYear())}</NgayBanHanh>
    <LinhVuc>Nông nghiệp – Nông thôn</LinhVuc>
    <DoMat>Thường</DoMat>
    <NoiNhan>${"Như trên; các sở, ban, ngành; Ủy ban nhân dân các xã, phường; lưu văn thư. ".repeat(4)}</NoiNhan>
  </VanBan>\n`;
    if (!out.write(record)) await once(out, "drain");
  }
  out.end("</DanhSachVanBan>\n");
  await once(out, "finish");
}

const types = [
  ["Quyết định", "QĐ"],
  ["Kế hoạch", "KH"],
  ["Thông báo", "TB"],
  ["Báo cáo", "BC"],
] as const;
const issuers = Array.from({ length: 40 }, (_, index) => `Ủy ban nhân dân xã Bến Quê ${String(index + 1)}`);
const words =
  "phê duyệt kế hoạch đầu tư xây dựng đường nông thôn mới hỗ trợ sản xuất lúa chất lượng cao phòng chống thiên tai cải cách hành chính chuyển đổi số giáo dục y tế môi trường nước sạch".split(
    " ",
  );

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
