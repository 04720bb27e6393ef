import { mkdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { mostPixels } from "../content-model/picture-limits.ts";
import type { Content, Picture } from "../content-store/content.ts";
import { variantsOf } from "../content-store/picture-variants.ts";

/** Re-encoded pictures by their public address; each is made once and kept. */
export interface PictureStore {
  /** The file of a variant (`/_anh/…-960.webp`), encoded now if it is not there yet; undefined for an unknown address. */
  file: (address: string) => Promise<string | undefined>;
  /** Makes the pictures of this content known, so that their variants can be asked for. */
  know: (content: Content) => void;
}

/**
 * Keeps variants in `folder`. Encoding strips all metadata (place and camera), applies the orientation and keeps to WebP,
 * which every browser in use shows: one format means one `<img>` and one encoding per width.
 */
export function openPictureStore(folder: string, read: (picture: Picture) => Promise<Buffer>): PictureStore {
  const known = new Map<string, { picture: Picture; width: number }>();
  const underway = new Map<string, Promise<string>>();

  async function encode(address: string, picture: Picture, width: number): Promise<string> {
    const file = join(folder, address.split("/").at(-1) ?? address);
    if (await isFile(file)) return file;
    await mkdir(folder, { recursive: true });
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

  return {
    know(content) {
      for (const site of content.sites.values()) {
        for (const picture of site.pictures.values()) {
          for (const { address, width } of variantsOf(picture)) known.set(address, { picture, width });
        }
      }
    },
    async file(address) {
      const wanted = known.get(address);
      if (!wanted) return undefined;
      const running = underway.get(address);
      if (running) return running;
      const encoding = encode(address, wanted.picture, wanted.width);
      underway.set(address, encoding);
      try {
        return await encoding;
      } finally {
        underway.delete(address);
      }
    },
  };
}

/** The addresses of the pictures that a page shows. */
export function picturesIn(html: string): string[] {
  return html.match(/\/_anh\/[0-9a-f]{16}-\d+\.webp/g) ?? [];
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
