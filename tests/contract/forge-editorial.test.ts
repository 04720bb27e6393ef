import { expect, test } from "vitest";
import { z } from "zod";
import { aForge, type Login, type TestForge } from "../support/a-forge.ts";
import {
  approveAndMerge,
  commitFile,
  read,
  refusal,
  saveAgain,
  saveNewEntry,
  uploadBlob,
} from "../support/decap.ts";

const entry = { key: "tin-tuc-2026/le-hoi", path: "content/tin-tức/lễ-hội.md", text: "# Lễ hội\n" };
const pullShape = z.object({
  state: z.string(),
  merged: z.boolean(),
  mergeable: z.boolean().nullable(),
  head: z.object({ sha: z.string() }),
});

const pullOf = (forge: TestForge, number: number) =>
  read(pullShape, forge.api("duyet", "GET", `/pulls/${number}`));
const approve = (forge: TestForge, login: Login, number: number, body: object = {}) =>
  forge.api(login, "POST", `/pulls/${number}/reviews`, { event: "APPROVE", ...body });
const merge = (forge: TestForge, login: Login, number: number, body: object = {}) =>
  forge.api(login, "PUT", `/pulls/${number}/merge`, body);

test("a saved entry is approved by somebody else, merged, and read on main", async () => {
  const forge = await aForge();
  const before = await forge.repository.resolve("main");
  const { number, head, branch } = await saveNewEntry(forge, "bien-tap", entry);

  const answer = await approveAndMerge(forge, number);
  const { sha } = await read(z.object({ sha: z.string() }), answer);

  expect(await forge.repository.readFile("main", entry.path)).toEqual(Buffer.from(entry.text));
  const commit = await forge.repository.readCommit("main");
  expect(commit).toMatchObject({ oid: sha, parents: [before, head], author: { name: "Người Duyệt" } });
  expect(commit.message).toBe(
    `Nhập bài #${number}: Tạo «tin-tuc-2026/le-hoi»\n\nSubmission: #${number}\n` +
      "Written-by: Biên Tập Viên <bien-tap@example.vn>\nApproved-by: Người Duyệt <duyet@example.vn>\n",
  );
  expect(await pullOf(forge, number)).toMatchObject({ state: "closed", merged: true });
  // The next edit of this entry makes the branch anew.
  expect(await forge.repository.resolve(`refs/heads/${branch}`)).toBeUndefined();
  expect(await forge.repository.resolve(`refs/pull/${number}/head`)).toBe(head);
});

test("saving an entry again adds to its pull request, also after main has moved on", async () => {
  const forge = await aForge();
  const { number, branch } = await saveNewEntry(forge, "bien-tap", entry);
  expect((await saveAgain(forge, "bien-tap", { ...entry, branch, text: "# Lễ hội\n\nHai\n" })).status).toBe(
    200,
  );

  const other = await saveNewEntry(forge, "bien-tap-2", {
    key: "x/khac",
    path: "content/khác.md",
    text: "khác\n",
  });
  expect((await approveAndMerge(forge, other.number)).status).toBe(200);
  expect((await saveAgain(forge, "bien-tap", { ...entry, branch, text: "# Lễ hội\n\nBa\n" })).status).toBe(
    200,
  );

  expect((await approveAndMerge(forge, number)).status).toBe(200);
  expect(String(await forge.repository.readFile("main", entry.path))).toBe("# Lễ hội\n\nBa\n");
  expect(String(await forge.repository.readFile("main", "content/khác.md"))).toBe("khác\n");
});

test("a second editor may go on with an entry, rebased or not, and then may not approve it", async () => {
  const forge = await aForge();
  const { number, branch } = await saveNewEntry(forge, "bien-tap", entry);
  const other = await saveNewEntry(forge, "bien-tap", {
    key: "x/khac",
    path: "content/khác.md",
    text: "khác\n",
  });
  await approveAndMerge(forge, other.number);

  const saved = await saveAgain(forge, "bien-tap-2", {
    ...entry,
    branch,
    text: "# Lễ hội\n\nCủa người hai\n",
  });
  expect(saved.status).toBe(200);
  await approve(forge, "bien-tap-2", number);
  expect(await refusal(merge(forge, "bien-tap-2", number))).toMatchObject({ status: 405 });
  expect((await approveAndMerge(forge, number)).status).toBe(200);
});

