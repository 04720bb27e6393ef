import { parseRefLines, type Ref } from "./refs.ts";
import { gitText, runGit } from "./run.ts";

/** Writes a repository with all its refs and history into one file. */
export async function createBundle(dir: string, file: string): Promise<void> {
  await runGit(["bundle", "create", "--quiet", file, "--all"], { dir });
}

/** The refs that a bundle says it holds. Says nothing of its objects: only a clone that is read whole does. */
export async function bundleRefs(file: string, dir: string): Promise<Ref[]> {
  const refs = parseRefLines(await gitText(["bundle", "list-heads", file], { dir }));
  return refs.filter(({ name }) => name !== "HEAD");
}
