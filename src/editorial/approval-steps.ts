import { touches } from "../content-model/grant.ts";
import type { Person, Portal } from "../content-model/portal.ts";
import type { Part } from "./part.ts";
import { readRemark, type ReadRemark, type Remark } from "./remark.ts";
import { approversOf, authorityOver, rolesOf, type Power } from "./rights.ts";

/** What has been said of a submission, and about what. */
export interface Discussion {
  head: string;
  parts: readonly Part[];
  /** Logins of everyone who wrote any of it. */
  writers: readonly string[];
  /** Standing approvals: the latest word of each person, where it is one. */
  approvals: readonly Given[];
  /** Everything else that was said, oldest first. */
  remarks: readonly Remark[];
}

/** An approval of one commit, at a moment (ISO 8601). */
export interface Given {
  login: string;
  commit: string;
  at: string;
}

/** Somebody whose approval counts, and for whom they gave it. */
export interface Approver {
  login: string;
  onBehalfOf: string[];
}

/** One approval that a submission needs: `by` is who gave it, undefined while nobody has. */
export interface Step {
  kind: "first" | "higher";
  by: Approver | undefined;
}

/**
 * The approvals that a submission needs, and who has given them: one by whoever answers for it and wrote none of it; where
 * an approver asked for that or the portal demands it, a second by a higher approver, in whichever order. Two steps are two
 * people, and neither acts for the other.
 */
export function approvalSteps(discussion: Discussion, portal: Portal): Step[] {
  const first = given(discussion, portal, "approve");
  if (!needsHigher(discussion, portal)) return [{ kind: "first", by: first[0] }];
  const higher = given(discussion, portal, "higher");
  for (const one of first)
    for (const other of higher)
      if (areApart(one, other))
        return [
          { kind: "first", by: one },
          { kind: "higher", by: other },
        ];
  const [alone] = higher;
  return [
    { kind: "first", by: alone ? undefined : first[0] },
    { kind: "higher", by: alone },
  ];
}

export const isComplete = (steps: readonly Step[]): boolean => steps.every(({ by }) => by !== undefined);

/** Everybody whose approval counts in these steps. */
export const approversIn = (steps: readonly Step[]): Approver[] => steps.flatMap(({ by }) => by ?? []);

/** The steps as they would be with one more approval of the last commit. */
export function stepsWith(discussion: Discussion, portal: Portal, login: string, at: string): Step[] {
  const others = discussion.approvals.filter((approval) => approval.login !== login);
  const approvals = [...others, { login, commit: discussion.head, at }];
  return approvalSteps({ ...discussion, approvals }, portal);
}

/** Who could give a step that is missing; each of them alone. */
export function mayGive(discussion: Discussion, portal: Portal, kind: Step["kind"], at: string): Person[] {
  const { head, parts, writers, approvals } = discussion;
  const done = approvals.filter(({ commit }) => commit === head).map(({ login }) => login);
  const power: Power = kind === "higher" ? "higher" : "approve";
  return approversOf(portal, parts, { at, power, except: writers }).filter(
    ({ login }) =>
      !writers.includes(login) &&
      !done.includes(login) &&
      stepsWith(discussion, portal, login, at).some((step) => step.kind === kind && step.by?.login === login),
  );
}

/** The request for a higher approval that stands, if anybody who answers for the submission made one. */
export function requestOf({ parts, remarks }: Discussion, portal: Portal): ReadRemark | undefined {
  let standing: ReadRemark | undefined;
  for (const remark of remarks.flatMap((one) => readRemark(one) ?? [])) {
    const { kind, login, at } = remark;
    const roles = rolesOf(portal, login);
    // Whom the portal no longer knows was an approver when they asked.
    if (kind === "asks-higher" && (roles.length === 0 || roles.some((role) => role !== "editor")))
      standing = remark;
    const mayTakeBack =
      standing?.login === login || authorityOver(portal, login, parts, { at, power: "higher" }) !== undefined;
    if (kind === "asks-higher-no-more" && mayTakeBack) standing = undefined;
  }
  return standing;
}

/** Whether the portal itself demands a higher approval of any of these parts. */
export function isHigherByRule(parts: readonly Part[], portal: Portal): boolean {
  return portal.higherApproval?.some((scope) => parts.some((part) => touches(scope, part))) ?? false;
}

function needsHigher(discussion: Discussion, portal: Portal): boolean {
  if (isHigherByRule(discussion.parts, portal)) return true;
  const request = requestOf(discussion, portal);
  // For settings and code there is nobody above the operators.
  return (
    request !== undefined &&
    approversOf(portal, discussion.parts, { at: request.at, power: "higher" }).length > 0
  );
}

function given({ head, parts, writers, approvals }: Discussion, portal: Portal, power: Power): Approver[] {
  return approvals.flatMap(({ login, commit, at }) => {
    if (commit !== head || writers.includes(login)) return [];
    const authority = authorityOver(portal, login, parts, { at, power, except: writers });
    return authority ? [{ login, ...authority }] : [];
  });
}

function areApart(one: Approver, other: Approver): boolean {
  const names = [one.login, ...one.onBehalfOf];
  return ![other.login, ...other.onBehalfOf].some((name) => names.includes(name));
}
