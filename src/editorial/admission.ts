import type { Portal } from "../content-model/portal.ts";
import {
  approvalSteps,
  approversIn,
  isComplete,
  mayGive,
  type Approver,
  type Discussion,
  type Step,
} from "./approval-steps.ts";
import { blocking, describeFinding, type Finding } from "./finding.ts";
import { readRemark, shortestReason } from "./remark.ts";
import { approversOf, mayApprove, nameOf } from "./rights.ts";

/** A submission at the moment someone wants it merged into main; its parts are what the merge changes there. */
export interface Proposal extends Discussion {
  mergedBy: string;
  /** The moment (ISO 8601). */
  at: string;
}

export type Admission =
  | {
      admitted: true;
      /** Whose approvals count. */
      approvers: Approver[];
      /** Why it is published without them, where it is an emergency. */
      emergency?: { reason: string };
    }
  | { admitted: false; reason: string };

/**
 * Whether main may take a submission: no blocking finding on the merge result, approved on its last commit by those who
 * answer for all its parts and wrote none of it, merged by someone who answers for them; or else published in an emergency
 * by someone who may, alone and with a written reason. Rights are main's own.
 */
export function admit(proposal: Proposal, portal: Portal, findings: readonly Finding[]): Admission {
  const { parts, approvals, head, mergedBy, at } = proposal;
  if (parts.length === 0) return refused("Bài gửi này không thay đổi gì so với bản đang đăng.");
  if (!mayApprove(portal, mergedBy, parts, { at })) {
    return refused(`Chỉ người duyệt phụ trách mới được đăng bài này: ${answering(proposal, portal)}.`);
  }
  const blocks = blocking(findings);
  if (blocks.length > 0) {
    return refused(`Còn ${String(blocks.length)} chỗ phải sửa: ${blocks.map(describeFinding).join("; ")}`);
  }
  const steps = approvalSteps(proposal, portal);
  if (isComplete(steps)) return { admitted: true, approvers: approversIn(steps) };
  const emergency = emergencyOf(proposal, portal);
  if (emergency) return { admitted: true, approvers: approversIn(steps), emergency };
  const ownOnly = approvals.some(
    ({ login, commit, at: when }) => commit === head && mayApprove(portal, login, parts, { at: when }),
  );
  if (approversIn(steps).length === 0 && ownOnly)
    return refused("Không ai được tự duyệt bài mình viết hoặc sửa: cần một người duyệt khác.");
  return refused(missing(steps, proposal, portal));
}

/** The emergency for which the person who merges has given a reason on the last commit, if they may publish alone. */
export function emergencyOf(
  { head, parts, remarks, mergedBy, at }: Proposal,
  portal: Portal,
): { reason: string } | undefined {
  if (!mayApprove(portal, mergedBy, parts, { at, power: "emergency" })) return undefined;
  const said = remarks
    .flatMap((remark) => readRemark(remark) ?? [])
    .findLast(({ kind, login, commit }) => kind === "emergency" && login === mergedBy && commit === head);
  return said && said.text.length >= shortestReason ? { reason: said.text } : undefined;
}

function missing(steps: readonly Step[], proposal: Proposal, portal: Portal): string {
  if (steps.length === 1)
    return `Bài chưa được duyệt ở bản mới nhất. Người duyệt được: ${answering(proposal, portal)}.`;
  const words = steps.flatMap(({ kind, by }) =>
    by ? [] : [`${stepName[kind]}: ${named(mayGive(proposal, portal, kind, proposal.at)) || "chưa có ai"}`],
  );
  return `Bài cần hai bước duyệt ở bản mới nhất; còn thiếu ${words.join("; ")}.`;
}

export const stepName: Record<Step["kind"], string> = { first: "người duyệt", higher: "lãnh đạo duyệt" };

function answering({ parts, at }: Proposal, portal: Portal): string {
  return (
    named(approversOf(portal, parts, { at })) ||
    "không có ai phụ trách tất cả các phần được đổi; hãy tách thành nhiều bài gửi"
  );
}

const named = (people: readonly { name: string; login: string }[]) =>
  people.map(({ name, login }) => `${name} (${login})`).join(", ");

function refused(reason: string): Admission {
  return { admitted: false, reason };
}

/** Who approved, in words: «Quang Minh (thay Hoàng Lan)». */
export function approverName(portal: Portal, { login, onBehalfOf }: Approver): string {
  const name = nameOf(portal, login);
  const others = onBehalfOf.map((one) => nameOf(portal, one));
  return others.length === 0 ? name : `${name} (thay ${others.join(", ")})`;
}
