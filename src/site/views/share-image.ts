import type { NewsOrigin, SiteContent } from "../../content-store/content.ts";
import { sharedVariantOf, variantsOf } from "../../content-store/picture-variants.ts";
import { shareCard } from "../../content-store/share-card.ts";
import { coverOf } from "../../content-store/shown-pictures.ts";

/** A picture that stands for a page elsewhere. */
export interface ShareImage {
  /** `https://<domain>/_anh/…` */
  address: string;
  type: "image/jpeg" | "image/png" | "image/webp";
  width: number;
  height: number;
  alt: string;
}

/** An entry of a kind that has a picture; most kinds describe it in `coverAlt`. */
interface Covered {
  data: { title: string; coverAlt?: string | undefined };
  origin?: NewsOrigin;
}

/** An entry's cover in the shape that those who share it show; undefined without one that is large enough. */
export function sharedCover(site: SiteContent, entry: Covered): ShareImage | undefined {
  const picture = coverOf(site, entry);
  const variant = picture && sharedVariantOf(picture);
  return variant && imageAt(site, variant, "image/jpeg", entry.data.coverAlt);
}

/** An entry's cover whole, in its largest size. */
export function wholeCover(site: SiteContent, entry: Covered): ShareImage | undefined {
  const picture = coverOf(site, entry);
  const largest = picture && (variantsOf(picture).at(-1) ?? variantsOf(picture)[0]);
  if (!largest) return undefined;
  const height = Math.round((picture.height * largest.width) / picture.width);
  return imageAt(site, { ...largest, height }, "image/webp", entry.data.coverAlt);
}

/** The picture of pages that have none of their own: that of their section, or of their site. */
export function cardImage(site: SiteContent, section?: string): ShareImage {
  const card = shareCard(site, section);
  return imageAt(site, card, "image/png", card.alt);
}

function imageAt(
  { settings }: SiteContent,
  { address, width, height }: { address: string; width: number; height: number },
  type: ShareImage["type"],
  alt = "",
): ShareImage {
  return { address: `https://${settings.domain}${address}`, type, width, height, alt };
}
