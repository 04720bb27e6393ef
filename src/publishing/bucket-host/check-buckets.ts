import { sideBySide } from "../../foundation/side-by-side.ts";
import type { Drift, ReleaseStore } from "../target.ts";
import { walkTree } from "../walk-tree.ts";
import type { Buckets } from "./buckets.ts";
import { objectKey, type Depot } from "./depot.ts";
import { versionKey } from "./go-live.ts";
import { pathOf, placeOf, wantedAt, type Wanted } from "./keys.ts";
import { copyWanted, headersOf, parallelRequests } from "./write-changes.ts";

interface Finding extends Drift {
  bucket: string;
  key: string;
  wanted?: Wanted;
}

/** Reads every object of every site and compares it with the live release; with a store, mends what differs. */
export async function checkBuckets(
  buckets: Buckets,
  depot: Depot,
  root: string,
  { sites, store }: { sites: Readonly<Record<string, string>>; store?: ReleaseStore | undefined },
): Promise<Drift[]> {
  const findings: Finding[] = [];
  for (const [site, bucket] of Object.entries(sites))
    findings.push(...(await compare(buckets, depot, root, [site, bucket])));
  if (store) await sideBySide(findings, parallelRequests, (finding) => mend(buckets, depot, finding, store));
  const byPath = new Map(findings.map(({ path, kind }) => [path, { path, kind }]));
  return [...byPath.values()];
}

async function compare(
  buckets: Buckets,
  depot: Depot,
  root: string,
  [site, bucket]: [site: string, bucket: string],
): Promise<Finding[]> {
  const lacking = await expectedKeys(depot, root, site);
  const findings: Finding[] = [];
  const suspects: string[] = [];
  for await (const { key } of buckets.list(bucket, "")) {
    if (key === versionKey) continue;
    if (lacking.delete(key)) suspects.push(key);
    else findings.push({ path: pathOf(site, key), kind: "extra", bucket, key });
  }
  for (const key of lacking) {
    const wanted = await wantedAt(depot, root, site, key);
    if (wanted) findings.push({ path: wanted.path, kind: "missing", bucket, key, wanted });
  }
  await sideBySide(suspects, parallelRequests, async (key) => {
    const wanted = await wantedAt(depot, root, site, key);
    if (wanted && !(await isSound(buckets, depot, [bucket, key], wanted)))
      findings.push({ path: wanted.path, kind: "changed", bucket, key, wanted });
  });
  return findings;
}

async function expectedKeys(depot: Depot, root: string, site: string): Promise<Set<string>> {
  const keys = new Set<string>();
  for await (const { path } of walkTree(depot, root)) {
    const place = placeOf(path);
    if (place && (place.site ?? site) === site) keys.add(place.key);
  }
  return keys;
}

/** The bytes, and what readers are told with them. */
async function isSound(
  buckets: Buckets,
  depot: Depot,
  [bucket, key]: [bucket: string, key: string],
  wanted: Wanted,
): Promise<boolean> {
  const found = await buckets.hash(bucket, key);
  if (found?.hash !== wanted.hash || found.type !== wanted.headers.type) return false;
  if (found.cacheControl !== wanted.headers.cacheControl) return false;
  return !wanted.isRedirect || found.redirect === (await headersOf(buckets, depot.bucket, wanted)).redirect;
}

async function mend(
  buckets: Buckets,
  depot: Depot,
  { bucket, key, wanted }: Finding,
  store: ReleaseStore,
): Promise<void> {
  if (!wanted) {
    await buckets.remove(bucket, key);
    return;
  }
  // The depot's own copy may be the cause.
  if ((await buckets.hash(depot.bucket, objectKey(wanted.hash)))?.hash !== wanted.hash)
    await depot.putObject(wanted.hash, wanted.path, store);
  await copyWanted(buckets, depot.bucket, [bucket, key], wanted);
}
