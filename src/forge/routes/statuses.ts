import { Hono } from "hono";
import { z } from "zod";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { commitNamed } from "../revision.ts";
import { readJson } from "../request.ts";
import { Refusal } from "../refusal.ts";
import { statusOf } from "../represent/status.ts";

const newStatus = z.object({
  state: z.enum(["error", "failure", "pending", "success"]),
  context: z.string().min(1).max(255).default("default"),
  description: z.string().max(1000).nullish(),
  target_url: z.url({ protocol: /^https?$/ }).nullish(),
});

/** Statuses of commits. Only programs set them, so that no editor can forge a passed check. */
export function statusRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes.post("/:sha", async (c) => {
    const account = c.get("account");
    if (!account.bot) throw new Refusal(403, "Chỉ chương trình kiểm tra mới đặt được kết quả kiểm tra.");
    const sha = await commitNamed(forge, c.req.param("sha"));
    const { state, context, description, target_url: targetUrl } = await readJson(c, newStatus);
    const status = forge.statuses.add({
      sha,
      state,
      context,
      description: description ?? null,
      targetUrl: targetUrl ?? null,
      login: account.login,
    });
    return c.json(statusOf(forge, status), 201);
  });
  return routes;
}
