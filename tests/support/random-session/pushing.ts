import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { blobId } from "../../../src/git/blob-id.ts";
import { gitEnvironment } from "../../../src/git/run.ts";
import { repositoryName } from "../../../src/operations/embedded-forge.ts";
import { aNewsText } from "../news.ts";
import { anyOf, board } from "./board.ts";
import { entryNamed, freshMark, type Action } from "./editing.ts";
import { LineLost, type Person, type World } from "./person.ts";

/** Somebody's own clone, for pushes by git itself. */
export interface Clone {
  person: Person;
  folder: string;
}

/** What git printed, and whether it was content. */
async function git(dir: string, ...args: string[]): Promise<{ ok: boolean; text: string }> {
  try {
    const options = { cwd: dir, env: gitEnvironment(), timeout: 60_000 };
    const { stdout, stderr } = await promisify(execFile)("git", args, options);
    return { ok: true, text: stdout + stderr };
  } catch (error) {
    return { ok: false, text: String(error) };
  }
}

/** Brings the clone up to what main is, and returns where to push to. */
async function upToDate({ folder, person }: Clone, { newsroom }: World): Promise<string> {
  await newsroom.up();
  const account = newsroom.addresses().accounts.find(({ login }) => login === person.login);
  const remote = new URL(`${newsroom.desk}/${repositoryName}.git`);
  remote.username = person.login;
  remote.password = account?.token ?? "";
  await mkdir(folder, { recursive: true });
  await git(folder, "init", "--quiet");
  const fetched = await git(folder, "fetch", "--quiet", remote.href, "+refs/heads/main:refs/remotes/main");
  if (!fetched.ok) throw new LineLost(fetched.text);
  await git(folder, "checkout", "--quiet", "--detach", "--force", "refs/remotes/main");
  return remote.href;
}

async function commitPiece(clone: Clone, path: string, text: string): Promise<void> {
  const file = join(clone.folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  const { login } = clone.person;
  const who = ["-c", `user.name=${login}`, "-c", `user.email=${login}@cong.invalid`];
  await git(clone.folder, "add", "--all");
  await git(clone.folder, ...who, "commit", "--quiet", "--message", `Viết ${path}`);
}

/** A piece on a branch that git pushes, handed in by the API. */
export const pushPiece =
  (clone: Clone): Action =>
  async (person, world) => {
    const remote = await upToDate(clone, world);
    const mark = freshMark(person, world);
    const { path, branch } = entryNamed(`day-${world.record.saves.length + 1}-${person.login}`);
    const text = aNewsText({ title: `Tin ${mark.toLowerCase()} được đẩy lên bằng git` }, `${mark}.`);
    await commitPiece(clone, path, text);
    const save: World["record"]["saves"][number] = {
      ...{ login: person.login, path, mark, replaced: null },
      blob: blobId(Buffer.from(text)),
    };
    world.record.saves.push(save);
    const pushed = await git(clone.folder, "push", "--quiet", remote, `HEAD:refs/heads/${branch}`);
    if (!pushed.ok) throw new LineLost(pushed.text);
    save.commit = (await git(clone.folder, "rev-parse", "HEAD")).text.trim();
    await person.ask(z.unknown(), "POST", "/pulls", { title: `Tin ${mark}`, head: branch, base: "main" });
    return "pushed";
  };

/** Tries to push to main itself. */
export const pushToMain =
  (clone: Clone): Action =>
  async (person, world) => {
    const remote = await upToDate(clone, world);
    const { path } = entryNamed(`vuot-${world.record.saves.length}-${person.login}`);
    await commitPiece(clone, path, aNewsText({ title: "Bài đẩy thẳng vào main mà không ai duyệt" }));
    const { ok } = await git(clone.folder, "push", "--quiet", "--force", remote, "HEAD:refs/heads/main");
    if (ok) world.record.wrong.push(`${person.login} pushed to main.`);
    return "refused";
  };

/** Tries to put another history in the place of a submission's. */
export const forcePush =
  (clone: Clone): Action =>
  async (person, world) => {
    const chosen = anyOf(await board(person), person.random);
    if (!chosen) return "nothing to do";
    const remote = await upToDate(clone, world);
    await commitPiece(clone, chosen.path, aNewsText({ title: "Bài đẩy đè lên bài của người khác" }));
    const { ok } = await git(
      clone.folder,
      "push",
      "--quiet",
      "--force",
      remote,
      `HEAD:refs/heads/${chosen.branch}`,
    );
    if (!ok) return "refused";
    // Between the look and the push the submission may have ended; the branch is then new.
    const still = (await board(person)).some(({ number }) => number === chosen.number);
    if (still) world.record.wrong.push(`${person.login} pushed over ${chosen.branch}.`);
    return "pushed to a branch that had ended";
  };
