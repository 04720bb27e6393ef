import { sideBySide } from "../../foundation/side-by-side.ts";
import type { Buckets } from "./buckets.ts";
import { objectKey, releaseKey, versionKeyOf, type Depot } from "./depot.ts";
import type { HostState } from "./state.ts";
import { parallelRequests } from "./write-changes.ts";

/** What was put there a moment ago may belong to a release that is being staged, in ms. */
const grace = 24 * 3_600_000;

/** Removes from the depot old releases and what they alone used. Kept: the newest `keep`, the live one, the one before it, newer ones. */
export async function tidyDepot(
  buckets: Buckets,
  depot: Depot,
  state: HostState,
  { keep, now }: { keep: number; now: number },
): Promise<void> {
  const { live, previous, sites } = state;
  if (live === null) return;
  const sequences = await depot.sequences();
  const newest = new Set(sequences.filter((sequence) => sequence <= live).slice(0, keep));
  const isKept = (sequence: number) => sequence >= live || sequence === previous || newest.has(sequence);
  const roots = new Set(Object.values(sites).flatMap(({ roots }) => roots.flatMap((root) => root ?? [])));
  for (const sequence of sequences.filter(isKept)) {
    const release = await depot.release(sequence);
    if (release) roots.add(release.manifest.root);
  }
  const used = await reachable(depot, roots);
  const old = sequences.filter((sequence) => !isKept(sequence));
  const remove = (keys: readonly string[]) =>
    sideBySide(keys, parallelRequests, (key) => buckets.remove(depot.bucket, key));
  // A release goes before what it consists of: what is listed is whole.
  await remove(old.flatMap((sequence) => [releaseKey(sequence), versionKeyOf(sequence)]));
  for (const prefix of ["objects/", "trees/"]) {
    const unused: string[] = [];
    for await (const { key, modified } of buckets.list(depot.bucket, prefix))
      if (!used.has(key) && now - modified.getTime() > grace) unused.push(key);
    await remove(unused);
  }
}

async function reachable(depot: Depot, roots: Iterable<string>): Promise<Set<string>> {
  const used = new Set<string>();
  async function visit(hash: string): Promise<void> {
    if (used.has(`trees/${hash}`)) return;
    used.add(`trees/${hash}`);
    for (const entry of await depot.tree(hash))
      if (entry.kind === "folder") await visit(entry.hash);
      else used.add(objectKey(entry.hash));
  }
  for (const root of roots) await visit(root);
  return used;
}
