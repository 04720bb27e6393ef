import { join } from "node:path";
import { z } from "zod";
import type { Grant } from "../../content-model/grant.ts";
import type { Portal } from "../../content-model/portal.ts";
import { memoryStore } from "../../content-store/entry-store.ts";
import { personOf } from "../../editorial/rights.ts";
import { openAccounts, type Account } from "../../forge/accounts.ts";
import { openDatabase } from "../../forge/database.ts";
import { shortestPassword } from "../../forge/password-rule.ts";
import { openIssues } from "../../forge/issues.ts";
import { openTokens } from "../../forge/tokens.ts";
import type { Clock } from "../../foundation/clock.ts";
import { exists } from "../../foundation/exists.ts";
import { Problem } from "../../foundation/problem.ts";
import { openRepository } from "../../git/repository.ts";
import { readContent } from "../content-reader.ts";
import { openDataFolder } from "../data-folder.ts";
import { madeUpPassword } from "./made-up-password.ts";
import { openSubmissionsOf } from "./open-submissions-of.ts";

/** What an operator does with accounts. Each resolves with what to tell them; passwords are told here and nowhere else. */
export interface AccountOffice {
  list: () => Promise<string>;
  /** A new account; without a password, one is made up. */
  add: (account: { login: string; name: string; email: string; password?: string }) => Promise<string>;
  setPassword: (login: string, password?: string) => Promise<string>;
  /** Where notices for it are sent. */
  setEmail: (login: string, email: string) => Promise<string>;
  /** Ends all that an account can do, at once, and hands its open submissions to `heir`. Its name stays in history. */
  disable: (login: string, heir?: string) => Promise<string>;
  enable: (login: string) => Promise<string>;
  /** From now on the office's directory opens the account, and no password kept here. */
  useDirectory: (login: string) => Promise<string>;
  close: () => void;
}

/** Opens the accounts of a newsroom by its data folder, whether it runs or not: the database takes both. */
export async function openAccountOffice(path: string, clock: Clock): Promise<AccountOffice> {
  const data = await openDataFolder(path);
  const database = openDatabase(data.forgeDatabase);
  const tokens = openTokens(database, clock);
  const accounts = openAccounts(database, tokens, clock);

  /** Undefined before the first start, which makes the repository. */
  async function portal(): Promise<Portal | undefined> {
    if (!(await exists(join(data.repository, "HEAD")))) return undefined;
    const repository = openRepository(data.repository);
    try {
      return await readContent(repository, clock, memoryStore()).portal();
    } finally {
      await repository.close();
    }
  }

  function known(login: string): Account {
    const account = accounts.find(login);
    if (account && !account.bot) return account;
    throw new Problem(`There is no account "${login}".`, {
      remedy: "Look it up with npm run accounts -- list, or make it with npm run accounts -- add.",
    });
  }

  const chosen = (password: string | undefined): string => {
    if (password === undefined) return madeUpPassword();
    if (password.length >= shortestPassword) return password;
    throw new Problem(`The password has ${String(password.length)} characters.`, {
      remedy: `Give at least ${String(shortestPassword)}, or leave --password-stdin out to have one made up.`,
    });
  };
  const told = (given: string | undefined, password: string) => [
    ...(given === undefined
      ? [`Password: ${password}`, "It is shown this once; hand it over in person."]
      : []),
    "It opens once: at the first sign-in a password of their own is asked for.",
  ];

  return {
    async list() {
      const rights = await portal();
      const rows = accounts
        .list()
        .filter(({ bot }) => !bot)
        .map((account) => row(account, rights, tokens.lastUse(account.id)));
      const strangers = (rights?.people ?? []).filter(({ login }) => !accounts.find(login));
      return [
        ...table([["Login", "Name", "E-mail", "Rights", "Last use"], ...rows]),
        ...strangers.map(({ login }) => `${login} has rights in content/portal.yaml and no account.`),
      ].join("\n");
    },
    async add({ login, name, email, password }) {
      const secret = chosen(password);
      await accounts.create({
        ...{ login, name, email: mailAddress(email) },
        ...{ password: secret, mustChangePassword: true },
      });
      const rights = await portal();
      return [
        `${login} can sign in.`,
        ...told(password, secret),
        ...(rights && !personOf(rights, login)
          ? [`${login} may do nothing yet: give rights in content/portal.yaml (people), in a submission.`]
          : []),
      ].join("\n");
    },
    async setPassword(login, password) {
      const secret = chosen(password);
      await accounts.update(known(login).login, { password: secret, mustChangePassword: true });
      return [
        `${login} has a new password; every sign-in with the old one has ended.`,
        ...told(password, secret),
      ].join("\n");
    },
    async setEmail(login, email) {
      const account = await accounts.update(known(login).login, { email: mailAddress(email) });
      return `Notices for ${account.login} go to ${account.email} now.`;
    },
    async disable(login, heir) {
      const rights = await portal();
      const to = heir === undefined ? undefined : ableTo(known(heir), rights);
      await accounts.update(known(login).login, { disabled: true });
      const open = openSubmissionsOf(database, login);
      if (to !== undefined)
        for (const { number } of open) openIssues(database, clock).setAssignees(number, [to], "console");
      return [
        `${login} can do nothing any more: sign-ins and tokens have ended.`,
        ...(open.length > 0
          ? [
              to === undefined
                ? "Submissions that wait; hand them over with npm run accounts -- disable LOGIN --to OTHER:"
                : `Submissions that ${to} goes on with from now on:`,
              ...open.map(({ number, title }) => `  #${String(number)} ${title}`),
            ]
          : []),
        ...(rights && personOf(rights, login)
          ? [`Take ${login} out of content/portal.yaml (people) too, in a submission.`]
          : []),
      ].join("\n");
    },
    async enable(login) {
      await accounts.update(known(login).login, { disabled: false });
      return `${login} can sign in again.`;
    },
    async useDirectory(login) {
      await accounts.update(known(login).login, { password: null });
      return `${login} signs in with the password of the office's directory; every sign-in before has ended.`;
    },
    close: () => {
      database.close();
    },
  };
}

/** The login of somebody who may go on with a submission. */
function ableTo({ login, disabled }: Account, rights: Portal | undefined): string {
  if (!disabled && rights && personOf(rights, login)) return login;
  throw new Problem(`${login} cannot go on with anything: the account is disabled or has no rights.`, {
    remedy: "Choose somebody whom npm run accounts -- list shows with rights.",
  });
}

function mailAddress(given: string): string {
  const address = z.email().safeParse(given.trim());
  if (address.success) return address.data;
  throw new Problem(`"${given}" is no e-mail address.`, { remedy: "Give one like thu.mai@songmay.gov.vn." });
}

function row(account: Account, rights: Portal | undefined, used: string | undefined): string[] {
  const grants = rights ? (personOf(rights, account.login)?.grants ?? []) : [];
  const held = grants.map(heldRight);
  const says = account.disabled ? ["disabled", ...held] : held.length > 0 ? held : ["none"];
  return [account.login, account.name, account.email, says.join("; "), used?.slice(0, 10) ?? "never"];
}

/** A grant in words: `approver of tinh (kinh-te, calendar), higher`. */
function heldRight({ role, sites, sections = [], kinds = [], higher, emergency }: Grant): string {
  const of = sites === "*" ? "all sites" : sites.join(", ");
  const parts = [...sections, ...kinds];
  const powers = [higher ? ", higher" : "", emergency ? ", emergency" : ""].join("");
  return `${role} of ${of}${parts.length > 0 ? ` (${parts.join(", ")})` : ""}${powers}`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
