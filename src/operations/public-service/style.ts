import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { emblem } from "../../content-model/emblem.ts";
import type { Site } from "../../content-model/site.ts";
import { themeStylesheet } from "../../site/theme/stylesheet.ts";

/** How the pages of the public service look: like the portal's. */
export interface Style {
  sheet: string;
  /** The first site's own colours and emblem, as main has them. */
  colours: () => Promise<string>;
  emblem: () => Promise<string>;
  font: (name: string) => Uint8Array<ArrayBuffer> | undefined;
}

/** The portal's own sheets that these pages share, in their order. */
const shared = ["fonts", "tokens", "base", "parts"];

/** Reads the portal's styles of a checkout, and ours. */
export async function readStyle(checkout: string, site: () => Promise<Site>): Promise<Style> {
  const from = join(checkout, "src/site");
  const sheets = shared.map((name) => join(from, "styles", `${name}.css`));
  const texts = [...sheets, join(checkout, "src/operations/public-service/public-service.css")].map((file) =>
    readFile(file, "utf8"),
  );
  const fonts = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of await readdir(join(from, "fonts")))
    if (name.endsWith(".woff2")) fonts.set(name, new Uint8Array(await readFile(join(from, "fonts", name))));
  return {
    sheet: (await Promise.all(texts)).join("\n"),
    colours: async () => themeStylesheet(await site()),
    emblem: async () => emblem(await site()),
    font: (name) => fonts.get(name),
  };
}
