import { cmsConfig } from "../editorial/cms-config.ts";
import type { Clock } from "../foundation/clock.ts";
import type { EntryKindName } from "../content-model/entry-kinds.ts";
import type { SiteContent } from "../content-store/content.ts";
import { vietnamTime } from "../foundation/vietnam-time.ts";
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
  const { year, month } = vietnamTime(clock());
  return cmsConfig({
    portal: content.portal,
    sites: new Map([...content.sites].map(([id, site]) => [id, site.settings])),
    years: (id, kind) => yearsOf(content.sites.get(id), kind),
    origin: where.origin,
    repo: repositoryName,
    addressOf: (site) => where.primary?.origins?.get(site),
    currentYear: year,
    // Its first week's calendar is written in the last days of this year.
    comingYear: month === "12" ? String(Number(year) + 1) : undefined,
  });
}

function yearsOf(site: SiteContent | undefined, kind: EntryKindName): string[] {
  if (!site || kind === "page" || kind === "ad") return [];
  const entries = kind === "news" ? [...site.news, ...site.gone, ...site.scheduled] : site.entries[kind];
  return [...new Set(entries.map(({ year }) => year))];
}
