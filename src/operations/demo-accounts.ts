import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Portal, Role } from "../content-model/portal.ts";
import { rolesOf } from "../editorial/rights.ts";
import type { Accounts } from "../forge/accounts.ts";
import { madeUpPassword } from "./accounts/made-up-password.ts";
import { writePrivate } from "./data-folder.ts";

const kept = z.array(z.object({ login: z.string(), password: z.string(), token: z.string() }));

/** A demo account with all that signs it in. */
export interface DemoAccount {
  login: string;
  name: string;
  password: string;
  token: string;
  role: Role;
}

const tokenDays = 365;

/**
 * An account for everybody the portal names, with passwords made up at first start and kept in `file`.
 * A password changed since in the forge stays changed; the file then no longer opens it.
 */
export async function provideDemoAccounts(
  portal: Portal,
  accounts: Accounts,
  file: string,
): Promise<DemoAccount[]> {
  const known = new Map((await readKept(file)).map((account) => [account.login, account]));
  const provided: DemoAccount[] = [];
  for (const { login, name } of portal.people) {
    const [role] = rolesOf(portal, login);
    if (!role) continue;
    const password = known.get(login)?.password ?? madeUpPassword();
    // Written before the account is made: a crash in between must not leave an account that nobody can open.
    if (!known.has(login)) {
      known.set(login, { login, password, token: "" });
      writePrivate(file, `${JSON.stringify([...known.values()], null, 2)}\n`);
    }
    if (!accounts.find(login))
      await accounts.create({ login, name, email: `${login}@cong.invalid`, password });
    const old = known.get(login)?.token ?? "";
    const token =
      accounts.holder(old)?.login === login
        ? old
        : accounts.issueToken(login, { note: "công cụ", expiresInDays: tokenDays });
    known.set(login, { login, password, token });
    provided.push({ login, name, password, token, role });
  }
  writePrivate(file, `${JSON.stringify([...known.values()], null, 2)}\n`);
  return provided;
}

async function readKept(file: string): Promise<z.infer<typeof kept>> {
  const text = await readFile(file, "utf8").catch(() => "[]");
  return kept.parse(JSON.parse(text));
}

/** Demo accounts that still open with the password that was made up for them. */
export async function openDemoAccounts(accounts: Accounts, file: string): Promise<string[]> {
  const open: string[] = [];
  for (const { login, password } of await readKept(file))
    if (await accounts.signIn(login, password)) open.push(login);
  return open;
}