test("two editors of one entry may go on after an urgent change of it on main", async () => {
  const forge = await aForge({ files: { "content/a.md": "một\n" } });
  const change = { path: "content/a.md" };
  const draft = await saveNewEntry(forge, "bien-tap", { ...change, key: "x/a", text: "bản nháp\n" });
  await saveAgain(forge, "bien-tap-2", { ...change, branch: draft.branch, text: "bản nháp hai\n" });
  const urgent = await saveNewEntry(forge, "bien-tap", { ...change, key: "x/gap", text: "sửa gấp\n" });
  await approveAndMerge(forge, urgent.number);

  const again = { ...change, branch: draft.branch, text: "bản nháp ba\n" };
  expect((await saveAgain(forge, "bien-tap", again)).status).toBe(200);
  expect(await pullOf(forge, draft.number)).toMatchObject({ mergeable: true });
});

test("nobody may throw away what somebody else saved", async () => {
  const forge = await aForge();
  const { number, branch, head } = await saveNewEntry(forge, "bien-tap", entry);
  const blob = await uploadBlob(forge, "bien-tap-2", "# Bản khác hẳn\n");
  const sha = await commitFile(
    forge,
    "bien-tap-2",
    (await forge.repository.resolve("main")) ?? "",
    entry.path,
    blob,
  );

  const ref = `/git/refs/heads/${encodeURIComponent(branch)}`;
  const { status, message } = await refusal(forge.api("bien-tap-2", "PATCH", ref, { sha, force: true }));
  expect(status).toBe(422);
  expect(message).toMatch(/^Update is not a fast forward: người khác đã lưu/);
  expect((await pullOf(forge, number)).head.sha).toBe(head);
  // One's own work may be rewritten, but only when that is asked for.
  expect((await refusal(forge.api("bien-tap", "PATCH", ref, { sha }))).status).toBe(422);
  expect((await forge.api("bien-tap", "PATCH", ref, { sha, force: true })).status).toBe(200);
  // What it held stays reachable all the same.
  expect(await forge.repository.refs("refs/kept/")).toEqual([{ name: `refs/kept/${head}`, oid: head }]);
});

test("a save that names the version it was written upon is refused once another one is there, also one's own", async () => {
  const forge = await aForge();
  const { branch } = await saveNewEntry(forge, "bien-tap", entry);
  const loaded = await uploadBlob(forge, "bien-tap", entry.text);
  const replaces = { "Cong-Replaces": `${loaded} ${encodeURIComponent(entry.path)}` };
  const first = await saveAgain(forge, "bien-tap", { ...entry, branch, text: "# Cửa sổ một\n" }, replaces);
  expect(first.status).toBe(200);

  const second = saveAgain(forge, "bien-tap", { ...entry, branch, text: "# Cửa sổ hai\n" }, replaces);
  expect((await refusal(second)).message).toContain("Bài vừa được lưu ở nơi khác");
  expect((await forge.repository.readFile(`refs/heads/${branch}`, entry.path))?.toString()).toBe(
    "# Cửa sổ một\n",
  );
});

test("a new entry is not saved over one that was made at the same address meanwhile", async () => {
  const forge = await aForge();
  const { branch } = await saveNewEntry(forge, "bien-tap", entry);
  const replaces = { "Cong-Replaces": `none ${encodeURIComponent(entry.path)}` };
  const again = saveAgain(forge, "bien-tap", { ...entry, branch, text: "# Bài khác\n" }, replaces);
  expect((await refusal(again)).status).toBe(409);
});

