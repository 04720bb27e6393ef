/** Bridges and roads. */
import { type Brush, times } from "./core.ts";
import { slab } from "./solids.ts";
import { type Pt, line, poly } from "./svg.ts";

/** A cable-stayed bridge from (x0, z0) to (x1, z1), deck at height y, pylons at the given fractions. */
export function cableBridge(
  b: Brush,
  x0: number,
  z0: number,
  x1: number,
  z1: number,
  y: number,
  high: number,
  pylons: readonly number[],
): string {
  const spot = (t: number, h: number): Pt => b.at(x0 + (x1 - x0) * t, h, z0 + (z1 - z0) * t);
  const zAt = (t: number): number => z0 + (z1 - z0) * t;
  const thick = high * 0.03;
  const deck = poly(
    [spot(0, y + thick), spot(1, y + thick), spot(1, y), spot(0, y)],
    b.tone("#7d8893", -0.15, b.haze((z0 + z1) / 2) * 0.5),
  );
  const rail = line(
    [spot(0, y + thick * 1.7), spot(1, y + thick * 1.7)],
    b.tone("#e8e6e0", 0.2, b.haze((z0 + z1) / 2)),
    1.4,
    'opacity="0.8"',
  );
  const piers = times(12, (i) => {
    const t = (i + 0.5) / 12;
    return line(
      [spot(t, y), spot(t, 0)],
      b.tone("#8f969c", -0.25, b.haze(zAt(t))),
      Math.max(1, b.px(zAt(t)) * high * 0.03),
    );
  }).join("");
  const towers = pylons
    .map((t) => {
      const haze = b.haze(zAt(t));
      const s = b.px(zAt(t));
      const cables = times(11, (i) =>
        [-1, 1]
          .map((side) =>
            line(
              [spot(t, y + high * (0.96 - i * 0.035)), spot(t + side * 0.021 * (11.5 - i), y + thick)],
              b.tone(b.mood === "noon" ? "#f2efe6" : "#6a6474", 0, haze * 0.5),
              Math.max(0.7, s * 0.28),
              'opacity="0.85"',
            ),
          )
          .join(""),
      ).join("");
      const w = high * 0.05 * s;
      const [fx, fy] = spot(t, 0);
      const [tx, ty] = spot(t, y + high);
      const [, my] = spot(t, y);
      const leg = (dir: number): string =>
        poly(
          [
            [fx + dir * w * 1.6 - w * 0.4, fy],
            [fx + dir * w * 1.6 + w * 0.4, fy],
            [fx + dir * w * 2.1 + w * 0.32, my],
            [tx + dir * w * 0.3 + w * 0.26, ty],
            [tx + dir * w * 0.3 - w * 0.26, ty],
            [fx + dir * w * 2.1 - w * 0.32, my],
          ],
          b.round(b.mood === "dawn" ? "#a39aa0" : "#e9e2d4", haze * 0.6),
        );
      return (
        leg(1) +
        cables +
        leg(-1) +
        poly(
          [
            [tx - w * 0.6, ty - w],
            [tx + w * 0.6, ty - w],
            [tx + w * 0.5, ty + w * 3],
            [tx - w * 0.5, ty + w * 3],
          ],
          b.round(b.mood === "dawn" ? "#a39aa0" : "#efe8da", haze * 0.6),
        )
      );
    })
    .join("");
  return piers + deck + towers + rail;
}

/** A straight road along z with kerbs and lane marks. */
export function road(b: Brush, x: number, w: number, z0: number, z1: number, color = "#6f7276"): string {
  const dashes: string[] = [];
  for (let z = Math.max(z0, 3); z < z1; z += 7)
    dashes.push(slab(b, x - 0.09, z, x + 0.09, Math.min(z1, z + 3.2), b.tone("#f4f1e6", 0.1, b.haze(z))));
  const edge = (dx: number): string =>
    slab(b, x + dx - 0.14, z0, x + dx + 0.14, z1, b.tone("#e6e1d4", 0, 0.1));
  return (
    slab(
      b,
      x - w / 2,
      z0,
      x + w / 2,
      z1,
      b.linear([b.tone(color, 0.15, 0.45), b.tone(color, 0, 0.1), b.tone(color, -0.15)]),
    ) +
    edge(-w / 2) +
    edge(w / 2) +
    dashes.join("")
  );
}
