import type { Forge } from "../forge/forge.ts";
import type { Clock } from "../foundation/clock.ts";
import { describeProblem } from "../foundation/problem.ts";
import { callAt, type PlannedCall } from "./call-at.ts";

/** How long the CMS may take, on a slow line, from a new branch to its submission (ms). */
const usualPatience = 120_000;

/**
 * A save makes a branch, then its submission, then the mark by which the board shows it. Where the line is cut in between, the
 * text is kept and nobody sees it: what is missing is made up for a while later, not only at the next start.
 */
export function followBranches(options: {
  forge: Pick<Forge, "onEvent" | "openMissing">;
  clock: Clock;
  log: (line: string) => void;
  patience?: number;
}): { stop: () => void } {
  const { forge, clock, log, patience = usualPatience } = options;
  const planned = new Set<PlannedCall>();

  async function makeUp(branch: string): Promise<void> {
    try {
      for (const line of await forge.openMissing(branch)) log(line);
    } catch (error) {
      log(`ALARM: submissions that are missing could not be opened: ${describeProblem(error)}`);
    }
  }

  const leave = forge.onEvent((event) => {
    const isNew = event.type === "push" && event.before === null && event.after !== null;
    if (!isNew || !event.ref.startsWith("refs/heads/cms/")) return;
    const call = callAt(new Date(clock().getTime() + patience), clock, () => {
      planned.delete(call);
      void makeUp(event.ref);
    });
    planned.add(call);
  });
  return {
    stop() {
      leave();
      for (const call of planned) call.cancel();
    },
  };
}
