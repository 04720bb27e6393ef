import { classOf, readContentPath } from "../content-model/content-path.ts";
import type { Delegation } from "../content-model/delegation.ts";
import { covers, type Delegated } from "../content-model/grant.ts";
import type { Person, Portal, Role } from "../content-model/portal.ts";
import { vietnamDay } from "../foundation/vietnam-time.ts";
import { answerable, type Part } from "./part.ts";

/** What an account may do on the forge, in GitHub's terms. */
export interface Permissions {
  pull: boolean;
  push: boolean;
  maintain: boolean;
  admin: boolean;
}

/** What somebody wants to do: give an approval, the higher of two, or publish alone in an emergency. */
export type Power = "approve" | "higher" | "emergency";

/** Somebody's right to act, and for whom: nobody but themselves where `onBehalfOf` is empty. */
export interface Authority {
  /** Logins of those who are away. */
  onBehalfOf: string[];
}

/** The circumstances in which somebody acts. */
export interface Occasion {
  /** The moment (ISO 8601): delegations hold for days. */
  at: string;
  power?: Power;
  /** Logins whose rights may not be used: nobody approves their own piece through somebody else. */
  except?: readonly string[];
}

export function personOf(portal: Portal, login: string): Person | undefined {
  return portal.people.find((person) => person.login === login);
}

/** The newsroom's own account, in whose name checks, publications and pieces from outside are. */
export const newsroomAccount = { login: "toa-soan", name: "Tòa soạn" } as const;

/** How people are called on the pages; the login where the portal does not know them. */
export function nameOf(portal: Portal, login: string): string {
  return personOf(portal, login)?.name ?? (login === newsroomAccount.login ? newsroomAccount.name : login);
}

/** The roles a person holds anywhere; none for someone the portal does not know. */
export function rolesOf(portal: Portal, login: string): Role[] {
  return [...new Set(personOf(portal, login)?.grants.map((grant) => grant.role))];
}

/** Whoever holds a role may read and push branches; approvers and operators may merge what the policy admits. */
export function permissionsOf(portal: Portal, login: string): Permissions {
  const roles = rolesOf(portal, login);
  const deputises = portal.delegations?.some(({ to }) => to === login) ?? false;
  return {
    pull: roles.length > 0,
    push: roles.length > 0,
    maintain: roles.includes("approver") || roles.includes("operator") || (roles.length > 0 && deputises),
    admin: roles.includes("operator"),
  };
}

/**
 * By what right somebody answers for every one of these parts, undefined if by none: approvers for content of their sites,
 * sections and kinds, themselves or for somebody who is away; operators for settings and code, and for the first pages of a
 * site that main does not have yet, so that a new site is one submission.
 */
export function authorityOver(
  portal: Portal,
  login: string,
  parts: readonly Part[],
  { at, power = "approve", except = [] }: Occasion,
): Authority | undefined {
  if (parts.length === 0) return undefined;
  const mandates = mandatesOf(portal, login, at).filter(({ of }) => of === login || !except.includes(of));
  const used = new Set<string>();
  for (const part of answerable(parts)) {
    const mandate = mandates.find(({ allows }) => allows(part, power));
    if (!mandate) return undefined;
    if (mandate.of !== login) used.add(mandate.of);
  }
  return { onBehalfOf: [...used] };
}

/** Whether this person answers for every one of these parts. */
export function mayApprove(
  portal: Portal,
  login: string,
  parts: readonly Part[],
  occasion: Occasion,
): boolean {
  return authorityOver(portal, login, parts, occasion) !== undefined;
}

/** The people who answer for all of these parts. */
export function approversOf(portal: Portal, parts: readonly Part[], occasion: Occasion): Person[] {
  return portal.people.filter((person) => mayApprove(portal, person.login, parts, occasion));
}

/** Rights that somebody may use: their own, or those of one who is away. */
interface Mandate {
  of: string;
  allows: (part: Part, power: Power) => boolean;
}

/** A person's own rights come first: nobody acts for another where they need not. */
function mandatesOf(portal: Portal, login: string, at: string): Mandate[] {
  const own: Mandate = { of: login, allows: (part, power) => answersFor(portal, login, part, power) };
  const day = vietnamDay(new Date(at));
  const handed = (portal.delegations ?? []).filter(
    ({ to, since, until }) => to === login && since <= day && day <= until,
  );
  return [own, ...handed.map((delegation) => mandateFrom(portal, delegation))];
}

/** What is handed over is never more than who hands it over holds. */
function mandateFrom(portal: Portal, { from, grants }: Delegation): Mandate {
  return {
    of: from,
    allows: (part, power) =>
      isContent(portal, part) &&
      (grants === undefined || grants.some((grant) => covers(grant, part) && hasPower(grant, power))) &&
      answersFor(portal, from, part, power),
  };
}

function answersFor(portal: Portal, login: string, part: Part, power: Power): boolean {
  const grants = personOf(portal, login)?.grants ?? [];
  if (!isContent(portal, part))
    return power === "approve" && grants.some((grant) => grant.role === "operator");
  return grants.some((grant) => grant.role === "approver" && covers(grant, part) && hasPower(grant, power));
}

/** Whether approvers answer for it; for all else, operators do. */
function isContent(portal: Portal, { path }: Part): boolean {
  const place = readContentPath(path);
  return classOf(path) === "content" && "site" in place && portal.sites.includes(place.site);
}

function hasPower({ higher, emergency }: Pick<Delegated, "higher" | "emergency">, power: Power): boolean {
  return power === "approve" || (power === "higher" ? higher === true : emergency === true);
}
