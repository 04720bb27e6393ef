import { importer } from "../../content-model/import-places.ts";
import { isNotFound, type ForgeAccess } from "../../editorial/forge-access.ts";
import { askToMerge, openSubmission } from "../../editorial/open-submission.ts";
import type { Forge } from "../../forge/forge.ts";
import type { Repository } from "../../git/repository.ts";
import type { Deliver } from "../../hscv-import/run-import.ts";

/** Straight to main by the forge's own rule for imports, or as a submission, as the source's policy says. */
export function deliverToForge(
  forge: Pick<Forge, "takeImport">,
  repository: Repository,
  access: () => Promise<ForgeAccess>,
): Deliver {
  return async (commit) => {
    const { sha, source } = commit;
    if (source.policy === "commit") await forge.takeImport({ sha, login: importer.login, source: source.id });
    else await handIn(commit, repository, await access());
  };
}

/** One submission of a source at a time: its branch follows the source until an approver has decided. */
async function handIn(
  { sha, source, title, message }: Parameters<Deliver>[0],
  repository: Repository,
  access: ForgeAccess,
): Promise<void> {
  const { octokit, owner, repo } = access;
  const here = { owner, repo };
  const branch = `nhap/${source.id}`;
  const open = await octokit.rest.pulls.list({ ...here, state: "open", head: `${owner}:${branch}` });
  const [pull] = open.data;
  const head = await octokit.rest.git
    .getRef({ ...here, ref: `heads/${branch}` })
    .then(({ data }) => data.object.sha)
    .catch((error: unknown) => {
      if (isNotFound(error)) return undefined;
      throw error;
    });
  if (head === undefined) await octokit.rest.git.createRef({ ...here, ref: `refs/heads/${branch}`, sha });
  // What an approver may be reading stays as it is while the source says the same.
  else if (await sameChanges(repository, head, sha)) return;
  else await octokit.rest.git.updateRef({ ...here, ref: `heads/${branch}`, sha, force: true });
  if (!pull) await askToMerge(access, { branch, title, body: message });
}

async function sameChanges(repository: Repository, one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((commit) => changesIn(repository, commit)));
  return a === b;
}

async function changesIn(repository: Repository, commit: string): Promise<string> {
  const { parents } = await repository.readCommit(commit);
  const files = await repository.changedFiles(parents[0] ?? commit, commit, { renames: false });
  return files.map(({ path, oid }) => `${path} ${oid ?? ""}`).join("\n");
}

/** A submission on a forge elsewhere, GitHub for one, which does not have the commit yet. */
export function deliverToRemote(access: ForgeAccess, repository: Repository): Deliver {
  return async ({ sha, source, title, message }) => {
    const { octokit, owner, repo } = access;
    const open = await octokit.paginate(octokit.rest.pulls.list, {
      owner,
      repo,
      state: "open",
      per_page: 100,
    });
    // One at a time: what an approver has before them is not opened twice.
    if (open.some(({ head }) => head.ref.startsWith(`nhap/${source.id}-`))) return;
    const { parents } = await repository.readCommit(sha);
    const changed = await repository.changedFiles(parents[0] ?? sha, sha, { renames: false });
    const files = await Promise.all(
      changed.map(async ({ path }) => ({
        path,
        bytes: (await repository.readFile(sha, path)) ?? Buffer.alloc(0),
      })),
    );
    await openSubmission(access, {
      branch: `nhap/${source.id}-${sha.slice(0, 10)}`,
      title,
      message,
      body: message,
      files,
    });
  };
}
