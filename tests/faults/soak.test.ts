import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, onTestFinished, test } from "vitest";
import { stringify } from "yaml";
import { aRandom } from "../../bench/random.ts";
import { createBareRepository } from "../../src/git/create-bare-repository.ts";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { startHost } from "../../src/operations/host-process.ts";
import { openDataFolder } from "../../src/operations/data-folder.ts";
import { openReleaseStore } from "../../src/publishing/release-store.ts";
import { hashOf } from "../../src/publishing/tree.ts";
import { aCheckout, aFolder } from "../support/a-repository.ts";
import { aNewsText } from "../support/news.ts";
import { aSite } from "../support/site.ts";

const full = process.env["FULL"] === "1";
const wanted = full ? { requests: 100_000, publications: 300 } : { requests: 4000, publications: 24 };
const seed = Number(process.env["SEED"] ?? 20261125);
const articles = 6;
const file = (index: number) => `content/sites/tinh/news/2026/bai-${index}.md`;
const text = (index: number, mark: string) =>
  aNewsText(
    { title: `Bài số ${index} của phép thử tải`, cover: "/media/2026/anh.png", coverAlt: "Ảnh thử" },
    `Nội dung lần ${mark}, đủ dài để qua được mọi phép kiểm tra của tòa soạn.`,
  );

/** A small portal whose releases go to two folders, served by two processes that go on whatever happens to the publisher. */
async function aServedPortal() {
  const data = await openDataFolder(join(await aFolder(), "data"));
  const folders = ["primary", "standby"].map((name) => ({ name, folder: data.host(name) }));
  const portal = {
    name: "Tỉnh Sông Mây",
    timeZone: "Asia/Ho_Chi_Minh",
    sites: ["tinh"],
    people: [
      {
        login: "duyet",
        name: "Hoàng Lan",
        grants: [
          { role: "approver", sites: "*" },
          { role: "operator", sites: "*" },
        ],
      },
    ],
    hosts: folders.map(({ name, folder }) => ({ name, role: name, folder, read: false })),
  };
  const checkout = await aCheckout(join(await aFolder(), "checkout"), {
    "content/portal.yaml": stringify(portal),
    "content/sites/tinh/site.yaml": stringify(aSite()),
    ...Object.fromEntries(Array.from({ length: articles }, (_, index) => [file(index), text(index, "đầu")])),
  });
  await createBareRepository(checkout, data.repository);
  const repository = openRepository(data.repository);
  onTestFinished(() => repository.close());
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: "#9c1c1f" } })
    .png()
    .toBuffer();
  await mergeApproved(repository, "content/sites/tinh/media/2026/anh.png", picture);
  const origins: string[] = [];
  for (const { name, folder } of folders) {
    const options = {
      name,
      folder,
      address: "127.0.0.1",
      firstPort: 0,
      sites: ["tinh"],
      ended: () => undefined,
    };
    const host = await startHost(options);
    onTestFinished(() => host.stop());
    origins.push(`http://127.0.0.1:${host.ports.get("tinh") ?? 0}`);
  }
  return { data, repository, origins };
}

/** Moves main as the forge does when somebody else has approved. */
async function mergeApproved(repository: Repository, path: string, bytes: Buffer): Promise<void> {
  const main = (await repository.resolve("main")) ?? "";
  const oid = await repository.writeBlob(bytes);
  const tree = await repository.writeTree(main, [{ path, oid }]);
  const person = { name: "Thu Mai", email: "thu-mai@example.vn", date: new Date() };
  const commit = { tree, author: person, committer: person };
  const change = await repository.writeCommit({ ...commit, parents: [main], message: "Sửa" });
  const message = "Nhập\n\nSubmission: #1\nWritten-by: Thu Mai <m@x.vn>\nApproved-by: Hoàng Lan <l@x.vn>\n";
  const merge = await repository.writeCommit({ ...commit, parents: [main, change], message });
  await repository.updateRef("refs/heads/main", merge, main);
}

