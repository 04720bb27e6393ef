import sharp, { type Sharp } from "sharp";
import { inkOn, mix } from "../../content-model/contrast.ts";
import type { ShareCard } from "../../content-store/share-card.ts";
import { breakLines } from "./break-lines.ts";
import { openLettering, type Lettering } from "./lettering.ts";

/** A card as PNG: few flat colours, sharp letters. */
export async function drawShareCard(card: ShareCard): Promise<Sharp> {
  const svg = await shareCardSvg(card);
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, dither: 0, effort: 9 });
}

const margin = 84;
const emblemSize = 124;
const emblemTop = 60;
/** The last line of a title stands here whatever its length: the eye finds the line below it. */
const titleBase = 424;
const noteBase = 496;
const domainBase = 594;
/** Networks show a card as small as a third of its size: this can still be read. */
const smallSize = 32;
const leading = 1.24;

/** A card as SVG without text: words are outlines. */
export async function shareCardSvg({ width, height, words, colours, emblem }: ShareCard): Promise<string> {
  const [regular, bold] = await Promise.all([openLettering(500), openLettering(700)]);
  const ink = inkOn(colours.primary);
  const soft = mix(ink, colours.primary, 0.12);
  const deep = mix(colours.primary, "#000000", 0.22);
  const room = width - 2 * margin;
  const title = fit(words.title, room, bold);
  const beside = margin + emblemSize + 28;
  const above = smallLines(words.above, width - margin - beside, 2, regular);
  const middle = emblemTop + emblemSize / 2 + smallSize * 0.36;
  const [note = ""] = smallLines(words.below, room, 1, regular);
  const sides = `width="${String(width)}" height="${String(height)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${sides} viewBox="0 0 ${String(width)} ${String(height)}">
<rect ${sides} fill="${colours.primary}"/>
<rect width="${String(width)}" height="12" fill="${mix(colours.accent, "#ffffff", 0.18)}"/>
<path fill="${deep}" d="${river(width, height)}"/>
${emblem.replace("<svg ", `<svg x="${String(margin)}" y="${String(emblemTop)}" width="${String(emblemSize)}" height="${String(emblemSize)}" `)}
<path fill="${soft}" d="${stacked(above, beside, middle + ((above.length - 1) * smallSize * leading) / 2, smallSize, regular)}"/>
<path fill="${ink}" d="${stacked(title.lines, margin, titleBase, title.size, bold)}"/>
<path fill="${soft}" d="${regular.pathOf(note, margin, noteBase, smallSize)}"/>
<path fill="${inkOn(deep)}" d="${bold.pathOf(words.domain, margin, domainBase, smallSize - 2)}"/>
</svg>
`;
}

/** How titles are tried: large before small, whole phrases before broken ones, as many lines as there is room for. */
const titleShapes = [
  { between: "phrases", size: 84, most: 2 },
  { between: "phrases", size: 72, most: 3 },
  { between: "words", size: 84, most: 2 },
  { between: "words", size: 72, most: 3 },
  { between: "words", size: 60, most: 3 },
  { between: "words", size: 52, most: 3 },
] as const;

/** The first shape in which a title fits; what is longer than the last is cut. */
function fit(title: string, width: number, { widthOf }: Lettering): { lines: string[]; size: number } {
  let cut = { lines: [title], size: 0 };
  for (const { between, size, most } of titleShapes) {
    const { lines, whole } = breakLines(title, between, {
      width,
      most,
      widthOf: (line) => widthOf(line, size),
    });
    if (whole) return { lines, size };
    cut = { lines, size };
  }
  return cut;
}

const smallLines = (text: string, width: number, most: number, { widthOf }: Lettering) =>
  breakLines(text, "words", { width, most, widthOf: (line) => widthOf(line, smallSize) }).lines;

/** Lines above one another, the last at `base`. */
function stacked(lines: readonly string[], x: number, base: number, size: number, { pathOf }: Lettering) {
  return lines
    .map((line, index) => pathOf(line, x, base - (lines.length - 1 - index) * size * leading, size))
    .join("");
}

/** The water that the emblem shows, along the lower edge. */
function river(width: number, height: number): string {
  const length = 200;
  const half = String(length / 2);
  const waves = `q${String(length / 4)}-24 ${half} 0${`t${half} 0`.repeat(Math.ceil((2 * width) / length))}`;
  return `M${String(-length / 4)} 548${waves}V${String(height)}H${String(-length)}z`;
}
