import type { Addresses } from "../addresses.ts";
import type { Permissions } from "../context.ts";
import { ghost, nodeId, simpleUser, timestamp } from "./user.ts";

const templates = {
  archive_url: "/{archive_format}{/ref}",
  assignees_url: "/assignees{/user}",
  blobs_url: "/git/blobs{/sha}",
  branches_url: "/branches{/branch}",
  collaborators_url: "/collaborators{/collaborator}",
  comments_url: "/comments{/number}",
  commits_url: "/commits{/sha}",
  compare_url: "/compare/{base}...{head}",
  contents_url: "/contents/{+path}",
  contributors_url: "/contributors",
  deployments_url: "/deployments",
  downloads_url: "/downloads",
  events_url: "/events",
  forks_url: "/forks",
  git_commits_url: "/git/commits{/sha}",
  git_refs_url: "/git/refs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  hooks_url: "/hooks",
  issue_comment_url: "/issues/comments{/number}",
  issue_events_url: "/issues/events{/number}",
  issues_url: "/issues{/number}",
  keys_url: "/keys{/key_id}",
  labels_url: "/labels{/name}",
  languages_url: "/languages",
  merges_url: "/merges",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  pulls_url: "/pulls{/number}",
  releases_url: "/releases{/id}",
  stargazers_url: "/stargazers",
  statuses_url: "/statuses/{sha}",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  tags_url: "/tags",
  teams_url: "/teams",
  trees_url: "/git/trees{/sha}",
} as const;

/** The repository as GitHub shows it inside other things. */
export function repositoryOf(at: Addresses) {
  const links = Object.entries(templates).map(([name, path]) => [name, at.repository + path]);
  const never = timestamp(new Date(0));
  return {
    ...(Object.fromEntries(links) as Record<keyof typeof templates, string>),
    id: 1,
    node_id: nodeId("Repository", 1),
    name: at.repo,
    full_name: `${at.owner}/${at.repo}`,
    owner: { ...simpleUser(at, ghost(at.owner)), type: "Organization" },
    private: true,
    html_url: at.web,
    description: null,
    fork: false,
    url: at.repository,
    clone_url: at.git,
    git_url: at.git,
    ssh_url: at.git,
    svn_url: at.web,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: "main",
    forks: 0,
    forks_count: 0,
    open_issues: 0,
    open_issues_count: 0,
    size: 0,
    stargazers_count: 0,
    watchers: 0,
    watchers_count: 0,
    has_downloads: false,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    archived: false,
    disabled: false,
    visibility: "private",
    pushed_at: never,
    created_at: never,
    updated_at: never,
  };
}

/** The repository when it is asked for itself, with what the asker may do. */
export function fullRepository(at: Addresses, permissions: Permissions) {
  return {
    ...repositoryOf(at),
    permissions: { ...permissions, triage: permissions.push },
    has_discussions: false,
    network_count: 0,
    subscribers_count: 0,
    allow_merge_commit: true,
    allow_squash_merge: false,
    allow_rebase_merge: false,
    delete_branch_on_merge: true,
  };
}