test("a new commit takes back the approvals, and old ones cannot be approved", async () => {
  const forge = await aForge();
  const { number, branch, head } = await saveNewEntry(forge, "bien-tap", entry);
  await approve(forge, "duyet", number, { commit_id: head });
  await saveAgain(forge, "bien-tap", { ...entry, branch, text: "# Sửa sau khi duyệt\n" });

  const reviews = await read(
    z.array(z.object({ state: z.string() })),
    forge.api("duyet", "GET", `/pulls/${number}/reviews`),
  );
  expect(reviews).toEqual([{ state: "DISMISSED" }]);
  expect(await refusal(merge(forge, "duyet", number))).toEqual({
    status: 405,
    message: `Chưa xuất bản được bài #${number}: chưa có người khác duyệt bản mới nhất.`,
  });
  expect((await refusal(approve(forge, "duyet", number, { commit_id: head }))).message).toContain(
    "vừa được sửa",
  );
});

test("the merge is refused when the head is not the one that was looked at", async () => {
  const forge = await aForge();
  const { number, branch, head } = await saveNewEntry(forge, "bien-tap", entry);
  await saveAgain(forge, "bien-tap", { ...entry, branch, text: "# Khác\n" });
  await approve(forge, "duyet", number);
  expect(await refusal(merge(forge, "duyet", number, { sha: head }))).toEqual({
    status: 409,
    message: "Head branch was modified. Review and try the merge again.",
  });
});

test("approving one's own words is for the policy to refuse, whoever wrote the commit down", async () => {
  const forge = await aForge();
  const { number } = await saveNewEntry(forge, "duyet", entry);
  await approve(forge, "duyet", number);
  expect((await refusal(merge(forge, "duyet", number))).status).toBe(405);

  // The same commit under another branch and another opener is still the words of who brought it.
  const sha = (await pullOf(forge, number)).head.sha;
  await forge.api("bien-tap", "POST", "/git/refs", { ref: "refs/heads/cms/x/lai", sha });
  const again = await read(
    z.object({ number: z.number() }),
    forge.api("bien-tap", "POST", "/pulls", { title: "Lại", head: "cms/x/lai", base: "main" }),
  );
  await approve(forge, "duyet", again.number);
  expect((await refusal(merge(forge, "duyet", again.number))).status).toBe(405);
});

test("a conflict stops the merge with the files named, and the forced merge of the CMS is refused with that reason", async () => {
  const forge = await aForge({ files: { "content/a.md": "một\n" } });
  const change = { path: "content/a.md" };
  const first = await saveNewEntry(forge, "bien-tap", { ...change, key: "x/a", text: "hai\n" });
  const second = await saveNewEntry(forge, "bien-tap-2", { ...change, key: "x/b", text: "ba\n" });
  await approveAndMerge(forge, first.number);
  expect(await pullOf(forge, second.number)).toMatchObject({ mergeable: false });

  const stopped = await refusal(approveAndMerge(forge, second.number));
  expect(stopped).toMatchObject({ status: 405 });
  expect(stopped.message).toContain("content/a.md");
  const forced = await refusal(forge.api("duyet", "PATCH", "/git/refs/heads/main", { sha: second.head }));
  expect(forced.status).toBe(422);
  expect(forced.message).toBe(stopped.message);
  forge.clock.advance(61_000);
  const later = await refusal(forge.api("duyet", "PATCH", "/git/refs/heads/main", { sha: second.head }));
  expect(later.message).toContain("không ai ghi thẳng vào main được");
  expect(String(await forge.repository.readFile("main", "content/a.md"))).toBe("hai\n");
});

test("main cannot be moved, deleted or made anew by anybody", async () => {
  const forge = await aForge();
  const { head } = await saveNewEntry(forge, "bien-tap", entry);
  const main = await forge.repository.resolve("main");
  for (const login of ["duyet", "robot"] as const) {
    expect((await forge.api(login, "PATCH", "/git/refs/heads/main", { sha: head, force: true })).status).toBe(
      422,
    );
    expect((await forge.api(login, "DELETE", "/git/refs/heads/main")).status).toBe(422);
    expect((await forge.api(login, "POST", "/git/refs", { ref: "refs/heads/main", sha: head })).status).toBe(
      422,
    );
    expect((await forge.api(login, "POST", "/git/refs", { ref: "refs/pull/1/head", sha: head })).status).toBe(
      422,
    );
  }
  expect(await forge.repository.resolve("main")).toBe(main);
});

