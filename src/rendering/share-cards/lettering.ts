import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { create, type Font } from "fontkitten";

/** Words as outlines: what is drawn does not depend on the fonts of the machine that draws it. */
export interface Lettering {
  /** The width of a line of text, in pixels. */
  widthOf: (text: string, size: number) => number;
  /** SVG path data of a line of text whose baseline begins at (x, y). */
  pathOf: (text: string, x: number, y: number, size: number) => string;
}

/** The font is cut into files by alphabet; a Vietnamese word has letters of several. */
const alphabets = ["latin", "vietnamese", "latin-ext"] as const;

/** Opens the portal's own font in one weight. */
export async function openLettering(weight: 500 | 700): Promise<Lettering> {
  const fonts = await Promise.all(alphabets.map((alphabet) => openFont(alphabet, weight)));
  const glyphsOf = (text: string) =>
    Array.from(text.normalize("NFC")).flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      const font = fonts.find((candidate) => candidate.hasGlyphForCodePoint(code));
      return font ? [{ glyph: font.glyphForCodePoint(code), em: font.unitsPerEm }] : [];
    });
  return {
    widthOf: (text, size) =>
      glyphsOf(text).reduce((width, { glyph, em }) => width + (glyph.advanceWidth * size) / em, 0),
    pathOf(text, x, y, size) {
      let at = x;
      return glyphsOf(text)
        .map(({ glyph, em }) => {
          const scale = size / em;
          // Fonts count upwards, pictures downwards.
          const path = glyph.path.transform(scale, 0, 0, -scale, at, y).toSVG();
          at += glyph.advanceWidth * scale;
          return path;
        })
        .join("");
    },
  };
}

async function openFont(alphabet: (typeof alphabets)[number], weight: number): Promise<Font> {
  const name = `@fontsource/be-vietnam-pro/files/be-vietnam-pro-${alphabet}-${String(weight)}-normal.woff`;
  const font = create(await readFile(fileURLToPath(import.meta.resolve(name))));
  if (font.isCollection) throw new Error(`${name} holds several fonts.`);
  return font;
}
