import { Hono } from "hono";
import { z } from "zod";
import { requirePush } from "../access.ts";
import { forever } from "../caching.ts";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { blobLimit, readJson } from "../request.ts";
import { notFound, Refusal } from "../refusal.ts";
import { gitCommit } from "../represent/commit.ts";
import { nodeId } from "../represent/user.ts";
import { revisionOf } from "../revision.ts";
import { storeBlob } from "../screen.ts";
import { treeChanges, treeShape } from "../tree-changes.ts";

const blobShape = z.object({ content: z.string(), encoding: z.enum(["utf-8", "base64"]).default("utf-8") });
const personShape = z.object({
  name: z.string(),
  email: z.string(),
  date: z.iso.datetime({ offset: true }).optional(),
});
const commitShape = z.object({
  message: z.string().refine((text) => !text.includes("\0"), "must not contain NUL"),
  tree: z.string(),
  parents: z.array(z.string()).default([]),
  author: personShape.optional(),
  committer: personShape.optional(),
});

/** Blobs, trees and commits: what the CMS reads and writes entries with. Writing them moves no branch. */
export function gitObjectRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const { repository } = forge;
  const isA = async (oid: string, type: string): Promise<boolean> =>
    /^[0-9a-f]{40}$/.test(oid) && (await repository.inspect(oid))?.type === type;

  const routes = new Hono<ForgeEnv>();
  routes
    .get("/blobs/:sha", async (c) => {
      const sha = c.req.param("sha");
      if (!(await isA(sha, "blob"))) throw notFound();
      const { data } = await repository.readObject(sha);
      c.header("Cache-Control", forever);
      return c.json({
        sha,
        node_id: nodeId("Blob", sha),
        url: `${forge.addresses().repository}/git/blobs/${sha}`,
        size: data.length,
        content: data.toString("base64"),
        encoding: "base64",
      });
    })
    .post("/blobs", async (c) => {
      requirePush(c);
      const { content, encoding } = await readJson(c, blobShape, blobLimit);
      const data = Buffer.from(content, encoding === "base64" ? "base64" : "utf8");
      const sha = await storeBlob(forge, data);
      return c.json({ sha, url: `${forge.addresses().repository}/git/blobs/${sha}` }, 201);
    })
    .get("/trees/:tree{.+}", async (c) => {
      const [rev = "", ...folder] = c.req.param("tree").split(":");
      const path = folder.join(":").replace(/^\/+|\/+$/g, "");
      const root = await revisionOf(forge, rev, "tree");
      const tree =
        root === undefined
          ? undefined
          : await repository.inspect(path === "" ? `${root}^{tree}` : `${root}:${path}`);
      if (tree?.type !== "tree") throw notFound();
      return c.json(await representTree(forge, tree.oid, c.req.query("recursive") !== undefined));
    })
    .post("/trees", async (c) => {
      requirePush(c);
      const { base_tree: base, tree } = await readJson(c, treeShape);
      if (base !== undefined && !(await isA(base, "commit")) && !(await isA(base, "tree"))) {
        throw new Refusal(422, "base_tree is not a valid tree");
      }
      const oid = await repository.writeTree(base, await treeChanges(forge, tree));
      return c.json(await representTree(forge, oid, false), 201);
    })
    .get("/commits/:sha", async (c) => {
      const sha = c.req.param("sha");
      if (!(await isA(sha, "commit"))) throw notFound();
      return c.json(gitCommit(forge.addresses(), await repository.readCommit(sha)));
    })
    .post("/commits", async (c) => {
      requirePush(c);
      const wish = await readJson(c, commitShape);
      if (!(await isA(wish.tree, "tree"))) throw new Refusal(422, "Tree SHA does not exist");
      for (const parent of wish.parents) {
        if (!(await isA(parent, "commit")))
          throw new Refusal(422, "Parent SHA does not exist or is not a commit object");
      }
      const { name, email } = c.get("account");
      const person = (given: z.infer<typeof personShape> | undefined) => ({
        name: given?.name ?? name,
        email: given?.email ?? email,
        date: given?.date === undefined ? forge.clock() : new Date(given.date),
      });
      const author = person(wish.author);
      const committer = wish.committer ? person(wish.committer) : author;
      const oid = await repository.writeCommit({ ...wish, author, committer });
      return c.json(gitCommit(forge.addresses(), await repository.readCommit(oid)), 201);
    });
  return routes;
}

async function representTree({ repository, addresses }: ForgeContext, oid: string, recursive: boolean) {
  const url = addresses().repository;
  const entries = await repository.listTree(oid, { recursive });
  return {
    sha: oid,
    url: `${url}/git/trees/${oid}`,
    tree: entries.map((entry) => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.oid,
      ...(entry.size === undefined ? {} : { size: entry.size }),
      ...(entry.type === "commit" ? {} : { url: `${url}/git/${entry.type}s/${entry.oid}` }),
    })),
    truncated: false,
  };
}
