import { Hono, type Context } from "hono";
import { z } from "zod";
import { requirePush } from "../access.ts";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { numberIn, readJson } from "../request.ts";
import { Refusal } from "../refusal.ts";
import { labelOf } from "../represent/label.ts";
import { issueNamed } from "./issues.ts";

const name = z.string().min(1).max(100);
const labelsShape = z.union([z.object({ labels: z.array(name).max(50) }), z.array(name).max(50)]);

/** Labels, by which the CMS keeps the editorial state of a submission. */
export function labelRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const change = (c: Context<ForgeEnv>, number: number, labels: readonly string[]): Response => {
    forge.issues.setLabels(number, labels, c.get("account").login);
    const pull = forge.pulls.find(number);
    if (pull) forge.events.emit({ type: "pull_request", action: "labeled", number, head: pull.headSha });
    return show(c, number);
  };
  const show = (c: Context<ForgeEnv>, number: number): Response =>
    c.json(forge.issues.labels(number).map((label) => labelOf(forge.addresses(), label)));
  const wanted = async (c: Context<ForgeEnv>): Promise<{ number: number; labels: string[] }> => {
    requirePush(c);
    const { number } = issueNamed(forge, numberIn(c, "number"));
    const body = await readJson(c, labelsShape);
    return { number, labels: Array.isArray(body) ? body : body.labels };
  };

  const routes = new Hono<ForgeEnv>();
  routes
    .get("/:number/labels", (c) => show(c, issueNamed(forge, numberIn(c, "number")).number))
    .put("/:number/labels", async (c) => {
      const { number, labels } = await wanted(c);
      return change(c, number, labels);
    })
    .post("/:number/labels", async (c) => {
      const { number, labels } = await wanted(c);
      return change(c, number, [...forge.issues.labels(number), ...labels]);
    })
    .delete("/:number/labels/:name{.+}", (c) => {
      requirePush(c);
      const { number } = issueNamed(forge, numberIn(c, "number"));
      const labels = forge.issues.labels(number);
      const gone = c.req.param("name");
      if (!labels.includes(gone)) throw new Refusal(404, "Label does not exist");
      return change(
        c,
        number,
        labels.filter((label) => label !== gone),
      );
    });
  return routes;
}
