import { GitError, type Repository } from "../git/repository.ts";

/** What merging a commit into main would give. */
export interface MergePreview {
  tree: string;
  /** Files in conflict; "*" when the histories have nothing in common. */
  conflicts: string[];
}

/** Tries merges without making them; the last ones are remembered, since pages ask again and again. */
export interface MergePreviews {
  preview(main: string, head: string): Promise<MergePreview>;
}

const remembered = 500;

/** Previews of merges in one repository. */
export function makeMergePreviews(repository: Repository): MergePreviews {
  const known = new Map<string, MergePreview>();
  return {
    async preview(main, head) {
      const key = `${main} ${head}`;
      const before = known.get(key);
      if (before) return before;
      const preview = await tryMerge(repository, main, head);
      known.set(key, preview);
      const oldest = known.keys().next().value;
      if (known.size > remembered && oldest !== undefined) known.delete(oldest);
      return preview;
    },
  };
}

async function tryMerge(repository: Repository, main: string, head: string): Promise<MergePreview> {
  try {
    return await repository.mergeTree(main, head);
  } catch (error) {
    if (error instanceof GitError && error.stderr.includes("unrelated histories"))
      return { tree: "", conflicts: ["*"] };
    throw error;
  }
}
