import { randomInt } from "node:crypto";
import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { Portal, Role } from "../content-model/portal.ts";
import { rolesOf } from "../editorial/rights.ts";
import type { Accounts } from "../forge/accounts.ts";
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
    const password = known.get(login)?.password ?? makePassword();
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

// Without characters that are mistaken for one another when typed from a screen.
const letters = "abcdefghijkmnpqrstuvwxyz23456789";

/** Fifteen random characters in groups that can be typed from a screen (75 bits). */
function makePassword(): string {
  const group = () => Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join("");
  return [group(), group(), group()].join("-");
}
