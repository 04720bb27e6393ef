import { join } from "node:path";
import { onTestFinished } from "vitest";
import { stringify } from "yaml";
import { openEntryStore } from "../../src/content-store/entry-store.ts";
import { inspectMerge } from "../../src/editorial/inspect-merge.ts";
import type { RemarkKind } from "../../src/editorial/remark.ts";
import { remarkBody } from "../../src/editorial/remark.ts";
import type { Forge } from "../../src/forge/forge.ts";
import type { Repository } from "../../src/git/repository.ts";
import { readContent } from "../../src/operations/content-reader.ts";
import { openEmbeddedForge, repositoryName } from "../../src/operations/embedded-forge.ts";
import { rememberFileText } from "../../src/operations/file-text/file-text.ts";
import { screenContent } from "../../src/operations/screen-content.ts";
import { listen } from "./a-forge.ts";
import { aFolder, aRepository } from "./a-repository.ts";
import { aNewsText } from "./news.ts";
import { portalSettings } from "./portal.ts";
import { aSite } from "./site.ts";

/** A forge with the newsroom's own policy over a small portal, and short ways to speak to it as its people. */
export interface ApprovingForge {
  forge: Forge;
  repository: Repository;
  databaseFile: string;
  /** What main was at first. */
  start: string;
  clock: { now: Date };
  /** The root of its API, served for real from now on. */
  listen: () => Promise<string>;
  api: (login: string, method: string, path: string, body?: unknown) => Promise<Response>;
  /** Hands in files as one commit on a branch of its own; `undefined` removes one. Returns the submission's number. */
  submit: (login: string, files: Record<string, string | undefined>, branch?: string) => Promise<number>;
  /** Another commit on a submission's branch. */
  amend: (login: string, number: number, files: Record<string, string | undefined>) => Promise<void>;
  approve: (login: string, number: number) => Promise<Response>;
  remark: (login: string, number: number, kind: RemarkKind, text: string) => Promise<Response>;
  /** `""` where it was merged, else why not. */
  merge: (login: string, number: number) => Promise<string>;
}

const folder = "content/sites/tinh/news/2026";
/** Where an article of the small portal lies. */
export const articleFile = (slug: string) => `${folder}/${slug}.md`;

export async function anApprovingForge(
  portal: Record<string, unknown> = {},
  files: Record<string, string> = {},
): Promise<ApprovingForge> {
  const site = aSite({ sections: ["kinh-te", "thong-bao", "quoc-phong"].map((id) => ({ id, name: id })) });
  const repository = await aRepository({
    "content/portal.yaml": stringify({ ...portalSettings, ...portal }),
    "content/sites/tinh/site.yaml": stringify(site),
    "content/sites/so/site.yaml": stringify(aSite({ kind: "department", domain: "so.songmay.gov.vn" })),
    [articleFile("da-dang")]: aNewsText({
      title: "Bài đã đăng từ trước ở mục thông báo",
      category: "thong-bao",
    }),
    ...files,
  });
  const data = await aFolder();
  const clock = { now: new Date("2026-11-20T02:00:00Z") };
  const tick = () => clock.now;
  const entries = openEntryStore(join(data, "entries.db"), "test");
  onTestFinished(() => {
    entries.close();
  });
  const reader = readContent(repository, tick, entries);
  const textOf = rememberFileText();
  const databaseFile = join(data, "forge.sqlite");
  const forge = await openEmbeddedForge({
    repository,
    reader,
    databaseFile,
    title: "Cổng thử",
    inspect: (head) =>
      inspectMerge(head, {
        repository,
        textOf,
        load: (tree) => reader.ofTree(tree),
        render: () => Promise.resolve(undefined),
        clock: tick,
      }),
    origin: () => "http://127.0.0.1:4800",
    directory: undefined,
    screen: screenContent(textOf),
    clock: tick,
    log: () => undefined,
  });
  onTestFinished(() => forge.close());
  const tokens = new Map<string, string>();
  for (const { login, name } of portalSettings.people) {
    await forge.accounts.create({ login, name, email: `${login}@example.vn` });
    tokens.set(login, forge.accounts.issueToken(login, { note: "thử", expiresInDays: 30 }));
  }

  const api: ApprovingForge["api"] = async (login, method, path, body) =>
    forge.app.request(`/api/v3/repos/${repositoryName}${path}`, {
      method,
      headers: { Authorization: `token ${tokens.get(login) ?? ""}`, "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const ask = async <Answer>(...request: Parameters<typeof api>): Promise<Answer> => {
    const answer = await api(...request);
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  const commit = async (login: string, parent: string, changed: Record<string, string | undefined>) => {
    const tree = [];
    for (const [path, text] of Object.entries(changed))
      tree.push({
        ...{ path, mode: "100644", type: "blob" },
        sha: text === undefined ? null : await repository.writeBlob(Buffer.from(text)),
      });
    const { sha } = await ask<{ sha: string }>(login, "POST", "/git/trees", { base_tree: parent, tree });
    const { sha: head } = await ask<{ sha: string }>(login, "POST", "/git/commits", {
      message: "Lưu bài",
      tree: sha,
      parents: [parent],
    });
    return head;
  };
  const pullOf = (number: number) =>
    ask<{ head: { sha: string; ref: string } }>("duyet", "GET", `/pulls/${number}`);
  let branches = 0;
  return {
    forge,
    repository,
    databaseFile,
    start: (await repository.resolve("main")) ?? "",
    clock,
    listen: async () => `${await listen(forge)}/api/v3`,
    api,
    async submit(login, changed, branch = `cms/tinh-tin-2026/bai-${String(++branches)}`) {
      const head = await commit(login, (await repository.resolve("main")) ?? "", changed);
      await ask(login, "POST", "/git/refs", { ref: `refs/heads/${branch}`, sha: head });
      const pull = { title: "Bài", head: branch, base: "main" };
      return (await ask<{ number: number }>(login, "POST", "/pulls", pull)).number;
    },
    async amend(login, number, changed) {
      const { head } = await pullOf(number);
      const sha = await commit(login, head.sha, changed);
      await ask(login, "PATCH", `/git/refs/heads/${head.ref}`, { sha });
    },
    async approve(login, number) {
      const { head } = await pullOf(number);
      return api(login, "POST", `/pulls/${number}/reviews`, { event: "APPROVE", commit_id: head.sha });
    },
    async remark(login, number, kind, text) {
      const body = remarkBody(kind, text);
      return api(login, "POST", `/pulls/${number}/reviews`, { event: "COMMENT", body });
    },
    async merge(login, number) {
      const answer = await api(login, "PUT", `/pulls/${number}/merge`, {});
      return answer.ok ? "" : ((await answer.json()) as { message: string }).message;
    },
  };
}
