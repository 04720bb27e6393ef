/** The beginning of the branches on which many entries are taken down or put back at once. */
export const branches = { down: "go-bai/", back: "dang-lai/" } as const;

/** What a submission does to many pages as one act, if it is such a one. */
export function massAct(branch: string): keyof typeof branches | undefined {
  if (branch.startsWith(branches.down)) return "down";
  return branch.startsWith(branches.back) ? "back" : undefined;
}

/** Whether a submission takes down entries, as one act of one person. */
export const isTakeDown = (branch: string): boolean => massAct(branch) === "down";
