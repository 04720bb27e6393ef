import { expect, test } from "vitest";
import {
  EMPTY_TREE,
  isValidRefName,
  RefMoved,
  RefNameRefused,
  type Repository,
} from "../../src/git/repository.ts";
import { keepsChanges } from "../../src/git/keeps-changes.ts";
import { openFileHistory } from "../../src/git/file-history.ts";
import { aRepository, git } from "../support/a-repository.ts";

const person = { name: "Nguyễn Văn Á", email: "a@example.vn", date: new Date("2026-03-02T08:00:00Z") };

/** Commits files on top of a parent without moving a branch; null takes a file away. */
async function commit(
  repository: Repository,
  parents: string[],
  files: Record<string, string | null>,
): Promise<string> {
  const changes = [];
  for (const [path, text] of Object.entries(files)) {
    changes.push({ path, oid: text === null ? null : await repository.writeBlob(Buffer.from(text)) });
  }
  const tree = await repository.writeTree(parents[0], changes);
  return repository.writeCommit({ tree, parents, message: "Sửa\n", author: person, committer: person });
}

const mainOf = async (repository: Repository): Promise<string> => (await repository.resolve("main")) ?? "";

test("names with spaces, quotes and diacritics come back as they went in", async () => {
  const path = 'content/tin "tức"/bài\tviết đầu.md';
  const repository = await aRepository({ [path]: "một\n" });
  expect(String(await repository.readFile("main", path))).toBe("một\n");
  const entries = await repository.listTree("main", { path: "content", recursive: true });
  expect(entries.map((entry) => [entry.path, entry.type, entry.size])).toEqual([
    ['content/tin "tức"', "tree", undefined],
    [path, "blob", 6],
  ]);
  const next = await commit(repository, [await mainOf(repository)], { [path]: "hai\n" });
  expect(await repository.patches("main", next)).toMatchObject([
    { path, status: "modified", additions: 1, deletions: 1, patch: "@@ -1 +1 @@\n-một\n+hai" },
  ]);
  expect(await repository.log(next, { path, limit: 1 })).toMatchObject([{ oid: next, author: person }]);
});

test("what is not there is undefined, not an error", async () => {
  const repository = await aRepository();
  for (const name of ["khong-co", "", "main\nmain", "0".repeat(40), "main:README.md"]) {
    expect(await repository.resolve(name)).toBeUndefined();
  }
  expect(await repository.readFile("main", "khong-co.md")).toBeUndefined();
  expect(await repository.listTree("main", { path: "khong-co" })).toEqual([]);
  await expect(repository.readCommit("khong-co")).rejects.toThrow("names no commit");
  await expect(repository.readObject("0".repeat(40))).rejects.toThrow("There is no object");
});

test("hundreds of questions at once each get their own answer", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 200 }, (_, n) => [`${n}.md`, `bài ${n}\n`.repeat(n)]),
  );
  const repository = await aRepository(files);
  const texts = await Promise.all(Object.keys(files).map((path) => repository.readFile("main", path)));
  expect(texts.map(String)).toEqual(Object.values(files));
});

test("a large binary file is written and read whole", async () => {
  const repository = await aRepository();
  const bytes = crypto.getRandomValues(new Uint8Array(65_536));
  const data = Buffer.concat(Array.from({ length: 200 }, () => bytes));
  const oid = await repository.writeBlob(data);
  expect((await repository.readObject(oid)).data.equals(data)).toBe(true);
});

test("a changed tree keeps the rest, and a removed file is gone", async () => {
  const repository = await aRepository({ "a/một.md": "1\n", "a/hai.md": "2\n", "b.md": "3\n" });
  const main = await mainOf(repository);
  const next = await commit(repository, [main], { "a/hai.md": null, "a/ba.md": "ba\n", "b.md": "3\n" });
  expect(await repository.changedFiles(main, next)).toMatchObject([
    { status: "added", path: "a/ba.md" },
    { status: "removed", path: "a/hai.md" },
  ]);
  expect((await repository.changedFiles(EMPTY_TREE, next)).map(({ path }) => path)).toEqual([
    "a/ba.md",
    "a/một.md",
    "b.md",
  ]);
});

