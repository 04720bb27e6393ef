import type { Octokit } from "octokit";
import { readRemark } from "../editorial/remark.ts";
import type { Commit } from "../git/repository.ts";
import type { ApprovalReader } from "./approvals.ts";
import type { Approval } from "./manifest.ts";

/** How many closed pull requests are looked through for the one that a commit came by. */
const mostPulls = 500;

/**
 * Reads from a forge by GitHub's REST API who wrote and who approved each commit of main: the pull request that it merged,
 * its reviews of the last head, and whose commits it has. A commit that came by no pull request was approved by nobody.
 */
export function approvalsFromForge(octokit: Octokit, here: { owner: string; repo: string }): ApprovalReader {
  return async (steps) => {
    const pulls = await mergedPulls(octokit, here, new Set(steps.map(({ oid }) => oid)));
    return Promise.all(steps.map((step) => approvalOf(octokit, here, step, pulls.get(step.oid))));
  };
}

interface MergedPull {
  number: number;
  head: string;
  mergedAt: string;
}

async function mergedPulls(
  octokit: Octokit,
  here: { owner: string; repo: string },
  wanted: ReadonlySet<string>,
): Promise<Map<string, MergedPull>> {
  const found = new Map<string, MergedPull>();
  let seen = 0;
  const query = {
    ...here,
    state: "closed",
    base: "main",
    sort: "updated",
    direction: "desc",
    per_page: 100,
  } as const;
  for await (const { data } of octokit.paginate.iterator(octokit.rest.pulls.list, query)) {
    for (const { number, head, merge_commit_sha: merge, merged_at: mergedAt } of data) {
      if (mergedAt !== null && merge !== null && wanted.has(merge))
        found.set(merge, { number, head: head.sha, mergedAt });
    }
    seen += data.length;
    if (found.size === wanted.size || seen >= mostPulls) break;
  }
  return found;
}

async function approvalOf(
  octokit: Octokit,
  here: { owner: string; repo: string },
  { oid, committer }: Commit,
  pull: MergedPull | undefined,
): Promise<Approval> {
  const approval = { commit: oid, writers: [], approvers: [], approvedAt: committer.date.toISOString() };
  if (!pull) return approval;
  const at = { ...here, pull_number: pull.number, per_page: 100 };
  const [reviews, commits] = await Promise.all([
    octokit.paginate(octokit.rest.pulls.listReviews, at),
    octokit.paginate(octokit.rest.pulls.listCommits, at),
  ]);
  const names = (logins: (string | undefined)[]) => [
    ...new Set(logins.filter((login) => login !== undefined)),
  ];
  const emergency = emergencyAmong(reviews, pull);
  return {
    ...approval,
    ...(emergency ? { emergency } : {}),
    submission: pull.number,
    writers: names(commits.flatMap(({ author, committer: pusher }) => [author?.login, pusher?.login])),
    approvers: names(
      reviews
        // What was approved only after an emergency publication was not approved when it was published.
        .filter(
          ({ state, commit_id: commit, submitted_at: at }) =>
            state === "APPROVED" && commit === pull.head && (at ?? "") <= pull.mergedAt,
        )
        .map(({ user }) => user?.login),
    ),
  };
}

/** The reason that somebody gave on the merged commit before it was merged, for publishing it alone. */
function emergencyAmong(
  reviews: readonly {
    state: string;
    user: { login: string } | null;
    body: string;
    commit_id: string | null;
    submitted_at?: string;
  }[],
  { head, mergedAt }: MergedPull,
): Approval["emergency"] {
  for (const { state, user, body, commit_id: commit, submitted_at: at = "" } of reviews) {
    if (state !== "COMMENTED" || !user || commit !== head || at > mergedAt) continue;
    const remark = readRemark({ login: user.login, body, commit, at });
    if (remark?.kind === "emergency") return { by: user.login, reason: remark.text };
  }
  return undefined;
}
