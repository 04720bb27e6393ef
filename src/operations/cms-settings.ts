import { cmsConfig } from "../editorial/cms-config.ts";
import type { Clock } from "../foundation/clock.ts";
import { mainBranch } from "../git/main-branch.ts";
import type { Host } from "../publishing/deploy-release.ts";
import type { ContentReader } from "./content-reader.ts";
import { repositoryName } from "./embedded-forge.ts";

/** What the CMS is configured with now: main's sites and sections, the years there are, and the addresses of this newsroom. */
export async function cmsSettings(
  reader: ContentReader,
  clock: Clock,
  where: { origin: string; primary: Host | undefined },
): Promise<unknown> {
  const content = await reader.at(mainBranch);
  return cmsConfig({
    portal: content.portal,
    sites: new Map([...content.sites].map(([id, site]) => [id, site.settings])),
    years: (id) => [...new Set(content.sites.get(id)?.news.map((entry) => entry.year))].sort().reverse(),
    origin: where.origin,
    repo: repositoryName,
    addressOf: (site) => where.primary?.origins?.get(site),
    currentYear: clock().toLocaleDateString("sv-SE", { timeZone: content.portal.timeZone }).slice(0, 4),
  });
}
