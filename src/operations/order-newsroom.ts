import { join } from "node:path";
import { connectOctokit } from "../editorial/forge-client.ts";
import { systemClock } from "../foundation/clock.ts";
import { describeProblem, Problem } from "../foundation/problem.ts";
import { mainBranch } from "../git/main-branch.ts";
import { openRepository } from "../git/repository.ts";
import type { ApprovalReader } from "../publishing/approvals.ts";
import { approvalsFromForge } from "../publishing/forge-approvals.ts";
import { catchUpHosts, publishMain } from "../publishing/publish-main.ts";
import { carryOut } from "./carry-out.ts";
import { give, isDeskOrder, type DeskOrder, type PressOrder, type Report } from "./control.ts";
import { lockDataFolder, openDataFolder } from "./data-folder.ts";
import { openPressRoom } from "./press-room.ts";
import { startPublicHosts } from "./public-hosts.ts";
import { withoutAuthors } from "../publishing/without-authors.ts";
import { exists } from "../foundation/exists.ts";

export interface OrderOptions {
  checkout: string;
  /** The newsroom's data folder. */
  data: string;
  log: (line: string) => void;
}

/**
 * Has an order carried out: by the newsroom that runs on the data folder, else here and now. Without a repository in the
 * data folder, what is published is main of the checkout.
 */
export async function orderNewsroom(order: PressOrder | DeskOrder, options: OrderOptions): Promise<Report> {
  const data = await openDataFolder(options.data);
  const report = await give(data.control, order);
  if (report) return report;
  if (!isDeskOrder(order)) return carryOutHere(order, options);
  throw new Problem("No newsroom runs on this data folder, and only a running one can do this.", {
    remedy:
      "Start it with npm start. If it cannot start, npm run rollback makes an earlier release live: what it did not hold is gone from the hosts.",
  });
}

async function carryOutHere(order: PressOrder, { checkout, data: path, log }: OrderOptions): Promise<Report> {
  const data = await openDataFolder(path);
  const closers: (() => unknown)[] = [];
  try {
    const lock = lockDataFolder(data);
    closers.push(() => {
      lock.release();
    });
    const own = await exists(join(data.repository, "HEAD"));
    const repository = openRepository(own ? data.repository : join(checkout, ".git"));
    closers.push(() => repository.close());
    const approvals = own ? undefined : approvalsOnGitHub();
    const room = await openPressRoom({ checkout, data, repository, clock: systemClock, approvals, log });
    closers.push(() => room.close());
    // What is live is read first: the next content is then read from there.
    const last = room.ledger.latestRendered()?.manifest;
    const content = await room.reader.at(last?.commit ?? mainBranch);
    const hosts = await startPublicHosts({
      data,
      portal: await room.reader.portal(),
      domains: new Map([...content.sites].map(([id, site]) => [id, site.settings.domain])),
      firstPort: 0,
      address: "127.0.0.1",
      log,
    });
    closers.push(() => hosts.stop());
    const press = room.pressFor(hosts.hosts, async ({ portal }) => {
      await hosts.serve(portal.sites);
    });
    return await carryOut(order, press, async () => {
      const { behind, ahead } = await catchUpHosts(press);
      for (const { name, error } of behind) log(`ALARM: ${name} is behind: ${describeProblem(error)}`);
      await publishMain(withoutAuthors(press, log), ahead);
    });
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

/** On GitHub, its API tells who approved what: its merge commits do not. */
function approvalsOnGitHub(): ApprovalReader | undefined {
  const { GITHUB_TOKEN: token, GITHUB_REPOSITORY: name, GITHUB_API_URL: api } = process.env;
  const [owner, repo] = name?.split("/") ?? [];
  if (!token || !owner || !repo) return undefined;
  return approvalsFromForge(connectOctokit(api ?? "https://api.github.com", token), { owner, repo });
}
