/** Paints the sample pictures of the portal: `node bench/sample-portal/paint.ts [--only NAME]`. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { Brush, hash } from "./core.ts";
import { PICTURES, type Picture } from "./pictures.ts";
import { H, W } from "./svg.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");

const MOST_BYTES = 90_000;

const QUALITIES: readonly number[] = [82, 78, 74, 70, 64, 58, 50];

/** Paints every listed picture, or only those whose path contains `only`; answers bytes written. */
export async function paintAll(only = "", root = ROOT): Promise<number> {
  let total = 0;
  for (const picture of PICTURES.filter((p) => p.file.includes(only))) {
    const file = path.join(root, picture.file);
    const webp = await toWebp(await paint(picture));
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, webp);
    total += webp.length;
    console.log(`${picture.file} ${String(Math.round(webp.length / 1000))} kB`);
  }
  return total;
}

/** Paints one picture as raw RGB pixels: the SVG, then bloom, brush grain and vignette. */
export async function paint(picture: Picture): Promise<Buffer> {
  const name = path.basename(picture.file, ".webp");
  const brush = new Brush(name, picture.mood, picture.camera);
  const body = picture.scene(brush);
  const [left, top, wide] = picture.frame;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${String(left)} ${String(top)} ${String(wide)} ${String((wide * H) / W)}" width="${String(W)}" height="${String(H)}"><defs>${brush.defs.join("")}</defs>${body}</svg>`;
  const flat = await sharp(Buffer.from(svg), { unlimited: true }).resize(W, H).removeAlpha().raw().toBuffer();
  const soft = await sharp(flat, { raw: RAW }).blur(22).raw().toBuffer();
  return grade(
    flat,
    soft,
    hash(name),
    picture.mood === "night" ? 0.34 : picture.mood === "indoor" ? 0.06 : 0.17,
  );
}

const RAW = { width: W, height: H, channels: 3 } as const;

/** Bloom from the blurred copy, coarse brush mottling, fine grain and a soft vignette. */
function grade(flat: Buffer, soft: Buffer, seed: number, bloom: number): Buffer {
  const out = Buffer.alloc(flat.length);
  const coarse = lattice(seed, 150, 120);
  const fine = lattice(seed + 1, 420, 140);
  let grain = seed || 1;
  for (let y = 0; y < H; y++) {
    const dy = (y / H - 0.5) * 1.9;
    for (let x = 0; x < W; x++) {
      const dx = (x / W - 0.5) * 1.9;
      grain = (Math.imul(grain, 1664525) + 1013904223) >>> 0;
      const vignette = 1 - 0.2 * Math.max(0, dx * dx + dy * dy - 0.35);
      const mottle = 1 + coarse(x / W, y / H) * 0.024 + fine(x / W, y / H) * 0.016;
      const speck = (grain / 4294967296 - 0.5) * 5;
      const i = (y * W + x) * 3;
      for (let c = 0; c < 3; c++) {
        const v = flat[i + c] ?? 0;
        const s = soft[i + c] ?? 0;
        const screen = 255 - ((255 - v) * (255 - s * 0.9)) / 255;
        const lit = v + (screen - v) * bloom * (s / 255);
        out[i + c] = Math.max(0, Math.min(255, contrast(lit) * vignette * mottle + speck));
      }
    }
  }
  return out;
}

/** A gentle S-curve for richer darks and lights. */
function contrast(v: number): number {
  const t = v / 255;
  return 255 * (t + 0.32 * t * (1 - t) * (t - 0.46));
}

/** Smooth value noise over the unit square, about -1 to 1. */
function lattice(seed: number, cols: number, rows: number): (u: number, v: number) => number {
  const cells = new Float32Array((cols + 2) * (rows + 2));
  let state = seed || 1;
  for (let i = 0; i < cells.length; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    cells[i] = (state >>> 8) / 8388608 - 1;
  }
  return (u, v) => {
    const [x, y] = [u * cols, v * rows];
    const [i, j] = [Math.floor(x), Math.floor(y)];
    const [fx, fy] = [x - i, y - j];
    const k = j * (cols + 2) + i;
    const a = (cells[k] ?? 0) * (1 - fx) + (cells[k + 1] ?? 0) * fx;
    const c = (cells[k + cols + 2] ?? 0) * (1 - fx) + (cells[k + cols + 3] ?? 0) * fx;
    return a * (1 - fy) + c * fy;
  };
}

/** WebP at quality about 80, stepping down only while the file is too heavy. */
async function toWebp(pixels: Buffer): Promise<Buffer> {
  let best: Buffer = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    best = await sharp(pixels, { raw: RAW }).webp({ quality, effort: 4 }).toBuffer();
    if (best.length <= MOST_BYTES) break;
  }
  return best;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { only: { type: "string", default: "" }, into: { type: "string", default: ROOT } },
  });
  const total = await paintAll(values.only, values.into);
  console.log(`${String(Math.round(total / 1000))} kB in all`);
}
