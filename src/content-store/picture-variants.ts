import type { Picture } from "./content.ts";

/** One re-encoded size of a picture. */
export interface Variant {
  /** Public address; names content and size, so it never changes its bytes. */
  address: string;
  width: number;
  /** Where the picture is cropped; undefined where it keeps its shape. */
  height?: number;
}

/** Pictures lie in folders by the first two digits of their id: a folder stays small however many there are. */
const pictureFolder = (oid: string) => `/_anh/${oid.slice(0, 2)}/`;

/**
 * From one to the next it is at most double, and half where most places on our pages are: little is sent in vain. Most
 * phones show a cover in about 700 pixels.
 */
const widths = [320, 640, 720, 960, 1440];

/** The sizes a picture is offered in, smallest first; never larger than the picture itself. */
export function variantsOf(picture: Picture): Variants {
  const known = variants.get(picture);
  if (known) return known;
  const made = makeVariants(picture);
  variants.set(picture, made);
  return made;
}

type Variants = readonly [Variant, ...Variant[]];

const variants = new WeakMap<Picture, Variants>();

function makeVariants(picture: Picture): Variants {
  const fitting = widths.filter((width) => width < picture.width);
  const largest = Math.min(picture.width, widths.at(-1) ?? picture.width);
  const variant = (width: number) => ({
    address: `${pictureFolder(picture.oid)}${picture.oid.slice(2, 18)}-${String(width)}.webp`,
    width,
  });
  return [
    variant(fitting[0] ?? largest),
    ...fitting.slice(1).map(variant),
    ...(fitting.length > 0 && !fitting.includes(largest) ? [variant(largest)] : []),
  ];
}

/** The shape that networks and messengers show a shared page in, in pixels. */
export const sharedShape = { width: 1200, height: 630 } as const;
/** What is narrower is shown as a thumbnail, or not at all. */
const narrowestShared = 600;

/**
 * A picture as those who share a page show it: cropped to their shape, and a JPEG, which all of them read (WebP is not).
 * Undefined for a picture that is too small.
 */
export function sharedVariantOf(picture: Picture): Required<Variant> | undefined {
  const width = Math.min(
    sharedShape.width,
    picture.width,
    Math.floor((picture.height * sharedShape.width) / sharedShape.height),
  );
  if (width < narrowestShared) return undefined;
  const height = Math.round((width * sharedShape.height) / sharedShape.width);
  const name = `${picture.oid.slice(2, 18)}-${String(width)}x${String(height)}.jpg`;
  return { address: `${pictureFolder(picture.oid)}${name}`, width, height };
}

/** Every size of a picture that readers or those who share a page may ask for. */
export function everyVariantOf(picture: Picture): Variant[] {
  const shared = sharedVariantOf(picture);
  return [...variantsOf(picture), ...(shared ? [shared] : [])];
}

/** What an `<img>` needs to show a picture in the right size. */
export function imageAttributes(picture: Picture): {
  src: string;
  srcset: string;
  width: number;
  height: number;
} {
  const sizes = variantsOf(picture);
  const middle = sizes.find((variant) => variant.width >= 960) ?? sizes.at(-1) ?? sizes[0];
  return {
    src: middle.address,
    srcset: sizes.map((variant) => `${variant.address} ${String(variant.width)}w`).join(", "),
    width: picture.width,
    height: picture.height,
  };
}
