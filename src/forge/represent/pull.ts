import type { Addresses } from "../addresses.ts";
import type { ForgeContext } from "../context.ts";
import { MAIN } from "../branches.ts";
import type { Pull } from "../pulls.ts";
import type { Review } from "../reviews.ts";
import { assigneesOf } from "./assignees.ts";
import { labelOf } from "./label.ts";
import { repositoryOf } from "./repository.ts";
import { ghost, nodeId, simpleUser, timestamp } from "./user.ts";

/** A pull request as it stands in a list. */
export function simplePull(forge: ForgeContext, pull: Pull) {
  const at = forge.addresses();
  const url = `${at.repository}/pulls/${pull.number}`;
  const issue = `${at.repository}/issues/${pull.number}`;
  const html = at.page(pull.number);
  const links = {
    html,
    issue,
    self: url,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${at.repository}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${at.repository}/statuses/${pull.headSha}`,
  };
  return {
    url,
    id: pull.number,
    node_id: nodeId("PullRequest", pull.number),
    html_url: html,
    diff_url: `${at.web}/pull/${pull.number}.diff`,
    patch_url: `${at.web}/pull/${pull.number}.patch`,
    issue_url: issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    number: pull.number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: simpleUser(at, forge.accounts.find(pull.openedBy) ?? ghost(pull.openedBy)),
    body: pull.body,
    labels: forge.issues.labels(pull.number).map((name) => labelOf(at, name)),
    milestone: null,
    created_at: timestamp(pull.createdAt),
    updated_at: timestamp(pull.updatedAt),
    closed_at: pull.closedAt === null ? null : timestamp(pull.closedAt),
    merged_at: pull.mergedAt === null ? null : timestamp(pull.mergedAt),
    merge_commit_sha: pull.mergeSha,
    ...assigneesOf(forge, pull.number),
    requested_reviewers: [],
    requested_teams: [],
    head: end(at, pull.headRef, pull.headSha),
    base: end(at, MAIN, pull.baseSha),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: "COLLABORATOR",
    auto_merge: null,
    draft: false,
  };
}

/** A pull request asked for itself: how large it is and whether git could merge it now. */
export async function fullPull(forge: ForgeContext, pull: Pull) {
  const { repository } = forge;
  const main = pull.state === "open" ? ((await repository.resolve(MAIN)) ?? pull.baseSha) : pull.baseSha;
  const from = (await repository.mergeBase(main, pull.headSha)) ?? main;
  const [files, commits, preview] = await Promise.all([
    repository.patches(from, pull.headSha),
    repository.revisions(pull.headSha, { not: from }),
    pull.state === "open" ? forge.merges.preview(main, pull.headSha) : undefined,
  ]);
  const mergedBy =
    pull.mergedBy === null ? null : (forge.accounts.find(pull.mergedBy) ?? ghost(pull.mergedBy));
  const conflicts = preview?.conflicts;
  return {
    ...simplePull(forge, pull.state === "open" ? { ...pull, baseSha: main } : pull),
    merged: pull.mergedAt !== null,
    mergeable: conflicts === undefined ? null : conflicts.length === 0,
    mergeable_state: conflicts === undefined ? "unknown" : conflicts.length === 0 ? "clean" : "dirty",
    merged_by: mergedBy && simpleUser(forge.addresses(), mergedBy),
    comments: forge.issues.comments(pull.number).length,
    review_comments: 0,
    maintainer_can_modify: true,
    commits: commits.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

/** What somebody said about a pull request. */
export function reviewOf(forge: ForgeContext, review: Review) {
  const at = forge.addresses();
  const pull = `${at.repository}/pulls/${review.number}`;
  const html = `${at.page(review.number)}?nhan-xet=${review.id}`;
  return {
    id: review.id,
    node_id: nodeId("PullRequestReview", review.id),
    user: simpleUser(at, forge.accounts.find(review.login) ?? ghost(review.login)),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pull,
    _links: { html: { href: html }, pull_request: { href: pull } },
    submitted_at: timestamp(review.at),
    commit_id: review.commit,
    author_association: "COLLABORATOR",
  };
}

function end(at: Addresses, ref: string, sha: string) {
  const name = ref.replace("refs/heads/", "");
  return {
    label: `${at.owner}:${name}`,
    ref: name,
    sha,
    user: { ...simpleUser(at, ghost(at.owner)), type: "Organization" },
    repo: repositoryOf(at),
  };
}