test("a renamed file is found as such only when asked", async () => {
  const text = "dòng\n".repeat(20);
  const repository = await aRepository({ "cũ.md": text });
  const next = await commit(repository, [await mainOf(repository)], { "cũ.md": null, "mới.md": text });
  expect(await repository.changedFiles("main", next, { renames: true })).toMatchObject([
    { status: "renamed", path: "mới.md", previousPath: "cũ.md" },
  ]);
  expect((await repository.changedFiles("main", next)).map(({ status }) => status)).toEqual([
    "removed",
    "added",
  ]);
});

test("lines that look like git's own headers stay lines of their file", async () => {
  const repository = await aRepository();
  const main = await mainOf(repository);
  const text = "diff --git a/x b/x\n@@ -1 +1 @@\n--- a\n+++ b\n";
  const next = await commit(repository, [main], { "a.md": text, "b.bin": "\0", "c.md": "", "d.md": "cuối" });
  const patches = await repository.patches(main, next);
  expect(patches.map(({ path, additions, patch }) => [path, additions, patch?.split("\n").length])).toEqual([
    ["a.md", 4, 5],
    ["b.bin", 0, undefined],
    ["c.md", 0, undefined],
    ["d.md", 1, 3],
  ]);
});

test("a ref moves only from where it was expected", async () => {
  const repository = await aRepository();
  const main = await mainOf(repository);
  const next = await commit(repository, [main], { "a.md": "a\n" });
  const ref = "refs/heads/cms/tin-tức/bài";
  await repository.updateRef(ref, next, null);
  await expect(repository.updateRef(ref, next, null)).rejects.toThrow(RefMoved);
  await expect(repository.updateRef(ref, main, main)).rejects.toThrow(RefMoved);
  await expect(repository.updateRef(ref, null, main)).rejects.toThrow(RefMoved);
  await expect(repository.updateRef("refs/heads/cms/tin-tức", next, null)).rejects.toThrow(RefNameRefused);
  await expect(repository.updateRef("refs/heads/a..b", next, null)).rejects.toThrow(RefNameRefused);
  // All or nothing.
  const both = [
    { name: ref, oid: main, expected: next },
    { name: "refs/heads/khac", oid: main, expected: next },
  ];
  await expect(repository.updateRefs(both)).rejects.toThrow(RefMoved);
  expect(await repository.resolve(ref)).toBe(next);
  await repository.updateRef(ref, null, next);
  expect(await repository.refs("refs/heads/cms/")).toEqual([]);
});

test("of eight writers racing for a ref, one wins", async () => {
  const repository = await aRepository();
  const main = await mainOf(repository);
  const commits = [];
  for (let n = 0; n < 8; n += 1) commits.push(await commit(repository, [main], { "a.md": String(n) }));
  const results = await Promise.allSettled(
    commits.map((oid) => repository.updateRef("refs/heads/x", oid, null)),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results)
    if (result.status === "rejected") expect(result.reason).toBeInstanceOf(RefMoved);
});

test("a merge is tried without touching a branch, and conflicts are named", async () => {
  const repository = await aRepository({ "a.md": "một\n", "b.md": "1\n" });
  const main = await mainOf(repository);
  const ours = await commit(repository, [main], { "a.md": "hai\n" });
  const theirs = await commit(repository, [main], { "b.md": "2\n" });
  const clash = await commit(repository, [main], { "a.md": "ba\n" });
  const { tree, conflicts } = await repository.mergeTree(ours, theirs);
  expect(conflicts).toEqual([]);
  expect((await repository.listTree(tree)).map(({ path }) => path)).toEqual(["a.md", "b.md"]);
  expect((await repository.mergeTree(ours, clash)).conflicts).toEqual(["a.md"]);
});

