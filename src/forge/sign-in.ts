import { randomBytes } from "node:crypto";
import { Hono, type Context } from "hono";
import { z } from "zod";
import { presentedToken } from "./access.ts";
import type { ForgeContext } from "./context.ts";
import { readJson } from "./request.ts";
import { Refusal } from "./refusal.ts";
import { signInPage } from "./sign-in-page.ts";
import { makeThrottle } from "./throttle.ts";

const credentials = z.object({ login: z.string().max(100), password: z.string().max(1000) });
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
      const { login, password } = await readJson(c, credentials, formLimit);
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
      const account = await forge.accounts.signIn(login, password);
      if (!account) throw new Refusal(401, "Tên đăng nhập hoặc mật khẩu không đúng.");
      byPair.succeeded(pairKey, "all");
      byLogin.succeeded(loginKey, "one");
      byAddress.succeeded(addressKey, "one");
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
