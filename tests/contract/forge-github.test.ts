import { expect, test } from "vitest";
import { z } from "zod";
import { aForge } from "../support/a-forge.ts";
import { approveAndMerge, read, refusal, saveAgain, saveNewEntry, uploadBlob } from "../support/decap.ts";
import { checkAgainstGitHub, checked, described } from "../support/github-contract.ts";

const entry = { key: "tin-tuc/bai", path: "content/tin tức/bài viết.md", text: "# Một\n\nhai\n" };
const folder = encodeURIComponent("content/tin tức");
const list = z.array(z.unknown());

test("every operation answers as GitHub's description says", async () => {
  const forge = await aForge({ files: { "README.md": "Cổng\n", "content/ảnh.bin": "a\0b" } });
  const { number, branch, head } = await saveNewEntry(forge, "bien-tap", entry);
  await saveAgain(forge, "bien-tap", { ...entry, branch, text: "# Một\n\nba\n" });
  const pull = `/pulls/${number}`;
  const issue = `/issues/${number}`;
  const get = async (path: string) => {
    const answer = await forge.api("bien-tap", "GET", path);
    expect([path, answer.status]).toEqual([path, 200]);
  };
  const send = async (
    login: "bien-tap" | "duyet" | "robot",
    method: string,
    path: string,
    body?: unknown,
  ) => {
    const answer = await forge.api(login, method, path, body);
    expect([method, path, answer.ok]).toEqual([method, path, true]);
    return answer;
  };

  await send("robot", "POST", `/statuses/${head}`, {
    state: "success",
    context: "cong/deploy-preview",
    target_url: "http://127.0.0.1:4900/xem-thu/1",
    description: "Bản xem thử đã sẵn sàng",
  });
  await send("duyet", "POST", `${pull}/reviews`, { event: "REQUEST_CHANGES", body: "Thiếu ảnh." });
  const comment = await read(
    z.object({ id: z.number() }),
    send("bien-tap", "POST", `${issue}/comments`, { body: "Đã thêm ảnh." }),
  );
  await send("bien-tap", "PATCH", `/issues/comments/${comment.id}`, { body: "Đã thêm hai ảnh." });
  await send("bien-tap", "POST", `${issue}/labels`, { labels: ["khẩn/hỏa tốc"] });
  await send("bien-tap", "DELETE", `${issue}/labels/${encodeURIComponent("khẩn/hỏa tốc")}`);
  await send("duyet", "POST", `${issue}/assignees`, { assignees: ["bien-tap-2"] });
  await send("duyet", "DELETE", `${issue}/assignees`, { assignees: ["bien-tap-2"] });
  await send("bien-tap", "PATCH", pull, { title: "Tên mới", body: "Nội dung" });
  const note = await read(
    z.object({ number: z.number() }),
    send("bien-tap", "POST", "/issues", {
      title: "Notes: a",
      body: "entry: `tin-tuc/bai`",
      labels: ["decap-cms-notes"],
    }),
  );
  await send("bien-tap", "PATCH", `/issues/${note.number}`, { state: "closed", labels: [] });

  for (const path of [
    "/api/v3/user",
    "/api/v3/users/duyet",
    "/api/v3/rate_limit",
    "/api/v3/search/issues?q=repo%3Atinh%2Fcong+is%3Apr",
    "",
    "/branches",
    "/branches/main",
    `/branches/${encodeURIComponent(branch)}`,
    "/collaborators/duyet/permission",
    "/collaborators/doc-gia/permission",
    "/commits",
    `/commits?path=${encodeURIComponent(entry.path)}&sha=${encodeURIComponent(branch)}`,
    `/commits/${head}`,
    `/commits/${encodeURIComponent(branch)}`,
    `/commits/${head}/status`,
    `/commits/main/status`,
    `/commits/${head}/statuses`,
    `/compare/main...tinh:${branch}`,
    `/compare/${branch}...main`,
    "/contents",
    `/contents/README.md?ref=main`,
    `/contents/${encodeURIComponent(entry.path)}?ref=${encodeURIComponent(branch)}`,
    `/git/blobs/${await uploadBlob(forge, "bien-tap", "x")}`,
    `/git/commits/${head}`,
    "/git/matching-refs/heads%2Fcms",
    `/git/ref/heads/${branch}`,
    "/git/trees/main?recursive=1",
    `/git/trees/${branch}:${folder}`,
    issue,
    `/issues/${note.number}`,
    `${issue}/comments`,
    `${issue}/events`,
    `${issue}/labels`,
    "/pulls?state=all",
    pull,
    `${pull}/commits`,
    `${pull}/files`,
    `${pull}/reviews`,
  ]) {
    await get(path);
  }
  await send("bien-tap", "DELETE", `/issues/comments/${comment.id}`);
  expect((await approveAndMerge(forge, number)).status).toBe(200);
  await get(pull);
  expect((await forge.api("bien-tap", "GET", `${pull}/merge`)).status).toBe(204);
  await send("bien-tap", "POST", "/git/refs", { ref: "refs/heads/cms/x/bo", sha: head });
  await send("bien-tap", "DELETE", "/git/refs/heads/cms%2Fx%2Fbo");

  expect(described.filter((operation) => !checked.has(operation))).toEqual([]);
  expect(forge.logged).toEqual([]);
});

