/** Birds, rain and smoke in the air. */
import { type Brush, type Item, times } from "./core.ts";
import { H, W, group, line, n, oval, path } from "./svg.ts";

/** A flock of birds far away. */
export function birds(b: Brush, x: number, y: number, count = 7, color = "#39424f"): string {
  return times(count, (i) => {
    const s = b.range(5, 10);
    const [px, py] = [x + i * b.range(16, 30), y + b.range(-26, 26)];
    return path(
      `M${n(px - s)} ${n(py - s * 0.4)}Q${n(px - s * 0.4)} ${n(py - s * 0.6)} ${n(px)} ${n(py)}Q${n(px + s * 0.4)} ${n(py - s * 0.6)} ${n(px + s)} ${n(py - s * 0.4)}`,
      "none",
      `stroke="${b.tone(color, 0, 0.25)}" stroke-width="1.8" stroke-linecap="round"`,
    );
  }).join("");
}

/** Slanting rain. */
export function rain(b: Brush, count = 240): string {
  return times(count, () => {
    const [x, y, l] = [b.range(0, W + 100), b.range(-20, H), b.range(14, 44)];
    return line(
      [
        [x, y],
        [x - l * 0.22, y + l],
      ],
      "#eaf1f4",
      1.1,
      `opacity="${n(b.range(0.1, 0.35))}"`,
    );
  }).join("");
}

/** Smoke or steam rising from a point. */
export function smoke(b: Brush, x: number, y: number, size: number, color: string, strength = 0.5): Item {
  const puffs = times(16, (i) => {
    const t = i / 15;
    return oval(
      x + t * size * 0.9 * b.range(0.5, 1.2),
      y - t * size * 1.8,
      size * (0.14 + t * 0.5) * b.range(0.8, 1.1),
      size * (0.13 + t * 0.42),
      b.radial([
        [color, strength * (1 - t * 0.6)],
        [color, strength * 0.6 * (1 - t * 0.6)],
        [color, 0],
      ]),
    );
  }).join("");
  return { z: 0, svg: group(puffs, `filter="${b.rough(0.012, 40)}"`) };
}
