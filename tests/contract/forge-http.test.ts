import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { Octokit } from "octokit";
import { expect, test } from "vitest";
import { gitEnvironment } from "../../src/git/run.ts";
import { aForge, type Login, type TestForge } from "../support/a-forge.ts";
import { aFolder, git } from "../support/a-repository.ts";
import { approveAndMerge, refusal, saveNewEntry } from "../support/decap.ts";
import { checkAgainstGitHub } from "../support/github-contract.ts";

const repo = { owner: "tinh", repo: "cong" };
const run = promisify(execFile);

/** An unmodified Octokit whose every answer is checked against GitHub's description. */
function anOctokit(forge: TestForge, login: Login): Octokit {
  return new Octokit({
    auth: forge.tokens[login],
    baseUrl: `${forge.origin()}/api/v3`,
    // A refused merge stays refused: Octokit would ask three times more, and wait for seconds between any two changes.
    retry: { enabled: false },
    throttle: { enabled: false },
    request: {
      fetch: async (url: string, init: RequestInit) => {
        const response = await fetch(url, init);
        await checkAgainstGitHub(init.method ?? "GET", url, response);
        return response;
      },
    },
  });
}

/** A clone over HTTP, with the token where git keeps passwords. Resolves to the folder. */
async function aClone(forge: TestForge, login: Login): Promise<string> {
  const folder = await aFolder();
  const url = new URL(`${forge.origin()}/tinh/cong.git`);
  url.username = login;
  url.password = forge.tokens[login];
  await overHttp(folder, "clone", "--quiet", url.href, "clone");
  return join(folder, "clone");
}

/** Runs git without blocking this process, in which the server runs. Returns what git wrote to both outputs. */
async function overHttp(dir: string, ...args: string[]): Promise<string> {
  const identity = ["-c", "user.name=Kỹ Thuật", "-c", "user.email=bien-tap@example.vn"];
  const { stdout, stderr } = await run("git", [...identity, ...args], { cwd: dir, env: gitEnvironment() });
  return stdout + stderr;
}

async function commitIn(clone: string, path: string, text: string): Promise<void> {
  await writeFile(join(clone, path), text);
  git(clone, "add", "--all");
  git(clone, "commit", "--quiet", "--message", `Sửa ${path}`);
}

test("an Octokit script writes, submits, reviews and publishes", async () => {
  const forge = await aForge();
  await forge.listen();
  const editor = anOctokit(forge, "bien-tap").rest;
  const octokit = anOctokit(forge, "duyet");
  const approver = octokit.rest;

  expect((await editor.users.getAuthenticated()).data.login).toBe("bien-tap");
  expect((await editor.repos.get(repo)).data.permissions).toMatchObject({ push: true });
  const main = await editor.repos.getBranch({ ...repo, branch: "main" });
  const tree = await editor.git.createTree({
    ...repo,
    base_tree: main.data.commit.sha,
    tree: [{ path: "content/tin tức/bài.md", mode: "100644", type: "blob", content: "# Bài\n" }],
  });
  const parents = [main.data.commit.sha];
  const commit = await editor.git.createCommit({ ...repo, message: "Bài mới", tree: tree.data.sha, parents });
  await editor.git.createRef({ ...repo, ref: "refs/heads/cms/tin/bai", sha: commit.data.sha });
  const { data: pull } = await editor.pulls.create({
    ...repo,
    title: "Bài mới",
    head: "cms/tin/bai",
    base: "main",
  });
  const number = { ...repo, pull_number: pull.number };
  expect(pull.html_url).toBe(`${forge.origin()}/duyet/#/bai/${pull.number}`);

  await expect(approver.pulls.merge(number)).rejects.toMatchObject({ status: 405 });
  await approver.pulls.createReview({ ...number, event: "APPROVE", commit_id: pull.head.sha });
  const merged = await approver.pulls.merge({ ...number, sha: pull.head.sha });
  expect(merged.data.merged).toBe(true);
  expect(await octokit.paginate(approver.pulls.list, { ...repo, state: "closed" })).toHaveLength(1);
  const file = await editor.repos.getContent({ ...repo, path: "content/tin tức/bài.md" });
  expect(file.data).toMatchObject({ content: Buffer.from("# Bài\n").toString("base64") });
});

test("a clone brings main and the branches, a push of a branch becomes a submission", async () => {
  const forge = await aForge();
  await forge.listen();
  await saveNewEntry(forge, "bien-tap-2", { key: "x/y", path: "content/đã có.md", text: "a\n" });
  const clone = await aClone(forge, "bien-tap");
  expect(git(clone, "branch", "--remotes")).toContain("origin/cms/x/y");

  git(clone, "switch", "--quiet", "--create", "sua-giao-dien");
  await commitIn(clone, "đường dẫn.md", "mới\n");
  await overHttp(clone, "push", "--quiet", "origin", "sua-giao-dien");
  const body = { title: "Sửa", head: "sua-giao-dien", base: "main" };
  expect((await forge.api("bien-tap", "POST", "/pulls", body)).status).toBe(201);
  expect((await approveAndMerge(forge, 2)).status).toBe(200);
  expect(String(await forge.repository.readFile("main", "đường dẫn.md"))).toBe("mới\n");
  await overHttp(clone, "fetch", "--quiet");
  expect(git(clone, "rev-parse", "origin/main")).toBe(await forge.repository.resolve("main"));
});

