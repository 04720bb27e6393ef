/** Draws the portraits of the sample's people, who are nobody: `node bench/sample-portal/portraits.ts`. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { hair, hairBehind } from "./portrait-hair.ts";
import { NONG, TINH, type Sitter } from "./portrait-sitters.ts";
import { blend } from "./light.ts";
import { line, oval, path as shape, rect } from "./svg.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

const SKINS: readonly string[] = ["#e3b48f", "#d9a57e", "#cf9870", "#ecc3a0"];
const WALLS: readonly string[] = ["#d9dde0", "#dedad3", "#d3dad8", "#dcd8dd"];

/** A portrait as SVG, 400 by 500. */
export function portrait(name: string, sitter: Sitter): string {
  const { wide = 1, skin: tone } = sitter;
  const skin = SKINS[tone] ?? "#d9a57e";
  const wall = WALLS[name.length % WALLS.length] ?? "#d9dde0";
  const dark = blend("#231c1b", "#b9b5b0", sitter.grey ?? 0);
  const head = `<g transform="translate(200 0) scale(${String(wide)} 1) translate(-200 0)">${[
    hairBehind(sitter.hair, dark),
    neck(skin),
    ears(skin),
    shape(
      "M134 190Q132 250 158 284Q180 308 200 308Q220 308 242 284Q268 250 266 190Q264 112 200 112Q136 112 134 190Z",
      skin,
    ),
    // The light comes from the left.
    shape(
      "M266 190Q268 250 242 284Q220 308 200 308Q236 280 240 220Q242 160 226 118Q264 134 266 190Z",
      blend(skin, "#7a4636", 0.16),
    ),
    face(skin, dark),
    hair(sitter.hair, dark),
    sitter.glasses ? glasses() : "",
  ].join("")}</g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 500" width="640" height="800"><defs><radialGradient id="wall" cx="0.4" cy="0.35" r="0.9"><stop offset="0" stop-color="${blend(wall, "#ffffff", 0.45)}"/><stop offset="1" stop-color="${blend(wall, "#54606a", 0.2)}"/></radialGradient></defs>${rect(0, 0, 400, 500, "url(#wall)")}${dressed(sitter)}${head}${collar(sitter)}</svg>`;
}

function neck(skin: string): string {
  return (
    shape("M166 270L164 345Q200 392 236 345L234 270Z", blend(skin, "#7a4636", 0.18)) +
    shape("M166 290Q200 330 234 290L234 304Q200 342 166 304Z", blend(skin, "#7a4636", 0.34))
  );
}

function ears(skin: string): string {
  return (
    oval(133, 214, 11, 22, blend(skin, "#7a4636", 0.08)) +
    oval(267, 214, 11, 22, blend(skin, "#7a4636", 0.22))
  );
}

/** Few lines: somebody, and nobody in particular. */
function face(skin: string, dark: string): string {
  const shade = blend(skin, "#7a4636", 0.42);
  const eye = (x: number): string =>
    oval(x, 208, 6.2, 5, "#2a2120") +
    shape(
      `M${String(x - 14)} 206Q${String(x)} 195 ${String(x + 14)} 206`,
      "none",
      `stroke="#2a2120" stroke-width="2.6" stroke-linecap="round"`,
    );
  const brow = (x: number, tilt: number): string =>
    shape(
      `M${String(x - 17)} ${String(186 + tilt)}Q${String(x)} ${String(177)} ${String(x + 17)} ${String(186 - tilt)}`,
      "none",
      `stroke="${blend(dark, skin, 0.15)}" stroke-width="5" stroke-linecap="round"`,
    );
  return (
    brow(170, 1.5) +
    brow(230, -1.5) +
    eye(170) +
    eye(230) +
    shape(
      "M203 208Q210 236 212 243Q206 251 194 248",
      "none",
      `stroke="${shade}" stroke-width="3.2" stroke-linecap="round"`,
    ) +
    shape(
      "M178 271Q200 283 222 271",
      "none",
      `stroke="${blend("#9c4f45", skin, 0.2)}" stroke-width="4.6" stroke-linecap="round"`,
    ) +
    shape(
      "M190 288Q200 292 210 288",
      "none",
      `stroke="${blend(skin, "#7a4636", 0.22)}" stroke-width="2.6" stroke-linecap="round"`,
    )
  );
}

