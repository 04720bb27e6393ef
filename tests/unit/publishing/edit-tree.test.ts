import { expect, test } from "vitest";
import { aRandom } from "../../../bench/random.ts";
import { editTree } from "../../../src/publishing/edit-tree.ts";
import { formatTree, hashOf, type Stored, type Tree } from "../../../src/publishing/tree.ts";
import { diffTrees, fileAt, walkTree } from "../../../src/publishing/walk-tree.ts";

const seed = Number(process.env["SEED"] ?? 20_261_125);

/** Folders in memory, under their hash. */
function aTreeStore() {
  const trees = new Map<string, Tree>();
  return {
    read: [] as string[],
    putTree(entries: Tree): Stored {
      const hash = hashOf(formatTree(entries));
      trees.set(hash, entries);
      return { hash, size: entries.reduce((sum, entry) => sum + entry.size, 0) };
    },
    tree(hash: string): Promise<Tree> {
      this.read.push(hash);
      const tree = trees.get(hash);
      return tree ? Promise.resolve(tree) : Promise.reject(new Error(`no folder ${hash}`));
    },
  };
}

const stored = (text: string): Stored => ({ hash: hashOf(text), size: text.length });

async function filesOf(store: ReturnType<typeof aTreeStore>, root: Stored) {
  const files = new Map<string, Stored>();
  for await (const { path, hash, size } of walkTree(store, root.hash)) files.set(path, { hash, size });
  return files;
}

const sorted = (files: ReadonlyMap<string, Stored>) => [...files].sort(([a], [b]) => (a < b ? -1 : 1));

test(`random edits give the tree of a plain list of files, and differences name what changed (seed ${seed})`, async () => {
  const random = aRandom(seed);
  const pick = (count: number) => Math.floor(random() * count);
  const store = aTreeStore();
  // Names that sort differently with and without a separator, and folders that become empty.
  const names = ["a", "a.b", "a-b", "aa", "b", "đ", "é", "z"];
  const randomPath = () =>
    Array.from({ length: 1 + pick(3) }, () => names[pick(names.length)] ?? "a").join("/") + ".html";

  let root = await editTree(store, undefined, new Map());
  let model = new Map<string, Stored>();
  for (let step = 0; step < 300; step += 1) {
    const changes = new Map<string, Stored | undefined>();
    for (let count = pick(6); count >= 0; count -= 1)
      changes.set(randomPath(), random() < 0.5 ? stored(`${step} ${count}`) : undefined);
    const next = new Map(model);
    for (const [path, file] of changes) {
      if (file) next.set(path, file);
      else next.delete(path);
    }
    const edited = await editTree(store, root, changes);
    expect(sorted(await filesOf(store, edited))).toEqual(sorted(next));
    expect(edited).toEqual(await editTree(store, undefined, next));
    expect(edited.size).toBe([...next.values()].reduce((sum, { size }) => sum + size, 0));

    const expected = [...new Set([...model.keys(), ...next.keys()])]
      .filter((path) => model.get(path)?.hash !== next.get(path)?.hash)
      .map((path) => ({ path, before: model.get(path), after: next.get(path) }));
    const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
    expect((await diffTrees(store, root.hash, edited.hash)).sort(byPath)).toEqual(expected.sort(byPath));
    [root, model] = [edited, next];
  }
});

test("a file takes the place of a folder, and a folder that of a file", async () => {
  const store = aTreeStore();
  const one = await editTree(store, undefined, new Map([["a/b", stored("b")]]));
  const two = await editTree(
    store,
    one,
    new Map([
      ["a", stored("a")],
      ["a/b", undefined],
    ]),
  );
  expect(sorted(await filesOf(store, two))).toEqual([["a", stored("a")]]);
  const three = await editTree(store, two, new Map([["a/c/d", stored("d")]]));
  expect(sorted(await filesOf(store, three))).toEqual([["a/c/d", stored("d")]]);
  expect(await diffTrees(store, two.hash, three.hash)).toEqual([
    { path: "a", before: stored("a"), after: undefined },
    { path: "a/c/d", before: undefined, after: stored("d") },
  ]);
});

test("folders off the changed paths are not read", async () => {
  const store = aTreeStore();
  const root = await editTree(
    store,
    undefined,
    new Map(["a/1", "b/1", "b/c/1", "d/1"].map((path) => [path, stored(path)])),
  );
  store.read = [];
  const edited = await editTree(store, root, new Map([["a/2", stored("2")]]));
  expect(store.read).toHaveLength(2);
  store.read = [];
  await diffTrees(store, root.hash, edited.hash);
  expect(store.read).toHaveLength(4);
});

test("a file is found by its path, and nothing by another", async () => {
  const store = aTreeStore();
  const root = await editTree(store, undefined, new Map([["a/b/c.html", stored("c")]]));
  expect(await fileAt(store, root.hash, "a/b/c.html")).toEqual(stored("c"));
  for (const path of ["a", "a/b", "a/b/c", "a/b/c.html/d", "x/y"])
    expect(await fileAt(store, root.hash, path)).toBeUndefined();
});