test("a rebased branch keeps its changes, one written over does not", async () => {
  const repository = await aRepository({ "a.md": "một\n" });
  const main = await mainOf(repository);
  const branch = await commit(repository, [main], { "b.md": "bài\n" });
  const newMain = await commit(repository, [main], { "c.md": "khác\n" });
  const rebased = await commit(repository, [newMain], { "b.md": "bài\n" });
  const continued = await commit(repository, [rebased], { "b.md": "bài hay\n" });
  const over = await commit(repository, [newMain], { "b.md": "bài hay\n" });
  expect(await keepsChanges(repository, branch, continued)).toBe(true);
  expect(await keepsChanges(repository, branch, over)).toBe(false);
  const merge = await commit(repository, [branch, newMain], { "c.md": "khác\n" });
  expect(await keepsChanges(repository, merge, continued)).toBe(false);
});

test("a branch carried over main file by file keeps its changes even where main changed the same file", async () => {
  const repository = await aRepository({ "a.md": "một\n", "b.md": "b\n" });
  const main = await mainOf(repository);
  const branch = await commit(repository, [main], { "a.md": "của bài\n", "b.md": null });
  const newMain = await commit(repository, [main], { "a.md": "sửa gấp\n" });
  const carried = await commit(repository, [newMain], { "a.md": "của bài\n", "b.md": null });
  const continued = await commit(repository, [carried], { "a.md": "của bài, tiếp\n" });
  expect(await keepsChanges(repository, branch, continued)).toBe(true);
  const half = await commit(repository, [newMain], { "a.md": "của bài\n" });
  expect(await keepsChanges(repository, branch, half)).toBe(false);
});

test("an odd name or address in a commit breaks nothing", async () => {
  const repository = await aRepository();
  const tree = (await repository.readCommit("main")).tree;
  for (const name of ["", "<>", "A\nB <x@y>", "  .  "]) {
    const odd = { name, email: "x@y\n>", date: person.date };
    const oid = await repository.writeCommit({ tree, parents: [], message: "", author: odd, committer: odd });
    expect((await repository.readCommit(oid)).author.email).toBe("x@y");
  }
  expect(git(repository.dir, "fsck", "--full", "--strict")).not.toMatch(/error/);
});

test("the history of a file is answered from memory and grows with main", async () => {
  const repository = await aRepository({ "a.md": "0\n", "đ.md": "0\n" });
  const history = openFileHistory(repository);
  const first = await mainOf(repository);
  const second = await commit(repository, [first], { "đ.md": "1\n" });
  const side = await commit(repository, [first], { "a.md": "bên\n" });
  const merge = await commit(repository, [second, side], { "a.md": "bên\n" });
  expect(await history.commitsOf(second, "đ.md")).toEqual([second, first]);
  expect(await history.commitsOf(merge, "đ.md")).toEqual([second, first]);
  expect(await history.commitsOf(merge, "a.md")).toEqual([side, first]);
  expect(await history.commitsOf(second, "a.md")).toEqual([first]);
  expect(await history.commitsOf(merge, "khong-co")).toEqual([]);
});

test("a closed repository answers no more, and says so", async () => {
  const repository = await aRepository();
  expect(await repository.resolve("main")).toBeDefined();
  await repository.close();
  await expect(repository.resolve("main")).rejects.toThrow("was closed");
});

