import { entryAt } from "./edit-tree.ts";
import type { ReleaseStore } from "./target.ts";
import type { Stored, TreeEntry } from "./tree.ts";

type Trees = Pick<ReleaseStore, "tree">;

export interface TreeFile extends Stored {
  path: string;
}

/** Every file of a tree, folder by folder. */
export async function* walkTree(store: Trees, root: string, base = ""): AsyncGenerator<TreeFile> {
  for (const { kind, name, hash, size } of await store.tree(root)) {
    if (kind === "folder") yield* walkTree(store, hash, `${base}${name}/`);
    else yield { path: base + name, hash, size };
  }
}

/** The file at a path, if there is one. */
export async function fileAt(store: Trees, root: string, path: string): Promise<Stored | undefined> {
  const names = path.split("/");
  let folder = root;
  for (const [index, name] of names.entries()) {
    const entry = entryAt(await store.tree(folder), name);
    if (!entry) return undefined;
    if (index === names.length - 1)
      return entry.kind === "file" ? { hash: entry.hash, size: entry.size } : undefined;
    if (entry.kind !== "folder") return undefined;
    folder = entry.hash;
  }
  return undefined;
}

/** A path whose file differs between two trees: undefined where it has none. */
export interface TreeDifference {
  path: string;
  before: Stored | undefined;
  after: Stored | undefined;
}

/** Where two trees differ; folders that are equal are not read. */
export async function diffTrees(
  store: Trees,
  before: string | undefined,
  after: string | undefined,
  base = "",
): Promise<TreeDifference[]> {
  if (before === after) return [];
  const [old, current] = [before ? await store.tree(before) : [], after ? await store.tree(after) : []];
  const differences: TreeDifference[] = [];
  for (const [a, b] of pairs(old, current)) {
    if (a && b && a.hash === b.hash && a.kind === b.kind) continue;
    const path = base + (a ?? b).name;
    const [fileBefore, fileAfter] = [storedFile(a), storedFile(b)];
    if (fileBefore || fileAfter) differences.push({ path, before: fileBefore, after: fileAfter });
    const [folderBefore, folderAfter] = [folderHash(a), folderHash(b)];
    if (folderBefore || folderAfter)
      for (const difference of await diffTrees(store, folderBefore, folderAfter, `${path}/`))
        differences.push(difference);
  }
  return differences;
}

type Pair = [TreeEntry, TreeEntry | undefined] | [undefined, TreeEntry];

/** The entries of two folders by name. */
function* pairs(old: readonly TreeEntry[], current: readonly TreeEntry[]): Generator<Pair> {
  let next = 0;
  for (const a of old) {
    for (let b = current[next]; b && b.name < a.name; b = current[next]) {
      yield [undefined, b];
      next += 1;
    }
    const b = current[next];
    if (b?.name === a.name) next += 1;
    yield [a, b?.name === a.name ? b : undefined];
  }
  for (const b of current.slice(next)) yield [undefined, b];
}

function storedFile(entry: TreeEntry | undefined): Stored | undefined {
  return entry?.kind === "file" ? { hash: entry.hash, size: entry.size } : undefined;
}

function folderHash(entry: TreeEntry | undefined): string | undefined {
  return entry?.kind === "folder" ? entry.hash : undefined;
}
