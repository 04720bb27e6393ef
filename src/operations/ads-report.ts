import { displayPeriods, adVersions } from "../editorial/ads/display-periods.ts";
import { endingAds, type EndingAd } from "../editorial/ads/ending-ads.ts";
import { proofOfDisplay } from "../editorial/ads/proof-of-display.ts";
import type { Content } from "../content-store/content.ts";
import { loadContent } from "../content-store/load.ts";
import { commitSource } from "../content-store/source.ts";
import type { Clock } from "../foundation/clock.ts";
import { Problem } from "../foundation/problem.ts";
import { mainBranch } from "../git/main-branch.ts";
import type { Repository } from "../git/repository.ts";

/** The ads on main that end within so many days, on every site. */
export async function adsEnding(repository: Repository, within: number, clock: Clock): Promise<EndingAd[]> {
  return endingAds(await mainContent(repository, clock), within);
}

/** Which ad is to be proved, and for which year. */
export interface ProofRequest {
  slug: string;
  year: string;
  /** Needed where several sites have an ad of this name. */
  site?: string | undefined;
}

/** The proof that an ad was shown in a year, as Markdown; from main's history, so also of one that is no more. */
export async function proveAd(repository: Repository, request: ProofRequest, clock: Clock): Promise<string> {
  const { slug, year } = request;
  const { sites } = await mainContent(repository, clock);
  const wanted = [...sites.values()].filter(({ id }) => request.site === undefined || id === request.site);
  const found = await Promise.all(
    wanted.map(async (site) => ({
      site,
      versions: await adVersions(repository, `content/sites/${site.id}/ads/${slug}.md`),
    })),
  );
  const [one, another] = found.filter(({ versions }) => versions.some(({ ad }) => ad));
  if (!one) {
    throw new Problem(`main never had an ad named ${slug}${request.site ? ` on ${request.site}` : ""}.`, {
      remedy:
        "Name its file without .md: git log --name-only main -- 'content/sites/*/ads/*' lists all there were.",
    });
  }
  if (another) {
    throw new Problem(`${one.site.id} and ${another.site.id} both have an ad named ${slug}.`, {
      remedy: `Say which: npm run ads -- --proof ${slug} --year ${year} --site ${one.site.id}`,
    });
  }
  const { settings } = one.site;
  const ad = one.versions.findLast((version) => version.ad)?.ad;
  if (!ad) throw new Error("A version with an ad was found, and is not there.");
  return proofOfDisplay(displayPeriods(one.versions, year, clock()), {
    site: { name: settings.name, domain: settings.domain, office: settings.contact.office },
    ad,
    year,
    now: clock(),
  });
}

async function mainContent(repository: Repository, clock: Clock): Promise<Content> {
  if (!(await repository.resolve(mainBranch))) {
    throw new Problem(`${repository.dir} has no branch main.`, {
      remedy:
        "Run this on the newsroom's machine (--data DIR), or in a checkout that has main: git fetch origin main:main",
    });
  }
  return loadContent(commitSource(repository, mainBranch), clock());
}