test("names of refs are judged as git judges them", async () => {
  const repository = await aRepository();
  const parts = [
    "a",
    "tin-tức",
    ".a",
    "a.",
    "a.lock",
    "a b",
    "a~",
    "a^",
    "a:",
    "a?",
    "a*",
    "a[",
    "a\\",
    "a\u007f",
    "@",
    "a@{b",
  ];
  const names = [
    "a",
    "@",
    "",
    "/a/b",
    "a/b/",
    "a//b",
    "a/..b",
    ...parts.flatMap((part) => [`refs/heads/${part}`, `refs/${part}/b`]),
  ];
  for (const name of names) {
    let valid = true;
    try {
      git(repository.dir, "check-ref-format", name);
    } catch {
      valid = false;
    }
    expect([name, isValidRefName(name)]).toEqual([name, valid]);
  }
});

test("main is the branch, whatever tags there are, and no other short name names anything", async () => {
  const repository = await aRepository();
  const main = await mainOf(repository);
  const next = await commit(repository, [main], { "README.md": "lén\n" });
  for (const tag of ["main", "heads/main", "cms/x/y"])
    await repository.updateRef(`refs/tags/${tag}`, next, null);
  expect(await mainOf(repository)).toBe(main);
  expect(String(await repository.readFile("main", "README.md"))).toBe("Cổng\n");
  expect(await repository.isAncestor(next, "main")).toBe(false);
  expect(await repository.revisions("main")).toEqual([main]);
  for (const name of ["cms/x/y", "heads/main", "HEAD", "refs/heads/cms/x/y", main.slice(0, 10)]) {
    expect(await repository.resolve(name)).toBeUndefined();
    expect(await repository.readFile(name, "README.md")).toBeUndefined();
  }
  await expect(repository.mergeTree("HEAD", next)).rejects.toThrow("not main");
});

test("a path that does not go straight down names nothing and disturbs nobody", async () => {
  const repository = await aRepository();
  const answers = await Promise.all([
    ...["./README.md", "../README.md", "a/../README.md", "a//b"].map((path) =>
      repository.readFile("main", path),
    ),
    repository.readFile("main", "README.md"),
  ]);
  expect(answers.map(String)).toEqual([...Array<string>(4).fill("undefined"), "Cổng\n"]);
});

test("what is asked again about the same commits is answered as at first, whatever was done with the answer", async () => {
  const repository = await aRepository();
  const main = await mainOf(repository);
  const next = await commit(repository, [main], { "a.md": "một\n", "b.md": "hai\n" });
  const first = await repository.changedFiles(main, next);
  first.reverse().pop();
  expect((await repository.changedFiles(main, next)).map(({ path }) => path)).toEqual(["a.md", "b.md"]);
  const last = await commit(repository, [next], { "c.md": "ba\n" });
  (await repository.revisions(last, { not: main })).reverse();
  expect(await repository.revisions(last, { not: main })).toEqual([last, next]);
  expect(await repository.revisions(last, { not: main, limit: 1 })).toEqual([last]);
});

test("what is asked about a branch follows the branch", async () => {
  const repository = await aRepository();
  const main = await mainOf(repository);
  const next = await commit(repository, [main], { "a.md": "một\n" });
  expect(await repository.isAncestor(next, "main")).toBe(false);
  await repository.updateRef("refs/heads/main", next, main);
  expect(await repository.isAncestor(next, "main")).toBe(true);
  expect(await repository.mergeBase("main", next)).toBe(next);
});

test("a merge that git has thrown away since is made again", async () => {
  const repository = await aRepository({ "a.md": "một\n", "b.md": "hai\n" });
  const main = await mainOf(repository);
  const ours = await commit(repository, [main], { "a.md": "một nữa\n" });
  const theirs = await commit(repository, [main], { "b.md": "hai nữa\n" });
  for (const [name, oid] of Object.entries({ ours, theirs }))
    await repository.updateRef(`refs/heads/${name}`, oid, null);
  const { tree } = await repository.mergeTree(ours, theirs);
  git(repository.dir, "prune", "--expire=now");
  expect(await repository.mergeTree(ours, theirs)).toEqual({ tree, conflicts: [] });
  expect(String(await repository.readFile(tree, "b.md"))).toBe("hai nữa\n");
});
