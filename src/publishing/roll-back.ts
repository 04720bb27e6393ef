import { editTree } from "./edit-tree.ts";
import type { PublisherStore } from "./release-store.ts";
import type { Stored } from "./tree.ts";
import { diffTrees, fileAt, type TreeDifference } from "./walk-tree.ts";

/** The part of a release that a rollback needs. */
export interface RootOf {
  root: string;
  size: number;
}

/**
 * The root of a rollback: the old release as it was, except that what was withdrawn since stays withdrawn, and that assets of
 * both stay reachable. `withdrawnAssets` are paths of assets that must not come back.
 */
export async function rollBackRoot(
  store: PublisherStore,
  {
    now,
    to,
    withdrawnAssets = new Set(),
  }: { now: RootOf; to: RootOf; withdrawnAssets?: ReadonlySet<string> },
): Promise<{ root: Stored; withdrawn: string[] }> {
  const differences = await diffTrees(store, to.root, now.root);
  const changes = new Map<string, Stored | undefined>();
  for (const { path, before, after } of differences) {
    if (!path.startsWith("assets/")) continue;
    if (!before && after) changes.set(path, after);
    if (before && !after && withdrawnAssets.has(path)) changes.set(path, undefined);
  }
  const withdrawn = withdrawnSince(differences);
  for (const base of withdrawn) await keepWithdrawn(store, base, { now: now.root, to: to.root }, changes);
  return { root: await editTree(store, { hash: to.root, size: to.size }, changes), withdrawn };
}

const notice = ".410.html";

/** The pages (paths without `.html`) that answer 410 now and did not in the old release. */
function withdrawnSince(differences: readonly TreeDifference[]): string[] {
  return differences.flatMap(({ path, after }) =>
    after && path.endsWith(notice) ? [path.slice(0, -notice.length)] : [],
  );
}

const compressed = ["", ".br", ".gz"];

/** The notice in place of the page and of any redirect. */
async function keepWithdrawn(
  store: PublisherStore,
  base: string,
  { now, to }: { now: string; to: string },
  changes: Map<string, Stored | undefined>,
): Promise<void> {
  for (const suffix of compressed) {
    for (const old of [`${base}.html${suffix}`, `${base}.301${suffix}`])
      if (await fileAt(store, to, old)) changes.set(old, undefined);
    changes.set(base + notice + suffix, await fileAt(store, now, base + notice + suffix));
  }
}
