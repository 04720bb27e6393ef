import type { Portal } from "../../content-model/portal.ts";
import { rolesOf } from "../../editorial/rights.ts";
import type { Accounts } from "../../forge/accounts.ts";
import { Problem } from "../../foundation/problem.ts";
import { openDemoAccounts } from "../demo-accounts.ts";

/** Keeps a newsroom in production from starting while a demo account opens, or while no operator can sign in. */
export async function refuseDemoAccounts(portal: Portal, accounts: Accounts, file: string): Promise<void> {
  const open = await openDemoAccounts(accounts, file);
  if (open.length > 0)
    throw new Problem(
      `Demo accounts still open with the password that was made up for them: ${open.join(", ")}.`,
      {
        remedy: open
          .map((login) => `npm run accounts -- disable ${login}   (or: password ${login})`)
          .join("\n"),
      },
    );
  const canOperate = accounts
    .list()
    .some(({ login, disabled }) => !disabled && rolesOf(portal, login).includes("operator"));
  if (canOperate) return;
  const operators = portal.people
    .map(({ login }) => login)
    .filter((login) => rolesOf(portal, login).includes("operator"));
  throw new Problem("No operator can sign in yet.", {
    remedy: `npm run accounts -- add ${operators[0] ?? "LOGIN"} --name "…" --email …   (operators: content/portal.yaml)`,
  });
}
