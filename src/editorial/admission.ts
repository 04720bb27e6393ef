import type { Portal } from "../content-model/portal.ts";
import { blocking, describeFinding, type Finding } from "./finding.ts";
import { approversOf, mayApprove } from "./rights.ts";

/** A submission at the moment someone wants it merged into main. */
export interface Proposal {
  head: string;
  /** Repository paths that the merge changes on main. */
  paths: readonly string[];
  /** Logins of everyone who wrote any of it. */
  writers: readonly string[];
  /** Standing approvals. */
  approvals: readonly { login: string; commit: string }[];
  mergedBy: string;
}

export type Admission = { admitted: true } | { admitted: false; reason: string };

/**
 * Whether main may take a submission: no blocking finding on the merge result, approved on its last commit by someone
 * who answers for all its paths and wrote none of it, merged by someone who answers for them. Rights are main's own.
 */
export function admit(proposal: Proposal, portal: Portal, findings: readonly Finding[]): Admission {
  const { head, paths, writers, approvals, mergedBy } = proposal;
  if (paths.length === 0) return refused("Bài gửi này không thay đổi gì so với bản đang đăng.");
  if (!mayApprove(portal, mergedBy, paths)) {
    return refused(`Chỉ người duyệt phụ trách mới được đăng bài này: ${namesOf(portal, paths)}.`);
  }
  const blocks = blocking(findings);
  if (blocks.length > 0) {
    return refused(`Còn ${String(blocks.length)} chỗ phải sửa: ${blocks.map(describeFinding).join("; ")}`);
  }
  const valid = approvals.filter(({ login, commit }) => commit === head && mayApprove(portal, login, paths));
  if (valid.length === 0)
    return refused(`Bài chưa được duyệt ở bản mới nhất. Người duyệt được: ${namesOf(portal, paths)}.`);
  if (valid.every(({ login }) => writers.includes(login))) {
    return refused("Không ai được tự duyệt bài mình viết hoặc sửa: cần một người duyệt khác.");
  }
  return { admitted: true };
}

function refused(reason: string): Admission {
  return { admitted: false, reason };
}

function namesOf(portal: Portal, paths: readonly string[]): string {
  const people = approversOf(portal, paths);
  if (people.length === 0)
    return "không có ai phụ trách tất cả các phần được đổi; hãy tách thành nhiều bài gửi";
  return people.map(({ name, login }) => `${name} (${login})`).join(", ");
}
