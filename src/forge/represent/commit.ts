import {
  EMPTY_TREE,
  type Commit,
  type FilePatch,
  type Person,
  type Repository,
} from "../../git/repository.ts";
import type { Accounts } from "../accounts.ts";
import type { Addresses } from "../addresses.ts";
import { nodeId, simpleUser, timestamp } from "./user.ts";

const verification = {
  verified: false,
  reason: "unsigned",
  signature: null,
  payload: null,
  verified_at: null,
};

/** A commit as the git part of GitHub's API shows it. */
export function gitCommit(at: Addresses, commit: Commit) {
  return {
    sha: commit.oid,
    node_id: nodeId("Commit", commit.oid),
    url: `${at.repository}/git/commits/${commit.oid}`,
    html_url: `${at.web}/commit/${commit.oid}`,
    author: signature(commit.author),
    committer: signature(commit.committer),
    tree: { sha: commit.tree, url: `${at.repository}/git/trees/${commit.tree}` },
    message: commit.message.replace(/\n$/, ""),
    parents: parentsOf(at, commit, "git/commits"),
    verification,
  };
}

/** A commit as the rest of GitHub's API shows it, with the accounts behind its e-mail addresses. */
export function fullCommit(at: Addresses, accounts: Accounts, commit: Commit) {
  const git = gitCommit(at, commit);
  const url = `${at.repository}/commits/${commit.oid}`;
  const user = ({ email }: Person) => {
    const account = accounts.findByEmail(email);
    return account ? simpleUser(at, account) : null;
  };
  return {
    url,
    sha: commit.oid,
    node_id: git.node_id,
    html_url: git.html_url,
    comments_url: `${url}/comments`,
    commit: {
      url: git.url,
      author: git.author,
      committer: git.committer,
      message: git.message,
      comment_count: 0,
      tree: git.tree,
      verification,
    },
    author: user(commit.author),
    committer: user(commit.committer),
    parents: parentsOf(at, commit, "commits"),
  };
}

/** A changed file; `ref` is the commit that has its new contents. */
export function diffEntry(at: Addresses, file: FilePatch, ref: string) {
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: file.oid ?? file.previousOid ?? null,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${at.web}/blob/${ref}/${path}`,
    raw_url: `${at.web}/raw/${ref}/${path}`,
    contents_url: `${at.repository}/contents/${path}?ref=${ref}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  };
}

/** What one commit changed, compared with its first parent. */
export function changesOf(repository: Repository, commit: Commit): Promise<FilePatch[]> {
  return repository.patches(commit.parents[0] ?? EMPTY_TREE, commit.oid);
}

function signature({ name, email, date }: Person): { name: string; email: string; date: string } {
  return { name, email, date: timestamp(date) };
}

function parentsOf(at: Addresses, commit: Commit, under: string) {
  return commit.parents.map((sha) => ({
    sha,
    url: `${at.repository}/${under}/${sha}`,
    html_url: `${at.web}/commit/${sha}`,
  }));
}
