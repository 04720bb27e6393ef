/** Names of the commit statuses that the newsroom sets; the CMS shows the link of one whose name holds "deploy". */
export const statusContext = {
  check: "cong/kiem-tra",
  preview: "cong/deploy-preview",
  publication: "cong/xuat-ban",
} as const;

/** Labels by which the CMS remembers how far a submission is. */
export const stageLabel = {
  draft: "decap-cms/draft",
  review: "decap-cms/pending_review",
  approved: "decap-cms/pending_publish",
} as const;
