/** Skirts, coats, vests and scarves of people. */
import type { Brush } from "./core.ts";
import type { Joints, Look, Person } from "./poses.ts";
import { type Pt, line, n, path, poly } from "./svg.ts";

/** Skirts, coats and the flaps of the long dress below the waist. */
export function drape(b: Brush, p: Person, j: Joints, haze: number, bottom: string): string {
  const [hx, hy] = j.hip;
  const [w, low, color] =
    p.cut === "aodai"
      ? ([8.6, hy + 36, p.top ?? "#d9739a"] as const)
      : p.cut === "skirt"
        ? ([9.6, hy + 20, bottom] as const)
        : p.cut === "coat"
          ? ([9, hy + 17, p.top ?? "#ffffff"] as const)
          : ([0, 0, ""] as const);
  if (w === 0 || p.pose === "sit" || p.pose === "squat" || p.pose === "bend" || p.pose === "ride") return "";
  return path(
    `M${n(hx - 7)} ${n(hy - 8)}L${n(hx - w)} ${n(low)}Q${n(hx)} ${n(low + 2.5)} ${n(hx + w)} ${n(low - 1)}L${n(hx + 7)} ${n(hy - 8)}Z`,
    b.round(color, haze),
  );
}

/** Vest stripes, scarves, lapels. */
export function trim(b: Brush, p: Person, j: Joints, look: Look, haze: number): string {
  const [sx, sy] = j.shoulder;
  const [hx, hy] = j.hip;
  const w = look === "right" ? 6 : 8.2;
  const band = (t: number): Pt[] => [
    [sx + (hx - sx) * t - w, sy + (hy - sy) * t],
    [sx + (hx - sx) * t + w, sy + (hy - sy) * t],
  ];
  const vest =
    p.cut !== "vest"
      ? ""
      : line(band(0.5), b.tone("#f4f7e6", 0.3, haze), 2) + line(band(0.78), b.tone("#f4f7e6", 0.3, haze), 2);
  const lapel =
    p.cut === "suit" && look === "front"
      ? poly(
          [
            [sx - 3, sy - 2],
            [sx + 3, sy - 2],
            [sx, sy + 13],
          ],
          b.tone("#ffffff", 0, haze),
        ) +
        line(
          [
            [sx, sy],
            [sx, sy + 11],
          ],
          b.tone("#a8322c", 0, haze),
          1.6,
        )
      : "";
  const scarf =
    p.scarf === undefined
      ? ""
      : look === "back"
        ? poly(
            [
              [sx - 7, sy - 1.5],
              [sx + 7, sy - 1.5],
              [sx, sy + 8],
            ],
            b.tone(p.scarf, 0, haze),
          )
        : look === "front"
          ? path(
              `M${n(sx - 5)} ${n(sy - 2)}L${n(sx + 5)} ${n(sy - 2)}L${n(sx + 1)} ${n(sy + 4)}L${n(sx + 4)} ${n(sy + 14)}L${n(sx)} ${n(sy + 6)}L${n(sx - 4)} ${n(sy + 14)}L${n(sx - 1)} ${n(sy + 4)}Z`,
              b.tone(p.scarf, 0, haze),
            )
          : poly(
              [
                [sx - 5, sy - 2],
                [sx + 4, sy - 3],
                [sx + 7, sy + 10],
              ],
              b.tone(p.scarf, 0, haze),
            );
  return vest + lapel + scarf;
}
