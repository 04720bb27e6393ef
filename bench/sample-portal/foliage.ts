/** Masses of leaves. */
import { type Brush, type Item, times } from "./core.ts";
import { type Pt, group, oval, path, xy } from "./svg.ts";

/** A mass of leaves centred on a point of the picture. */
export function foliage(
  b: Brush,
  x: number,
  y: number,
  rx: number,
  ry: number,
  color: string,
  haze = 0,
  accent?: string,
): string {
  const count = Math.round(Math.min(210, 40 + rx * 0.9));
  const size = Math.max(2, Math.min(rx, ry) * (rx > 60 ? 0.25 : 0.3));
  const blobs = times(count, (i) => {
    const angle = b.range(0, 6.283);
    const far = Math.sqrt(b.rnd()) * (i < count * 0.4 ? 0.92 : 0.88);
    const ux = Math.cos(angle) * far;
    const uy = Math.sin(angle) * far;
    const light = -uy * 0.75 + ux * b.cam.sunX * 0.5;
    return {
      ux,
      uy,
      light: light + b.range(-0.25, 0.25),
      s: size * b.range(0.55, 1.15) * (1 - (i / count) * 0.45),
    };
  });
  const back = blobs
    .slice(0, Math.round(count * 0.4))
    .map((p) =>
      oval(x + p.ux * rx, y + p.uy * ry, p.s * 1.25, p.s, b.tone(color, -0.62 + p.light * 0.15, haze)),
    )
    .join("");
  const front = blobs
    .slice(Math.round(count * 0.4))
    .sort((p, q) => p.light - q.light)
    .map((p) => {
      const hue = accent !== undefined && p.light > -0.35 && b.rnd() < 0.75 ? accent : color;
      return oval(
        x + p.ux * rx,
        y + p.uy * ry - ry * 0.05,
        p.s * 1.05,
        p.s * 0.72,
        b.tone(hue, p.light * 0.75 - 0.12, haze),
      );
    })
    .join("");
  return group(
    oval(x, y, rx * 0.8, ry * 0.75, b.tone(color, -0.55, haze)) + back + front,
    `filter="${b.rough(rx > 60 ? 0.06 : 0.12, Math.min(24, 3 + rx * 0.18))}"`,
  );
}

/** A spray of narrow leaves hanging from a point. */
export function foliageSpray(b: Brush, at: Pt, size: number, haze: number): string {
  return times(5, () => {
    const a = b.range(0.1, 3);
    const [dx, dy] = [Math.cos(a) * size * b.range(0.5, 1.1), Math.sin(a) * size * b.range(0.3, 0.9)];
    const [x, y] = at;
    return path(
      `M${xy(at)}Q${xy([x + dx * 0.6 - dy * 0.2, y + dy * 0.2])} ${xy([x + dx, y + dy])}Q${xy([x + dx * 0.3 + dy * 0.1, y + dy * 0.6])} ${xy(at)}Z`,
      b.tone("#6f9a45", b.range(-0.6, 0.4), haze),
    );
  }).join("");
}

/** A row of shrubs or far trees between two x, at one distance. */
export function hedge(
  b: Brush,
  x0: number,
  x1: number,
  z: number,
  high: number,
  color = "#3f7040",
  accent?: string,
): Item {
  const px = b.px(z);
  const count = Math.max(2, Math.round((x1 - x0) / (high * 0.9)));
  const svg = times(count, (i) => {
    const [sx, sy] = b.at(x0 + ((x1 - x0) * (i + b.rnd() * 0.6)) / count, 0, z);
    const h = high * px * b.range(0.75, 1.2);
    return foliage(b, sx, sy - h * 0.48, h * b.range(0.6, 0.95), h * 0.52, color, b.haze(z), accent);
  }).join("");
  return { z, svg };
}
