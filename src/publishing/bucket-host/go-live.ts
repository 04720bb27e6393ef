import { sideBySide } from "../../foundation/side-by-side.ts";
import { cacheControl } from "../response-headers.ts";
import { contentTypeOf } from "../serving/content-types.ts";
import type { Buckets } from "./buckets.ts";
import { planChanges } from "./changes.ts";
import { textBody, type Depot } from "./depot.ts";
import type { HostState, StateHandle } from "./state.ts";
import { parallelRequests, removeChanges, writeChanges } from "./write-changes.ts";

/** What is to be live: undefined for nothing. */
export interface Goal {
  release: { sequence: number; root: string } | undefined;
  previous: number | null;
  /** The text of `/phien-ban.json`; undefined: there is none. */
  version: string | undefined;
}

export const versionKey = "phien-ban.json";

/**
 * Makes a release live. Whenever this is cut short, the state tells whose files the buckets may hold, and the next call
 * finishes the work or takes it back. Writing `live` is the moment that counts; what nobody lists any more goes after it.
 */
export async function goLive(
  buckets: Buckets,
  depot: Depot,
  handle: StateHandle,
  sites: Readonly<Record<string, string>>,
  { release, previous, version }: Goal,
): Promise<void> {
  const root = release?.root ?? null;
  const sequence = release?.sequence ?? null;
  await handle.write({ ...handle.state, pending: sequence, sites: withRoot(handle.state, sites, root) });
  const changes = await planChanges(depot, new Map(Object.entries(handle.state.sites)), root ?? undefined);
  await writeChanges(buckets, depot.bucket, changes);
  await handle.write({ ...handle.state, live: sequence, previous, pending: null });
  await writeVersion(buckets, Object.values(sites), version);
  await removeChanges(buckets, changes);
  const settled: HostState["sites"] = {};
  for (const [site, { bucket }] of Object.entries(handle.state.sites))
    settled[site] = { bucket, roots: [root] };
  await handle.write({ ...handle.state, sites: settled });
}

/** Tells readers and monitors which release each site serves. */
export async function writeVersion(
  buckets: Buckets,
  names: readonly string[],
  version: string | undefined,
): Promise<void> {
  const headers = { type: contentTypeOf(versionKey), cacheControl: cacheControl(`/${versionKey}`) };
  await sideBySide(names, parallelRequests, async (bucket) => {
    if (version === undefined) await buckets.remove(bucket, versionKey);
    else await buckets.put(bucket, versionKey, textBody(version), headers);
  });
}

/** Every bucket may now hold files of this root too; one that was never filled may lack all of them. */
function withRoot(
  { sites: before }: HostState,
  sites: Readonly<Record<string, string>>,
  root: string | null,
): HostState["sites"] {
  const all = { ...before };
  for (const [site, bucket] of Object.entries(sites))
    if (all[site]?.bucket !== bucket) all[site] = { bucket, roots: [null] };
  return Object.fromEntries(
    Object.entries(all).map(([site, { bucket, roots }]) => [
      site,
      { bucket, roots: [...new Set([...roots, root])] },
    ]),
  );
}
