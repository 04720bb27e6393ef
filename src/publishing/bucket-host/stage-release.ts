import { Problem } from "../../foundation/problem.ts";
import { sideBySide } from "../../foundation/side-by-side.ts";
import type { SignedManifest } from "../manifest.ts";
import type { ReleaseStore } from "../target.ts";
import { whatIsNew } from "../targets/what-is-new.ts";
import { hashOf, parseTree } from "../tree.ts";
import type { Buckets } from "./buckets.ts";
import { objectKey, type Depot } from "./depot.ts";
import { placeOf } from "./keys.ts";
import { parallelRequests } from "./write-changes.ts";

/** So many files are worth asking which of them are there already, after a transfer that was cut short. */
const worthListing = 200;

/** Brings the files and folders that the depot lacks, then the release itself, which says that all is there. */
export async function stageRelease(
  buckets: Buckets,
  depot: Depot,
  liveRoot: string | undefined,
  {
    release,
    store,
    sites,
  }: { release: SignedManifest; store: ReleaseStore; sites: Readonly<Record<string, string>> },
): Promise<void> {
  const { manifest } = release;
  await refuseUnknownSites(store, manifest.root, sites);
  const { trees, objects } = await whatIsNew(store, liveRoot, manifest.root);
  const served = objects.filter(({ path }) => placeOf(path));
  const there = served.length > worthListing ? await objectsThere(buckets, depot.bucket) : new Set<string>();
  const lacking = served.filter(({ hash }) => !there.has(objectKey(hash)));
  await sideBySide(lacking, parallelRequests, ({ hash, path }) => depot.putObject(hash, path, store));
  await sideBySide(trees, parallelRequests, (text) => depot.putTree(hashOf(text), parseTree(text) ?? []));
  await depot.putRelease(release);
}

async function refuseUnknownSites(
  store: ReleaseStore,
  root: string,
  sites: Readonly<Record<string, string>>,
): Promise<void> {
  const folder = (await store.tree(root)).find(({ name }) => name === "sites");
  const names = folder ? (await store.tree(folder.hash)).map(({ name }) => name) : [];
  const unknown = names.filter((name) => !(name in sites));
  if (unknown.length === 0) return;
  throw new Problem(`There is no bucket for: ${unknown.join(", ")}.`, {
    remedy: "Create a bucket for each and name it in the host's settings, under s3: sites.",
  });
}

async function objectsThere(buckets: Buckets, depot: string): Promise<Set<string>> {
  const keys = new Set<string>();
  for await (const { key } of buckets.list(depot, "objects/")) keys.add(key);
  return keys;
}
