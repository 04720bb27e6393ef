import { Hono } from "hono";
import { isValidRefName } from "../../git/repository.ts";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { paginate } from "../request.ts";
import { notFound } from "../refusal.ts";
import { fullCommit } from "../represent/commit.ts";

/** Branches with their last commit. main is protected, and says so. */
export function branchRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes
    .get("/", async (c) => {
      const at = forge.addresses();
      const refs = await forge.repository.refs("refs/heads/");
      const branches = refs.map(({ name, oid }) => ({
        name: name.replace("refs/heads/", ""),
        commit: { sha: oid, url: `${at.repository}/commits/${oid}` },
        protected: name === "refs/heads/main",
      }));
      return c.json(paginate(c, at.origin, branches));
    })
    .get("/:branch{.+}", async (c) => {
      const name = c.req.param("branch");
      const ref = `refs/heads/${name}`;
      const { repository, accounts } = forge;
      const oid = isValidRefName(ref) ? await repository.resolve(ref) : undefined;
      if (oid === undefined) throw notFound();
      const at = forge.addresses();
      const self = `${at.repository}/branches/${encodeURIComponent(name)}`;
      return c.json({
        name,
        commit: fullCommit(at, accounts, await repository.readCommit(oid)),
        _links: { self, html: `${at.web}/tree/${name}` },
        protected: name === "main",
        protection: { enabled: name === "main" },
        protection_url: `${self}/protection`,
      });
    });
  return routes;
}
