import { GitError, runGit } from "./run.ts";

/** Reads every object of a repository; resolves with what is wrong. Nothing less finds a byte that changed inside a pack. */
export async function checkObjects(dir: string): Promise<string[]> {
  try {
    await runGit(["fsck", "--full", "--no-dangling", "--no-progress"], { dir });
    return [];
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    const lines = error.stderr.split("\n").filter((line) => line.trim() !== "");
    return lines.length > 0 ? lines : [error.message];
  }
}
