import { describeProblem } from "../foundation/problem.ts";

import { rollBack } from "../publishing/publish-rollback.ts";
import type { Press } from "../publishing/publish.ts";
import type { PressOrder, Report } from "./control.ts";

/** Carries out an operator's order with this press. `publish` brings main to the hosts. */
export async function carryOut(
  order: PressOrder,
  press: Press,
  publish: () => Promise<void>,
): Promise<Report> {
  switch (order.order) {
    case "roll-back": {
      const { manifest, behind } = await rollBack(order.to, order.reason, press);
      const lines = [
        `Release ${manifest.sequence} is live: release ${order.to} again, with what was withdrawn since still withdrawn.`,
        ...behind.map(({ name, reason }) => `  ${name} was left behind: ${reason}`),
        "Publication is held until: npm run rollback -- --lift",
      ];
      return { report: lines.join("\n"), ok: behind.length === 0 };
    }
    case "lift":
      press.ledger.lift();
      await publish();
      return { report: `Publication runs again.\n${liveLine(press)}`, ok: true };
    case "publish": {
      const held = press.ledger.held();
      if (held !== undefined) {
        return {
          report: `Nothing was published: publication is held (${held}). To lift that: npm run rollback -- --lift`,
          ok: false,
        };
      }
      await publish();
      return { report: liveLine(press), ok: true };
    }
    case "verify":
      return verifyHosts(press, order.repair);
  }
}

function liveLine({ ledger }: Press): string {
  const live = ledger.latest()?.manifest;
  return live
    ? `Live: release ${live.sequence} of commit ${live.commit.slice(0, 10)}.`
    : "Nothing is live yet.";
}

/** Differences that a report names one by one. */
const mostNamed = 20;

/** Compares every host with what should be live there, byte for byte; with `repair`, mends what differs. */
export async function verifyHosts({ hosts, ledger, store }: Press, repair: boolean): Promise<Report> {
  let expected = ledger.latest()?.manifest.sequence;
  const lines: string[] = [];
  let ok = true;
  for (const { name, target } of hosts) {
    try {
      const live = await target.live();
      // A machine without the record can still tell whether each host is as its own manifest says, and all alike.
      expected ??= live?.sequence;
      if (live === undefined || live.sequence !== expected) {
        ok = false;
        lines.push(
          `${name}: serves ${live ? `release ${live.sequence}` : "no release"} instead of ${expected ?? "any"}; npm run publish brings it there.`,
        );
        continue;
      }
      const drift = await target.check(repair ? store : undefined);
      ok &&= drift.length === 0 || repair;
      const state =
        drift.length === 0
          ? "every file is as the manifest says"
          : `${drift.length} files differ${repair ? ", mended" : ""}`;
      lines.push(`${name}: release ${live.sequence}, ${state}.`);
      lines.push(...drift.slice(0, mostNamed).map(({ kind, path }) => `  ${kind}: ${path}`));
      if (drift.length > mostNamed) lines.push(`  and ${drift.length - mostNamed} more`);
    } catch (error) {
      ok = false;
      lines.push(`${name}: ${describeProblem(error)}`);
    }
  }
  if (!ok && !repair) lines.push("To mend it: npm run verify -- --repair");
  return { report: lines.join("\n"), ok };
}
