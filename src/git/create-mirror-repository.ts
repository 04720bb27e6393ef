import { mkdir, rename, rm } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { dirname, resolve } from "node:path";
import { applySettings } from "./create-bare-repository.ts";
import { runGit } from "./run.ts";
import { exists } from "../foundation/exists.ts";

/** A mirror keeps what it was given: nothing is overwritten or removed by any push, and broken objects are not taken. */
const settings: Record<string, string> = {
  "core.fsync": "committed,pack-metadata,reference",
  "core.fsyncMethod": "fsync",
  "core.logAllRefUpdates": "true",
  "receive.fsckObjects": "true",
  "receive.denyNonFastForwards": "true",
  "receive.denyDeletes": "true",
  "gc.auto": "0",
};

/** Makes an empty repository to mirror into, unless there is something in `dir` already. */
export async function createMirrorRepository(dir: string): Promise<void> {
  const target = resolve(dir);
  if (await exists(target)) return;
  const making = `${target}.making-${randomUUID()}`;
  await mkdir(dirname(target), { recursive: true });
  try {
    await runGit(["init", "--quiet", "--bare", "--initial-branch=main", making], { dir: dirname(target) });
    await applySettings(making, settings);
    await rename(making, target);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}
