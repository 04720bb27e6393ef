import type { Context, MiddlewareHandler } from "hono";
import type { Account, Accounts } from "./accounts.ts";
import type { ForgeContext, ForgeEnv } from "./context.ts";
import { notFound, Refusal } from "./refusal.ts";

/** The token a request presents: `token X`, `Bearer X`, or the password of Basic, as git sends it. */
export function presentedToken(header: string | undefined): string | undefined {
  const [scheme = "", value = ""] = (header ?? "").trim().split(/\s+/, 2);
  if (/^(token|bearer)$/i.test(scheme)) return value || undefined;
  if (!/^basic$/i.test(scheme)) return undefined;
  const pair = Buffer.from(value, "base64").toString("utf8");
  return pair.slice(pair.indexOf(":") + 1) || undefined;
}

/** Who makes a request. Throws 401 for a missing or worthless token; there is no anonymous access and no cookie. */
export function authenticate(accounts: Accounts, header: string | undefined): Account {
  const token = presentedToken(header);
  if (token === undefined) throw new Refusal(401, "Requires authentication");
  const account = accounts.holder(token);
  if (!account) throw new Refusal(401, "Bad credentials");
  return account;
}

/** Lets only known accounts through. */
export function signedIn(forge: ForgeContext): MiddlewareHandler<ForgeEnv> {
  return async (c, next) => {
    c.set("account", authenticate(forge.accounts, c.req.header("Authorization")));
    await next();
  };
}

/** Lets only those through who may read the repository; for others it does not exist. */
export function mayRead(forge: ForgeContext): MiddlewareHandler<ForgeEnv> {
  return async (c, next) => {
    const { owner, repo } = forge.addresses();
    const asked = `${c.req.param("owner") ?? ""}/${c.req.param("repo") ?? ""}`;
    if (asked.toLowerCase() !== `${owner}/${repo}`.toLowerCase()) throw notFound();
    const permissions = await forge.permissions(c.get("account").login);
    if (!permissions.pull) throw notFound();
    c.set("permissions", permissions);
    await next();
  };
}

/** Lets only those through who may read the repository, on routes that do not name it. */
export function readers(forge: ForgeContext): MiddlewareHandler<ForgeEnv> {
  return async (c, next) => {
    const permissions = await forge.permissions(c.get("account").login);
    if (!permissions.pull) throw new Refusal(403, "Tài khoản này chưa được giao việc ở cổng nào.");
    c.set("permissions", permissions);
    await next();
  };
}

/** Refuses those who may read but not write. */
export function requirePush(c: Context<ForgeEnv>): void {
  if (c.get("permissions").push) return;
  throw new Refusal(403, `Tài khoản ${c.get("account").login} chỉ được xem, không được sửa ở đây.`);
}
