import type { ForgeContext } from "../context.ts";
import { combinedState, type Status } from "../statuses.ts";
import { repositoryOf } from "./repository.ts";
import { ghost, nodeId, simpleUser, timestamp } from "./user.ts";

/** One status of a commit, with who set it. */
export function statusOf(forge: ForgeContext, status: Status) {
  const creator = forge.accounts.find(status.login) ?? ghost(status.login);
  return { ...simpleStatus(forge, status), creator: simpleUser(forge.addresses(), creator) };
}

/** Everything the checks say about a commit, in one word and one by one. */
export function combinedStatus(forge: ForgeContext, sha: string) {
  const at = forge.addresses();
  const statuses = forge.statuses.latest(sha);
  return {
    state: combinedState(statuses),
    statuses: statuses.map((status) => simpleStatus(forge, status)),
    sha,
    total_count: statuses.length,
    repository: repositoryOf(at),
    commit_url: `${at.repository}/commits/${sha}`,
    url: `${at.repository}/commits/${sha}/status`,
  };
}

function simpleStatus(forge: ForgeContext, status: Status) {
  const at = forge.addresses();
  return {
    url: `${at.repository}/statuses/${status.sha}`,
    avatar_url: `${at.api}/users/${status.login}/avatar.svg`,
    id: status.id,
    node_id: nodeId("Status", status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: timestamp(status.createdAt),
    updated_at: timestamp(status.createdAt),
  };
}
