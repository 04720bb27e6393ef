import type { ReleaseStore } from "../target.ts";
import { diffTrees, type TreeDifference } from "../walk-tree.ts";
import { placeOf, wantedAt, type Wanted } from "./keys.ts";

/** A key of a bucket to be written, or (without `wanted`) to go. */
export interface Change {
  bucket: string;
  key: string;
  wanted: Wanted | undefined;
  /** Whether nothing was there in any release that the bucket may hold files of. */
  isNew: boolean;
}

export interface BucketState {
  bucket: string;
  /** The roots whose files may lie in the bucket; null: it may lack any of them. */
  roots: readonly (string | null)[];
}

type Trees = Pick<ReleaseStore, "tree">;

/** What must be written and what must go so that the buckets serve `after`, whatever of `roots` they hold. */
export async function planChanges(
  trees: Trees,
  sites: ReadonlyMap<string, BucketState>,
  after: string | undefined,
): Promise<Change[]> {
  const differences = new Map<string | null, TreeDifference[]>();
  const changes: Change[] = [];
  for (const [site, { bucket, roots }] of sites) {
    const keys = new Map<string, boolean>();
    for (const root of roots) {
      const known = differences.get(root) ?? (await diffTrees(trees, root ?? undefined, after));
      differences.set(root, known);
      for (const { path, before } of known) {
        const place = placeOf(path);
        if (!place || (place.site ?? site) !== site) continue;
        keys.set(place.key, (keys.get(place.key) ?? true) && !before);
      }
    }
    for (const [key, isNew] of keys) {
      const wanted = after === undefined ? undefined : await wantedAt(trees, after, site, key);
      changes.push({ bucket, key, wanted, isNew });
    }
  }
  return changes;
}

/**
 * The writes in waves, each to be finished before the next: what others link or embed comes first, what lists it last, so
 * that no reader is sent to what is not there yet. What is new and linked by nobody comes before what changes.
 */
export function inWaves(changes: readonly Change[]): Change[][] {
  const waves: Change[][] = [];
  for (const change of changes) if (change.wanted) (waves[waveOf(change)] ??= []).push(change);
  return waves.filter((wave) => wave.length > 0);
}

function waveOf({ key, wanted, isNew }: Change): number {
  const kind = wanted?.path.startsWith("assets/")
    ? 0
    : (kinds.find(([pattern]) => pattern.test(key))?.[1] ?? 1);
  return kind * 2 + (isNew ? 0 : 1);
}

/** Keys that list others, by how much they list. */
const kinds: readonly [pattern: RegExp, kind: number][] = [
  [/\.(?:css|js|svg|png|webp|avif|woff2)$/, 0],
  [/^(?:tin-tuc(?:\/trang\/.*)?|chuyen-muc\/[^.]*|tim-kiem)$/, 2],
  [/^index\.html$/, 3],
  [/\.xml$|^robots\.txt$/, 4],
];
