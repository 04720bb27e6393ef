import type { PublisherStore } from "./release-store.ts";
import type { Stored, Tree, TreeEntry } from "./tree.ts";

/** Files to set, by path, and paths (undefined) whose file goes. */
export type TreeChanges = ReadonlyMap<string, Stored | undefined>;

type EditingStore = Pick<PublisherStore, "tree" | "putTree">;

/**
 * The root after these changes. Only folders on changed paths are read and written; one that has become empty goes.
 * A file takes the place of a folder of its name, and the other way round.
 */
export async function editTree(
  store: EditingStore,
  root: Stored | undefined,
  changes: TreeChanges,
): Promise<Stored> {
  const tree = await edited(
    store,
    root,
    [...changes].map(([path, stored]) => ({ path, stored, from: 0 })),
  );
  return store.putTree(tree);
}

interface Change {
  path: string;
  /** Where in `path` the part below this folder begins. */
  from: number;
  stored: Stored | undefined;
}

async function edited(
  store: EditingStore,
  folder: Stored | undefined,
  changes: readonly Change[],
): Promise<Tree> {
  const before = folder ? await store.tree(folder.hash) : [];
  const replaced = new Map<string, TreeEntry | undefined>();
  const below = new Map<string, Change[]>();
  for (const change of changes) {
    const slash = change.path.indexOf("/", change.from);
    if (slash === -1) {
      const name = change.path.slice(change.from);
      if (change.stored) replaced.set(name, entryOf("file", name, change.stored));
      else if (entryAt(before, name)?.kind === "file") replaced.set(name, undefined);
    } else {
      const name = change.path.slice(change.from, slash);
      const list = below.get(name) ?? [];
      list.push({ ...change, from: slash + 1 });
      below.set(name, list);
    }
  }
  for (const [name, list] of below) {
    const old = entryAt(before, name);
    const isFolder = old?.kind === "folder";
    // Removing below what is no folder, or below a file that takes its place, changes nothing.
    if ((!isFolder || replaced.get(name)) && list.every((change) => !change.stored)) continue;
    const tree = await edited(store, isFolder ? old : undefined, list);
    replaced.set(name, tree.length > 0 ? entryOf("folder", name, store.putTree(tree)) : undefined);
  }
  return merged(before, replaced);
}

/** The entries with some replaced (undefined: removed), in order. */
function merged(before: Tree, replaced: ReadonlyMap<string, TreeEntry | undefined>): Tree {
  const added: TreeEntry[] = [];
  for (const entry of replaced.values()) if (entry) added.push(entry);
  added.sort((a, b) => (a.name < b.name ? -1 : 1));
  const result: TreeEntry[] = [];
  let next = 0;
  for (const entry of before) {
    for (let add = added[next]; add && add.name < entry.name; add = added[next]) {
      result.push(add);
      next += 1;
    }
    if (!replaced.has(entry.name)) result.push(entry);
  }
  for (const add of added.slice(next)) result.push(add);
  return result;
}

/** The entry of this name, by halving. */
export function entryAt(tree: Tree, name: string): TreeEntry | undefined {
  let low = 0;
  let high = tree.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = tree[middle];
    if (entry && entry.name < name) low = middle + 1;
    else high = middle;
  }
  return tree[low]?.name === name ? tree[low] : undefined;
}

function entryOf(kind: TreeEntry["kind"], name: string, { hash, size }: Stored): TreeEntry {
  return { kind, hash, size, name };
}
