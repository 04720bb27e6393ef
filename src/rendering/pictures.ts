import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { mostPixels } from "../content-model/picture-limits.ts";
import type { Content, Picture } from "../content-store/content.ts";
import { variantsOf, type Variant } from "../content-store/picture-variants.ts";
import { sideBySide } from "../foundation/side-by-side.ts";

/** Re-encoded pictures; each size is made once and kept. */
export interface PictureStore {
  /** The file of one size of a picture, encoded now if it is not there yet. */
  file: (picture: Picture, variant: Variant) => Promise<string>;
  /** The file at a public address (`/_anh/ab/…-960.webp`) of a content made known; undefined where there is none. */
  at: (address: string) => Promise<string | undefined>;
  /** Makes the pictures of a content known, so that they can be asked for by address. */
  know: (content: Content) => void;
  /** Makes every size of these pictures now. */
  prepare: (pictures: Iterable<Picture>) => Promise<void>;
}

/** Encodings at once: each takes all it can of one core. */
const parallel = 2;

/**
 * Keeps variants in `folder`. Encoding strips all metadata (place and camera), applies the orientation and keeps to WebP,
 * which every browser in use shows: one format means one `<img>` and one encoding per width.
 */
export function openPictureStore(folder: string, read: (picture: Picture) => Promise<Buffer>): PictureStore {
  const underway = new Map<string, Promise<string>>();
  const byAddress = new Map<string, [Picture, Variant]>();
  const seen = new WeakSet<ReadonlyMap<string, Picture>>();

  async function encode(picture: Picture, { address, width }: Variant): Promise<string> {
    const file = join(folder, address.replace("/_anh/", ""));
    if (await isFile(file)) return file;
    await mkdir(dirname(file), { recursive: true });
    const partial = `${file}.${String(process.pid)}.partial`;
    try {
      await sharp(await read(picture), { limitInputPixels: mostPixels })
        .autoOrient()
        .resize({ width, withoutEnlargement: true })
        .webp({ quality: 76, effort: 3 })
        .toFile(partial);
      await rename(partial, file);
    } finally {
      await rm(partial, { force: true });
    }
    return file;
  }

  async function file(picture: Picture, variant: Variant): Promise<string> {
    const running = underway.get(variant.address);
    if (running) return running;
    const encoding = encode(picture, variant);
    underway.set(variant.address, encoding);
    try {
      return await encoding;
    } finally {
      underway.delete(variant.address);
    }
  }

  return {
    file,
    async at(address) {
      const found = byAddress.get(address);
      return found && file(...found);
    },
    know(content) {
      for (const { pictures } of content.sites.values()) {
        if (seen.has(pictures)) continue;
        seen.add(pictures);
        for (const picture of pictures.values()) {
          for (const variant of variantsOf(picture)) byAddress.set(variant.address, [picture, variant]);
        }
      }
    },
    async prepare(pictures) {
      const sizes = [...pictures].flatMap((picture) =>
        variantsOf(picture).map((variant) => [picture, variant] as const),
      );
      await sideBySide(sizes, parallel, ([picture, variant]) => file(picture, variant));
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