test("the messages that the CMS matches are exact", async () => {
  const forge = await aForge();
  const { branch, head } = await saveNewEntry(forge, "bien-tap", entry);
  const create = (ref: string) => refusal(forge.api("bien-tap", "POST", "/git/refs", { ref, sha: head }));
  expect(await create(`refs/heads/${branch}`)).toEqual({ status: 422, message: "Reference already exists" });
  expect(await create(`refs/heads/${branch}/con`)).toEqual({
    status: 422,
    message: "Reference update failed",
  });
  expect(await create("refs/heads/cms/tin-tuc-2026")).toEqual({
    status: 422,
    message: "Reference update failed",
  });
  expect(await refusal(forge.api("bien-tap", "DELETE", "/git/refs/heads/cms%2Fx%2Fkhong-co"))).toEqual({
    status: 422,
    message: "Reference does not exist",
  });
});

test("an unpublished entry is deleted: its pull request closes, its commits are kept", async () => {
  const forge = await aForge();
  const { number, branch, head } = await saveNewEntry(forge, "bien-tap", entry);
  expect((await forge.api("bien-tap", "PATCH", `/pulls/${number}`, { state: "closed" })).status).toBe(200);
  expect(
    (await forge.api("bien-tap", "DELETE", `/git/refs/heads/${encodeURIComponent(branch)}`)).status,
  ).toBe(204);
  expect(await pullOf(forge, number)).toMatchObject({ state: "closed", merged: false });
  expect(await forge.repository.resolve(`refs/pull/${number}/head`)).toBe(head);
  expect((await refusal(forge.api("bien-tap", "PATCH", `/pulls/${number}`, { state: "open" }))).status).toBe(
    422,
  );

  const again = await saveNewEntry(forge, "bien-tap", entry);
  await forge.api("bien-tap", "DELETE", `/git/refs/heads/${encodeURIComponent(branch)}`);
  expect(await pullOf(forge, again.number)).toMatchObject({ state: "closed" });
});

test("a closed submission is opened again where its branch is by then", async () => {
  const forge = await aForge();
  const { number, branch } = await saveNewEntry(forge, "bien-tap", entry);
  await approve(forge, "duyet", number);
  await forge.api("bien-tap", "PATCH", `/pulls/${number}`, { state: "closed" });
  await saveAgain(forge, "bien-tap", { ...entry, branch, text: "# Sau khi đóng\n" });
  expect((await forge.api("bien-tap", "PATCH", `/pulls/${number}`, { state: "open" })).status).toBe(200);
  expect((await pullOf(forge, number)).head.sha).toBe(await forge.repository.resolve(`refs/heads/${branch}`));
  expect((await refusal(merge(forge, "duyet", number))).status).toBe(405);
});

