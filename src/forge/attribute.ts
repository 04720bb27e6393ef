import { mainBranch } from "../git/main-branch.ts";
import type { ForgeContext } from "./context.ts";
import { UNKNOWN } from "./moves.ts";

/**
 * Writes down that a branch came to `head` past the forge. Commits can claim any writer, so everybody they name
 * counts as one, and the writer of `head` stays unknown. Returns who was named; nobody if the forge knows `head`.
 */
export async function attribute(
  { repository, accounts, moves }: ForgeContext,
  { ref, before, head }: { ref: string; before: string; head: string },
): Promise<string[]> {
  if (moves.introducerOf(head) !== undefined) return [];
  const known = before === head || (await repository.resolve(before)) === undefined ? [] : [before];
  const commits = await repository.log(head, { not: [...known, mainBranch] });
  const emails = new Set(
    commits.flatMap(({ author, committer }) => [author.email.toLowerCase(), committer.email.toLowerCase()]),
  );
  const named = accounts.list().filter(({ email }) => emails.has(email.toLowerCase()));
  const logins = named.map(({ login }) => login);
  // First the unknown one: who first brought a commit is who it is believed to be from.
  for (const login of [UNKNOWN, ...logins]) moves.settle(moves.intend({ ref, before, after: head, login }));
  return logins;
}

/** Whether the forge saw who brought this commit. */
export function hasKnownWriter({ moves }: ForgeContext, head: string): boolean {
  const introducer = moves.introducerOf(head);
  return introducer !== undefined && introducer !== UNKNOWN;
}
