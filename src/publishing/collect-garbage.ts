import { readdir, rm } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { PublisherStore } from "./release-store.ts";

/**
 * Removes from the publisher's store what no kept root reaches. Compressed files stay with what they were made from.
 * Not while a release is put together: its files belong to no root yet.
 */
export async function collectGarbage(
  store: PublisherStore,
  keptRoots: Iterable<string>,
): Promise<{ removed: number }> {
  const kept = { objects: new Set<string>(), trees: new Set<string>() };
  for (const root of keptRoots) await mark(store, root, kept);
  const removed =
    (await sweep(join(store.folder, "objects"), kept.objects)) +
    (await sweep(join(store.folder, "trees"), kept.trees));
  store.notes.prune((hash) => existsSync(store.pathOf(hash)));
  return { removed };
}

async function mark(
  store: PublisherStore,
  tree: string,
  kept: { objects: Set<string>; trees: Set<string> },
): Promise<void> {
  if (kept.trees.has(tree)) return;
  kept.trees.add(tree);
  for (const entry of await store.tree(tree)) {
    if (entry.kind === "folder") await mark(store, entry.hash, kept);
    else kept.objects.add(entry.hash);
  }
}

async function sweep(folder: string, kept: ReadonlySet<string>): Promise<number> {
  let removed = 0;
  for (const part of await readdir(folder).catch(() => [])) {
    for (const name of await readdir(join(folder, part))) {
      if (kept.has(name)) continue;
      await rm(join(folder, part, name), { force: true });
      removed += 1;
    }
  }
  return removed;
}
