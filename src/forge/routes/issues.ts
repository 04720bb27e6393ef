import { Hono, type Context } from "hono";
import { z } from "zod";
import { requirePush } from "../access.ts";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import type { Comment, Issue } from "../issues.ts";
import { numberIn, paginate, readJson } from "../request.ts";
import { notFound, Refusal } from "../refusal.ts";
import { labelChanges } from "../label-changes.ts";
import { commentOf, issueOf } from "../represent/issue.ts";
import { labelEvents } from "../represent/issue-event.ts";
import { changePull, pullNamed } from "./pulls.ts";

const labelNames = z.array(z.string().min(1).max(100)).max(50);
const newIssue = z.object({
  title: z.string().min(1).max(1000),
  body: z.string().nullish(),
  labels: labelNames.default([]),
});
const changedIssue = z.object({
  title: z.string().min(1).max(1000).optional(),
  body: z.string().nullable().optional(),
  state: z.enum(["open", "closed"]).optional(),
  labels: labelNames.optional(),
});
const commentShape = z.object({ body: z.string().min(1).max(65_536) });

/** Issues, which hold the CMS's notes, and comments on issues and pull requests alike. */
export function issueRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes
    .post("/", async (c) => {
      requirePush(c);
      const { title, body, labels } = await readJson(c, newIssue);
      const openedBy = c.get("account").login;
      return c.json(issueOf(forge, forge.issues.open({ title, body: body ?? null, openedBy, labels })), 201);
    })
    .get("/:number", (c) => c.json(issueOf(forge, issueNamed(forge, numberIn(c, "number")))))
    .patch("/:number", async (c) => {
      requirePush(c);
      const { number, isPull } = issueNamed(forge, numberIn(c, "number"));
      const { labels, ...changes } = await readJson(c, changedIssue);
      if (isPull)
        await forge.lock(() => changePull(forge, pullNamed(forge, number), changes, c.get("account").login));
      else forge.issues.update(number, definedOnly(changes));
      if (labels) forge.issues.setLabels(number, labels, c.get("account").login);
      return c.json(issueOf(forge, issueNamed(forge, number)));
    })
    .get("/:number/events", (c) => {
      const { number } = issueNamed(forge, numberIn(c, "number"));
      const events = labelEvents(forge, labelChanges(forge.database, [number]));
      return c.json(paginate(c, forge.addresses().origin, events));
    })
    .get("/:number/comments", (c) => {
      const { number } = issueNamed(forge, numberIn(c, "number"));
      const page = paginate(c, forge.addresses().origin, forge.issues.comments(number));
      return c.json(page.map((comment) => commentOf(forge, comment)));
    })
    .post("/:number/comments", async (c) => {
      const { number } = issueNamed(forge, numberIn(c, "number"));
      const { body } = await readJson(c, commentShape);
      return c.json(commentOf(forge, forge.issues.addComment(number, c.get("account").login, body)), 201);
    })
    .patch("/comments/:id", async (c) => {
      const { id } = ownComment(forge, c);
      forge.issues.editComment(id, (await readJson(c, commentShape)).body);
      return c.json(commentOf(forge, ownComment(forge, c)));
    })
    .delete("/comments/:id", (c) => {
      forge.issues.deleteComment(ownComment(forge, c).id);
      return c.body(null, 204);
    });
  return routes;
}

/** The issue or pull request of this number; 404 if there is none. */
export function issueNamed(forge: ForgeContext, number: number): Issue {
  const issue = forge.issues.find(number);
  if (!issue) throw notFound();
  return issue;
}

/** What somebody said, nobody else may change. */
function ownComment(forge: ForgeContext, c: Context<ForgeEnv>): Comment {
  const comment = forge.issues.comment(numberIn(c, "id"));
  if (!comment) throw notFound();
  if (comment.login !== c.get("account").login)
    throw new Refusal(403, "Chỉ người viết mới sửa được trao đổi này.");
  return comment;
}

function definedOnly(changes: {
  title?: string | undefined;
  body?: string | null | undefined;
  state?: "open" | "closed" | undefined;
}): { title?: string; body?: string | null; state?: "open" | "closed" } {
  const { title, body, state } = changes;
  return {
    ...(title === undefined ? {} : { title }),
    ...(body === undefined ? {} : { body }),
    ...(state === undefined ? {} : { state }),
  };
}
