import { chmod, mkdtemp, readFile, readlink, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openRepository } from "../../src/git/repository.ts";
import { aNewsText } from "../support/news.ts";
import { startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { runScript } from "../support/run-script.ts";
import { approve, deskOf, merge, statusOf, submit, type Desk } from "../support/submission.ts";
import { until } from "../support/until.ts";

let data: string;
let newsroom: RunningNewsroom;
let editor: Desk;
let approver: Desk;
let count = 0;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "cong-e2e-"));
  newsroom = await startNewsroom(data);
  editor = deskOf(newsroom.addresses, "editor");
  approver = deskOf(newsroom.addresses, "approver");
});

afterAll(async () => {
  await newsroom.stop();
  await rm(data, { recursive: true, force: true });
});

const hosts = () => [newsroom.addresses.primary, newsroom.addresses.standby];
const get = (path: string) =>
  Promise.all(hosts().map((origin) => fetch(origin + path, { redirect: "manual" })));
const statuses = async (path: string) => (await get(path)).map(({ status }) => status);
const command = (name: string, ...args: string[]) => runScript(name, [...args, "--data", data]);
const versionSchema = z.object({
  sequence: z.number(),
  commit: z.string(),
  live: z.record(z.string(), z.string()).optional(),
  submissions: z.array(z.object({ submission: z.number().optional(), approvedAt: z.string() })),
});
const version = async () =>
  versionSchema.parse(await (await fetch(`${newsroom.addresses.primary}/phien-ban.json`)).json());

/** Writes files, has them approved and merged. Resolves with the merge commit. */
async function bring(files: Record<string, string>): Promise<{ commit: string; head: string }> {
  count += 1;
  const number = await submit(editor, { branch: `sua/lan-${count}`, title: `Lần ${count}`, files });
  const { owner, repo, octokit } = editor;
  const head = (await octokit.rest.pulls.get({ owner, repo, pull_number: number })).data.head.sha;
  await until("the checks", async () => {
    const { state } = await statusOf(editor, head, "cong/kiem-tra");
    return state === "none" || state === "pending" ? undefined : state;
  });
  await approve(approver, number);
  return { commit: await merge(approver, number), head };
}

const published = (commit: string) =>
  until("the publication", async () => {
    const status = await statusOf(editor, commit, "cong/xuat-ban");
    if (status.state === "failure") throw new Error(status.description);
    return status.state === "success" ? status : undefined;
  });

async function publishArticle(
  slug: string,
  front: Record<string, unknown> = {},
  body?: string,
): Promise<void> {
  const { commit } = await bring({ [`content/sites/tinh/news/2026/${slug}.md`]: aNewsText(front, body) });
  await published(commit);
}

test("an approved article waits for its hour, appears on every host by itself, and goes when its time is up", async () => {
  const path = "/tin-tuc/2026/hen-gio";
  const begun = Date.now();
  await publishArticle("truoc-do", { title: "Bài đăng ngay, trước bài hẹn giờ" });
  const took = Date.now() - begun;
  // The hours are further apart than this machine, busy as it may be, takes to publish.
  const hour = Date.now() + 4000 + 3 * took;
  const publishAt = new Date(hour).toISOString();
  const expireAt = new Date(hour + 3000 + took).toISOString();
  const { commit, head } = await bring({
    "content/sites/tinh/news/2026/hen-gio.md": aNewsText({
      title: "Tin hẹn giờ của buổi sáng",
      publishAt,
      expireAt,
    }),
  });
  expect((await published(commit)).description).toContain("tự hiện lúc");
  expect(await statuses(path)).toEqual([404, 404]);
  expect(await (await fetch(newsroom.addresses.primary)).text()).not.toContain("Tin hẹn giờ");
  const preview = await statusOf(editor, head, "cong/deploy-preview");
  expect(await (await fetch(preview.url)).text()).toContain("Tin hẹn giờ");

  await until("the article to appear", async () =>
    (await statuses(path)).every((one) => one === 200) ? true : undefined,
  );
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(publishAt));
  expect(await (await fetch(newsroom.addresses.primary)).text()).toContain("Tin hẹn giờ");

  await until("the article to go", async () =>
    (await statuses(path)).every((one) => one === 410) ? true : undefined,
  );
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(expireAt));
  const [notice] = await get(path);
  expect(await notice?.text()).toContain("đã hết hạn");
  expect(await (await fetch(newsroom.addresses.primary)).text()).not.toContain("Tin hẹn giờ");
});

test("each page names its version and who approved it, and each host tells since when it has been live", async () => {
  await publishArticle("co-phien-ban", { title: "Bài có ghi phiên bản" });
  const { sequence, commit, live, submissions } = await until("the times of the release", async () => {
    const told = await version();
    return told.live ? told : undefined;
  });
  expect(sequence).toBeGreaterThan(1);
  expect(Object.keys(live ?? {})).toEqual(["primary", "standby"]);
  expect(submissions).toHaveLength(1);
  for (const page of await get("/tin-tuc/2026/co-phien-ban")) {
    const html = await page.text();
    expect(html).toContain(commit.slice(0, 10));
    expect(html).toContain("người duyệt: Hoàng Lan");
  }
});

