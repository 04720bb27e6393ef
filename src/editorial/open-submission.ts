import { Problem } from "../foundation/problem.ts";
import { isNotFound, type ForgeAccess } from "./forge-access.ts";

/** Files on a branch of their own as one commit on main, and a pull request for them, ready for approval. */
export async function openSubmission(
  { octokit, owner, repo }: ForgeAccess,
  submission: {
    branch: string;
    title: string;
    body: string;
    files: readonly { path: string; text: string }[];
  },
): Promise<{ number: number; url: string }> {
  const here = { owner, repo };
  const { branch, title, body, files } = submission;
  await refuseTaken({ octokit, owner, repo }, branch);
  const main = await octokit.rest.repos.getBranch({ ...here, branch: "main" });
  const base = main.data.commit.sha;
  const tree = [];
  for (const { path, text } of files) {
    const content = Buffer.from(text).toString("base64");
    const blob = await octokit.rest.git.createBlob({ ...here, content, encoding: "base64" });
    tree.push({ path, mode: "100644" as const, type: "blob" as const, sha: blob.data.sha });
  }
  const written = await octokit.rest.git.createTree({ ...here, base_tree: base, tree });
  const commit = await octokit.rest.git.createCommit({
    ...here,
    message: title,
    tree: written.data.sha,
    parents: [base],
  });
  await octokit.rest.git.createRef({ ...here, ref: `refs/heads/${branch}`, sha: commit.data.sha });
  const pull = await octokit.rest.pulls.create({ ...here, title, body, head: branch, base: "main" });
  const { number, html_url: url } = pull.data;
  await octokit.rest.issues.setLabels({
    ...here,
    issue_number: number,
    labels: ["decap-cms/pending_review"],
  });
  return { number, url };
}

async function refuseTaken({ octokit, owner, repo }: ForgeAccess, branch: string): Promise<void> {
  try {
    await octokit.rest.repos.getBranch({ owner, repo, branch });
  } catch (error) {
    if (isNotFound(error)) return;
    throw error;
  }
  throw new Problem(`The branch ${branch} is there already: it has been submitted before.`, {
    remedy: "Let an operator approve that submission, or close it and delete its branch.",
  });
}
