import { createHash } from "node:crypto";
import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkObjects } from "../../src/git/check-objects.ts";
import { openRepository, type Repository } from "../../src/git/repository.ts";
import { makeBundle, verifyBundle } from "../../src/publishing/backup/bundle.ts";
import { mirrorAlarm } from "../../src/publishing/backup/mirror-alarm.ts";
import { restoreRepository } from "../../src/publishing/backup/restore-repository.ts";
import {
  syncMirrors,
  type LastComplete,
  type MirrorState,
} from "../../src/publishing/backup/sync-mirrors.ts";
import { aFolder, aRepository, git } from "../support/a-repository.ts";
import { runScript } from "../support/run-script.ts";

const clock = () => new Date("2026-11-22T01:00:00Z");

/** A repository with some history, all of it in one pack. */
async function aPackedRepository(): Promise<Repository> {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [
      `content/bai-${index}.md`,
      `Bài số ${index}: ${"sông mây ".repeat(index)}\n`,
    ]),
  );
  const repository = await aRepository(files);
  git(repository.dir, "repack", "-a", "-d", "-q");
  return repository;
}

/** Flips one byte in the middle of a file; size and name stay. */
async function corrupt(file: string, at = 0.5): Promise<void> {
  const bytes = await readFile(file);
  const index = Math.floor(bytes.length * at);
  bytes[index] = (bytes[index] ?? 0) ^ 0xff;
  await chmod(file, 0o644);
  await writeFile(file, bytes);
}

async function packOf(dir: string): Promise<string> {
  const folder = join(dir, "objects/pack");
  const name = (await readdir(folder)).find((entry) => entry.endsWith(".pack"));
  if (!name) throw new Error(`${folder} has no pack.`);
  return join(folder, name);
}

/** Adds a commit to a branch; `parent: null` begins a history of its own. */
async function commitOn(
  repository: Repository,
  branch: string,
  text: string,
  parent?: string | null,
): Promise<string> {
  const before = parent === undefined ? await repository.resolve(branch) : parent;
  const blob = await repository.writeBlob(Buffer.from(text));
  const tree = await repository.writeTree(undefined, [{ path: "bai.md", oid: blob }]);
  const person = { name: "Thu Mai", email: "bientap@example.vn", date: clock() };
  const parents = before ? [before] : [];
  const commit = await repository.writeCommit({
    tree,
    parents,
    author: person,
    committer: person,
    message: text,
  });
  await repository.updateRef(branch, commit, undefined);
  return commit;
}

const refsOf = (dir: string) => git(dir, "for-each-ref", "--format=%(refname) %(objectname)").split("\n");
const sync = async (
  repository: Repository,
  url: string,
  options?: { lastComplete: LastComplete; clock: () => Date },
) => {
  const [state] = await syncMirrors(repository, [{ name: "xa", url }], options);
  return state as MirrorState;
};

test("22: a corrupt pack, which git log passes over, is found and the repository restored from its bundle", async () => {
  const repository = await aPackedRepository();
  const folder = await aFolder();
  const bundle = await makeBundle(repository.dir, join(folder, "bundles"), { clock });
  const before = refsOf(repository.dir);
  expect(await checkObjects(repository.dir)).toEqual([]);

  await corrupt(await packOf(repository.dir));
  expect(git(repository.dir, "log", "-1", "--format=%s", "main")).toBe("Khởi đầu");
  const check = await runScript("mirror", ["check", "--repository", repository.dir]);
  expect(check.code).toBe(1);
  expect(check.errors).toContain(`npm run mirror -- restore FILE --into ${repository.dir}`);

  const restored = join(folder, "restored.git");
  const restore = await runScript("mirror", ["restore", bundle, "--into", restored]);
  expect(restore).toMatchObject({ code: 0, errors: "" });
  expect(await checkObjects(restored)).toEqual([]);
  expect(refsOf(restored)).toEqual(before);
  expect(git(restored, "config", "receive.denyNonFastForwards")).toBe("true");
});

test("22: what is there already is never restored over", async () => {
  const repository = await aPackedRepository();
  const bundle = await makeBundle(repository.dir, await aFolder(), { clock });
  await expect(restoreRepository({ url: bundle }, repository.dir)).rejects.toThrow("is there already");
});

test("23: a corrupt bundle is rejected by its SHA-256, and nothing is restored from it", async () => {
  const repository = await aPackedRepository();
  const folder = await aFolder();
  const bundle = await makeBundle(repository.dir, folder, { clock });
  await verifyBundle(bundle);
  await corrupt(bundle, 0.7);
  const { code, errors } = await runScript("mirror", ["verify", bundle]);
  expect(code).toBe(1);
  expect(errors).toContain("does not have the SHA-256 it was made with");
  const restored = join(folder, "restored.git");
  await expect(restoreRepository({ url: bundle }, restored)).rejects.toThrow("SHA-256");
  await expect(stat(restored)).rejects.toThrow();
});

test("23: a bundle that was corrupt before its SHA-256 was taken, which git bundle verify passes, is rejected by the clone", async () => {
  const repository = await aPackedRepository();
  const bundle = await makeBundle(repository.dir, await aFolder(), { clock });
  await corrupt(bundle, 0.7);
  const sum = createHash("sha256")
    .update(await readFile(bundle))
    .digest("hex");
  await writeFile(`${bundle}.sha256`, `${sum}  ${bundle}\n`);
  expect(() => git(repository.dir, "bundle", "verify", "--quiet", bundle)).not.toThrow();
  await expect(verifyBundle(bundle)).rejects.toThrow("cannot be restored");
});

