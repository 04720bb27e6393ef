import { Hono, type Context } from "hono";
import { z } from "zod";
import { requirePush } from "../access.ts";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { numberIn, readJson } from "../request.ts";
import { Refusal } from "../refusal.ts";
import { issueOf } from "../represent/issue.ts";
import { issueNamed } from "./issues.ts";

const people = z.object({ assignees: z.array(z.string().min(1).max(100)).max(10).default([]) });

/** Who goes on with a submission when its author does not. */
export function assigneeRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  /** Changes the list by those named in the request, and answers with the issue. */
  const change = async (
    c: Context<ForgeEnv>,
    status: 200 | 201,
    by: (before: string[], named: string[]) => string[],
  ): Promise<Response> => {
    requirePush(c);
    const { number } = issueNamed(forge, numberIn(c, "number"));
    const named = (await readJson(c, people)).assignees;
    const logins = named.map((login) => forge.accounts.find(login)?.login ?? login);
    if (status === 201) await refuseStrangers(logins);
    forge.issues.setAssignees(number, by(forge.issues.assignees(number), logins), c.get("account").login);
    const pull = forge.pulls.find(number);
    if (pull) forge.events.emit({ type: "pull_request", action: "assigned", number, head: pull.headSha });
    return c.json(issueOf(forge, issueNamed(forge, number)), status);
  };
  const refuseStrangers = async (logins: readonly string[]): Promise<void> => {
    for (const login of logins) {
      const account = forge.accounts.find(login);
      const mayWrite = account && !account.disabled && (await forge.permissions(account.login)).push;
      if (!mayWrite)
        throw new Refusal(422, `Không giao được cho «${login}»: người này không có quyền biên tập.`);
    }
  };

  const routes = new Hono<ForgeEnv>();
  routes
    .post("/:number/assignees", (c) => change(c, 201, (before, named) => [...before, ...named]))
    .delete("/:number/assignees", (c) =>
      change(c, 200, (before, named) => before.filter((login) => !named.includes(login))),
    );
  return routes;
}
