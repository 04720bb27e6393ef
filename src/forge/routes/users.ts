import { Hono } from "hono";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { notFound } from "../refusal.ts";
import { privateUser, publicUser } from "../represent/user.ts";

/** Who is signed in, and who others are. */
export function userRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes
    .get("/user", (c) => c.json(privateUser(forge.addresses(), c.get("account"))))
    .get("/users/:login", (c) => {
      const account = forge.accounts.find(c.req.param("login"));
      if (!account) throw notFound();
      return c.json(publicUser(forge.addresses(), account));
    });
  return routes;
}

/** A round picture with the first letter of a login. It needs no token: browsers load images without one. */
export function avatarRoute(): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes.get("/users/:login/avatar.svg", (c) => {
    const login = c.req.param("login");
    const letter = /^[a-z0-9]/i.exec(login)?.[0].toUpperCase() ?? "?";
    const hue = Buffer.from(login).reduce((sum, byte) => sum + byte, 0) % 360;
    return c.body(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="20" fill="hsl(${hue} 45% 38%)"/>` +
        `<text x="20" y="27" text-anchor="middle" font-family="sans-serif" font-size="20" fill="#fff">${letter}</text></svg>`,
      200,
      {
        "Content-Type": "image/svg+xml",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "public, max-age=86400",
      },
    );
  });
  return routes;
}
