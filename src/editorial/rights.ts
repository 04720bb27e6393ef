import { classOf, readContentPath } from "../content-model/content-path.ts";
import type { Person, Portal, Role } from "../content-model/portal.ts";

/** What an account may do on the forge, in GitHub's terms. */
export interface Permissions {
  pull: boolean;
  push: boolean;
  maintain: boolean;
  admin: boolean;
}

export function personOf(portal: Portal, login: string): Person | undefined {
  return portal.people.find((person) => person.login === login);
}

/** The roles a person holds anywhere; none for someone the portal does not know. */
export function rolesOf(portal: Portal, login: string): Role[] {
  return [...new Set(personOf(portal, login)?.grants.map((grant) => grant.role))];
}

/** Whoever holds a role may read and push branches; approvers and operators may merge what the policy admits. */
export function permissionsOf(portal: Portal, login: string): Permissions {
  const roles = rolesOf(portal, login);
  return {
    pull: roles.length > 0,
    push: roles.length > 0,
    maintain: roles.includes("approver") || roles.includes("operator"),
    admin: roles.includes("operator"),
  };
}

/**
 * Whether this person answers for every one of these paths: approvers for content of their sites, operators for settings and
 * code, and for the first pages of a site that main does not have yet, so that a new site is one submission.
 */
export function mayApprove(portal: Portal, login: string, paths: readonly string[]): boolean {
  return paths.length > 0 && paths.every((path) => answersFor(portal, login, path));
}

/** The people who answer for all of these paths. */
export function approversOf(portal: Portal, paths: readonly string[]): Person[] {
  return portal.people.filter((person) => mayApprove(portal, person.login, paths));
}

function answersFor(portal: Portal, login: string, path: string): boolean {
  const grants = personOf(portal, login)?.grants ?? [];
  const place = readContentPath(path);
  const isFounding = "site" in place && !portal.sites.includes(place.site);
  if (classOf(path) !== "content" || isFounding) return grants.some((grant) => grant.role === "operator");
  return grants.some(
    (grant) =>
      grant.role === "approver" &&
      (grant.sites === "*" || ("site" in place && grant.sites.includes(place.site))),
  );
}
