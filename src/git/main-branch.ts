/** The branch that is published, by its whole name: a tag called «main» must never be taken for it. */
export const mainBranch = "refs/heads/main";
