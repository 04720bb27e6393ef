import { Hono } from "hono";
import { z } from "zod";
import { requirePush } from "../access.ts";
import { MAIN } from "../branches.ts";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { mergePull } from "../merge.ts";
import { requireMayEnd } from "../may-end.ts";
import { openPull, reopenPull } from "../open-pull.ts";
import type { Pull } from "../pulls.ts";
import { numberIn, paginate, readJson } from "../request.ts";
import { notFound, Refusal } from "../refusal.ts";
import { diffEntry, fullCommit } from "../represent/commit.ts";
import { fullPull, simplePull } from "../represent/pull.ts";

const newPull = z.object({
  title: z.string().min(1).max(1000),
  body: z.string().nullish(),
  head: z.string(),
  base: z.string(),
});
const changedPull = z.object({
  title: z.string().min(1).max(1000).optional(),
  body: z.string().nullable().optional(),
  state: z.enum(["open", "closed"]).optional(),
});
const mergeShape = z.object({
  commit_title: z.string().optional(),
  commit_message: z.string().optional(),
  sha: z.string().optional(),
  merge_method: z.string().optional(),
});
const listShape = z.object({
  state: z.enum(["open", "closed", "all"]).catch("open"),
  sort: z.enum(["created", "updated"]).catch("created"),
  direction: z.enum(["asc", "desc"]).catch("desc"),
});

/** Pull requests: the submissions. */
export function pullRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const { repository } = forge;
  const routes = new Hono<ForgeEnv>();
  routes
    .get("/", (c) => {
      const filter = listShape.parse(c.req.query());
      const head = c.req.query("head");
      const base = c.req.query("base");
      const pulls =
        base !== undefined && base !== "main"
          ? []
          : forge.pulls.list(head === undefined ? filter : { ...filter, headRef: branchRef(forge, head) });
      const page = paginate(c, forge.addresses().origin, pulls);
      return c.json(page.map((pull) => simplePull(forge, pull)));
    })
    .post("/", async (c) => {
      requirePush(c);
      const { title, body, head, base } = await readJson(c, newPull);
      if (base !== "main") throw new Refusal(422, "Validation Failed: chỉ nộp được bài vào main.");
      const by = c.get("account");
      const wish = { title, body: body ?? null, headRef: branchRef(forge, head), by };
      const pull = await forge.lock(() => openPull(forge, wish));
      return c.json(await fullPull(forge, pull), 201);
    })
    .get("/:number", async (c) => c.json(await fullPull(forge, pullNamed(forge, numberIn(c, "number")))))
    .patch("/:number", async (c) => {
      requirePush(c);
      const number = numberIn(c, "number");
      const changes = await readJson(c, changedPull);
      const { login } = c.get("account");
      await forge.lock(() => changePull(forge, pullNamed(forge, number), changes, login));
      return c.json(await fullPull(forge, pullNamed(forge, number)));
    })
    .get("/:number/files", async (c) => {
      const pull = pullNamed(forge, numberIn(c, "number"));
      const at = forge.addresses();
      const files = await repository.patches(await partingOf(forge, pull), pull.headSha);
      return c.json(paginate(c, at.origin, files).map((file) => diffEntry(at, file, pull.headSha)));
    })
    .get("/:number/commits", async (c) => {
      const pull = pullNamed(forge, numberIn(c, "number"));
      const at = forge.addresses();
      const ids = await repository.revisions(pull.headSha, { not: await partingOf(forge, pull) });
      const page = paginate(c, at.origin, ids.reverse());
      const commits = await Promise.all(page.map((oid) => repository.readCommit(oid)));
      return c.json(commits.map((commit) => fullCommit(at, forge.accounts, commit)));
    })
    .get("/:number/merge", (c) => {
      if (pullNamed(forge, numberIn(c, "number")).mergedAt === null) throw notFound();
      return c.body(null, 204);
    })
    .put("/:number/merge", async (c) => {
      requirePush(c);
      const wish = await readJson(c, mergeShape);
      const sha = await mergePull(forge, {
        number: numberIn(c, "number"),
        by: c.get("account"),
        sha: wish.sha,
        title: wish.commit_title,
        message: wish.commit_message,
        method: wish.merge_method,
      });
      return c.json({ sha, merged: true, message: "Pull Request successfully merged" });
    });
  return routes;
}

/** The pull request of this number; 404 if there is none. */
export function pullNamed(forge: ForgeContext, number: number): Pull {
  const pull = forge.pulls.find(number);
  if (!pull) throw notFound();
  return pull;
}

/** Changes title, text or state. Call it inside the forge's lock. */
export async function changePull(
  forge: ForgeContext,
  pull: Pull,
  changes: {
    title?: string | undefined;
    body?: string | null | undefined;
    state?: "open" | "closed" | undefined;
  },
  login: string,
): Promise<void> {
  if (changes.state === "closed") await requireMayEnd(forge, { ref: pull.headRef, login });
  if (changes.state === "open" && pull.state === "closed") await reopenPull(forge, pull);
  forge.issues.update(pull.number, {
    ...(changes.title === undefined ? {} : { title: changes.title }),
    ...(changes.body === undefined ? {} : { body: changes.body }),
  });
  if (changes.state === "closed" && pull.state === "open") {
    forge.pulls.close(pull.number);
    forge.events.emit({ type: "pull_request", action: "closed", number: pull.number, head: pull.headSha });
  }
}

/** `branch` or `owner:branch` as a full ref name. A fork's branch is none of ours. */
function branchRef({ addresses }: ForgeContext, head: string): string {
  const [owner, branch] = head.includes(":") ? head.split(":", 2) : [addresses().owner, head];
  const ours = owner?.toLowerCase() === addresses().owner.toLowerCase();
  return ours ? `refs/heads/${branch ?? ""}` : `refs/forks/${head}`;
}

/** Where a pull request's branch left main; for a merged one, as main was before. */
async function partingOf({ repository }: ForgeContext, pull: Pull): Promise<string> {
  const main = (pull.state === "open" ? await repository.resolve(MAIN) : undefined) ?? pull.baseSha;
  return (await repository.mergeBase(main, pull.headSha)) ?? pull.baseSha;
}
