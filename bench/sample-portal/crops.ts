/** Rice, vegetables, flowers and stones on the ground. */
import { type Brush, type Item, times } from "./core.ts";
import { type Pt, oval, path, smooth, xy } from "./svg.ts";

/** A tuft of rice, vegetables or young plants of a colour. */
export function tuft(
  b: Brush,
  sx: number,
  sy: number,
  size: number,
  color: string,
  haze = 0,
  blades = 7,
): string {
  return times(blades, (i) => {
    const lean = ((i + 0.5) / blades - 0.5) * 1.7 + b.range(-0.15, 0.15);
    const h = size * b.range(0.75, 1.1);
    const tip: Pt = [sx + lean * h * 0.7, sy - h * (1 - Math.abs(lean) * 0.35)];
    return path(
      `M${xy([sx - size * 0.04, sy])}Q${xy([sx + lean * h * 0.15, sy - h * 0.7])} ${xy(tip)}Q${xy([sx + lean * h * 0.2 + size * 0.08, sy - h * 0.6])} ${xy([sx + size * 0.05, sy])}Z`,
      b.tone(color, b.range(-0.45, 0.4) + (i % 2) * 0.1, haze),
    );
  }).join("");
}

/** Rows of plants over a field, denser and smaller with distance. */
export function rows(
  b: Brush,
  x0: number,
  x1: number,
  z0: number,
  z1: number,
  gap: number,
  size: number,
  color: string,
  make = tuft,
): Item[] {
  const items: Item[] = [];
  for (let z = z0; z < z1; z *= 1 + gap * 0.1) {
    const px = b.px(z);
    const step = Math.max(gap, 15 / px);
    let svg = "";
    for (let x = x0 + b.range(0, step); x < x1; x += step) {
      const [sx, sy] = b.at(x + b.range(-0.1, 0.1) * step, 0, z);
      if (sx > -40 && sx < 1640) svg += make(b, sx, sy, size * px * b.range(0.85, 1.2), color, b.haze(z));
    }
    items.push({ z, svg });
  }
  return items;
}

/** Flowers scattered in a band of grass. */
export function flowers(
  b: Brush,
  x0: number,
  x1: number,
  z0: number,
  z1: number,
  count: number,
  colors: readonly string[],
): Item[] {
  return times(count, () => {
    const z = b.range(z0, z1);
    const [sx, sy] = b.at(b.range(x0, x1), 0, z);
    const s = b.px(z) * 0.13;
    const petals = times(5, () =>
      oval(
        sx + b.range(-1.6, 1.6) * s,
        sy - s * b.range(1.5, 4),
        s * 0.7,
        s * 0.55,
        b.tone(b.pick(colors), b.range(-0.2, 0.4), b.haze(z)),
      ),
    ).join("");
    return { z, svg: tuft(b, sx, sy, s * 3.4, "#5b8c3c", b.haze(z), 6) + petals };
  });
}

/** A rock as an irregular lit lump. */
export function rock(b: Brush, x: number, y: number, size: number, haze = 0): string {
  const ring = times(9, (i): Pt => {
    const a = (i / 9) * 6.283;
    return [
      x + Math.cos(a) * size * b.range(0.8, 1.1),
      y - size * 0.3 + Math.sin(a) * size * 0.55 * b.range(0.8, 1.1),
    ];
  });
  return path(
    smooth(ring),
    b.linear([b.tone("#9a948a", 0.3, haze), b.tone("#77726c", -0.2, haze), b.tone("#4c4a4a", -0.5, haze)]),
    `filter="${b.texture(0.05, 0.08, 6)}"`,
  );
}
