import { Hono } from "hono";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { notFound } from "../refusal.ts";
import { fullRepository } from "../represent/repository.ts";
import { simpleUser } from "../represent/user.ts";

/** The repository itself, and what people may do with it. */
export function repositoryRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes
    .get("/", (c) => c.json(fullRepository(forge.addresses(), c.get("permissions"))))
    .get("/collaborators/:login/permission", async (c) => {
      const account = forge.accounts.find(c.req.param("login"));
      if (!account) throw notFound();
      const permissions = await forge.permissions(account.login);
      const role = permissions.admin
        ? "admin"
        : permissions.maintain
          ? "maintain"
          : permissions.push
            ? "write"
            : permissions.pull
              ? "read"
              : "none";
      const user = {
        ...simpleUser(forge.addresses(), account),
        permissions: { ...permissions, triage: permissions.push },
        role_name: role,
      };
      return c.json({ permission: role === "maintain" ? "write" : role, role_name: role, user });
    });
  return routes;
}
