/** Backdrops and groups that several pictures share. */
import { type Brush, type Camera, type Item, type Items, stage, times } from "./core.ts";
import { chair, laptop, table } from "./furniture.ts";
import { townHouse } from "./houses.ts";
import { type Sky, ground, range, sky } from "./landscape.ts";
import type { Mood } from "./light.ts";
import { lamp } from "./motorbikes.ts";
import { folk, person } from "./people.ts";
import { treeline } from "./plants.ts";
import type { Person } from "./poses.ts";
import { road } from "./roads.ts";
import { slab } from "./solids.ts";
import { type Pt, W, rect } from "./svg.ts";
import { water } from "./water.ts";

/** One composed picture: its light, its camera and what is painted. */
export interface Scene {
  readonly mood: Mood;
  readonly camera?: Partial<Camera>;
  readonly paint: (b: Brush) => string;
}

/** What lies behind an outdoor scene. */
export interface Backdrop extends Sky {
  readonly rise?: number;
  readonly layers?: number;
  readonly hills?: string;
  readonly trees?: number;
  /** The ground's colour, or `none` for no ground. */
  readonly land?: string;
  readonly sharp?: number;
}

/** Sky, hills, far trees and ground. */
export function backdrop(b: Brush, o: Backdrop = {}): string {
  const y = b.cam.horizon;
  const hills =
    o.layers === 0 ? "" : range(b, y + 4, o.rise ?? 130, o.layers ?? 3, o.hills ?? "#3f6b4a", o.sharp ?? 0.8);
  const trees = o.trees === 0 ? "" : treeline(b, y + 5, o.trees ?? 22, 0.45);
  return sky(b, o) + hills + trees + (o.land === "none" ? "" : ground(b, o.land ?? "#7f9f52"));
}

/** A river view: the far bank mirrored in water from the horizon to `to`; `more` stands on the far bank. */
export function river(
  b: Brush,
  o: Backdrop,
  to = 900,
  more = "",
  color = "#5f8c98",
  shore = b.cam.horizon + 4,
): string {
  const beach = rect(0, b.cam.horizon, W, Math.max(0, shore - b.cam.horizon) + 1, b.tone("#7d9a5a", 0, 0.3));
  const far = backdrop(b, { ...o, land: "none" }) + beach + more;
  return far + water(b, shore, to, far, color);
}

/** A near bank of grass or earth with a waving edge at the height y. */
export function bank(b: Brush, y: number, color = "#6f9448", dip = 26): string {
  const d = `M-20 ${String(y)}C300 ${String(y - dip)} 520 ${String(y + dip)} 860 ${String(y)}S1380 ${String(y - dip)} 1640 ${String(y + dip * 0.4)}V920H-20Z`;
  return `<path d="${d}" fill="${b.tone("#5a4a38", -0.3)}" transform="translate(0 -5)"/><path d="${d}" fill="${b.linear([b.tone(color, 0.2), b.tone(color, -0.1), b.tone(color, -0.35)])}" filter="${b.texture(0.03, 0.09, 2.4)}"/>`;
}

/** A town street going away from the viewer, houses on both sides. */
export function street(
  b: Brush,
  half: number,
  far = 90,
  walls: readonly string[] = WALLS,
  first = 12,
): { readonly ground: string; readonly houses: Item[] } {
  const walk = (s: number): string =>
    slab(
      b,
      s * (half - 3),
      2,
      s * (half + 2),
      far + 40,
      b.linear([b.tone("#c9bda8", 0.1, 0.4), b.tone("#c9bda8", 0, 0.1), b.tone("#b0a591", -0.2)]),
    );
  const houses = [-1, 1].flatMap((s) =>
    times(Math.floor((far - first) / 5), (i) =>
      townHouse(b, s * (half + 5), first + i * 5, s < 0 ? 90 : -90, b.pick([2, 3, 3, 4]), b.pick(walls), 4.9),
    ),
  );
  const lamps = [-1, 1].flatMap((s) =>
    times(4, (i) => lamp(b, s * (half - 1.6) - (s > 0 ? 1.6 : 0), 11 + i * 17)),
  );
  return {
    ground:
      rect(0, b.cam.horizon - 2, W, 500, b.tone("#a89f90", -0.1)) +
      road(b, 0, (half - 3) * 2, 2, far + 60) +
      walk(-1) +
      walk(1),
    houses: [...houses, ...lamps],
  };
}

/** People seated on chairs in a row, seen from behind. */
export function audience(
  b: Brush,
  x0: number,
  x1: number,
  z: number,
  count: number,
  kinds: Parameters<typeof folk>[1][],
  chairs = "#8a3f34",
  change: Person = {},
): Item[] {
  return times(count, (i) => {
    const x = x0 + ((x1 - x0) * (i + 0.5)) / count;
    return [
      person(b, { ...folk(b, b.pick(kinds)), look: "back", pose: "sit", ...change }, x, z),
      chair(b, x, z, chairs),
    ];
  }).flat();
}

/** People seated behind a table facing the viewer. */
export function panel(
  b: Brush,
  x: number,
  z: number,
  w: number,
  count: number,
  kinds: Parameters<typeof folk>[1][],
  cloth = "#f4efe2",
  computers = true,
): Item[] {
  const seats = times(count, (i) => {
    const px = x - w / 2 + (w * (i + 0.5)) / count;
    return [
      chair(b, px, z + 0.75, "#7a4a34", -1),
      person(b, { ...folk(b, b.pick(kinds)), look: "front", pose: "sit" }, px, z + 0.6),
      ...(computers && i % 2 === 0 ? [{ ...laptop(b, px, 0.76, z), z: z - 0.4 }] : []),
    ];
  }).flat();
  return [...seats, table(b, x, z, w, 0.7, cloth, true)];
}

/** A water surface lying on ground points, mirroring the sky. */
export function pool(b: Brush, pts: readonly Pt[], color = "#7fa6ac", rim = "#8a7350"): string {
  const at = (y: number): string =>
    pts
      .map((p) =>
        b
          .at(p[0], y, p[1])
          .map((v) => v.toFixed(1))
          .join(" "),
      )
      .join("L");
  return `<path d="M${at(0.25)}Z" fill="${b.tone(rim, 0.1, 0.15)}"/><path d="M${at(-0.05)}Z" fill="${b.linear([b.light.low, b.tone(color, 0.3), b.tone(color, -0.1)])}"/>`;
}

/** Stacks pieces over a backdrop. */
export function scene(back: string, ...items: readonly Items[]): string {
  return back + stage(...items);
}

/** Wall colours of town houses. */
export const WALLS: readonly string[] = [
  "#eddcb5",
  "#d9e2d5",
  "#e8c9a8",
  "#f2e9d8",
  "#c9d9e0",
  "#e6d08f",
  "#dfc3b5",
  "#efe6e0",
];
