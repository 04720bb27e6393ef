import { mkdir, rename, rm, stat } from "node:fs/promises";
import { randomUUID } from "node:crypto";
import { dirname, resolve } from "node:path";
import { runGit } from "./run.ts";

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
    for (const [key, value] of Object.entries(settings))
      await runGit(["config", key, value], { dir: making });
    await rename(making, target);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
