import { randomBytes } from "node:crypto";
import { Hono, type Context } from "hono";
import { z } from "zod";
import { presentedToken } from "./access.ts";
import type { Account } from "./accounts.ts";
import type { ForgeContext } from "./context.ts";
import { faultOfPassword } from "./password-rule.ts";
import { readJson } from "./request.ts";
import { Refusal } from "./refusal.ts";
import { signInPage } from "./sign-in-page.ts";
import { makeThrottle } from "./throttle.ts";

const credentials = z.object({
  login: z.string().max(100),
  password: z.string().max(1000),
  /** Given to choose another password in the same step. */
  newPassword: z.string().max(1000).optional(),
});
const formLimit = 4096;
/** For one login from one address; strangers elsewhere must not lock anybody out. */
const triesPerPair = 5;
const triesPerLogin = 100;
/** A whole office may share one address. */
const triesPerAddress = 30;

/** Signing in, in the popup that the CMS and the review page open, and signing out. */
export function signInRoutes(forge: ForgeContext, title: string): Hono {
  const byPair = makeThrottle(forge.clock, triesPerPair);
  const byLogin = makeThrottle(forge.clock, triesPerLogin);
  const byAddress = makeThrottle(forge.clock, triesPerAddress);

  const routes = new Hono();
  routes
    .get("/dang-nhap", (c) => {
      const nonce = randomBytes(16).toString("base64");
      c.header(
        "Content-Security-Policy",
        `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; ` +
          "form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
      );
      c.header("Cache-Control", "no-store");
      c.header("Referrer-Policy", "same-origin");
      c.header("X-Content-Type-Options", "nosniff");
      return c.html(signInPage({ title, nonce }));
    })
    .post("/dang-nhap", async (c) => {
      c.header("Cache-Control", "no-store");
      requireSameOrigin(c, forge);
      const { login, password, newPassword } = await readJson(c, credentials, formLimit);
      const [loginKey, addressKey] = [login.toLowerCase(), addressOf(c)];
      const pairKey = `${addressKey} ${loginKey}`;

      const wait = Math.max(byPair.wait(pairKey), byLogin.wait(loginKey), byAddress.wait(addressKey));
      if (wait > 0) {
        c.header("Retry-After", String(wait));
        throw new Refusal(429, `Nhập sai quá nhiều lần. Hãy thử lại sau ${inWords(wait)}.`);
      }
      byPair.count(pairKey);
      byLogin.count(loginKey);
      byAddress.count(addressKey);
      const account = await signInOrTell(forge, login, password);
      if (!account) throw new Refusal(401, "Tên đăng nhập hoặc mật khẩu không đúng.");
      byPair.succeeded(pairKey, "all");
      byLogin.succeeded(loginKey, "one");
      byAddress.succeeded(addressKey, "one");
      if (newPassword !== undefined) await choosePassword(forge, account, password, newPassword);
      else if (account.mustChangePassword)
        throw new Refusal(403, "Mật khẩu này do người khác đặt. Hãy chọn mật khẩu mới của riêng bạn.", {
          mustChangePassword: true,
        });
      const token = forge.accounts.startSession(account.login);
      return c.json({ token, login: account.login, name: account.name });
    })
    .post("/dang-xuat", (c) => {
      c.header("Cache-Control", "no-store");
      const token = presentedToken(c.req.header("Authorization"));
      if (token === undefined) throw new Refusal(401, "Requires authentication");
      forge.accounts.revoke(token);
      return c.body(null, 204);
    });
  return routes;
}

/** A directory that is away says nothing about the password. */
async function signInOrTell(
  forge: ForgeContext,
  login: string,
  password: string,
): Promise<Account | undefined> {
  try {
    return await forge.accounts.signIn(login, password);
  } catch (error) {
    forge.log(`The directory could not be asked: ${error instanceof Error ? error.message : String(error)}`);
    throw new Refusal(503, "Chưa hỏi được danh bạ đăng nhập của cơ quan. Hãy thử lại sau ít phút.");
  }
}

/** Sets the password that somebody chose for themselves, who has just shown that they know the old one. */
async function choosePassword(
  forge: ForgeContext,
  { login, hasPassword }: Account,
  old: string,
  chosen: string,
): Promise<void> {
  if (!hasPassword) throw new Refusal(422, "Mật khẩu của bạn do danh bạ của cơ quan giữ: hãy đổi ở đó.");
  const fault = faultOfPassword(chosen, { login, old });
  if (fault) throw new Refusal(422, fault, { field: "newPassword" });
  await forge.accounts.update(login, { password: chosen, passwordBy: login });
}

/** Only our own page may try passwords: a browser cannot be made to lie about the origin of a request. */
function requireSameOrigin(c: Context, forge: ForgeContext): void {
  const type = c.req.header("Content-Type") ?? "";
  if (!/^application\/json\b/i.test(type)) throw new Refusal(415, "Chỉ nhận application/json.");
  if (c.req.header("Origin") !== forge.addresses().origin) {
    throw new Refusal(403, "Chỉ đăng nhập được từ trang đăng nhập của chính hệ thống này.");
  }
}

const connection = z.object({
  incoming: z.object({ socket: z.object({ remoteAddress: z.string().optional() }) }),
});

/** The address of the other side, as the Node server tells it; the same for all where there is no server. */
function addressOf(c: Context): string {
  const known = connection.safeParse(c.env);
  return (known.success ? known.data.incoming.socket.remoteAddress : undefined) ?? "local";
}

function inWords(seconds: number): string {
  return seconds < 60 ? `${seconds} giây` : `${String(Math.ceil(seconds / 60))} phút`;
}
