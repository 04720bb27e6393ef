import type { Portal } from "../content-model/portal.ts";
import { addDays } from "../foundation/iso-week.ts";
import { vietnamDay } from "../foundation/vietnam-time.ts";
import { approvalSteps, approversIn, isComplete, type Approver, type Discussion } from "./approval-steps.ts";
import { readRemark } from "./remark.ts";
import { isWorkingDay, type WorkingCalendar } from "./working-time.ts";

/** What one person published alone, and who approved it afterwards. */
export interface Emergency {
  /** Login. */
  by: string;
  reason: string;
  /** ISO 8601. */
  at: string;
  /** Until when it should be approved or withdrawn. */
  due: string;
  /** Those whose approvals made it whole; nobody while it waits. */
  approvers: Approver[];
}

/** The emergency publication that a merged submission was; undefined where it was approved before. */
export function emergencyPublication(
  discussion: Discussion,
  merge: { by: string; at: string },
  portal: Portal,
  calendar: WorkingCalendar,
): Emergency | undefined {
  const said = discussion.remarks
    .flatMap((remark) => readRemark(remark) ?? [])
    .findLast(
      ({ kind, login, commit, at }) =>
        kind === "emergency" && login === merge.by && commit === discussion.head && at <= merge.at,
    );
  if (!said) return undefined;
  const before = discussion.approvals.filter(({ at }) => at <= merge.at);
  if (isComplete(approvalSteps({ ...discussion, approvals: before }, portal))) return undefined;
  const steps = approvalSteps(discussion, portal);
  return {
    by: merge.by,
    reason: said.text,
    at: merge.at,
    due: approvalDue(merge.at, calendar),
    approvers: isComplete(steps) ? approversIn(steps) : [],
  };
}

/** The end of the next working day: until then an emergency publication should be approved or withdrawn. */
export function approvalDue(at: string, calendar: WorkingCalendar): string {
  let day = addDays(vietnamDay(new Date(at)), 1);
  for (let looked = 0; looked < furthest && !isWorkingDay(calendar, day); looked++) day = addDays(day, 1);
  return `${day}T${calendar.hours.at(-1)?.to ?? "17:00"}:00+07:00`;
}

/** No office is closed for longer, in days. */
const furthest = 30;
