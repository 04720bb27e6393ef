import { expect, test } from "vitest";
import { connectOctokit } from "../../src/editorial/forge-client.ts";
import type { Repository } from "../../src/git/repository.ts";
import { approvalsSince } from "../../src/publishing/approvals.ts";
import { approvalsFromForge } from "../../src/publishing/forge-approvals.ts";
import { aForge } from "../support/a-forge.ts";
import { aRepository } from "../support/a-repository.ts";

const person = { name: "Thu Mai", email: "thu-mai@example.vn", date: new Date("2026-11-20T02:00:00Z") };

/** Moves main to a commit with this message: a merge of one change, or the change itself. */
async function moveMain(repository: Repository, message: string, { merge = true } = {}): Promise<string> {
  const main = (await repository.resolve("main")) ?? "";
  const oid = await repository.writeBlob(Buffer.from(`${message} ${main}`));
  const tree = await repository.writeTree(main, [{ path: "content/a.md", oid }]);
  const commit = (parents: string[]) =>
    repository.writeCommit({ tree, parents, author: person, committer: person, message });
  const next = merge ? await commit([main, await commit([main])]) : await commit([main]);
  await repository.updateRef("refs/heads/main", next, main);
  return next;
}

const trailers = (...approvers: string[]) =>
  [
    "Nhập bài",
    `Submission: #7\nWritten-by: Thu Mai <m@x.vn>\n${approvers.map((name) => `Approved-by: ${name} <a@x.vn>\n`).join("")}`,
  ].join("\n\n");

test("a submission that somebody else approved may be published, and it is known who answers for it", async () => {
  const repository = await aRepository();
  const since = await repository.resolve("main");
  const commit = await moveMain(repository, trailers("Hoàng Lan"));
  expect(await approvalsSince(repository, since, commit)).toEqual([
    {
      commit,
      submission: 7,
      writers: ["Thu Mai"],
      approvers: ["Hoàng Lan"],
      approvedAt: "2026-11-20T02:00:00.000Z",
    },
  ]);
});

test("what nobody but its writer approved is refused, however it came to main", async () => {
  for (const [message, merge] of [
    [trailers("Thu Mai"), true],
    [trailers(), true],
    ["Sửa thẳng trên main", false],
    [trailers("Hoàng Lan"), false],
  ] as const) {
    const repository = await aRepository();
    const since = await repository.resolve("main");
    const first = await moveMain(repository, message, { merge });
    const commit = await moveMain(repository, trailers("Hoàng Lan"));
    await expect(approvalsSince(repository, since, commit), message).rejects.toThrow(first.slice(0, 10));
  }
});

test("a main that was rewritten is refused", async () => {
  const repository = await aRepository();
  const since = await moveMain(repository, trailers("Hoàng Lan"));
  const other = await aRepository({ "README.md": "khác\n" });
  await expect(approvalsSince(repository, since, (await other.resolve("main")) ?? "")).rejects.toThrow();
});

test("where merge commits say nothing, the forge tells who wrote and who approved", async () => {
  const forge = await aForge();
  const { repository } = forge;
  const since = (await repository.resolve("main")) ?? "";
  const octokit = connectOctokit(`${await forge.listen()}/api/v3`, forge.tokens.robot);
  const oid = await repository.writeBlob(Buffer.from("bài\n"));
  const tree = await repository.writeTree(since, [{ path: "content/bai.md", oid }]);
  const created = await forge.api("bien-tap", "POST", "/git/commits", {
    message: "Bài",
    tree,
    parents: [since],
  });
  const { sha: head } = (await created.json()) as { sha: string };
  await forge.api("bien-tap", "POST", "/git/refs", { ref: "refs/heads/bai", sha: head });
  const opened = await forge.api("bien-tap", "POST", "/pulls", { title: "Bài", head: "bai", base: "main" });
  const { number } = (await opened.json()) as { number: number };
  await forge.api("duyet", "POST", `/pulls/${number}/reviews`, { event: "APPROVE", commit_id: head });
  await forge.api("duyet", "PUT", `/pulls/${number}/merge`, { sha: head });
  const commit = (await repository.resolve("main")) ?? "";
  const read = approvalsFromForge(octokit, { owner: "tinh", repo: "cong" });
  expect(await approvalsSince(repository, since, commit, read)).toMatchObject([
    { commit, submission: number, writers: ["bien-tap"], approvers: ["duyet"] },
  ]);
  const pushed = await moveMain(repository, trailers("Hoàng Lan"));
  await expect(approvalsSince(repository, commit, pushed, read)).rejects.toThrow(pushed.slice(0, 10));
});
