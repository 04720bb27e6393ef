import type { WantedObject } from "../host-folder/stage.ts";
import type { ReleaseStore } from "../target.ts";
import { formatTree, type Tree } from "../tree.ts";

/** What a host that serves `before` probably lacks of `after`: the texts of folders and the files. A guess is enough: hosts ask. */
export async function whatIsNew(
  store: ReleaseStore,
  before: string | undefined,
  after: string,
): Promise<{ trees: string[]; objects: WantedObject[] }> {
  const trees: string[] = [];
  const objects = new Map<string, WantedObject>();
  const seen = new Set<string>();

  async function compare(old: string | undefined, hash: string, path: string): Promise<void> {
    if (old === hash || seen.has(hash)) return;
    seen.add(hash);
    const tree = await store.tree(hash);
    trees.push(formatTree(tree));
    const known = new Map((await treeOrNone(store, old)).map((entry) => [entry.name, entry]));
    for (const entry of tree) {
      const same = known.get(entry.name);
      if (entry.kind === "folder")
        await compare(same?.kind === "folder" ? same.hash : undefined, entry.hash, `${path}${entry.name}/`);
      else if (same?.hash !== entry.hash)
        objects.set(entry.hash, { hash: entry.hash, path: path + entry.name });
    }
  }

  await compare(before, after, "");
  return { trees, objects: [...objects.values()] };
}

/** A release of long ago may be gone from the store: then everything counts as new. */
async function treeOrNone(store: ReleaseStore, hash: string | undefined): Promise<Tree> {
  if (!hash) return [];
  return store.tree(hash).catch(() => []);
}
