import type { Discussion } from "../editorial/approval-steps.ts";
import { partsOfMerge } from "../editorial/inspect-merge.ts";
import type { MergeRecord, Review } from "../forge/forge.ts";
import { remarksAmong, standingApprovals } from "../forge/reviews.ts";
import type { Repository } from "../git/repository.ts";

/** What was said of a submission that is merged, about what the merge changed, as far as it had been said by a moment (ISO 8601). */
export async function discussionAt(
  repository: Repository,
  { sha, head, writers }: MergeRecord,
  reviews: readonly Review[],
  until?: string,
): Promise<Discussion> {
  const { parents } = await repository.readCommit(sha);
  const [before = sha] = parents;
  const files = await repository.changedFiles(before, sha, { renames: false });
  const said = until === undefined ? reviews : reviews.filter(({ at }) => at <= until);
  return {
    head,
    parts: await partsOfMerge(repository, before, sha, files),
    writers,
    approvals: standingApprovals(said),
    remarks: remarksAmong(said),
  };
}
