import { Hono } from "hono";
import type { ForgeContext, ForgeEnv } from "../context.ts";

/** The forge sets no limit, but clients ask. */
export function rateLimitRoute(forge: ForgeContext): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes.get("/rate_limit", (c) => {
    const reset = Math.floor(forge.clock().getTime() / 1000) + 3600;
    const limit = { limit: 1_000_000, remaining: 1_000_000, used: 0, reset };
    return c.json({ resources: { core: limit, search: limit }, rate: limit });
  });
  return routes;
}