test("one branch has one open submission, and an empty one is none", async () => {
  const forge = await aForge();
  const { branch } = await saveNewEntry(forge, "bien-tap", entry);
  const open = (head: string) =>
    refusal(forge.api("bien-tap-2", "POST", "/pulls", { title: "Nữa", head, base: "main" }));
  expect((await open(branch)).message).toMatch(/^Validation Failed: Nhánh này đã có bài đang mở: #1/);
  const sha = await forge.repository.resolve("main");
  await forge.api("bien-tap", "POST", "/git/refs", { ref: "refs/heads/cms/x/rong", sha });
  expect((await open("cms/x/rong")).status).toBe(422);
  expect((await open("ai-do:cms/x/rong")).status).toBe(422);
});

test("only merge commits are made", async () => {
  const forge = await aForge();
  const { number } = await saveNewEntry(forge, "bien-tap", entry);
  await approve(forge, "duyet", number);
  for (const method of ["squash", "rebase"]) {
    expect((await refusal(merge(forge, "duyet", number, { merge_method: method }))).status).toBe(405);
  }
});

test("eight merges and saves at once leave every merged submission on main and lose none", async () => {
  const forge = await aForge();
  const keys = [0, 1, 2, 3, 4, 5, 6, 7];
  const pulls = [];
  for (const n of keys) {
    pulls.push(
      await saveNewEntry(forge, "bien-tap", {
        key: `x/bai-${n}`,
        path: `content/${n}.md`,
        text: `${n}\n`,
      }),
    );
  }
  for (const { number } of pulls) await approve(forge, "duyet", number);
  const answers = await Promise.all(
    pulls.flatMap(({ number }) => [merge(forge, "duyet", number), merge(forge, "duyet", number)]),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([
    ...keys.map(() => 200),
    ...keys.map(() => 405),
  ]);
  const files = await forge.repository.listTree("main", { path: "content" });
  expect(files.map(({ path }) => path)).toEqual(keys.map((n) => `content/${n}.md`));
  expect(await forge.repository.revisions("main", { merges: "only", firstParent: true })).toHaveLength(8);
});

test("eight saves of one branch at once: each is kept or refused, none is half", async () => {
  const forge = await aForge();
  const { branch, head } = await saveNewEntry(forge, "bien-tap", entry);
  const commits = [];
  for (let n = 0; n < 8; n += 1) {
    const blob = await uploadBlob(forge, "bien-tap-2", `# Bản ${n}\n`);
    commits.push(await commitFile(forge, "bien-tap-2", head, entry.path, blob));
  }
  const ref = `/git/refs/heads/${encodeURIComponent(branch)}`;
  const answers = await Promise.all(commits.map((sha) => forge.api("bien-tap-2", "PATCH", ref, { sha })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(7);
  expect(commits).toContain(await forge.repository.resolve(`refs/heads/${branch}`));
});

test("listeners hear what happened, in order, and a broken one disturbs nobody", async () => {
  const forge = await aForge();
  const heard: string[] = [];
  forge.forge.onEvent(() => {
    throw new Error("broken");
  });
  const stop = forge.forge.onEvent((event) => {
    heard.push(
      "action" in event
        ? `${event.type} ${event.action}`
        : event.type === "push"
          ? `push ${event.ref}`
          : event.type,
    );
  });
  const { number, branch } = await saveNewEntry(forge, "bien-tap", entry);
  await saveAgain(forge, "bien-tap", { ...entry, branch, text: "# Hai\n" });
  await approveAndMerge(forge, number);
  stop();
  await saveNewEntry(forge, "bien-tap", { ...entry, key: "x/y", text: "# Ba\n" });
  expect(forge.logged[0]).toBe("A listener failed on push: Error: broken");
  const head = `push refs/heads/${branch}`;
  expect(heard).toEqual([
    head,
    "pull_request opened",
    "pull_request labeled",
    head,
    "pull_request synchronize",
    "pull_request_review",
    "push refs/heads/main",
    "pull_request closed",
    head,
  ]);
});

test("only branches can be made or moved, so that no tag can pass for main", async () => {
  const forge = await aForge();
  const { head } = await saveNewEntry(forge, "bien-tap", entry);
  for (const ref of ["refs/tags/main", "refs/tags/cms/x/y", "refs/heads/refs/heads/x", "refs/heads/Main"]) {
    const made = await refusal(forge.api("duyet", "POST", "/git/refs", { ref, sha: head }));
    expect([ref, made.status]).toEqual([ref, 422]);
  }
  await forge.repository.updateRef("refs/tags/main", head, null);
  expect((await forge.api("duyet", "PATCH", "/git/refs/tags/main", { sha: head })).status).toBe(422);
  expect((await forge.api("duyet", "DELETE", "/git/refs/tags/main")).status).toBe(422);
  expect((await forge.api("duyet", "GET", `/contents/${encodeURI(entry.path)}?ref=main`)).status).toBe(404);
});

test("paths with dots are not found, and the next question is answered", async () => {
  const forge = await aForge();
  for (const path of ["./x", "../x", "%2e%2e/x"]) {
    expect((await forge.api("bien-tap", "GET", `/git/trees/main:${path}`)).status).toBe(404);
  }
  expect((await forge.api("bien-tap", "GET", "/git/trees/main:")).status).toBe(200);
});
