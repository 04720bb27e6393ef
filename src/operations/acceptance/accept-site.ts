import { readExistingPortal } from "../../editorial/new-site/existing-portal.ts";
import { readFromMain, type ForgeAccess } from "../../editorial/forge-access.ts";
import type { Clock } from "../../foundation/clock.ts";
import { Problem } from "../../foundation/problem.ts";
import { acceptanceReport } from "./acceptance-report.ts";
import { runChecks, type CheckResult } from "./check.ts";
import { deskChecks } from "./desk-checks.ts";
import { hostChecks, releaseCheck } from "./host-checks.ts";

/** Looks at a site as its readers and editors will, and draws up the record of acceptance. */
export async function acceptSite(
  id: string,
  options: {
    access: ForgeAccess;
    hosts: readonly { name: string; origin: string }[];
    cms: string;
    clock: Clock;
  },
): Promise<{ results: CheckResult[]; report: string }> {
  const { access, hosts, cms, clock } = options;
  const existing = await readExistingPortal((path) => readFromMain(access, path));
  const site = existing.sites.get(id);
  if (!site) {
    throw new Problem(`main has no site ${id}; it has ${[...existing.sites.keys()].join(", ")}.`, {
      remedy: `Make it first: npm run new-site -- ${id} --name "…"; then let its submission be approved and published.`,
    });
  }
  if (hosts.length === 0) {
    throw new Problem(`No host serves ${id} yet.`, {
      remedy: "Wait for the publication of its submission, and run this again.",
    });
  }
  const { portal } = existing;
  const begun = clock();
  const year = begun.toLocaleDateString("sv-SE", { timeZone: portal.timeZone }).slice(0, 4);
  const hasAccount = (login: string) => accountExists(access, login);
  const checks = [
    ...hosts.flatMap((host) => hostChecks(site, host)),
    releaseCheck(hosts),
    ...deskChecks(id, { cms, portal, hasAccount, year }),
  ];
  const results = await runChecks(checks, clock);
  const report = acceptanceReport(site, { id, portalName: portal.name, hosts, results, at: begun });
  return { results, report };
}

async function accountExists({ octokit }: ForgeAccess, username: string): Promise<boolean> {
  return octokit.rest.users.getByUsername({ username }).then(
    () => true,
    () => false,
  );
}
