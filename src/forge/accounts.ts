import { z } from "zod";
import type { Clock } from "../foundation/clock.ts";
import { Problem } from "../foundation/problem.ts";
import type { Database } from "./database.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import type { TokenInfo, Tokens } from "./tokens.ts";

/** Somebody who can sign in, or a program (`bot`) that holds a token. What they may do is decided elsewhere. */
export interface Account {
  id: number;
  login: string;
  name: string;
  email: string;
  bot: boolean;
  disabled: boolean;
  /** Whether the forge itself keeps a password; without one the directory opens the account, or nothing does. */
  hasPassword: boolean;
  /** Somebody else knows the password: at the next sign-in a new one is asked for. */
  mustChangePassword: boolean;
  createdAt: string;
  updatedAt: string;
}

/** What a new account needs; without a password only the directory, if there is one, opens it, and it can hold tokens. */
export interface NewAccount {
  login: string;
  name: string;
  email: string;
  password?: string;
  mustChangePassword?: boolean;
  bot?: boolean;
}

/** What the office's directory says of somebody who proved who they are. */
export interface DirectoryPerson {
  name: string;
  email: string;
}

/** Asks the office's directory (LDAP) whether a password is right; undefined if it is not. Throws where it cannot be asked. */
export type Directory = (login: string, password: string) => Promise<DirectoryPerson | undefined>;

/** The people and programs the forge knows, and how they prove who they are. */
export interface Accounts {
  create(account: NewAccount): Promise<Account>;
  /** Changes what is given. A new password ends every sign-in; `disabled` ends every token. */
  update(login: string, changes: AccountChanges): Promise<Account>;
  /** Any account that ever was, disabled ones too: history names them. */
  find(login: string): Account | undefined;
  findByEmail(email: string): Account | undefined;
  list(): Account[];
  /**
   * The account of a login and its password; a wrong login takes as long as a wrong password. An account with a password of its
   * own is opened by that alone, any other by the directory, which also makes the account of somebody it knows.
   */
  signIn(login: string, password: string): Promise<Account | undefined>;
  startSession(login: string): string;
  issueToken(login: string, options: { note: string; expiresInDays: number }): string;
  /** The account that presents a token; undefined if the token or the account is no longer valid. */
  holder(token: string): Account | undefined;
  revoke(token: string | number): void;
  tokens(login: string): TokenInfo[];
}

export interface AccountChanges {
  name?: string;
  email?: string;
  /** `null` takes it away: from then on only the directory opens the account. */
  password?: string | null;
  /** Who sets the password, if it is not an operator at the console, and whether it is to be changed at the next sign-in. */
  passwordBy?: string;
  mustChangePassword?: boolean;
  disabled?: boolean;
}

const accountRow = z
  .object({
    id: z.number(),
    login: z.string(),
    name: z.string(),
    email: z.string(),
    password: z.string().nullable(),
    bot: z.number(),
    disabled: z.number(),
    must_change: z.number(),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .transform((row) => ({
    account: {
      id: row.id,
      login: row.login,
      name: row.name,
      email: row.email,
      bot: row.bot === 1,
      disabled: row.disabled === 1,
      hasPassword: row.password !== null,
      mustChangePassword: row.must_change === 1,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    } satisfies Account,
    password: row.password,
  }));

/**
 * The accounts in the forge's database. `directory` opens accounts without a password; `isKnown` says whose account it may
 * make.
 */
export function openAccounts(
  database: Database,
  tokens: Tokens,
  clock: Clock,
  {
    directory,
    isKnown,
  }: { directory?: Directory | undefined; isKnown?: (login: string) => Promise<boolean> } = {},
): Accounts {
  const row = (login: string): z.infer<typeof accountRow> | undefined =>
    database.one(accountRow, "SELECT * FROM accounts WHERE login = ?", login);
  const find = (login: string): Account | undefined => row(login)?.account;
  const known = (login: string): Account => {
    const account = find(login);
    if (account) return account;
    throw new Problem(`There is no account "${login}".`, {
      remedy: "Check the login, or create the account.",
    });
  };

  const create = async ({ login, name, email, password, mustChangePassword, bot }: NewAccount) => {
    if (!/^[a-z0-9](?:[a-z0-9-]{0,37}[a-z0-9])?$/i.test(login)) {
      throw new Problem(`"${login}" cannot be a login.`, {
        remedy: "Use 1 to 39 letters a–z, digits and hyphens, with no hyphen at either end.",
      });
    }
    if (find(login)) {
      throw new Problem(`The account "${login}" exists already.`, { remedy: "Choose another login." });
    }
    const hash = password === undefined ? null : await hashPassword(password);
    const now = clock().toISOString();
    database.run(
      `INSERT INTO accounts (login, name, email, password, must_change, bot, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[login, name, email, hash, mustChangePassword ? 1 : 0, bot ? 1 : 0, now, now],
    );
    return known(login);
  };

  /** Somebody the directory knows; their account is made when they first come. */
  const askDirectory = async (login: string, password: string): Promise<Account | undefined> => {
    // A directory takes an empty password for a visit without a name, and says yes.
    if (!directory || password === "") return undefined;
    if (!find(login) && !(await isKnown?.(login))) return undefined;
    const person = await directory(login, password);
    if (!person) return undefined;
    return find(login) ?? (await create({ login, ...person }));
  };

  return {
    create,
    async update(login, changes) {
      const account = known(login);
      const { password } = changes;
      const hash = typeof password === "string" ? await hashPassword(password) : password;
      database.transaction(() => {
        database.run(
          "UPDATE accounts SET name = ?, email = ?, disabled = ?, updated_at = ? WHERE id = ?",
          changes.name ?? account.name,
          changes.email ?? account.email,
          (changes.disabled ?? account.disabled) ? 1 : 0,
          clock().toISOString(),
          account.id,
        );
        if (hash !== undefined) {
          database.run(
            "UPDATE accounts SET password = ?, password_by = ?, must_change = ? WHERE id = ?",
            ...[hash, changes.passwordBy ?? null, changes.mustChangePassword ? 1 : 0, account.id],
          );
          tokens.revokeOf(account.id, "sessions");
        }
        if (changes.disabled) tokens.revokeOf(account.id, "all");
      });
      return known(login);
    },
    find,
    findByEmail: (email) =>
      database.one(accountRow, "SELECT * FROM accounts WHERE email = ? COLLATE NOCASE ORDER BY id", email)
        ?.account,
    list: () => database.all(accountRow, "SELECT * FROM accounts ORDER BY id").map(({ account }) => account),
    async signIn(login, password) {
      const found = row(login);
      const right = await verifyPassword(password, found?.password ?? null);
      if (found && (found.account.disabled || found.account.bot)) return undefined;
      if (found?.password != null) return right ? found.account : undefined;
      return askDirectory(login, password);
    },
    startSession: (login) => tokens.startSession(known(login).id),
    issueToken: (login, options) => tokens.issue(known(login).id, options),
    holder(token) {
      const id = tokens.accountOf(token);
      if (id === undefined) return undefined;
      return database.one(accountRow, "SELECT * FROM accounts WHERE id = ? AND disabled = 0", id)?.account;
    },
    revoke: (token) => {
      tokens.revoke(token);
    },
    tokens: (login) => tokens.list(known(login).id),
  };
}
