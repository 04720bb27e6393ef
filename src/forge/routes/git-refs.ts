import { Hono } from "hono";
import { z } from "zod";
import { isValidRefName } from "../../git/repository.ts";
import { requirePush } from "../access.ts";
import { moveBranch } from "../branches.ts";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { paginate, readJson } from "../request.ts";
import { notFound, Refusal } from "../refusal.ts";
import { replacedFile } from "../replaced-file.ts";
import { nodeId } from "../represent/user.ts";

const newRef = z.object({ ref: z.string(), sha: z.string() });
const movedRef = z.object({ sha: z.string(), force: z.boolean().default(false) });

/** Refs as git sees them, and the only way to move branches by API. */
export function gitRefRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes
    .post("/refs", async (c) => {
      requirePush(c);
      const { ref, sha } = await readJson(c, newRef);
      if (!ref.startsWith("refs/")) throw new Refusal(422, "Reference name must start with 'refs/'.");
      const { login } = c.get("account");
      const move = { ref, oid: sha, wants: "new", force: false, login, replaces: replacedFile(c) } as const;
      await forge.lock(() => moveBranch(forge, move));
      return c.json(await representRef(forge, ref), 201);
    })
    .patch("/refs/:ref{.+}", async (c) => {
      requirePush(c);
      const ref = `refs/${c.req.param("ref")}`;
      const { sha, force } = await readJson(c, movedRef);
      const { login } = c.get("account");
      const move = { ref, oid: sha, wants: "existing", force, login, replaces: replacedFile(c) } as const;
      await forge.lock(() => moveBranch(forge, move));
      return c.json(await representRef(forge, ref));
    })
    .delete("/refs/:ref{.+}", async (c) => {
      requirePush(c);
      const ref = `refs/${c.req.param("ref")}`;
      const { login } = c.get("account");
      await forge.lock(() => moveBranch(forge, { ref, oid: null, wants: "existing", force: true, login }));
      return c.body(null, 204);
    })
    .get("/ref/:ref{.+}", async (c) => c.json(await representRef(forge, `refs/${c.req.param("ref")}`)))
    .get("/matching-refs/:ref{.*}", async (c) => {
      const refs = await forge.repository.refs(`refs/${c.req.param("ref")}`);
      const page = paginate(c, forge.addresses().origin, refs);
      return c.json(await Promise.all(page.map(({ name }) => representRef(forge, name))));
    });
  return routes;
}

async function representRef({ repository, addresses }: ForgeContext, ref: string) {
  const object = isValidRefName(ref) ? await repository.inspect(ref) : undefined;
  if (!object) throw notFound();
  const at = addresses();
  return {
    ref,
    node_id: nodeId("Ref", ref),
    url: `${at.repository}/git/${ref}`,
    object: { type: object.type, sha: object.oid, url: `${at.repository}/git/${object.type}s/${object.oid}` },
  };
}
