import { isValidRefName } from "../git/repository.ts";
import type { ForgeContext } from "./context.ts";
import { notFound } from "./refusal.ts";

/**
 * The commit (or with "tree" also the tree) that a request names: an id, a branch, a full ref, or `owner:branch`.
 * Nothing else of git's language for revisions is understood, because some of it searches all of history.
 */
export async function revisionOf(
  { repository, addresses }: ForgeContext,
  name: string,
  kind: "commit" | "tree" = "commit",
): Promise<string | undefined> {
  if (/^[0-9a-f]{40}$/.test(name)) {
    const object = await repository.inspect(name);
    return object?.type === "commit" || object?.type === kind ? object.oid : undefined;
  }
  const [owner, branch] = name.includes(":") ? name.split(":", 2) : [addresses().owner, name];
  if (owner?.toLowerCase() !== addresses().owner.toLowerCase() || !branch) return undefined;
  // A full ref is that ref only; no tag is ever looked for.
  const refs = branch.startsWith("refs/") ? [branch] : [`refs/heads/${branch}`, `refs/${branch}`];
  for (const ref of refs) {
    if (!/^refs\/(heads|pull)\//.test(ref) || !isValidRefName(ref)) continue;
    const commit = await repository.resolve(ref);
    if (commit !== undefined) return commit;
  }
  return undefined;
}

/** As `revisionOf`, for a commit; 404 if there is none. */
export async function commitNamed(forge: ForgeContext, name: string): Promise<string> {
  const commit = await revisionOf(forge, name);
  if (commit === undefined) throw notFound();
  return commit;
}
