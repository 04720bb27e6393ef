import { readdirSync, readlinkSync, rmSync, statSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { previousOf } from "./activate.ts";
import type { HostContext } from "./context.ts";
import type { Layout } from "./layout.ts";
import { withLock } from "./lock.ts";
import { liveSequence, sequencesHere } from "./release-files.ts";

/** What a transfer left half-done, or an object no folder links yet, may still be wanted for this long, in ms. */
const grace = 3_600_000;

/**
 * Removes old releases, and the folders and files that none of the kept ones uses. Does nothing while someone stages.
 * Kept are the newest `keep`, the live one, the one before it, and those newer than the live one.
 */
export async function tidy({ layout }: HostContext, keep: number, now = Date.now()): Promise<void> {
  const live = liveSequence(layout);
  if (live === undefined) return;
  await withLock(layout.stagingLock, { wait: false }, async () => {
    const sequences = sequencesHere(layout);
    const newest = new Set(sequences.filter((sequence) => sequence <= live).slice(0, keep));
    const kept = sequences.filter(
      (sequence) => sequence >= live || newest.has(sequence) || sequence === previousOf(layout, live),
    );
    for (const sequence of sequences)
      if (!kept.includes(sequence)) await rm(layout.release(sequence), { recursive: true, force: true });
    await removeFolders(layout, reachable(layout, kept), now);
    await removeObjects(layout, now);
  });
}

/** The folders that these releases lead to. */
function reachable(layout: Layout, sequences: readonly number[]): Set<string> {
  const found = new Set<string>();
  const visit = (hash: string): void => {
    if (found.has(hash)) return;
    found.add(hash);
    for (const entry of listing(layout.tree(hash)))
      if (entry.isSymbolicLink()) visit(basename(readlinkSync(join(layout.tree(hash), entry.name))));
  };
  for (const sequence of sequences) {
    try {
      visit(basename(readlinkSync(join(layout.release(sequence), "root"))));
    } catch {
      // A release whose staging was cut short leads nowhere yet.
    }
  }
  return found;
}

function listing(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function removeFolders(layout: Layout, kept: ReadonlySet<string>, now: number): Promise<void> {
  for (const name of await readdir(layout.trees).catch(() => [])) {
    const path = join(layout.trees, name);
    const used = name.startsWith(".") ? isRecent(path, now) : kept.has(name);
    if (!used) await rm(path, { recursive: true, force: true });
  }
  for (const name of await readdir(layout.texts).catch(() => [])) {
    const path = join(layout.texts, name);
    if (!kept.has(name) && !isRecent(path, now)) rmSync(path, { force: true });
  }
}

/** An object that no folder links is used by none. */
async function removeObjects(layout: Layout, now: number): Promise<void> {
  const folders = (await readdir(layout.objects).catch(() => [])).map((part) => join(layout.objects, part));
  for (const folder of [...folders, layout.incoming]) {
    for (const name of await readdir(folder).catch(() => [])) {
      const path = join(folder, name);
      const { nlink, ctimeMs } = await stat(path).catch(() => ({ nlink: 2, ctimeMs: now }));
      if (nlink === 1 && now - ctimeMs > grace) rmSync(path, { force: true });
    }
  }
}

function isRecent(path: string, now: number): boolean {
  const ctime = statSync(path, { throwIfNoEntry: false })?.ctimeMs;
  return ctime !== undefined && now - ctime <= grace;
}
