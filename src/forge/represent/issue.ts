import type { ForgeContext } from "../context.ts";
import type { Comment, Issue } from "../issues.ts";
import { assigneesOf } from "./assignees.ts";
import { labelOf } from "./label.ts";
import { ghost, nodeId, simpleUser, timestamp } from "./user.ts";

/** An issue, or a pull request seen as one. */
export function issueOf(forge: ForgeContext, issue: Issue) {
  const at = forge.addresses();
  const url = `${at.repository}/issues/${issue.number}`;
  const html = issue.isPull ? at.page(issue.number) : `${at.web}/issues/${issue.number}`;
  const mergedAt = issue.mergedAt === null ? null : timestamp(issue.mergedAt);
  const pull = {
    url: `${at.repository}/pulls/${issue.number}`,
    html_url: html,
    diff_url: `${at.web}/pull/${issue.number}.diff`,
    patch_url: `${at.web}/pull/${issue.number}.patch`,
    merged_at: mergedAt,
  };
  return {
    id: issue.number,
    node_id: nodeId("Issue", issue.number),
    url,
    repository_url: at.repository,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    number: issue.number,
    state: issue.state,
    title: issue.title,
    body: issue.body,
    user: simpleUser(at, forge.accounts.find(issue.openedBy) ?? ghost(issue.openedBy)),
    labels: forge.issues.labels(issue.number).map((name) => labelOf(at, name)),
    ...assigneesOf(forge, issue.number),
    milestone: null,
    locked: false,
    comments: forge.issues.comments(issue.number).length,
    created_at: timestamp(issue.createdAt),
    updated_at: timestamp(issue.updatedAt),
    closed_at: issue.closedAt === null ? null : timestamp(issue.closedAt),
    author_association: "COLLABORATOR",
    ...(issue.isPull ? { pull_request: pull } : {}),
  };
}

/** A comment on an issue or pull request. */
export function commentOf(forge: ForgeContext, comment: Comment) {
  const at = forge.addresses();
  const issue = forge.issues.find(comment.number);
  const page = issue?.isPull ? at.page(comment.number) : `${at.web}/issues/${comment.number}`;
  return {
    id: comment.id,
    node_id: nodeId("IssueComment", comment.id),
    url: `${at.repository}/issues/comments/${comment.id}`,
    html_url: `${page}?trao-doi=${comment.id}`,
    issue_url: `${at.repository}/issues/${comment.number}`,
    user: simpleUser(at, forge.accounts.find(comment.login) ?? ghost(comment.login)),
    body: comment.body,
    created_at: timestamp(comment.createdAt),
    updated_at: timestamp(comment.updatedAt),
    author_association: "COLLABORATOR",
  };
}
