import type { Ad } from "../../content-model/ad.ts";
import type { SiteContent } from "../../content-store/content.ts";
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

/** The ads of a slot whose contract runs on `day` (`2026-11-20`, both ends included), by priority. */
export function shownAds(site: SiteContent, slot: Ad["slot"], day: string): ShownAd[] {
  return site.ads
    .filter(({ data }) => data.slot === slot && data.start <= day && day <= data.end)
    .map(({ data }) => ({
      title: data.title,
      target: data.target,
      owner: data.owner,
      kind: data.kind,
      picture: data.kind === "text" ? undefined : shownPicture(site, data.image, data.imageAlt, useIn[slot]),
    }));
}
