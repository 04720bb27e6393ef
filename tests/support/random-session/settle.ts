import { z } from "zod";
import { statusContext } from "../../../src/editorial/status-context.ts";
import { deskOf, statusOf } from "../submission.ts";
import { until } from "../until.ts";
import type { NewsroomUnderFire } from "./newsroom-under-fire.ts";

/** Waits until nothing is under way any more: open submissions are checked, and readers have what main is. */
export async function settled({ addresses }: NewsroomUnderFire): Promise<void> {
  const desk = deskOf(addresses(), "approver");
  const { octokit, owner, repo } = desk;
  await until("every open submission to be checked", async () => {
    const list = { owner, repo, state: "open", per_page: 100 } as const;
    for (const { head } of await octokit.paginate(octokit.rest.pulls.list, list)) {
      const { state } = await statusOf(desk, head.sha, statusContext.check);
      if (state !== "success" && state !== "failure") return undefined;
    }
    return true;
  });
  const { data: main } = await octokit.rest.repos.getBranch({ owner, repo, branch: "main" });
  for (const origin of [addresses().primary, addresses().standby])
    await until(`${origin} to show main`, async () => {
      const answer = await fetch(`${origin}/phien-ban.json`);
      const { commit } = z.object({ commit: z.string() }).parse(await answer.json());
      return commit === main.commit.sha ? true : undefined;
    });
}