test("a withdrawn article answers 410 with its reason, and a former address leads to the new one", async () => {
  await publishArticle("dia-chi-moi", {
    title: "Bài đã đổi địa chỉ",
    formerAddresses: ["/tin-tuc/2025/dia-chi-cu"],
  });
  for (const moved of await get("/tin-tuc/2025/dia-chi-cu"))
    expect([moved.status, moved.headers.get("location")]).toEqual([301, "/tin-tuc/2026/dia-chi-moi"]);
  await publishArticle("dia-chi-moi", {
    title: "Bài đã đổi địa chỉ",
    withdrawn: true,
    withdrawnReason: "Số liệu đang được rà soát lại.",
  });
  for (const gone of await get("/tin-tuc/2026/dia-chi-moi")) {
    expect(gone.status).toBe(410);
    expect(await gone.text()).toContain("Số liệu đang được rà soát lại.");
  }
});

const before = "Lịch tiếp công dân tuần này giữ nguyên như thông báo đầu tháng, tại trụ sở tiếp công dân.";
const after = "Lịch tiếp công dân tuần này lùi một ngày so với thông báo đầu tháng, địa điểm không đổi.";

test("an earlier release is live again on both hosts by one command; what was withdrawn stays so, and nothing is published until that is lifted", async () => {
  await publishArticle("quay-lai", { title: "Bài trước khi quay lại" }, before);
  await publishArticle("rut-lai", { title: "Bài sẽ được gỡ ngay sau đó" });
  const withArticle = await version();
  await publishArticle("rut-lai", {
    title: "Bài sẽ được gỡ ngay sau đó",
    withdrawn: true,
    withdrawnReason: "Đăng nhầm bản nháp chưa duyệt.",
  });
  await publishArticle("quay-lai", { title: "Bài trước khi quay lại" }, after);

  const back = await command("rollback", "--to", String(withArticle.sequence), "--reason", "thử quay lại");
  expect([back.code, back.errors]).toEqual([0, ""]);
  const rolled = await version();
  expect(rolled.sequence).toBeGreaterThan(withArticle.sequence);
  for (const page of await get("/tin-tuc/2026/quay-lai")) expect(await page.text()).toContain(before);
  expect(await statuses("/tin-tuc/2026/rut-lai")).toEqual([410, 410]);

  const { commit } = await bring({
    "content/sites/tinh/news/2026/cho-dang.md": aNewsText({ title: "Bài chờ trong lúc tạm dừng" }),
  });
  const held = await command("publish");
  expect([held.code, held.output.includes("held (thử quay lại)")]).toEqual([1, true]);
  expect(await statuses("/tin-tuc/2026/cho-dang")).toEqual([404, 404]);
  expect((await version()).sequence).toBe(rolled.sequence);

  const lifted = await command("rollback", "--lift");
  expect([lifted.code, lifted.errors]).toEqual([0, ""]);
  await published(commit);
  expect(await statuses("/tin-tuc/2026/cho-dang")).toEqual([200, 200]);
  for (const page of await get("/tin-tuc/2026/quay-lai")) expect(await page.text()).toContain(after);
});

test("a rollback to a release that never was is refused, with those that can be chosen", async () => {
  const refused = await command("rollback", "--to", "9999", "--reason", "thử");
  expect(refused.code).toBe(1);
  expect(refused.errors).toMatch(/Choose an earlier one that was live: \d+/);
});

test("a byte that flips on a host is found by the comparison and mended on demand", async () => {
  const folder = join(data, "hosts/primary");
  const file = join(folder, await readlink(join(folder, "current")), "root/sites/tinh/gioi-thieu.html");
  const bytes = await readFile(file);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  await chmod(file, 0o644);
  await writeFile(file, bytes);
  const found = await command("verify");
  expect(found.code).toBe(1);
  expect(found.output).toContain("sites/tinh/gioi-thieu.html");
  const mended = await command("verify", "--repair");
  expect(mended.code).toBe(0);
  const clean = await command("verify");
  expect([clean.code, clean.output]).toEqual([
    0,
    expect.stringContaining("every file is as the manifest says"),
  ]);
});

test("fault 30: what nobody but its writer approved is published by no step, even when it is on main", async () => {
  const repository = openRepository(join(data, "repository.git"));
  try {
    const main = (await repository.resolve("main")) ?? "";
    const person = { name: "Thu Mai", email: "thu-mai@example.vn", date: new Date() };
    const oid = await repository.writeBlob(Buffer.from(aNewsText({ title: "Bài tự viết và tự duyệt" })));
    const tree = await repository.writeTree(main, [
      { path: "content/sites/tinh/news/2026/tu-duyet.md", oid },
    ]);
    const commit = { tree, author: person, committer: person };
    const change = await repository.writeCommit({ ...commit, parents: [main], message: "Bài" });
    const message = "Nhập\n\nWritten-by: Thu Mai <m@x.vn>\nApproved-by: Thu Mai <m@x.vn>\n";
    const merged = await repository.writeCommit({ ...commit, parents: [main, change], message });
    await repository.updateRef("refs/heads/main", merged, main);
    const before = await version();
    const refused = await command("publish");
    expect(refused.code).toBe(1);
    expect(refused.errors).toContain(`approved by nobody but their writers:\n  ${merged.slice(0, 10)}`);
    expect(await statuses("/tin-tuc/2026/tu-duyet")).toEqual([404, 404]);
    expect((await version()).sequence).toBe(before.sequence);
  } finally {
    await repository.close();
  }
});
