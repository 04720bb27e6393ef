import { join } from "node:path";
import { endingAdsText } from "../src/editorial/ads/ending-ads.ts";
import { systemClock } from "../src/foundation/clock.ts";
import { exists } from "../src/foundation/exists.ts";
import { Problem } from "../src/foundation/problem.ts";
import { openRepository } from "../src/git/repository.ts";
import { adsEnding, proveAd } from "../src/operations/ads-report.ts";
import { dataOption, runCommand } from "../src/operations/run-command.ts";

const usage = `npm run ads [-- --json]                       ads and links that end within 30 days, those of the coming 7 first
npm run ads -- --proof SLUG --year YEAR      on which days of a year an ad was live, and who approved it, as Markdown

  --json         the list as data
  --days N       how far to look ahead (default 30)
  --site ID      with --proof: the site, where several have an ad of this name
  --data DIR     the newsroom's data folder (default .cong); without a repository there, main of this checkout is read`;

const options = {
  ...dataOption,
  proof: { type: "string" },
  year: { type: "string" },
  site: { type: "string" },
  days: { type: "string", default: "30" },
  json: { type: "boolean", default: false },
} as const;

await runCommand({ usage, options }, async ({ values, checkout, data }) => {
  const own = join(data, "repository.git");
  const repository = openRepository((await exists(join(own, "HEAD"))) ? own : join(checkout, ".git"));
  try {
    if (values.proof === undefined) {
      const within = wholeNumber(values.days);
      const ads = await adsEnding(repository, within, systemClock);
      console.log(values.json ? JSON.stringify(ads, null, 2) : endingAdsText(ads, within));
      return;
    }
    const { proof: slug, year = "", site } = values;
    if (!/^\d{4}$/.test(year)) {
      throw new Problem("A proof is for one year.", {
        remedy: `npm run ads -- --proof ${slug} --year ${String(new Date().getFullYear())}`,
      });
    }
    console.log(await proveAd(repository, { slug, year, site }, systemClock));
  } finally {
    await repository.close();
  }
});

function wholeNumber(text: string): number {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  throw new Problem(`--days ${text} is no number of days.`, { remedy: "Give one: npm run ads -- --days 30" });
}
