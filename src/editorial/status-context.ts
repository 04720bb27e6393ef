/** Names of the commit statuses that the newsroom sets; the CMS shows the link of one whose name holds "deploy". */
export const statusContext = {
  check: "cong/kiem-tra",
  preview: "cong/deploy-preview",
  /** Where what is published now can be seen beside the preview. */
  published: "cong/ban-dang-dang",
  publication: "cong/xuat-ban",
  /** On a merge commit: how far the approval after an emergency publication is. */
  afterwards: "cong/duyet-sau",
} as const;

/** Labels by which the CMS remembers how far a submission is. */
export const stageLabel = {
  draft: "decap-cms/draft",
  review: "decap-cms/pending_review",
  approved: "decap-cms/pending_publish",
} as const;

/** Whether the labels of a submission say how far it is. */
export function hasStage(labels: readonly string[]): boolean {
  return Object.values<string>(stageLabel).some((stage) => labels.includes(stage));
}

/** The label of what was published in an emergency and waits for an approval afterwards; the newsroom keeps it. */
export const emergencyLabel = "cong/dang-khan";

/** The label of what was sent to a higher approver, for lists; what counts is who asked and who approved. */
export const higherLabel = "cong/trinh-lanh-dao";
