import { Problem } from "../foundation/problem.ts";
import { isNotFound, type ForgeAccess } from "./forge-access.ts";
import { stageLabel } from "./status-context.ts";

/** A file of a submission: its text, or its bytes where it is none. */
export type NewFile = { path: string; text: string } | { path: string; bytes: Uint8Array };

/** What is submitted, and how far it is: ready for approval, unless told. */
export interface NewSubmission {
  branch: string;
  title: string;
  /** What the commit says; the title, unless told. */
  message?: string;
  body: string;
  files: readonly NewFile[];
  stage?: (typeof stageLabel)[keyof typeof stageLabel];
}

/** Files on a branch of their own as one commit on main, and a pull request for them. */
export async function openSubmission(
  access: ForgeAccess,
  submission: NewSubmission,
): Promise<{ number: number; url: string }> {
  const { octokit, owner, repo } = access;
  const here = { owner, repo };
  const { branch, title, files } = submission;
  await refuseTaken(access, branch);
  const main = await octokit.rest.repos.getBranch({ ...here, branch: "main" });
  const base = main.data.commit.sha;
  const tree = [];
  for (const file of files) {
    const { path } = file;
    const content = Buffer.from("text" in file ? file.text : file.bytes).toString("base64");
    const blob = await octokit.rest.git.createBlob({ ...here, content, encoding: "base64" });
    tree.push({ path, mode: "100644" as const, type: "blob" as const, sha: blob.data.sha });
  }
  const written = await octokit.rest.git.createTree({ ...here, base_tree: base, tree });
  const commit = await octokit.rest.git.createCommit({
    ...here,
    message: submission.message ?? title,
    tree: written.data.sha,
    parents: [base],
  });
  await octokit.rest.git.createRef({ ...here, ref: `refs/heads/${branch}`, sha: commit.data.sha });
  return askToMerge(access, submission);
}

/** A pull request for a branch that is there, and the mark of how far it is. */
export async function askToMerge(
  { octokit, owner, repo }: ForgeAccess,
  { branch, title, body, stage = stageLabel.review }: Omit<NewSubmission, "files">,
): Promise<{ number: number; url: string }> {
  const here = { owner, repo };
  const pull = await octokit.rest.pulls.create({ ...here, title, body, head: branch, base: "main" });
  const { number, html_url: url } = pull.data;
  await octokit.rest.issues.setLabels({ ...here, issue_number: number, labels: [stage] });
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
