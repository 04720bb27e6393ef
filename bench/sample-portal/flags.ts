/** The national flag. */
import { type Brush, type Item, times } from "./core.ts";
import { box, pole } from "./solids.ts";
import { type Pt, path, poly, xy } from "./svg.ts";

/** A flag pole with the red flag and yellow star waving. */
export function flag(b: Brush, x: number, z: number, high: number, y = 0, base = true): Item {
  const haze = b.haze(z);
  const s = b.px(z) * high * 0.2;
  const [tx, ty] = b.at(x, y + high * 0.985, z);
  const wave = `M${xy([tx, ty])}C${xy([tx + s * 0.5, ty - s * 0.14])} ${xy([tx + s, ty + s * 0.2])} ${xy([tx + s * 1.5, ty + s * 0.03])}L${xy([tx + s * 1.46, ty + s * 0.98])}C${xy([tx + s, ty + s * 1.16])} ${xy([tx + s * 0.5, ty + s * 0.8])} ${xy([tx, ty + s * 0.97])}Z`;
  const folds = b.linear(
    [
      b.tone("#c9211c", -0.1, haze),
      b.tone("#e5332a", 0.15, haze),
      b.tone("#b81c18", -0.15, haze),
      b.tone("#e2352b", 0.1, haze),
      b.tone("#c2231d", -0.05, haze),
    ],
    "x",
  );
  const foot = base
    ? box(b, { x, z, w: high * 0.16, d: high * 0.16, y, h: high * 0.05, color: "#d9d2c2", top: "#ece6d8" })
        .svg
    : "";
  return {
    z,
    svg:
      foot +
      pole(b, [x, y, z], [x, y + high, z], 0.11 + high * 0.004, "#e8e8e4").svg +
      path(wave, folds) +
      star(tx + s * 0.74, ty + s * 0.52, s * 0.27, b.tone("#ffd93b", 0.1, haze)),
  };
}

/** A five-pointed star. */
export function star(x: number, y: number, r: number, fill: string): string {
  return poly(
    times(10, (i): Pt => {
      const a = (i * Math.PI) / 5 - Math.PI / 2;
      const s = i % 2 === 0 ? r : r * 0.4;
      return [x + Math.cos(a) * s, y + Math.sin(a) * s];
    }),
    fill,
  );
}