/** The publisher's process; started again when it was killed. */
function aPublisher(folder: string) {
  let child: Promise<ChildProcess> | undefined;
  const start = async () => {
    const started = fork(join(import.meta.dirname, "../support/publishing-loop.ts"), [folder], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    await once(started, "message");
    return started;
  };
  const running = () => (child ??= start());
  const kill = async () => {
    const process = await child;
    child = undefined;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    process.kill("SIGKILL");
    await once(process, "exit");
  };
  onTestFinished(kill);
  return {
    kill,
    /** Resolves with what it answered, or undefined if it was killed before. */
    async order(order: "publish" | "back"): Promise<string | undefined> {
      const process = await running();
      const gone = new AbortController();
      const answer = Promise.race([
        once(process, "message", gone).then(([message]) => String(message)),
        once(process, "exit", gone).then(() => undefined),
      ]);
      process.send(order);
      const told = await answer;
      gone.abort();
      return told;
    },
  };
}

test(
  `readers of two hosts meet no failed, torn or missing answer during ${wanted.publications} publications, rollbacks and kills (seed ${seed})`,
  { timeout: 3_600_000 },
  async () => {
    const random = aRandom(seed);
    const { data, repository, origins } = await aServedPortal();
    const publisher = aPublisher(data.path);
    expect(await publisher.order("publish")).toBe("done");

    const store = openReleaseStore(data.releases);
    const wrong: string[] = [];
    let requests = 0;
    let reading = true;
    const read = async (url: string): Promise<string> => {
      const response = await fetch(url);
      const body = Buffer.from(await response.arrayBuffer());
      requests += 1;
      if (response.status !== 200) wrong.push(`${url}: ${response.status}`);
      // Whatever a reader got was made whole once: nothing is ever removed from the publisher's store in this test.
      else if (!existsSync(store.pathOf(hashOf(body)))) wrong.push(`${url}: bytes that no release has`);
      return body.toString("utf8");
    };
    const readers = Array.from({ length: 4 }, async (_, reader) => {
      const choose = aRandom(seed + reader);
      while (reading) {
        const origin = origins[Math.floor(choose() * origins.length)] ?? "";
        const index = Math.floor(choose() * (articles + 1));
        const html = await read(index === articles ? `${origin}/` : `${origin}/tin-tuc/2026/bai-${index}`);
        const assets = [...new Set(html.match(/\/(?:_astro|_anh)\/[\w./-]+\.(?:css|js|woff2|webp)/g))];
        const asset = assets[Math.floor(choose() * assets.length)];
        if (asset !== undefined) await read(origin + asset);
      }
    });

    let kills = 0;
    let rollbacks = 0;
    for (let round = 1; round <= wanted.publications || requests < wanted.requests; round += 1) {
      const index = Math.floor(random() * articles);
      await mergeApproved(repository, file(index), Buffer.from(text(index, String(round))));
      const order = round % 8 === 7 ? "back" : "publish";
      const done = publisher.order(order);
      if (round % 6 === 5) {
        // Somewhere between the first file written and the swap.
        const moment = Math.floor(random() * 12);
        for (let turn = 0; turn < moment; turn += 1) await read(`${origins[0] ?? ""}/`);
        await publisher.kill();
        kills += 1;
        await done;
      } else {
        if (order === "back") rollbacks += 1;
        expect(await done).toBe("done");
      }
    }
    expect(await publisher.order("publish")).toBe("done");
    reading = false;
    await Promise.all(readers);
    console.log(
      `${requests} requests, ${kills} kills, ${rollbacks} rollbacks, ${wrong.length} wrong answers`,
    );
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(requests).toBeGreaterThanOrEqual(wanted.requests);
    expect(Math.min(kills, rollbacks)).toBeGreaterThan(1);
    const roots = await Promise.all(
      origins.map(
        async (origin) => ((await (await fetch(`${origin}/phien-ban.json`)).json()) as { root: string }).root,
      ),
    );
    expect(new Set(roots).size).toBe(1);
  },
);
