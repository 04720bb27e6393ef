import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { aNewsText } from "../support/news.ts";
import { startNewsroom, type RunningNewsroom } from "../support/newsroom.ts";
import { runScript } from "../support/run-script.ts";
import { approve, deskOf, merge, statusOf, submit } from "../support/submission.ts";
import { until } from "../support/until.ts";

let data: string;
let newsroom: RunningNewsroom;

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "cong-site-"));
  newsroom = await startNewsroom(data);
});

afterAll(async () => {
  await newsroom.stop();
  await rm(data, { recursive: true, force: true });
});

const newSite = (...args: string[]) => runScript("new-site", [...args, "--newsroom", "--data", data]);
const department = [
  "so-y-te",
  "--name",
  "Sở Y tế",
  "--address",
  "Số 5 đường Hoa Ban",
  "--phone",
  "0299 3 811 900",
];

/** The addresses that the newsroom tells now. */
async function addressesNow() {
  const schema = z.object({
    accounts: z.array(z.object({ login: z.string(), role: z.string(), token: z.string() })),
    sites: z.record(z.string(), z.record(z.string(), z.string())),
  });
  return schema.parse(JSON.parse(await readFile(join(data, "addresses.json"), "utf8")));
}

test("an operator's request that cannot be met is refused with all its faults and submits nothing", async () => {
  const { code, errors } = await newSite(
    "tinh",
    "--name",
    "Sở Y tế",
    "--primary",
    "#ffee00",
    "--editor",
    "la-ai",
  );
  expect(code).toBe(1);
  for (const fault of [
    "tinh: the portal has this site already",
    "--address is needed",
    "--phone is needed",
    "--primary #ffee00: contrast",
    "--editor la-ai",
  ])
    expect(errors).toContain(fault);
  const { octokit, owner, repo } = deskOf(newsroom.addresses, "editor");
  expect((await octokit.rest.pulls.list({ owner, repo, state: "open" })).data).toEqual([]);
});

test("a site is not accepted before it is there", async () => {
  const { code, errors } = await runScript("accept-site", ["so-y-te", "--data", data]);
  expect(code).toBe(1);
  expect(errors).toContain("main has no site so-y-te");
});

test("a new site is approved by an operator and live on both hosts at the next publication, without a restart", async () => {
  const { code, output, errors } = await newSite(
    ...department,
    "--editor",
    "y-te:Lê Thị Y",
    "--approver",
    "duyet",
  );
  expect(errors).toBe("");
  expect(code).toBe(0);
  const number = Number(/Submission (\d+)/.exec(output)?.[1]);

  const operator = deskOf(newsroom.addresses, "operator");
  const { octokit, owner, repo } = operator;
  const pull = await octokit.rest.pulls.get({ owner, repo, pull_number: number });
  const check = await until("the checks", async () => {
    const status = await statusOf(operator, pull.data.head.sha, "cong/kiem-tra");
    return status.state === "pending" || status.state === "none" ? undefined : status;
  });
  expect(check).toMatchObject({ state: "success" });
  await expect(merge(deskOf(newsroom.addresses, "approver"), number)).rejects.toThrow("vanhanh");
  await approve(operator, number);
  await merge(operator, number);

  const site = await until("addresses of the new site", async () => (await addressesNow()).sites["so-y-te"]);
  expect(Object.keys(site)).toEqual(["primary", "standby"]);
  for (const origin of Object.values(site)) {
    const page = await until(`the front page at ${origin}`, async () => {
      const response = await fetch(`${origin}/`);
      return response.ok ? response.text() : undefined;
    });
    expect(page).toContain("Sở Y tế tỉnh Sông Mây");
    expect(await (await fetch(`${origin}/lien-he`)).text()).toContain("Số 5 đường Hoa Ban");
  }
  expect(newsroom.output()).toContain("The host standby serves the new site so-y-te at");
});

test("its new editor has an account, and writes the first article", async () => {
  const addresses = { ...newsroom.addresses, ...(await addressesNow()) };
  const index = addresses.accounts
    .filter(({ role }) => role === "editor")
    .findIndex(({ login }) => login === "y-te");
  const editor = deskOf(addresses as typeof newsroom.addresses, "editor", index);
  const title = "Sở Y tế khai trương phòng khám lưu động";
  const number = await submit(editor, {
    branch: "cms/so-y-te-tin-2026/phong-kham-luu-dong",
    title,
    files: {
      "content/sites/so-y-te/news/2026/phong-kham-luu-dong.md": aNewsText({
        title,
        category: "tin-hoat-dong",
      }),
    },
  });
  const approver = deskOf(newsroom.addresses, "approver");
  await approve(approver, number);
  await merge(approver, number);
  for (const origin of Object.values(addresses.sites["so-y-te"] ?? {})) {
    await until(`the article at ${origin}`, async () => {
      const response = await fetch(`${origin}/tin-tuc/2026/phong-kham-luu-dong`);
      return response.ok ? true : undefined;
    });
  }
});

test("it passes acceptance, with a record to sign", async () => {
  const out = join(data, "bien-ban.md");
  const { code, errors } = await runScript("accept-site", ["so-y-te", "--data", data, "--out", out]);
  expect(errors).toBe("");
  expect(code).toBe(0);
  const report = await readFile(out, "utf8");
  expect(report).toContain("# Biên bản nghiệm thu");
  expect(report).toContain("so-y-te-tin-2026");
  expect(report).not.toContain("Không đạt");
});

test("after a restart it is still served on both hosts", async () => {
  expect(await newsroom.stop()).toBe(0);
  newsroom = await startNewsroom(data);
  for (const origin of Object.values((await addressesNow()).sites["so-y-te"] ?? {}))
    expect((await fetch(`${origin}/gioi-thieu`)).status).toBe(200);
});
