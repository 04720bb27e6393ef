import { randomUUID } from "node:crypto";
import { open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Problem } from "../foundation/problem.ts";
import { GitError, runGit } from "./run.ts";

/** What every repository of ours is set to: durable writes, checked objects, history that cannot be rewritten. */
const settings: Record<string, string> = {
  "core.fsync": "committed,pack-metadata,reference",
  "core.fsyncMethod": "fsync",
  "core.logAllRefUpdates": "true",
  "receive.fsckObjects": "true",
  "receive.denyNonFastForwards": "true",
  "receive.denyDeletes": "false",
  "receive.hideRefs": "refs/pull",
  "http.receivepack": "true",
  "uploadpack.allowAnySHA1InWant": "false",
  "gc.auto": "0",
};

/**
 * Makes a bare repository in `dir` whose only branch, `main`, is what `checkout` has checked out. It is made
 * beside `dir` and renamed, so that a crash half-way leaves nothing half.
 */
export async function createBareRepository(checkout: string, dir: string): Promise<void> {
  const target = resolve(dir);
  const parent = dirname(target);
  await removeLeftovers(parent, basename(target));
  const making = join(parent, `${basename(target)}.making-${randomUUID()}`);

  await runGit(["init", "--quiet", "--bare", "--initial-branch=main", making], { dir: parent });
  await applySettings(making);
  await fetchHead(resolve(checkout), making);
  await rename(making, target);
  await syncFolder(parent);
}

/** Sets a repository, one that was cloned for instance, to what ours are set to, or to other settings. */
export async function applySettings(
  dir: string,
  wanted: Readonly<Record<string, string>> = settings,
): Promise<void> {
  for (const [key, value] of Object.entries(wanted)) await runGit(["config", key, value], { dir });
}

async function fetchHead(checkout: string, making: string): Promise<void> {
  // Kept as one pack; loose objects by the thousand would slow every later start.
  const args = ["-c", "fetch.unpackLimit=1", "-c", "fetch.fsckObjects=true", "fetch", "--quiet", "--no-tags"];
  try {
    await runGit([...args, "--update-shallow", "--", checkout, "HEAD:refs/heads/main"], { dir: making });
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    if (!(error instanceof GitError)) throw error;
    throw new Problem(`${checkout} cannot be copied: ${error.stderr.trim()}`, {
      remedy: `Run \`git -C ${checkout} log -1\`: it must be a git checkout with at least one commit.`,
      cause: error,
    });
  }
}

async function removeLeftovers(parent: string, name: string): Promise<void> {
  for (const entry of await readdir(parent)) {
    if (entry.startsWith(`${name}.making-`)) await rm(join(parent, entry), { recursive: true, force: true });
  }
}

/** A rename is on the disk only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
