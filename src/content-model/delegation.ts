import { z } from "zod";
import { delegatedSchema, isWithin, type Delegated, type Grant } from "./grant.ts";

const day = z.iso.date({ error: "ngày viết dạng 2026-12-21" });

/** What an approver who is away hands to somebody, from one day to another; it ends by itself. */
export const delegationSchema = z
  .strictObject({
    /** Logins. */
    from: z.string(),
    to: z.string(),
    /** The first and the last day, in Việt Nam. */
    since: day,
    until: day,
    /** What is handed over; without it, all that the approver holds. */
    grants: z.array(delegatedSchema).min(1).optional(),
    note: z.string().optional(),
  })
  .superRefine(({ from, to, since, until }, context) => {
    if (until < since)
      context.addIssue({
        code: "custom",
        path: ["until"],
        message: `ngày cuối (${until}) trước ngày đầu (${since})`,
      });
    if (from === to)
      context.addIssue({ code: "custom", path: ["to"], message: "không ai uỷ quyền cho chính mình" });
  });
export type Delegation = z.infer<typeof delegationSchema>;

/** Whether somebody hands over no more than they hold themselves: nothing that was only handed to them. */
export function holds(grants: readonly Grant[], delegated: Delegated): boolean {
  return grants.some(
    (grant) =>
      grant.role === "approver" &&
      isWithin(delegated, grant) &&
      (!delegated.higher || grant.higher === true) &&
      (!delegated.emergency || grant.emergency === true),
  );
}
