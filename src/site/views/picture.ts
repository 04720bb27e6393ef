import type { Picture, SiteContent } from "../../content-store/content.ts";
import { imageAttributes, variantsOf } from "../../content-store/picture-variants.ts";

/** What an `<img>` shows. Width and height in pixels keep its place while it loads. */
export interface ShownPicture {
  src: string;
  /** Undefined where one size serves every screen. */
  srcset: string | undefined;
  sizes: string | undefined;
  width: number;
  height: number;
  alt: string;
}

/** How large a picture stands on a page. */
export type PictureUse = keyof typeof sizesOf | "thumb";

const sizesOf = {
  cover: "(min-width: 64rem) 48rem, calc(100vw - 2rem)",
  lead: "(min-width: 64rem) 33rem, 100vw",
  feature: "(min-width: 76rem) 36rem, (min-width: 48rem) 50vw, 100vw",
  card: "(min-width: 76rem) 18rem, (min-width: 40rem) 33vw, 8rem",
  half: "(min-width: 76rem) 18rem, (min-width: 64rem) 25vw, (min-width: 40rem) 50vw, 100vw",
  ad: "(min-width: 40rem) 20rem, 100vw",
  footer: "10rem",
  portrait: "(min-width: 40rem) 15rem, 7rem",
  person: "(min-width: 40rem) 15rem, 14rem",
  // Cards that stand alone in their row on a phone, three in a row, photographs of an album, covers beside a heading.
  tile: "(min-width: 76rem) 18rem, (min-width: 40rem) 33vw, 100vw",
  third: "(min-width: 76rem) 24.5rem, (min-width: 40rem) 33vw, 8rem",
  photo: "(min-width: 76rem) 18rem, (min-width: 40rem) 33vw, 55vw",
  banner: "(min-width: 76rem) 36rem, (min-width: 64rem) 47vw, 100vw",
  graphic: "(min-width: 64rem) 48rem, 44rem",
} as const;

const large: ReadonlySet<PictureUse> = new Set(["cover", "lead", "feature", "banner", "graphic"]);

/** The picture at an address of the site's library, or undefined where there is none: pages hold without it. */
export function shownPicture(
  site: SiteContent,
  address: string | undefined,
  alt: string | undefined,
  use: PictureUse,
): ShownPicture | undefined {
  return preparedPicture(address === undefined ? undefined : site.pictures.get(address), alt, use);
}

/** The same for a picture that is at hand. */
export function preparedPicture(
  picture: Picture | undefined,
  alt: string | undefined,
  use: PictureUse,
): ShownPicture | undefined {
  if (!picture) return undefined;
  const { width, height } = picture;
  const shape = { width, height, alt: alt ?? "" };
  if (use === "thumb") {
    return { ...shape, src: variantsOf(picture)[0].address, srcset: undefined, sizes: undefined };
  }
  const sizes = sizesOf[use];
  if (large.has(use)) return { ...imageAttributes(picture), sizes, alt: shape.alt };
  const small = variantsOf(picture).filter((variant, index) => index === 0 || variant.width <= 960);
  return {
    ...shape,
    src: small[0]?.address ?? picture.address,
    srcset: small.map((variant) => `${variant.address} ${String(variant.width)}w`).join(", "),
    sizes,
  };
}
