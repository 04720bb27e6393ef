import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp, { type Sharp } from "sharp";
import { mostPixels } from "../content-model/picture-limits.ts";
import type { Content, Picture } from "../content-store/content.ts";
import { everyVariantOf, type Variant } from "../content-store/picture-variants.ts";
import { shareCards, type ShareCard } from "../content-store/share-card.ts";
import { sideBySide } from "../foundation/side-by-side.ts";

/** Re-encoded pictures; each size is made once and kept. */
export interface PictureStore {
  /** The file of one size of a picture, encoded now if it is not there yet. */
  file: (picture: Picture, variant: Variant) => Promise<string>;
  /** The file of a card, drawn now if it is not there yet. */
  card: (card: ShareCard) => Promise<string>;
  /** The file at a public address (`/_anh/ab/…-960.webp`) of a content made known; undefined where there is none. */
  at: (address: string) => Promise<string | undefined>;
  /** Makes the pictures of a content known, so that they can be asked for by address. */
  know: (content: Content) => void;
  /** Makes these sizes of pictures now. */
  prepare: (sizes: Iterable<readonly [Picture, Variant]>) => Promise<void>;
}

/** Encodings at once: each takes all it can of one core. */
const parallel = 2;

/**
 * Keeps variants in `folder`. Encoding strips all metadata (place and camera), applies the orientation and keeps to WebP,
 * which every browser in use shows: one format means one `<img>` and one encoding per width.
 */
export function openPictureStore(folder: string, read: (picture: Picture) => Promise<Buffer>): PictureStore {
  const underway = new Map<string, Promise<string>>();
  const byAddress = new Map<string, () => Promise<string>>();
  const seen = new WeakSet<ReadonlyMap<string, Picture>>();

  async function write(address: string, make: () => Promise<Sharp>): Promise<string> {
    const file = join(folder, address.replace("/_anh/", ""));
    if (await isFile(file)) return file;
    await mkdir(dirname(file), { recursive: true });
    const partial = `${file}.${String(process.pid)}.partial`;
    try {
      await (await make()).toFile(partial);
      await rename(partial, file);
    } finally {
      await rm(partial, { force: true });
    }
    return file;
  }

  /** The file at an address; asked for twice at once, it is made once. */
  async function kept(address: string, make: () => Promise<Sharp>): Promise<string> {
    const running = underway.get(address);
    if (running) return running;
    const writing = write(address, make);
    underway.set(address, writing);
    try {
      return await writing;
    } finally {
      underway.delete(address);
    }
  }

  const file = (picture: Picture, variant: Variant) =>
    kept(variant.address, async () => encoded(await read(picture), variant));
  const card = (wanted: ShareCard) =>
    kept(wanted.address, async () => {
      // Loaded where a card is new: most starts draw none.
      const { drawShareCard } = await import("./share-cards/draw-share-card.ts");
      return drawShareCard(wanted);
    });

  return {
    file,
    card,
    at: async (address) => byAddress.get(address)?.(),
    know(content) {
      for (const { pictures } of content.sites.values()) {
        if (seen.has(pictures)) continue;
        seen.add(pictures);
        for (const picture of pictures.values()) {
          for (const variant of everyVariantOf(picture))
            byAddress.set(variant.address, () => file(picture, variant));
        }
      }
      for (const wanted of shareCards(content)) byAddress.set(wanted.address, () => card(wanted));
    },
    async prepare(sizes) {
      await sideBySide(sizes, parallel, ([picture, variant]) => file(picture, variant));
    },
  };
}

/** A whole picture as WebP; one that is cropped, for those who share it, as JPEG. */
function encoded(data: Buffer, { width, height }: Variant): Sharp {
  const picture = sharp(data, { limitInputPixels: mostPixels }).autoOrient();
  if (height === undefined) {
    return picture.resize({ width, withoutEnlargement: true }).webp({ quality: 76, effort: 3 });
  }
  // The crop keeps what stands out: of an upright picture the middle is seldom the face.
  return picture
    .resize({ width, height, fit: "cover", position: sharp.strategy.attention })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality: 80 });
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
