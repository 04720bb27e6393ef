import { MAIN } from "./branches.ts";
import type { ForgeContext } from "./context.ts";
import { UNKNOWN } from "./moves.ts";
import type { Pull } from "./pulls.ts";

/**
 * Everybody who had a hand in a pull request: who opened it, who moved its branch, and who first brought one of
 * its commits to the forge on any branch. None of this is read from the commits, which can claim anything.
 */
export async function writersOf(forge: ForgeContext, pull: Pull, head: string): Promise<string[]> {
  const writers = new Set([pull.openedBy, ...forge.moves.moversOf(pull.headRef)]);
  for (const commit of await forge.repository.revisions(head, { not: MAIN })) {
    const introducer = forge.moves.introducerOf(commit);
    if (introducer !== undefined) writers.add(introducer);
  }
  writers.delete(UNKNOWN);
  return [...writers];
}