test("the contract check itself finds an answer that is not GitHub's", async () => {
  const wrong = Response.json({ login: "a" });
  await expect(checkAgainstGitHub("GET", "/api/v3/user", wrong)).rejects.toThrow(
    "is not what GitHub answers",
  );
  const odd = Response.json({}, { status: 202 });
  await expect(checkAgainstGitHub("GET", "/api/v3/user", odd)).rejects.toThrow("which GitHub never does");
});

test("a folder with a Vietnamese name is listed however the address writes it", async () => {
  const forge = await aForge();
  const { branch } = await saveNewEntry(forge, "bien-tap", entry);
  const tree = z.object({ tree: z.array(z.object({ path: z.string(), type: z.string() })) });
  const names = async (path: string) =>
    (await read(tree, forge.api("bien-tap", "GET", `/git/trees/${path}`))).tree.map((one) => one.path);
  expect(await names(`${branch}:content/${encodeURIComponent("tin tức")}`)).toEqual(["bài viết.md"]);
  expect(await names(`${encodeURIComponent(branch)}:${folder}`)).toEqual(["bài viết.md"]);
  expect(await names(`${branch}:content?recursive=1`)).toEqual(["tin tức", "tin tức/bài viết.md"]);
  expect((await forge.api("bien-tap", "GET", "/git/trees/main:content/khong-co")).status).toBe(404);
});

test("a comparison shows the changed words of texts and none of pictures", async () => {
  const forge = await aForge();
  const { branch } = await saveNewEntry(forge, "bien-tap", entry);
  const { files } = await read(
    z.object({ files: z.array(z.object({ filename: z.string(), patch: z.string().optional() })) }),
    forge.api("bien-tap", "GET", `/compare/main...tinh:${branch}`),
  );
  expect(files).toEqual([{ filename: entry.path, patch: "@@ -0,0 +1,3 @@\n+# Một\n+\n+hai" }]);
});

test("who last changed an entry is told, past the merge that published it", async () => {
  const forge = await aForge();
  const { number, branch } = await saveNewEntry(forge, "bien-tap", entry);
  await saveAgain(forge, "bien-tap-2", { ...entry, branch, text: "# Hai\n" });
  const commits = z.array(z.object({ commit: z.object({ author: z.object({ name: z.string() }) }) }));
  const authors = async () =>
    (
      await read(
        commits,
        forge.api("duyet", "GET", `/commits?path=${encodeURIComponent(entry.path)}&sha=main`),
      )
    ).map(({ commit }) => commit.author.name);
  expect(await authors()).toEqual([]);
  await approveAndMerge(forge, number);
  expect(await authors()).toEqual(["Biên Tập Viên Hai", "Biên Tập Viên"]);
});

test("long lists come in pages that lead to each other", async () => {
  const forge = await aForge();
  const { number } = await saveNewEntry(forge, "bien-tap", entry);
  for (let n = 1; n <= 5; n += 1) {
    await forge.api("bien-tap", "POST", `/issues/${number}/comments`, { body: String(n) });
  }
  const answer = await forge.api("bien-tap", "GET", `/issues/${number}/comments?per_page=2&page=2`);
  const base = `${forge.origin()}/api/v3/repos/tinh/cong/issues/${number}/comments?per_page=2`;
  expect(answer.headers.get("Link")).toBe(
    `<${base}&page=1>; rel="first", <${base}&page=1>; rel="prev", <${base}&page=3>; rel="next", <${base}&page=3>; rel="last"`,
  );
  expect(await read(z.array(z.object({ body: z.string() })), answer)).toEqual([{ body: "3" }, { body: "4" }]);
});

test("an unchanged answer is not sent twice, and a blob is never asked for again", async () => {
  const forge = await aForge();
  const first = await forge.api("bien-tap", "GET", "/branches/main");
  expect(first.headers.get("Cache-Control")).toBe("private, no-cache");
  const tag = first.headers.get("ETag") ?? "";
  const again = await forge.api("bien-tap", "GET", "/branches/main", undefined, { "If-None-Match": tag });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const { number } = await saveNewEntry(forge, "bien-tap", entry);
  await approveAndMerge(forge, number);
  const changed = await forge.api("bien-tap", "GET", "/branches/main", undefined, { "If-None-Match": tag });
  expect(changed.status).toBe(200);

  const blob = await uploadBlob(forge, "bien-tap", "x");
  const answer = await forge.api("bien-tap", "GET", `/git/blobs/${blob}`);
  expect(answer.headers.get("Cache-Control")).toContain("immutable");
});

