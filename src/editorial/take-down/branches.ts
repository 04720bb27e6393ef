/** The beginning of the branches on which many entries are taken down or put back at once. */
export const branches = { down: "go-bai/", back: "dang-lai/" } as const;

/** Whether a submission takes down entries, as one act of one person. */
export const isTakeDown = (branch: string): boolean => branch.startsWith(branches.down);
