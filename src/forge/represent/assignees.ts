import type { ForgeContext } from "../context.ts";
import { ghost, simpleUser } from "./user.ts";

/** Who goes on with an issue or a pull request; GitHub names the first once more by themselves. */
export function assigneesOf(forge: ForgeContext, number: number) {
  const at = forge.addresses();
  const assignees = forge.issues
    .assignees(number)
    .map((login) => simpleUser(at, forge.accounts.find(login) ?? ghost(login)));
  return { assignee: assignees[0] ?? null, assignees };
}
