import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** No git command of ours holds a lock on a ref for so long (milliseconds). */
const longestHold = 5_000;

/**
 * Removes the lock files of git commands that were killed: git would refuse to move those refs for ever. Younger
 * ones may belong to a command that outlived the crash, so they are given time. Returns the names of those removed.
 */
export async function removeStaleLocks(dir: string): Promise<string[]> {
  const removed: string[] = [];
  for (const name of await locksIn(dir)) {
    const file = join(dir, name);
    for (let age = await ageOf(file); age !== undefined; age = await ageOf(file)) {
      if (age >= longestHold) {
        await rm(file, { force: true });
        removed.push(name);
      } else {
        await wait(Math.min(longestHold - age, 200));
      }
    }
  }
  return removed;
}

async function locksIn(dir: string): Promise<string[]> {
  const top = await readdir(dir);
  const refs = await readdir(join(dir, "refs"), { recursive: true });
  return [...top, ...refs.map((name) => join("refs", name))].filter((name) => name.endsWith(".lock"));
}

async function ageOf(file: string): Promise<number | undefined> {
  try {
    return Date.now() - (await stat(file)).mtimeMs;
  } catch {
    return undefined;
  }
}
