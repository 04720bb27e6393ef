import { EMPTY_TREE } from "./diff.ts";
import { exactRevision } from "./exact-name.ts";
import type { Repository } from "./repository.ts";
import { gitText } from "./run.ts";

/**
 * Whether everything saved in `before` is still in the history of `after`: each commit is there itself, or as the
 * same change elsewhere (a rebase by git), or the files are there as that commit left them (a rebase by the CMS,
 * which carries whole files over).
 */
export async function keepsChanges(repository: Repository, before: string, after: string): Promise<boolean> {
  // What a merge resolved is a change too, but none that can be compared.
  if ((await repository.revisions(before, { not: after, merges: "only", limit: 1 })).length > 0) return false;
  const cherries = await gitText(["cherry", "--end-of-options", ...[after, before].map(exactRevision)], {
    dir: repository.dir,
  });
  const changed = cherries.split("\n").filter((line) => line.startsWith("+"));
  const candidates = changed.length > 0 ? await repository.revisions(after, { not: before }) : [];
  for (const line of changed) {
    if (!(await leavesTheSame(repository, line.slice(2), candidates))) return false;
  }
  return true;
}

/** Whether some candidate has every file that `commit` changed just as `commit` left it. */
async function leavesTheSame(
  repository: Repository,
  commit: string,
  candidates: readonly string[],
): Promise<boolean> {
  const { parents } = await repository.readCommit(commit);
  const files = await repository.changedFiles(parents[0] ?? EMPTY_TREE, commit);
  for (const candidate of candidates) {
    const there = await Promise.all(files.map(({ path }) => repository.inspect(`${candidate}:${path}`)));
    if (files.every(({ oid }, index) => there[index]?.oid === oid)) return true;
  }
  return false;
}
