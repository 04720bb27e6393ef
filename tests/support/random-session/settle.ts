import { join } from "node:path";
import { z } from "zod";
import { statusContext } from "../../../src/editorial/status-context.ts";
import { systemClock } from "../../../src/foundation/clock.ts";
import { openIntakeStore } from "../../../src/operations/intake/intake-store.ts";
import { deskOf, statusOf } from "../submission.ts";
import { until } from "../until.ts";
import type { NewsroomUnderFire } from "./newsroom-under-fire.ts";

/**
 * Waits until nothing is under way any more: open submissions are checked, readers have what main is, and who sent something
 * in can see how far it is.
 */
export async function settled({ addresses, data }: NewsroomUnderFire): Promise<void> {
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
  const pieces = openIntakeStore(join(data, "intake.db"), systemClock);
  try {
    await until("every piece from outside to be a draft, and each that ended to be told so", async () => {
      if (pieces.inState("received").length > 0) return undefined;
      for (const { number = 0 } of pieces.inState("drafted", "editing"))
        if ((await octokit.rest.pulls.get({ owner, repo, pull_number: number })).data.merged)
          return undefined;
      return true;
    });
  } finally {
    pieces.close();
  }
}
