import { adsAtOnce, type Ad } from "../../content-model/ad.ts";
import type { AdEntry, Content, SiteContent } from "../../content-store/content.ts";
import { oncePerPair } from "../../foundation/once-per-pair.ts";
import { vietnamDay } from "../../foundation/vietnam-time.ts";
import { rotatedAds } from "./ad-rotation.ts";
import { shownPicture, type PictureUse, type ShownPicture } from "./picture.ts";

/** An ad as readers see it: always marked as one. */
export interface ShownAd {
  title: string;
  target: string;
  owner: string;
  kind: Ad["kind"];
  picture: ShownPicture | undefined;
}

const useIn: Record<Ad["slot"], PictureUse> = { "cot-ben": "ad", "chan-trang": "footer" };

/** The ads of a slot that the page at `path` shows: of those whose days include today, as many as the slot has places. */
export function shownAds(content: Content, site: SiteContent, slot: Ad["slot"], path: string): ShownAd[] {
  const ofSlot = runningAds(content, site).filter(({ data }) => data.slot === slot);
  return rotatedAds(ofSlot, path, adsAtOnce[slot]).map((ad) => adInItsSlot(site, ad));
}

/** Made ready once: nearly every page of a site shows some of its few ads. */
const adInItsSlot = oncePerPair((site: SiteContent, ad: AdEntry): ShownAd => shownAd(site, ad));

/**
 * The ads of a site whose contract runs on the content's day in Việt Nam, first and last day included. Looked up once per
 * content: every page of a build asks for them.
 */
export const runningAds = oncePerPair((content: Content, site: SiteContent): readonly AdEntry[] => {
  const day = vietnamDay(content.at);
  return site.ads.filter(({ data }) => data.start <= day && day <= data.end);
});

/** An ad made ready to be shown, in its slot unless told otherwise. */
export function shownAd(site: SiteContent, { data }: AdEntry, use: PictureUse = useIn[data.slot]): ShownAd {
  return {
    title: data.title,
    target: data.target,
    owner: data.owner,
    kind: data.kind,
    picture: data.kind === "text" ? undefined : shownPicture(site, data.image, data.imageAlt, use),
  };
}