function glasses(): string {
  const frame = `fill="#ffffff" fill-opacity="0.12" stroke="#3b3634" stroke-width="3"`;
  return (
    `<rect x="145" y="192" width="48" height="34" rx="13" ${frame}/><rect x="207" y="192" width="48" height="34" rx="13" ${frame}/>` +
    line(
      [
        [193, 204],
        [207, 204],
      ],
      "#3b3634",
      3,
    ) +
    line(
      [
        [145, 202],
        [135, 208],
      ],
      "#3b3634",
      3,
    ) +
    line(
      [
        [255, 202],
        [265, 208],
      ],
      "#3b3634",
      3,
    )
  );
}

function dressed({ colour, dress }: Sitter): string {
  const shadow = blend(colour, "#1b2230", 0.24);
  const body = shape(
    "M28 500Q34 396 92 364Q140 344 164 330Q200 372 236 330Q260 344 308 364Q366 396 372 500Z",
    colour,
  );
  const fold = shape("M372 500Q366 396 308 364Q276 350 252 340Q290 400 292 500Z", shadow, 'opacity="0.7"');
  const arms =
    line(
      [
        [104, 500],
        [112, 440],
      ],
      shadow,
      3,
    ) +
    line(
      [
        [296, 500],
        [288, 440],
      ],
      shadow,
      3,
    );
  return body + fold + (dress === "aodai" ? "" : arms);
}

/** What lies over the neck: collar, tie, lapels. */
function collar({ dress, colour, tie }: Sitter): string {
  const shadow = blend(colour, "#1b2230", dress === "jacket" ? 0.18 : 0.34);
  const knot =
    tie === undefined
      ? ""
      : shape("M189 356L211 356L207 376L193 376Z", blend(tie, "#000000", 0.15)) +
        shape(
          dress === "suit"
            ? "M193 376L207 376L212 470L200 486L188 470Z"
            : "M193 376L207 376L220 500L180 500Z",
          tie,
        );
  const points = (fill: string): string =>
    shape("M163 328L150 352L184 384L200 362Z", fill) +
    shape("M237 328L250 352L216 384L200 362Z", blend(fill, "#5b6a78", 0.12));
  if (dress === "aodai")
    return (
      shape("M160 312Q200 362 240 312L243 346Q200 390 157 346Z", blend(colour, "#ffffff", 0.1)) +
      shape("M204 372Q262 390 286 452", "none", `stroke="${shadow}" stroke-width="3"`) +
      oval(206, 374, 4, 4, shadow)
    );
  if (dress === "shirt")
    return (
      shape("M184 384L200 362L216 384L208 500L192 500Z", blend(colour, "#7d8790", 0.1)) +
      knot +
      points(blend(colour, "#ffffff", 0.5))
    );
  const shirt = dress === "suit" ? "#f4f3ef" : "#efe9e1";
  const lapels =
    shape("M163 330L120 350L150 420L134 432L192 500L200 500L196 440Z", blend(colour, "#ffffff", 0.07)) +
    shape("M237 330L280 350L250 420L266 432L208 500L200 500L204 440Z", shadow);
  return shape("M163 330L200 366L237 330L206 470L194 470Z", shirt) + knot + points(shirt) + lapels;
}

async function write(site: string, sitters: Readonly<Record<string, Sitter>>): Promise<void> {
  for (const [name, sitter] of Object.entries(sitters)) {
    const file = path.join(ROOT, `content/sites/${site}/media/2026/chan-dung-${name}.webp`);
    await mkdir(path.dirname(file), { recursive: true });
    const webp = await sharp(Buffer.from(portrait(name, sitter)))
      .webp({ quality: 84, effort: 6 })
      .toBuffer();
    await writeFile(file, webp);
    console.log(`${path.relative(ROOT, file)} ${String(Math.round(webp.length / 1000))} kB`);
  }
}

if (import.meta.main) {
  await write("tinh", TINH);
  await write("so-nong-nghiep", NONG);
}
