import type { Account } from "../accounts.ts";
import type { Addresses } from "../addresses.ts";

/** A person as GitHub shows them inside other things. */
export function simpleUser(at: Addresses, account: Account) {
  const url = `${at.api}/users/${account.login}`;
  return {
    login: account.login,
    id: account.id,
    node_id: nodeId("User", account.id),
    avatar_url: `${url}/avatar.svg`,
    gravatar_id: "",
    url,
    html_url: `${at.origin}/${account.login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: account.bot ? "Bot" : "User",
    site_admin: false,
  };
}

/** A person as everybody may see them; the e-mail address is left out. */
export function publicUser(at: Addresses, account: Account) {
  return {
    ...simpleUser(at, account),
    name: account.name,
    company: null,
    blog: null,
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: timestamp(account.createdAt),
    updated_at: timestamp(account.updatedAt),
  };
}

/** A person as they see themselves. */
export function privateUser(at: Addresses, account: Account) {
  return {
    ...publicUser(at, account),
    email: account.email,
    private_gists: 0,
    total_private_repos: 1,
    owned_private_repos: 0,
    disk_usage: 0,
    collaborators: 0,
    two_factor_authentication: false,
  };
}

/** Whom history names but nobody knows (any more). */
export function ghost(login: string): Account {
  const never = new Date(0).toISOString();
  return {
    id: 0,
    login,
    name: login,
    email: "",
    bot: false,
    disabled: true,
    hasPassword: false,
    mustChangePassword: false,
    createdAt: never,
    updatedAt: never,
  };
}

/** The opaque id that GitHub gives everything besides its number. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString("base64url");
}

/** A moment as GitHub writes it: UTC, whole seconds. */
export function timestamp(moment: string | Date): string {
  return `${new Date(moment).toISOString().slice(0, 19)}Z`;
}
