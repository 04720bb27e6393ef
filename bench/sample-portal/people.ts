/** Stylised people without faces; 100 units tall, feet at 0. */
import { drape, trim } from "./clothes.ts";
import { type Brush, type Item, times } from "./core.ts";
import { FRONT, STAND } from "./front-poses.ts";
import { hairTail, head } from "./heads.ts";
import type { Person } from "./poses.ts";
import { SIDE, SIDE_STAND } from "./side-poses.ts";
import { type Pt, group, n, oval, path, xy } from "./svg.ts";
import { WARDROBE } from "./wardrobe.ts";

/** Paints a person with the feet (or the seat's foot) at (x, y, z). */
export function person(b: Brush, p: Person, x: number, z: number, y = 0): Item {
  const [sx, sy] = b.at(x, y, z);
  const k = ((p.tall ?? 1.64) * b.px(z)) / 100;
  const look = p.look ?? "back";
  const flip = look === "left" ? -1 : 1;
  const shade = oval(
    sx - b.cam.sunX * 7 * k,
    sy,
    15 * k,
    3 * k,
    b.radial([
      [b.light.shade, 0.55],
      [b.light.shade, 0.35],
      [b.light.shade, 0],
    ]),
  );
  const body =
    look === "left" || look === "right"
      ? sideFigure(b, p, b.haze(z), flip)
      : frontFigure(b, p, b.haze(z), look);
  const slim = p.tall !== undefined && p.tall < 1.4 ? 1.12 : 1;
  return {
    z,
    svg:
      shade +
      group(
        body,
        `transform="translate(${n(sx)} ${n(sy)}) scale(${(k * flip * slim).toFixed(3)} ${k.toFixed(3)})"`,
      ),
  };
}

/** A typical person of a kind, varied by chance. */
export function folk(b: Brush, kind: keyof typeof WARDROBE, change: Person = {}): Person {
  return { ...WARDROBE[kind](b), ...change };
}

/** A crowd of the given kinds scattered between bounds on the ground. */
export function crowd(
  b: Brush,
  kinds: readonly (keyof typeof WARDROBE)[],
  count: number,
  x0: number,
  x1: number,
  z0: number,
  z1: number,
  change: Person = {},
): Item[] {
  return times(count, (i) => {
    const z = z0 + (z1 - z0) * ((i + b.rnd()) / count);
    const x = x0 + (x1 - x0) * ((((i * 0.618) % 1) + b.rnd() * 0.12) % 1);
    return person(b, { ...folk(b, b.pick(kinds)), ...change }, x, z);
  });
}

function frontFigure(b: Brush, p: Person, haze: number, look: "back" | "front"): string {
  const j = FRONT[p.pose ?? "stand"] ?? STAND;
  const skin = SKIN[Math.floor(b.rnd() * SKIN.length)] ?? "#d9a37c";
  const top = p.top ?? "#f3f0e8";
  const bottom = p.cut === "aodai" ? "#f4f1ea" : (p.bottom ?? "#2f3850");
  const [sx, sy] = j.shoulder;
  const [hx, hy] = j.hip;
  const wide = p.hair === "short" || p.hair === undefined ? 10 : 9;
  const torso = `M${xy([sx - wide, sy + 2])}Q${xy([sx - 5, sy - 2.5])} ${xy([sx, sy - 3])}Q${xy([sx + 5, sy - 2.5])} ${xy([sx + wide, sy + 2])}Q${xy([sx + 7.6, sy + 14])} ${xy([hx + 7.6, hy + 2])}L${xy([hx - 7.6, hy + 2])}Q${xy([sx - 7.6, sy + 14])} ${xy([sx - wide, sy + 2])}Z`;
  const legs =
    p.pose === "sit" && look === "back"
      ? ""
      : leg(b, [hx - 4, hy], j.legA, bottom, haze, 0.05) + leg(b, [hx + 4, hy], j.legB, bottom, haze, -0.25);
  const skirt = drape(b, p, j, haze, bottom);
  const armsBehind = look === "back";
  const arms =
    arm(b, [sx - wide + 1.6, sy + 3], j.armA, p, skin, haze, 0.1) +
    arm(b, [sx + wide - 1.6, sy + 3], j.armB, p, skin, haze, -0.3);
  const body = path(torso, b.round(top, haze)) + trim(b, p, j, look, haze);
  const neck = path(
    `M${xy([sx - 2.8, sy + 1])}L${xy([sx - 2.6, sy - 7])}L${xy([sx + 2.6, sy - 7])}L${xy([sx + 2.8, sy + 1])}Q${xy([sx, sy + 4])} ${xy([sx - 2.8, sy + 1])}Z`,
    b.tone(skin, -0.35, haze),
  );
  const tail = look === "back" ? "" : hairTail(b, p, j.head, haze, look);
  const bag =
    p.bag === undefined || look !== "back"
      ? ""
      : `<rect x="${n(sx - 8)}" y="${n(sy + 1)}" width="16" height="22" rx="5" fill="${b.round(p.bag, haze)}"/><rect x="${n(sx - 5.5)}" y="${n(sy + 11)}" width="11" height="8" rx="2" fill="${b.tone(p.bag, -0.4, haze)}"/>`;
  const order =
    armsBehind && (p.pose === "hold" || p.pose === "sit")
      ? legs + arms + skirt + body
      : legs + skirt + body + arms;
  return (
    tail +
    order +
    (look === "front" ? neck : "") +
    head(b, p, j.head, skin, haze, look) +
    (look === "back" ? hairTail(b, p, j.head, haze, look) : "") +
    bag +
    (p.carry ?? "")
  );
}

