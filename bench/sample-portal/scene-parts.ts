/** Things several scenes place. */
import { type Brush, type Item } from "./core.ts";
import { path, poly } from "./svg.ts";

/** A rounded hilltop across the picture. */
export function mound(b: Brush, y: number, rise: number, color: string, haze: number): string {
  return path(
    `M-20 ${String(y + 40)}C300 ${String(y - 60)} 620 ${String(y - 90)} 860 ${String(y - 70)}S1380 ${String(y - 10)} 1640 ${String(y + 30)}V${String(y + rise)}H-20Z`,
    b.linear([b.tone(color, 0.25, haze), b.tone(color, 0, haze), b.tone(color, -0.25, haze)]),
    `filter="${b.texture(0.03, 0.09, 2.6)}"`,
  );
}

/** The eye of someone standing in a large hall. */
export const EYE = { horizon: 360, height: 2.3, focal: 1280 };

/** An upright panel of one colour facing the viewer. */
export function wall(
  b: Brush,
  x: number,
  top: number,
  z: number,
  w: number,
  h: number,
  color: string,
): string {
  return poly(
    [
      b.at(x - w / 2, top, z),
      b.at(x + w / 2, top, z),
      b.at(x + w / 2, top - h, z),
      b.at(x - w / 2, top - h, z),
    ],
    b.linear([b.tone(color, 0.15), b.tone(color, -0.15)]),
  );
}

/** A traffic cone. */
export function cone(b: Brush, x: number, z: number): Item {
  return {
    z,
    svg:
      poly(
        [b.at(x - 0.24, 0, z), b.at(x + 0.24, 0, z), b.at(x + 0.04, 0.7, z), b.at(x - 0.04, 0.7, z)],
        b.round("#e8662a"),
      ) +
      poly(
        [b.at(x - 0.15, 0.3, z), b.at(x + 0.15, 0.3, z), b.at(x + 0.1, 0.46, z), b.at(x - 0.1, 0.46, z)],
        b.tone("#f6f2e8"),
      ),
  };
}