test("the CMS finds its notes by label, state and the entry's name", async () => {
  const forge = await aForge();
  const open = (body: string) =>
    forge.api("bien-tap", "POST", "/issues", { title: "Notes: x", body, labels: ["decap-cms-notes"] });
  await open("This issue tracks notes for entry: `tin/mot`");
  await open("This issue tracks notes for entry: `tin/hai`");
  const search = async (query: string) => {
    const url = `/api/v3/search/issues?q=${encodeURIComponent(query)}`;
    const { items } = await read(z.object({ items: list }), forge.api("bien-tap", "GET", url));
    return items.length;
  };
  expect(await search('repo:tinh/cong label:decap-cms-notes "tin/mot" in:body')).toBe(1);
  expect(await search('repo:tinh/cong label:decap-cms-notes "tin/mot" in:body state:closed')).toBe(0);
  expect(await search("repo:tinh/cong label:decap-cms-notes state:open")).toBe(2);
  expect(await search("repo:ai/khac label:decap-cms-notes")).toBe(0);
});

test("a path that leaves the repository or enters git's own folder is refused", async () => {
  const forge = await aForge();
  const sha = await uploadBlob(forge, "bien-tap", "x");
  for (const path of [
    "../x",
    "/x",
    "a//b",
    "a/./b",
    ".git/config",
    "a/.GIT/hooks/x",
    "git~1/x",
    "a\\..\\b",
    "a\0b",
    "",
  ]) {
    const { status } = await refusal(forge.api("bien-tap", "POST", "/git/trees", { tree: [{ path, sha }] }));
    expect([path, status]).toEqual([path, 422]);
  }
  for (const mode of ["120000", "160000"]) {
    const tree = [{ path: "x", mode, sha }];
    expect((await refusal(forge.api("bien-tap", "POST", "/git/trees", { tree }))).status).toBe(422);
  }
  const nfd = "content/ba\u0300i.md";
  expect((await forge.api("bien-tap", "POST", "/git/trees", { tree: [{ path: nfd, sha }] })).status).toBe(
    201,
  );
});

test("requests that make no sense get a reason in JSON, and nothing breaks", async () => {
  const forge = await aForge();
  const blob = await uploadBlob(forge, "bien-tap", "x");
  const large = { title: "a", body: "x".repeat(1_100_000), head: "a", base: "main" };
  const cases: [string, string, unknown, number][] = [
    ["GET", "/khong-co", undefined, 404],
    ["GET", "/api/v3/khong-co", undefined, 404],
    ["GET", "/api/v3/repos/ai/khac", undefined, 404],
    ["GET", "/pulls/999", undefined, 404],
    ["GET", "/pulls/abc", undefined, 404],
    ["GET", "/commits/HEAD~1", undefined, 404],
    ["GET", "/commits/:%2Fkhoi", undefined, 404],
    ["GET", "/git/blobs/main", undefined, 404],
    ["GET", `/git/commits/${blob}`, undefined, 404],
    ["GET", "/compare/main...khong-co", undefined, 404],
    ["POST", "/git/refs", { ref: "refs/heads/x", sha: blob }, 422],
    ["POST", "/git/refs", { ref: "refs/heads/a..b", sha: blob }, 422],
    ["POST", "/git/refs", { ref: "heads/x", sha: blob }, 422],
    ["POST", "/git/commits", { message: "a", tree: blob }, 422],
    ["POST", "/git/commits", { message: "a\0", tree: blob }, 422],
    ["POST", "/git/trees", { tree: [{ path: "a", sha: "0".repeat(40) }] }, 422],
    ["POST", "/pulls", { title: "a", head: "khong-co", base: "main" }, 422],
    ["POST", "/pulls", { title: "a", head: "main", base: "khac" }, 422],
    ["POST", "/pulls", large, 413],
    ["PUT", "/pulls/999/merge", {}, 404],
    ["POST", "/pulls", [], 422],
  ];
  for (const [method, path, body, status] of cases) {
    const refused = await refusal(forge.api("bien-tap", method, path, body));
    expect([method, path, refused.status]).toEqual([method, path, status]);
  }
  const broken = await forge.forge.app.request("/api/v3/repos/tinh/cong/pulls", {
    method: "POST",
    headers: { Authorization: `token ${forge.tokens["bien-tap"]}` },
    body: "{",
  });
  expect(await refusal(broken)).toEqual({ status: 400, message: "Problems parsing JSON" });
  expect(forge.logged).toEqual([]);
});
