import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "../../foundation/problem.ts";
import { writeWhole } from "../../foundation/write-whole.ts";
import type { HostContext } from "./context.ts";
import type { Layout } from "./layout.ts";
import { withLock } from "./lock.ts";
import { liveSequence, pointTo, readRelease, sequenceToPass } from "./release-files.ts";
import { settle } from "./settle.ts";

/** Makes a staged release the live one by one rename. One that is older than the live one loses. */
export async function activate(context: HostContext, sequence: number, version: string): Promise<void> {
  const { layout } = context;
  const signed = readRelease(layout, sequence);
  if (!signed || !isWhole(layout, sequence))
    throw new Problem(`Release ${sequence} is not staged here.`, { remedy: "Publish again." });
  await context.headOf(signed);
  await withLock(layout.lock, {}, async () => {
    const live = sequenceToPass(layout);
    if (live !== undefined && live > sequence)
      throw new Problem(`Release ${sequence} was not made live: release ${live} is newer and live here.`, {
        remedy: "Nothing to do if two publications met; otherwise see who else publishes to this host.",
      });
    const folder = layout.release(sequence);
    writeWhole(join(folder, "phien-ban.json"), version, { durable: true });
    if (live === sequence) return;
    if (live !== undefined && isWhole(layout, live))
      writeWhole(join(folder, "previous"), `${String(live)}\n`, { durable: true });
    else rmSync(join(folder, "previous"), { force: true });
    await settle(layout.folder, [folder]);
    await goLive(layout, sequence);
  });
}

/** Puts back what was live before `sequence`, if that is the live one. */
export async function undo({ layout }: HostContext, sequence: number): Promise<void> {
  await withLock(layout.lock, {}, async () => {
    if (liveSequence(layout) !== sequence) return;
    const previous = previousOf(layout, sequence);
    if (previous !== undefined && isWhole(layout, previous)) await goLive(layout, previous);
    else {
      rmSync(layout.current, { force: true });
      await settle(layout.folder, [layout.folder]);
    }
  });
}

/** Replaces what `/phien-ban.json` tells of the live release. */
export async function describe({ layout }: HostContext, sequence: number, version: string): Promise<void> {
  await withLock(layout.lock, {}, () => {
    if (liveSequence(layout) !== sequence)
      throw new Problem(`Release ${sequence} is not live here: it cannot be described.`);
    writeWhole(join(layout.release(sequence), "phien-ban.json"), version, { durable: true });
    return Promise.resolve();
  });
}

/** Points `current` to a release that is whole; the lock must be held. */
export async function goLive(layout: Layout, sequence: number): Promise<void> {
  pointTo(`releases/${String(sequence)}`, layout.current);
  await settle(layout.folder, [layout.folder]);
}

/** The release that was live when this one went live. */
export function previousOf(layout: Layout, sequence: number): number | undefined {
  try {
    const previous = Number(readFileSync(join(layout.release(sequence), "previous"), "utf8"));
    return Number.isSafeInteger(previous) && previous > 0 ? previous : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a release's folder leads to its root; what is below is the drift check's. */
export function isWhole(layout: Layout, sequence: number): boolean {
  return existsSync(join(layout.release(sequence), "root", "."));
}
