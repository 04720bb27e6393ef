import { adsAtOnce, type Ad } from "../../content-model/ad.ts";
import { siteAddresses } from "../../content-store/addresses.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { rotatedAds } from "../views/ad-rotation.ts";
import { runningAds, shownAd } from "../views/ads.ts";

/** Pages that show other ads than before: none, as long as the same ads are running. */
export function adCandidates(
  before: Content,
  old: SiteContent,
  after: Content,
  site: SiteContent,
): readonly string[] {
  const [was, is] = [adsOf(before, old), adsOf(after, site)];
  if (was.running === is.running) return [];
  return siteAddresses(site)
    .filter(({ file }) => file.endsWith(".html"))
    .map(({ path }) => path)
    .filter((path) => was.on(path) !== is.on(path));
}

/** What is running on a site, and what of it a page shows, as texts to compare. */
function adsOf(content: Content, site: SiteContent): { running: string; on: (path: string) => string } {
  const running = runningAds(content, site);
  const said = new Map(running.map((ad) => [ad, JSON.stringify(shownAd(site, ad))]));
  const slots = (Object.keys(adsAtOnce) as Ad["slot"][]).map((slot) => ({
    ads: running.filter(({ data }) => data.slot === slot),
    places: adsAtOnce[slot],
  }));
  return {
    running: JSON.stringify(
      [...said].map(([{ slug, data }, text]) => [slug, data.slot, data.priority, text]),
    ),
    on: (path) =>
      slots.map(({ ads, places }) => rotatedAds(ads, path, places).map((ad) => said.get(ad))).join("\n"),
  };
}
