import { MAIN, takeOver } from "./branches.ts";
import type { ForgeContext } from "./context.ts";
import type { Pull } from "./pulls.ts";

/**
 * Brings a pull request to where its branch really is, when somebody moved it in the repository itself. Call it
 * inside the forge's lock. Returns who is taken to have written what is new there.
 */
export async function followBranch(
  forge: ForgeContext,
  pull: Pull,
  now: string | undefined,
): Promise<string[]> {
  const writers = now === undefined ? [] : await attribute(forge, pull, now);
  const moved = { ref: pull.headRef, before: pull.headSha, after: now ?? null, settles: [] };
  for (const event of await takeOver(forge, moved)) forge.events.emit(event);
  return writers;
}

/** Of commits that came past the forge only the commits themselves can tell who wrote them. */
async function attribute(forge: ForgeContext, pull: Pull, head: string): Promise<string[]> {
  if (forge.moves.introducerOf(head) !== undefined) return [];
  const known = (await forge.repository.resolve(pull.headSha)) === undefined ? [] : [pull.headSha];
  const commits = await forge.repository.log(head, { not: [...known, MAIN] });
  const emails = new Set(commits.flatMap(({ author, committer }) => [author.email, committer.email]));
  const logins = new Set([...emails].flatMap((email) => forge.accounts.findByEmail(email)?.login ?? []));
  for (const login of logins) {
    forge.moves.settle(forge.moves.intend({ ref: pull.headRef, before: pull.headSha, after: head, login }));
  }
  return [...logins];
}
