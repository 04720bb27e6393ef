import { Octokit } from "octokit";
import type { Addresses } from "./newsroom.ts";
import { accountOf } from "./newsroom.ts";

/** A person at the forge's API, through unmodified Octokit. */
export interface Desk {
  octokit: Octokit;
  owner: string;
  repo: string;
}

export function deskOf(addresses: Addresses, role: string, index = 0): Desk {
  const [owner = "", repo = ""] = addresses.forge.repo.split("/");
  const octokit = new Octokit({
    baseUrl: addresses.forge.api,
    auth: accountOf(addresses, role, index).token,
    throttle: { enabled: false },
    retry: { enabled: false },
  });
  return { octokit, owner, repo };
}

/**
 * Writes files on a branch of its own and opens a pull request, call by call as the CMS does. Resolves with its number.
 * With `marked: false` it stops before the last call, which says how far the submission is.
 */
export async function submit(
  { octokit, owner, repo }: Desk,
  options: { branch: string; title: string; files: Record<string, string | Buffer>; marked?: boolean },
): Promise<number> {
  const here = { owner, repo };
  const main = await octokit.rest.repos.getBranch({ ...here, branch: "main" });
  const sha = await commitFiles({ octokit, owner, repo }, main.data.commit.sha, options);
  await octokit.rest.git.createRef({ ...here, ref: `refs/heads/${options.branch}`, sha });
  const pull = await octokit.rest.pulls.create({
    ...here,
    title: options.title,
    body: "",
    head: options.branch,
    base: "main",
  });
  if (options.marked ?? true)
    await octokit.rest.issues.setLabels({
      ...here,
      issue_number: pull.data.number,
      labels: ["decap-cms/pending_review"],
    });
  return pull.data.number;
}

/** Adds a commit to the branch of an open submission, as someone who edits on does. */
export async function amend(
  desk: Desk,
  options: { branch: string; title: string; files: Record<string, string | Buffer> },
): Promise<void> {
  const { octokit, owner, repo } = desk;
  const branch = await octokit.rest.repos.getBranch({ owner, repo, branch: options.branch });
  const sha = await commitFiles(desk, branch.data.commit.sha, options);
  await octokit.rest.git.updateRef({ owner, repo, ref: `heads/${options.branch}`, sha });
}

async function commitFiles(
  { octokit, owner, repo }: Desk,
  parent: string,
  options: { title: string; files: Record<string, string | Buffer> },
): Promise<string> {
  const here = { owner, repo };
  const tree = await Promise.all(
    Object.entries(options.files).map(async ([path, content]) => {
      const encoded = Buffer.from(content).toString("base64");
      const blob = await octokit.rest.git.createBlob({ ...here, content: encoded, encoding: "base64" });
      return { path, mode: "100644" as const, type: "blob" as const, sha: blob.data.sha };
    }),
  );
  const newTree = await octokit.rest.git.createTree({ ...here, base_tree: parent, tree });
  const commit = await octokit.rest.git.createCommit({
    ...here,
    message: options.title,
    tree: newTree.data.sha,
    parents: [parent],
  });
  return commit.data.sha;
}

/** Approves what a submission is now. */
export async function approve({ octokit, owner, repo }: Desk, number: number): Promise<void> {
  await octokit.rest.pulls.createReview({ owner, repo, pull_number: number, event: "APPROVE" });
}

/** Publishes it; resolves with the merge commit. */
export async function merge({ octokit, owner, repo }: Desk, number: number): Promise<string> {
  const { data } = await octokit.rest.pulls.merge({ owner, repo, pull_number: number });
  return data.sha;
}

/** The state of one status of a commit; "none" before it is set. */
export async function statusOf(
  { octokit, owner, repo }: Desk,
  commit: string,
  context: string,
): Promise<{ state: string; description: string; url: string }> {
  const { data } = await octokit.rest.repos.getCombinedStatusForRef({ owner, repo, ref: commit });
  const found = data.statuses.find((status) => status.context === context);
  return {
    state: found?.state ?? "none",
    description: found?.description ?? "",
    url: found?.target_url ?? "",
  };
}