test("a push to a submission's branch takes back approvals and makes the pusher a writer", async () => {
  const forge = await aForge();
  await forge.listen();
  const { number, branch } = await saveNewEntry(forge, "bien-tap", { key: "x/y", path: "a.md", text: "a\n" });
  await forge.api("duyet", "POST", `/pulls/${number}/reviews`, { event: "APPROVE" });
  const clone = await aClone(forge, "duyet");
  git(clone, "switch", "--quiet", branch);
  await commitIn(clone, "a.md", "người duyệt viết\n");
  await overHttp(clone, "push", "--quiet", "origin", branch);

  expect((await forge.api("duyet", "PUT", `/pulls/${number}/merge`, {})).status).toBe(405);
  expect((await approveAndMerge(forge, number)).status).toBe(405);
  const review = { event: "APPROVE" };
  await forge.api("bien-tap-2", "POST", `/pulls/${number}/reviews`, review);
  expect((await forge.api("duyet", "PUT", `/pulls/${number}/merge`, {})).status).toBe(200);
});

test("a push to main is refused with the reason in both languages, over HTTP and by file path", async () => {
  const forge = await aForge();
  await forge.listen();
  const main = await forge.repository.resolve("main");
  const clone = await aClone(forge, "bien-tap");
  await commitIn(clone, "a.md", "lén\n");
  for (const target of ["origin", forge.repository.dir]) {
    for (const spec of ["HEAD:main", "HEAD:refs/pull/1/head", "+HEAD:refs/heads/main", ":main"]) {
      await expect(overHttp(clone, "push", target, spec)).rejects.toThrow(
        /chờ duyệt|Only branches|hidden ref/,
      );
    }
  }
  expect(await forge.repository.resolve("main")).toBe(main);
  expect(forge.logged).toEqual([]);
});

test("a push that rewrites or deletes what another wrote is refused, a branch its writer deletes closes its submission", async () => {
  const forge = await aForge();
  await forge.listen();
  const { number, branch, head } = await saveNewEntry(forge, "bien-tap", {
    key: "x/y",
    path: "a.md",
    text: "a\n",
  });
  const clone = await aClone(forge, "bien-tap-2");
  await commitIn(clone, "a.md", "khác\n");
  await expect(overHttp(clone, "push", "--force", "origin", `HEAD:${branch}`)).rejects.toThrow(
    "non-fast-forward",
  );
  expect(await forge.repository.resolve(`refs/heads/${branch}`)).toBe(head);
  await expect(overHttp(clone, "push", "--quiet", "origin", `:${branch}`)).rejects.toThrow("403");
  expect(await forge.repository.resolve(`refs/heads/${branch}`)).toBe(head);
  await overHttp(await aClone(forge, "bien-tap"), "push", "--quiet", "origin", `:${branch}`);
  const pull = await forge.api("bien-tap", "GET", `/pulls/${number}`);
  expect(await pull.json()).toMatchObject({ state: "closed", merged: false });
});

test("git is asked for a token, and a reader may fetch but not push", async () => {
  const forge = await aForge();
  const origin = await forge.listen();
  const anonymous = await fetch(`${origin}/tinh/cong.git/info/refs?service=git-upload-pack`);
  expect(anonymous.status).toBe(401);
  expect(anonymous.headers.get("WWW-Authenticate")).toMatch(/^Basic/);
  const clone = await aClone(forge, "doc-gia");
  await commitIn(clone, "a.md", "a\n");
  await expect(overHttp(clone, "push", "origin", "HEAD:nhanh")).rejects.toThrow("403");
  const token = { Authorization: `token ${forge.tokens["bien-tap"]}` };
  for (const path of ["HEAD", "objects/info/packs", "config", "info/refs", "info/refs?service=git-archive"]) {
    expect((await fetch(`${origin}/tinh/cong.git/${path}`, { headers: token })).status).toBe(404);
  }
});

test("a large push and a large blob come through whole", async () => {
  const forge = await aForge();
  await forge.listen();
  const clone = await aClone(forge, "bien-tap");
  const bytes = Buffer.alloc(6_000_000, "đ");
  crypto.getRandomValues(bytes.subarray(0, 60_000));
  await writeFile(join(clone, "lớn.bin"), bytes);
  git(clone, "add", "--all");
  git(clone, "commit", "--quiet", "--message=lớn");
  // A small buffer makes git send the pack in chunks of unknown number.
  await overHttp(
    clone,
    "-c",
    "http.postBuffer=65536",
    "-c",
    "core.compression=0",
    "push",
    "--quiet",
    "origin",
    "HEAD:lon",
  );
  expect((await forge.repository.readFile("refs/heads/lon", "lớn.bin"))?.equals(bytes)).toBe(true);

  const content = bytes.toString("base64");
  const blob = await forge.api("bien-tap", "POST", "/git/blobs", { content, encoding: "base64" });
  expect(blob.status).toBe(201);
  const tooLarge = { content: "A".repeat(85_000_000), encoding: "base64" };
  expect((await refusal(forge.api("bien-tap", "POST", "/git/blobs", tooLarge))).status).toBe(413);
});

test("pushes and saves at once leave a branch where exactly one of them put it", async () => {
  const forge = await aForge();
  await forge.listen();
  const { branch, number } = await saveNewEntry(forge, "bien-tap", { key: "x/y", path: "a.md", text: "a\n" });
  const clones = await Promise.all([
    aClone(forge, "bien-tap"),
    aClone(forge, "bien-tap-2"),
    aClone(forge, "duyet"),
  ]);
  for (const [n, clone] of clones.entries()) {
    git(clone, "switch", "--quiet", branch);
    await commitIn(clone, "a.md", `bản ${n}\n`);
  }
  const results = await Promise.allSettled(clones.map((clone) => overHttp(clone, "push", "origin", branch)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const pull = await forge.api("bien-tap", "GET", `/pulls/${number}`);
  expect(await pull.json()).toMatchObject({
    head: { sha: await forge.repository.resolve(`refs/heads/${branch}`) },
  });
});
