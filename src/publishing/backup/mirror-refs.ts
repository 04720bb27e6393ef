import { mainBranch } from "../../git/main-branch.ts";
import type { Ref } from "../../git/refs.ts";

/** Refs that are never rewritten: a mirror that holds something else for one of them needs a person. */
export const isSettled = (name: string): boolean => name === mainBranch || name.startsWith("refs/tags/");

/**
 * Where a mirror keeps a branch that was rewritten, beside what it had: the CMS rebases its own branches, and a mirror
 * that may not overwrite would refuse them for ever.
 */
export function besideOf({ name, oid }: Ref): Ref {
  return { name: `refs/rewritten/${name.replace(/^refs\/(?:heads\/)?/, "")}/${oid.slice(0, 12)}`, oid };
}

/** The refs whose object a mirror with these refs does not hold where it belongs. */
export function missingOn(remote: ReadonlyMap<string, string>, refs: readonly Ref[]): Ref[] {
  return refs.filter((ref) => {
    if (remote.get(ref.name) === ref.oid) return false;
    return isSettled(ref.name) || remote.get(besideOf(ref).name) !== ref.oid;
  });
}