function sideFigure(b: Brush, p: Person, haze: number, flip: number): string {
  const j = SIDE[p.pose ?? "stand"] ?? SIDE_STAND;
  const skin = SKIN[Math.floor(b.rnd() * SKIN.length)] ?? "#d9a37c";
  const top = p.top ?? "#f3f0e8";
  const bottom = p.cut === "aodai" ? "#f4f1ea" : (p.bottom ?? "#2f3850");
  const facing = b.cam.sunX * flip < 0 ? -0.12 : 0.06;
  const torso = limb(
    [
      [j.shoulder[0], j.shoulder[1] - 1],
      [(j.shoulder[0] + j.hip[0]) / 2 + 0.6, (j.shoulder[1] + j.hip[1]) / 2],
      j.hip,
    ],
    [6.2, 6, 6.6],
    b.round(top, haze, 1),
  );
  return (
    arm(b, j.shoulder, j.armB, p, skin, haze, -0.45) +
    leg(b, j.hip, j.legB, bottom, haze, -0.4, true) +
    leg(b, j.hip, j.legA, bottom, haze, facing, true) +
    drape(b, p, j, haze, bottom) +
    torso +
    trim(b, p, j, "right", haze) +
    (p.bag === undefined ? "" : oval(j.shoulder[0] - 8, j.shoulder[1] + 12, 5.5, 11, b.round(p.bag, haze))) +
    limb(
      [[j.shoulder[0] + 0.5, j.shoulder[1]], mid2(j.shoulder, j.head), j.head],
      [2.8, 2.6, 2.6],
      b.tone(skin, -0.35, haze),
    ) +
    head(b, p, j.head, skin, haze, "right") +
    hairTail(b, p, j.head, haze, "right") +
    arm(b, j.shoulder, j.armA, p, skin, haze, facing) +
    (p.carry ?? "")
  );
}

function arm(
  b: Brush,
  from: Pt,
  [elbow, hand]: readonly [Pt, Pt],
  p: Person,
  skin: string,
  haze: number,
  k: number,
): string {
  const sleeve = b.tone(p.top ?? "#f3f0e8", k, haze);
  const long = p.cut === "coat" || p.cut === "suit" || p.cut === "aodai";
  return (
    (long ? "" : limb([elbow, hand], [2, 1.6], b.tone(skin, k * 0.8, haze))) +
    limb(long ? [from, elbow, hand] : [from, elbow], long ? [3.4, 2.7, 2.1] : [3.4, 2.9], sleeve) +
    oval(hand[0], hand[1], 2.1, 2.1, b.tone(skin, k * 0.8, haze))
  );
}

function leg(
  b: Brush,
  hip: Pt,
  [knee, foot]: readonly [Pt, Pt],
  color: string,
  haze: number,
  k: number,
  side = false,
): string {
  const shoe = side
    ? oval(foot[0] + 2.6, foot[1] - 0.6, 4.6, 1.8, b.tone("#33302f", k, haze))
    : oval(foot[0], foot[1], 2.6, 2, b.tone("#33302f", k, haze));
  return shoe + limb([hip, knee, [foot[0], foot[1] - 1.5]], [5.2, 3.8, 2.9], b.tone(color, k, haze));
}

function limb(pts: readonly Pt[], widths: readonly number[], fill: string): string {
  const left: Pt[] = [];
  const right: Pt[] = [];
  pts.forEach((p, i) => {
    const prev = pts[i - 1] ?? p;
    const next = pts[i + 1] ?? p;
    const len = Math.hypot(next[0] - prev[0], next[1] - prev[1]) || 1;
    const [nx, ny] = [-(next[1] - prev[1]) / len, (next[0] - prev[0]) / len];
    const w = widths[i] ?? 3;
    left.push([p[0] + nx * w, p[1] + ny * w]);
    right.unshift([p[0] - nx * w, p[1] - ny * w]);
  });
  const first = pts[0] ?? [0, 0];
  const last = pts[pts.length - 1] ?? first;
  const [w0, w1] = [widths[0] ?? 3, widths[pts.length - 1] ?? 3];
  const cap = (p: Pt, w: number): string =>
    `M${n(p[0] - w)} ${n(p[1])}a${n(w)} ${n(w)} 0 1 0 ${n(2 * w)} 0a${n(w)} ${n(w)} 0 1 0 ${n(-2 * w)} 0Z`;
  return path(
    `M${[...left, ...right].map(xy).join("L")}Z${cap(first, w0 * 0.98)}${cap(last, w1 * 0.98)}`,
    fill,
    `stroke="${fill.startsWith("#") ? fill : "none"}" stroke-width="0.4" stroke-linejoin="round"`,
  );
}

function mid2(p: Pt, q: Pt): Pt {
  return [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2];
}

const SKIN = ["#d9a37c", "#cf9670", "#e0b08c", "#c58a63"];
