import { Problem } from "../../foundation/problem.ts";
import type { SignedManifest } from "../manifest.ts";
import { HostUnreachable, type Target } from "../target.ts";
import type { Buckets } from "./buckets.ts";
import { checkBuckets } from "./check-buckets.ts";
import { openDepot, readSigned, type Depot, type Verify } from "./depot.ts";
import { goLive, writeVersion } from "./go-live.ts";
import { openNeighbours } from "./mend-neighbours.ts";
import { stageRelease } from "./stage-release.ts";
import { openState, type HostState, type StateHandle } from "./state.ts";
import { tidyDepot } from "./tidy-depot.ts";

export interface BucketHost {
  buckets: Buckets;
  depot: string;
  sites: Readonly<Record<string, string>>;
  verify: Verify;
  /** Releases that stay, the live one included. */
  keep: number;
}

/** A target over buckets of an object store, however they are reached. */
export function bucketHost(
  name: string,
  { buckets, sites, verify, keep, ...settings }: BucketHost,
): Target & { tidy: () => Promise<void> } {
  const depot = openDepot(settings.depot, buckets, verify);
  const mendNeighbours = openNeighbours(buckets, depot);
  const state = () => openState(name, settings.depot, buckets);

  const named =
    <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    (...args: Args): Promise<Result> =>
      work(...args).catch((error: unknown) => {
        throw nameHost(name, error);
      });

  return {
    name,
    abilities: { swapsWhole: false, sendsGone: false, sendsRedirects: true },
    live: named(async () => (await liveRelease(depot, await state()))?.manifest),
    kept: named(async () => {
      const { live } = (await state()).state;
      const sequences = (await depot.sequences()).filter((sequence) => live !== null && sequence <= live);
      const releases = await Promise.all(sequences.map((sequence) => depot.release(sequence)));
      return releases.flatMap((release) => release?.manifest ?? []);
    }),
    stage: named(async (release, store) => {
      const checked = await readSigned(JSON.stringify(release), verify);
      if (!checked)
        throw new Problem("The signature of the manifest does not hold; nothing was changed.", {
          remedy: "Check that the publisher's key is among those that the host's settings allow.",
        });
      const handle = await state();
      const live = await liveRelease(depot, handle);
      refuseReplay(checked, handle.state, live);
      await stageRelease(buckets, depot, live?.manifest.root, { release: checked, store, sites });
      if (live) await mendNeighbours(sites, [live.manifest.root, checked.manifest.root], store);
    }),
    activate: named(async (sequence, version) => {
      const release = await depot.release(sequence);
      if (!release)
        throw new Problem(`Release ${sequence} is not staged here.`, { remedy: "Publish again." });
      const handle = await state();
      const { live, previous, pending } = handle.state;
      const newest = Math.max(live ?? 0, pending ?? 0);
      if (newest > sequence)
        throw new Problem(`Release ${sequence} was not made live: release ${newest} is newer.`, {
          remedy: "Nothing to do if two publications met; otherwise see who else publishes to this host.",
        });
      await depot.putVersion(sequence, version);
      const before = live === sequence ? previous : live;
      await goLive(buckets, depot, handle, sites, { release: release.manifest, previous: before, version });
    }),
    undo: named(async (sequence) => {
      const handle = await state();
      const { live, previous, pending } = handle.state;
      if (live !== sequence && pending !== sequence) return;
      const back = live === sequence ? previous : live;
      const release = back === null ? undefined : (await depot.release(back))?.manifest;
      await goLive(buckets, depot, handle, sites, {
        release,
        previous: live === sequence ? null : previous,
        version: back === null ? undefined : await depot.version(back),
      });
    }),
    describe: named(async (sequence, version) => {
      if ((await state()).state.live !== sequence)
        throw new Problem(`Release ${sequence} is not live here: it cannot be described.`);
      await depot.putVersion(sequence, version);
      await writeVersion(buckets, Object.values(sites), version);
    }),
    check: named(async (store) => {
      const live = await liveRelease(depot, await state());
      return live ? checkBuckets(buckets, depot, live.manifest.root, { sites, store }) : [];
    }),
    tidy: named(async () => tidyDepot(buckets, depot, (await state()).state, { keep, now: Date.now() })),
  };
}

async function liveRelease(depot: Depot, { state }: StateHandle): Promise<SignedManifest | undefined> {
  return state.live === null ? undefined : depot.release(state.live);
}

/** A release that is not newer than the live one is refused, except the live one itself: finishing it twice does no harm. */
function refuseReplay(
  { manifest: { sequence }, text }: SignedManifest,
  { live }: HostState,
  there: SignedManifest | undefined,
): void {
  if (live === null || sequence > live) return;
  if (sequence === live && (!there || there.text === text)) return;
  throw new Problem(`Release ${sequence} is refused: release ${live} is live here.`, {
    remedy: "To go back to an earlier release, run npm run rollback; it makes a new sequence of it.",
  });
}

/** Every refusal names its host. */
function nameHost(name: string, error: unknown): unknown {
  if (error instanceof HostUnreachable || !(error instanceof Error)) return error;
  if (error.message.startsWith(`${name}: `)) return error;
  return new Problem(`${name}: ${error.message}`, {
    remedy: (error as Partial<Problem>).remedy ?? "Look at the store; then publish again.",
    cause: error,
  });
}