test("23: a damaged repository makes no bundle that counts", async () => {
  const repository = await aPackedRepository();
  const folder = await aFolder();
  await corrupt(await packOf(repository.dir));
  await expect(makeBundle(repository.dir, folder, { clock })).rejects.toThrow();
  expect(await readdir(folder)).toEqual([]);
});

test("24: after a forced push to main the mirror keeps the history, tells of it, and holds the new one beside it", async () => {
  const repository = await aRepository();
  const mirror = join(await aFolder(), "mirror.git");
  const old = await commitOn(repository, "refs/heads/main", "Bài đã đăng");
  expect(await sync(repository, mirror)).toMatchObject({ ok: true, lag: 0 });

  const forced = await commitOn(repository, "refs/heads/main", "Lịch sử khác", null);
  const state = await sync(repository, mirror);
  expect(state).toMatchObject({ ok: false, missing: ["refs/heads/main"], rewritten: ["refs/heads/main"] });
  expect(mirrorAlarm(state, 3600)).toContain("holds another history of refs/heads/main and keeps it");
  expect(git(mirror, "rev-parse", "refs/heads/main")).toBe(old);
  expect(git(mirror, "rev-parse", `refs/rewritten/main/${forced.slice(0, 12)}`)).toBe(forced);
});

test("24: a branch that was deleted or rebased here stays there, and the rebased one is kept too", async () => {
  const repository = await aRepository();
  const mirror = join(await aFolder(), "mirror.git");
  const first = await commitOn(repository, "refs/heads/cms/tinh-tin-2026/bai", "Bản một");
  const gone = await commitOn(repository, "refs/heads/cms/tinh-tin-2026/bo", "Bài bỏ");
  await sync(repository, mirror);
  const rebased = await commitOn(repository, "refs/heads/cms/tinh-tin-2026/bai", "Bản hai", null);
  await repository.updateRef("refs/heads/cms/tinh-tin-2026/bo", null, gone);
  expect(await sync(repository, mirror)).toMatchObject({ ok: true, missing: [] });
  const held = refsOf(mirror);
  expect(held).toContain(`refs/heads/cms/tinh-tin-2026/bai ${first}`);
  expect(held).toContain(`refs/heads/cms/tinh-tin-2026/bo ${gone}`);
  expect(held).toContain(`refs/rewritten/cms/tinh-tin-2026/bai/${rebased.slice(0, 12)} ${rebased}`);
  expect(await sync(repository, mirror)).toMatchObject({ ok: true });
});

test("24: a mirror that we made refuses everybody's forced pushes and deletions", async () => {
  const repository = await aRepository();
  const mirror = join(await aFolder(), "mirror.git");
  await commitOn(repository, "refs/heads/main", "Bài đã đăng");
  await sync(repository, mirror);
  expect(() => git(repository.dir, "push", "--force", mirror, "main~1:refs/heads/main")).toThrow();
  expect(() => git(repository.dir, "push", mirror, ":refs/heads/main")).toThrow();
});

test("25: the repository is rebuilt from a mirror when it is gone", async () => {
  const repository = await aRepository();
  const folder = await aFolder();
  const mirror = join(folder, "mirror.git");
  git(repository.dir, "tag", "-a", "-m", "Bản đầu", "v1", "main");
  await sync(repository, mirror);
  const restored = join(folder, "restored.git");
  await restoreRepository({ url: mirror }, restored);
  expect(refsOf(restored)).toEqual(refsOf(repository.dir));
  const again = openRepository(restored);
  expect(await again.readFile("main", "README.md")).toBeDefined();
  await again.close();
});

test("a mirror that cannot be reached keeps no other waiting, and its age is told until it is complete again", async () => {
  const repository = await aRepository();
  const folder = await aFolder();
  const lastComplete: LastComplete = new Map();
  let now = Date.parse("2026-11-22T01:00:00Z");
  const at = () => new Date(now);
  const mirrors = [
    { name: "xa", url: "https://nguoi:mat-khau@127.0.0.1:1/cong.git", token: "bi-mat" },
    { name: "gan", url: join(folder, "gan.git") },
  ];
  await syncMirrors(repository, mirrors, { lastComplete, clock: at });
  now += 2 * 3_600_000;
  const [far, near] = await syncMirrors(repository, mirrors, { lastComplete, clock: at });
  expect(near).toMatchObject({ ok: true, lag: 0 });
  expect(far).toMatchObject({ ok: false, lag: 7200 });
  expect(mirrorAlarm(far as MirrorState, 3600)).toContain("has been behind for 2 h 0 min");
  expect(mirrorAlarm(far as MirrorState, 8000)).toBeUndefined();
  expect(JSON.stringify(far)).not.toMatch(/mat-khau|bi-mat|YmktbWF0/);
});

test("the command makes a mirror, and says with its exit code when one is not complete", async () => {
  const repository = await aRepository();
  const folder = await aFolder();
  const here = [
    "--repository",
    repository.dir,
    "--state",
    join(folder, "mirrors.json"),
    "--to",
    `gan=${join(folder, "gan.git")}`,
  ];
  expect(await runScript("mirror", here)).toMatchObject({ code: 0, errors: "" });
  await commitOn(repository, "refs/heads/main", "Bài mới");
  const check = await runScript("mirror", ["check", ...here, "--bundles", join(folder, "bundles")]);
  expect(check.code).toBe(1);
  expect(check.errors).toContain("refs/heads/main is not there");
  expect(check.errors).toContain("holds no bundle");
  expect(await runScript("mirror", ["check", ...here, "--max-age", "60"])).toMatchObject({ code: 0 });
  const wrong = await runScript("mirror", ["--to", "https://nguoi:mat-khau@example.vn/cong.git"]);
  expect(wrong.code).toBe(1);
  expect(wrong.errors).not.toContain("mat-khau");
});
