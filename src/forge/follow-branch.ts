import { attribute } from "./attribute.ts";
import { takeOver } from "./branches.ts";
import type { ForgeContext } from "./context.ts";
import type { Pull } from "./pulls.ts";

/**
 * Brings a pull request to where its branch really is, when somebody moved it in the repository itself. Call it
 * inside the forge's lock. Returns who the new commits name.
 */
export async function followBranch(
  forge: ForgeContext,
  pull: Pull,
  now: string | undefined,
): Promise<string[]> {
  const writers =
    now === undefined ? [] : await attribute(forge, { ref: pull.headRef, before: pull.headSha, head: now });
  const moved = { ref: pull.headRef, before: pull.headSha, after: now ?? null, settles: [] };
  for (const event of await takeOver(forge, moved)) forge.events.emit(event);
  return writers;
}
