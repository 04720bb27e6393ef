import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import { expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { blobId } from "../../src/git/blob-id.ts";
import { openIntakeStore } from "../../src/operations/intake/intake-store.ts";
import { startWebServer } from "../../src/operations/web-server.ts";
import { git } from "../support/a-repository.ts";
import { anApprovingForge, articleFile } from "../support/an-approving-forge.ts";
import { read } from "../support/decap.ts";
import { aFolder } from "../support/folder.ts";
import { aNewsText } from "../support/news.ts";
import { judgeReaders } from "../support/random-session/judge-readers.ts";
import { judgeLeftovers, judgeRecord } from "../support/random-session/judge-record.ts";
import { emptyRecord } from "../support/random-session/record.ts";

const path = articleFile("bai");
const mark = "Đoạn thứ 1 do viet viết";

/** A short session in which all went well: a piece is saved twice, approved, published; another waits. */
async function aSession() {
  const forge = await anApprovingForge();
  const record = emptyRecord();
  const intakeDatabase = join(await aFolder(), "intake.db");
  const text = (...marks: string[]) => aNewsText({}, marks.map((one) => `${one}.`).join("\n\n"));
  const saved = async (file: string, words: string, content: string, replaced: string | null) => {
    const commit = (await forge.repository.refs("refs/heads/cms/")).at(-1)?.oid ?? "";
    const blob = blobId(Buffer.from(content));
    record.saves.push({ login: "viet", path: file, mark: words, blob, replaced, commit });
  };
  const number = await forge.submit("viet", { [path]: text(mark) });
  await saved(path, mark, text(mark), null);
  const later = "Đoạn thứ 2 do viet viết";
  await forge.amend("viet", number, { [path]: text(mark, later) });
  await saved(path, later, text(mark, later), blobId(Buffer.from(text(mark))));
  const body = "Góp ý số 1 của viet-2";
  await read(z.unknown(), forge.api("viet-2", "POST", `/issues/${number}/comments`, { body }));
  record.comments.push({ number, login: "viet-2", body });
  await forge.approve("duyet", number);
  record.reviews.push({ number, login: "duyet", action: "approved" });
  expect(await forge.merge("duyet", number)).toBe("");
  const sha = (await forge.repository.resolve("main")) ?? "";
  record.merges.push({ number, login: "duyet", sha });
  const waiting = "Đoạn thứ 3 do viet viết";
  const file = articleFile("cho-duyet");
  await forge.submit("viet", { [file]: text(waiting) });
  await saved(file, waiting, text(waiting), null);

  const { repository } = forge;
  const remains = { repository, forgeDatabase: forge.databaseFile, intakeDatabase, since: forge.start };
  const person = { name: "Thu Mai", email: "viet@cong.invalid", date: new Date() };
  return {
    ...{ forge, record, repository, text },
    judge: () => judgeRecord(record, remains),
    /** A commit that nobody asked the forge for. */
    commit: async (parents: string[], words: string, message: string): Promise<string> => {
      const oid = await repository.writeBlob(Buffer.from(text(words)));
      const tree = await repository.writeTree(parents[0], [{ path, oid }]);
      return repository.writeCommit({ tree, parents, message, author: person, committer: person });
    },
    intake: () => {
      const store = openIntakeStore(intakeDatabase, () => new Date());
      onTestFinished(() => {
        store.close();
      });
      return store;
    },
  };
}

test("a session in which all went well is found to be so", async () => {
  const { judge } = await aSession();
  expect(await judge()).toEqual([]);
});

test("a saved text that no branch holds any more is missed", async () => {
  const { judge, repository } = await aSession();
  for (const { name } of await repository.refs("refs/"))
    if (name !== "refs/heads/main") git(repository.dir, "update-ref", "-d", name);
  expect(await judge()).toContainEqual(expect.stringMatching(/^Saved and lost: «Đoạn thứ 3/));
});

test("a version that dropped what was there, and one that its writer had not seen, are found", async () => {
  const { judge, record, forge } = await aSession();
  await forge.amend("viet-2", 2, { [articleFile("cho-duyet")]: aNewsText({}, "Chỉ còn lời khác.") });
  expect(await judge()).toContainEqual(expect.stringMatching(/«Đoạn thứ 3 do viet viết».* no more/));
  for (const save of record.saves) save.replaced = "0".repeat(40);
  expect(await judge()).toContainEqual(expect.stringContaining("which they had not seen"));
});

test("a main that moved otherwise, and an approval of one's own words, are found", async () => {
  const { judge, commit, record, repository } = await aSession();
  const main = (await repository.resolve("main")) ?? "";
  const pushed = await commit([main], "Đẩy thẳng", "Đẩy thẳng");
  await repository.updateRef("refs/heads/main", pushed, main);
  expect(await judge()).toEqual(
    expect.arrayContaining([
      expect.stringContaining("main moved in no admitted way"),
      expect.stringContaining("Nobody approved"),
    ]),
  );
  const own = await commit([pushed], "Đoạn thứ 4 do viet viết", "Sửa");
  const merged = await commit(
    [pushed, own],
    "Đoạn thứ 4 do viet viết",
    "Nhập\n\nApproved-by: Thu Mai <viet@cong.invalid>\n",
  );
  await repository.updateRef("refs/heads/main", merged, pushed);
  record.saves.push({ login: "viet", path, mark: "Đoạn thứ 4 do viet viết", blob: "", replaced: null });
  expect(await judge()).toContainEqual(expect.stringContaining("viet approved their own words"));
});

test("answers that left no trace are found: merges, comments, approvals, pieces from outside", async () => {
  const { judge, record, intake } = await aSession();
  record.merges.push({ number: 1, login: "duyet", sha: "f".repeat(40) });
  record.comments.push({ number: 1, login: "viet", body: "Không ai lưu" });
  record.reviews.push({ number: 2, login: "duyet", action: "approved" });
  record.sent.push({ title: "Bài gửi không còn", mark: "x", code: "BN-2026-0001-AAAAAA" });
  intake().receive(
    "form/1",
    {
      site: "tinh",
      title: "Bài gửi chưa thành nháp",
      name: "",
      penName: "",
      unit: "",
      email: "",
      phone: "",
      text: "",
    },
    { by: "form", files: [] },
  );
  record.sent.push({ title: "Bài gửi chưa thành nháp", mark: "y" });
  const wrong = (await judge()).join("\n");
  expect(wrong).toContain("which is not on main");
  expect(wrong).toContain("The comment «Không ai lưu» is lost");
  expect(wrong).toContain("too seldom that duyet approved #2");
  expect(wrong).toContain("«Bài gửi không còn» is 0 pieces");
  expect(wrong).toContain("has no submission");
});

test("locks, temporary files and files of drafted pieces that were left are found", async () => {
  const data = await aFolder();
  for (const folder of ["repository.git/refs", "tmp/cong-push-x", "intake/forms/a"])
    await mkdir(join(data, folder), { recursive: true });
  expect(await judgeLeftovers(join(data, "khong-co"))).toEqual([]);
  await writeFile(join(data, "repository.git/refs/main.lock"), "");
  expect((await judgeLeftovers(data)).join()).toMatch(
    /lock is left.*temporary file is left.*piece from outside/s,
  );
});

test("a host that shows something else than main is found", async () => {
  const { repository } = await aSession();
  const main = (await repository.resolve("main")) ?? "";
  const host = async (commit: string, page: string) => {
    const app = new Hono();
    app.get("/phien-ban.json", (c) => c.json({ commit, root: commit }));
    app.get("/tin-tuc/*", (c) => c.html(page));
    const server = await startWebServer(app, 0, "127.0.0.1");
    onTestFinished(() => server.close());
    return server.origin;
  };
  const hosts = { primary: await host(main, ""), standby: await host("a".repeat(40), "") };
  const wrong = (await judgeReaders(hosts, repository)).join();
  expect(wrong).toContain(`and main is ${main}`);
  expect(wrong).toContain("without its last words");
  expect(wrong).toContain("two releases");
});
