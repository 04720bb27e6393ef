import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { posix } from "node:path";
import type { ReleaseStore } from "../target.ts";
import { diffTrees } from "../walk-tree.ts";
import type { Buckets } from "./buckets.ts";
import type { Depot } from "./depot.ts";
import { placeOf, wantedAt } from "./keys.ts";
import { copyWanted } from "./write-changes.ts";

/**
 * Before a release changes some files of a folder, its other files are compared with what the bucket lists of them, so that
 * bytes that changed there are not carried on. A list names objects by the MD5 of their bytes; where a store's tags are
 * something else, the objects are read, and after the first that was sound this is left to the drift check.
 */
export function openNeighbours(buckets: Buckets, depot: Depot) {
  let tagsAreMd5 = true;
  const digests = new Map<string, string>();

  async function md5(hash: string, store: ReleaseStore): Promise<string | undefined> {
    const known = digests.get(hash);
    if (known) return known;
    const data = await readFile(store.pathOf(hash)).catch(() => undefined);
    const digest = data && createHash("md5").update(data).digest("hex");
    if (digest) digests.set(hash, digest);
    return digest;
  }

  return async function mendNeighbours(
    sites: Readonly<Record<string, string>>,
    [live, next]: [live: string, next: string],
    store: ReleaseStore,
  ): Promise<void> {
    const folders = new Set(
      (await diffTrees(depot, live, next))
        .map(({ path }) => posix.dirname(path))
        .filter((path) => /^sites\/./.test(path)),
    );
    for (const folder of folders) {
      const [, site = "", ...below] = folder.split("/");
      const bucket = sites[site];
      if (!bucket) continue;
      const prefix = below.map((name) => `${name}/`).join("");
      for await (const { key, etag } of buckets.list(bucket, prefix, "/")) {
        if (!tagsAreMd5) return;
        const wanted = await wantedAt(depot, live, site, key);
        if (!wanted || placeOf(wanted.path)?.site !== site) continue;
        const digest = await md5(wanted.hash, store);
        if (digest === undefined || etag.replaceAll('"', "") === digest) continue;
        if ((await buckets.hash(bucket, key))?.hash === wanted.hash) tagsAreMd5 = false;
        else await copyWanted(buckets, depot.bucket, [bucket, key], wanted);
      }
    }
  };
}
