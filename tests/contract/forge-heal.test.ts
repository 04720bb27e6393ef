import { utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { aForge, type TestForge } from "../support/a-forge.ts";
import {
  approveAndMerge,
  commitFile,
  refusal,
  saveAgain,
  saveNewEntry,
  uploadBlob,
} from "../support/decap.ts";

const entry = { key: "tin/bai", path: "content/bài.md", text: "# Bài\n" };

/** What a crash leaves: the same repository and database, opened by a new forge. */
async function restarted(before: TestForge): Promise<TestForge> {
  await before.forge.close();
  return aForge({ repository: before.repository, databaseFile: before.databaseFile });
}

/** Puts the database back as it was before the last writes to it, as if the forge had stopped before them. */
async function forget(forge: TestForge, ...statements: string[]): Promise<void> {
  await forge.forge.close();
  const database = new DatabaseSync(forge.databaseFile);
  for (const statement of statements) database.exec(statement);
  database.close();
}

const pull = async (forge: TestForge, number: number): Promise<unknown> =>
  (await forge.api("duyet", "GET", `/pulls/${number}`)).json();

test("nothing is done where nothing is wrong", async () => {
  const first = await aForge();
  const { number } = await saveNewEntry(first, "bien-tap", entry);
  await saveNewEntry(first, "bien-tap", { ...entry, key: "tin/khac", text: "# Khác\n" });
  await approveAndMerge(first, number);
  const second = await restarted(first);
  expect(await second.forge.heal()).toEqual([]);
});

test("stopped between moving main and recording the merge, the forge records it at the next start", async () => {
  const first = await aForge();
  const { number } = await saveNewEntry(first, "bien-tap", entry);
  await approveAndMerge(first, number);
  const main = await first.repository.resolve("main");
  await forget(
    first,
    "UPDATE issues SET state = 'open', closed_at = NULL, merged_at = NULL, merged_by = NULL, merge_sha = NULL",
    "UPDATE moves SET settled = 0 WHERE ref = 'refs/heads/main' OR after IS NULL",
  );
  const second = await restarted(first);
  expect((await second.forge.heal()).join("\n")).toContain(`#${number} was merged already`);
  expect(await pull(second, number)).toMatchObject({
    state: "closed",
    merged: true,
    merge_commit_sha: main,
    merged_by: { login: "duyet" },
  });
  expect(await second.forge.heal()).toEqual([]);
});

test("stopped between saving and opening the pull request, the saved entry is not lost", async () => {
  const first = await aForge();
  const main = (await first.repository.resolve("main")) ?? "";
  const blob = await uploadBlob(first, "bien-tap", entry.text);
  const sha = await commitFile(first, "bien-tap", main, entry.path, blob);
  await first.api("bien-tap", "POST", "/git/refs", { ref: "refs/heads/cms/tin/bai", sha });
  const second = await restarted(first);
  expect(await second.forge.heal()).toEqual([
    "refs/heads/cms/tin/bai had no pull request; #1 was opened for bien-tap.",
    "#1 had no state on the board; it is a draft now.",
  ]);
  expect(await pull(second, 1)).toMatchObject({
    title: "Lưu content/bài.md",
    user: { login: "bien-tap" },
    labels: [{ name: "decap-cms/draft" }],
  });
});

test("stopped between moving a branch and recording it, the writer is still known and approvals fall", async () => {
  const first = await aForge();
  const { number, branch, head } = await saveNewEntry(first, "bien-tap", entry);
  await first.api("duyet", "POST", `/pulls/${number}/reviews`, { event: "APPROVE" });
  const blob = await uploadBlob(first, "duyet", "# Người duyệt sửa\n");
  const sha = await commitFile(first, "duyet", head, entry.path, blob);
  await first.api("duyet", "PATCH", `/git/refs/heads/${branch}`, { sha });
  await forget(
    first,
    `UPDATE issues SET head_sha = '${head}'`,
    "UPDATE reviews SET state = 'APPROVED'",
    `UPDATE moves SET settled = 0 WHERE after = '${sha}'`,
  );
  const second = await restarted(first);
  expect((await second.forge.heal()).join("\n")).toContain(`#${number} follows its branch to ${sha}`);
  expect((await refusal(approveAndMerge(second, number))).status).toBe(405);
});

test("stopped before a branch moved, the intention is forgotten", async () => {
  const first = await aForge();
  const { number, branch, head } = await saveNewEntry(first, "bien-tap", entry);
  await forget(
    first,
    `INSERT INTO moves (ref, before, after, login, at, settled)
       VALUES ('refs/heads/${branch}', '${head}', '${"1".repeat(40)}', 'duyet', '2026-03-02', 0)`,
  );
  const second = await restarted(first);
  expect((await second.forge.heal()).join("\n")).toContain("was never made and is forgotten");
  expect((await approveAndMerge(second, number)).status).toBe(200);
});

test("a branch moved in the repository itself is followed, its authors become writers", async () => {
  const first = await aForge();
  const { number, branch, head } = await saveNewEntry(first, "bien-tap", entry);
  const { tree } = await first.repository.readCommit(head);
  const person = { name: "Người Duyệt", email: "duyet@example.vn", date: new Date() };
  const commit = { tree, parents: [head], message: "Ngoài luồng\n", author: person, committer: person };
  const sha = await first.repository.writeCommit(commit);
  await first.repository.updateRef(`refs/heads/${branch}`, sha, head);
  const second = await restarted(first);
  expect(await second.forge.heal()).toEqual([
    `#${number} follows its branch to ${sha}, written by duyet.`,
    `refs/pull/${number}/head points at ${sha} again.`,
  ]);
  const refused = await refusal(approveAndMerge(second, number));
  expect(refused.status).toBe(405);
  expect(refused.message).toContain("không rõ ai đã viết bản mới nhất");

  const blob = await uploadBlob(second, "bien-tap-2", "# Lưu lại\n");
  const saved = await commitFile(second, "bien-tap-2", sha, entry.path, blob);
  await second.api("bien-tap-2", "PATCH", `/git/refs/heads/${branch}`, { sha: saved });
  const own = await refusal(approveAndMerge(second, number));
  expect(own.message).toContain("chưa có người khác duyệt");
  await second.api("bien-tap", "POST", `/pulls/${number}/reviews`, { event: "APPROVE" });
  expect((await refusal(second.api("duyet", "PUT", `/pulls/${number}/merge`, {}))).status).toBe(405);
});

test("a branch deleted in the repository itself closes its submission, one closed by hand stays closed", async () => {
  const first = await aForge();
  const gone = await saveNewEntry(first, "bien-tap", entry);
  const closed = await saveNewEntry(first, "bien-tap", { ...entry, key: "tin/dong", text: "# Đóng\n" });
  await first.api("bien-tap", "PATCH", `/pulls/${closed.number}`, { state: "closed" });
  await first.repository.updateRef(`refs/heads/${gone.branch}`, null, gone.head);
  const second = await restarted(first);
  expect(await second.forge.heal()).toEqual([`#${gone.number} was closed: its branch is gone.`]);
  expect(await pull(second, gone.number)).toMatchObject({ state: "closed", merged: false });
});

test("locks that a killed git left behind do not block saving for ever", async () => {
  const first = await aForge();
  const { branch } = await saveNewEntry(first, "bien-tap", entry);
  const longAgo = new Date(Date.now() - 60_000);
  for (const name of [`refs/heads/${branch}.lock`, "packed-refs.lock"]) {
    await writeFile(join(first.repository.dir, name), "");
    await utimes(join(first.repository.dir, name), longAgo, longAgo);
  }
  const again = { ...entry, branch, text: "# Lại\n" };
  expect((await saveAgain(first, "bien-tap", again)).status).toBe(500);
  const second = await restarted(first);
  expect((await second.forge.heal()).join("\n")).toContain(`refs/heads/${branch}.lock was left behind`);
  expect((await saveAgain(second, "bien-tap", again)).status).toBe(200);
});

test("a database newer than its repository, as after a restore, does not stop the start", async () => {
  const first = await aForge();
  await saveNewEntry(first, "bien-tap", entry);
  const other = await aForge();
  await first.forge.close();
  const restored = await aForge({ repository: other.repository, databaseFile: first.databaseFile });
  expect((await restored.forge.heal()).join("\n")).toMatch(
    /#1 was closed.*\n#1: its commits \w+ are not in the repository/,
  );
});
