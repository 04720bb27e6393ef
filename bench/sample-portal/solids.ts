/** Bodies in space: ground polygons, boxes and extruded profiles under the brush's camera. */
import { type Brush, type Item } from "./core.ts";
import { type Pt, line, oval, poly } from "./svg.ts";

/** One visible flat side of a body; `at` takes fractions from its top left (0,0) to bottom right (1,1). */
export interface Face {
  readonly at: (u: number, v: number) => Pt;
  readonly lit: number;
  readonly w: number;
  readonly h: number;
  readonly z: number;
}

/** Names of a box's upright sides. */
export type Side = "front" | "right" | "back" | "left";

/** A box standing on `y`, centred on x and z, turned by `rot` degrees. */
export interface Box {
  readonly x: number;
  readonly z: number;
  readonly w: number;
  readonly d: number;
  readonly h: number;
  readonly y?: number;
  readonly rot?: number;
  readonly color: string;
  readonly top?: string;
}

/** Paints a box; `decorate` adds windows or goods onto each visible side. */
export function box(b: Brush, s: Box, decorate?: (face: Face, side: Side) => string): Item {
  const corner = corners(s);
  const y = s.y ?? 0;
  const haze = b.haze(s.z);
  const names: readonly Side[] = ["front", "right", "back", "left"];
  const sides = names
    .map((side, i) => {
      const p = corner[i] ?? [0, 0];
      const q = corner[(i + 1) % 4] ?? [0, 0];
      const nx = q[1] - p[1];
      const nz = -(q[0] - p[0]);
      const toCam = nx * (b.cam.x - (p[0] + q[0]) / 2) + nz * (0 - (p[1] + q[1]) / 2);
      const len = Math.hypot(nx, nz) || 1;
      return { side, p, q, toCam, lit: litOf(b, nx / len, nz / len), w: len };
    })
    .filter((f) => f.toCam > 0);
  const body = sides
    .map((f) => {
      const face: Face = {
        at: (u, v) => b.at(f.p[0] + (f.q[0] - f.p[0]) * u, y + s.h * (1 - v), f.p[1] + (f.q[1] - f.p[1]) * u),
        lit: f.lit,
        w: f.w,
        h: s.h,
        z: s.z,
      };
      const fill = b.linear([b.tone(s.color, f.lit + 0.08, haze), b.tone(s.color, f.lit - 0.14, haze)]);
      return patch(face, 0, 0, 1, 1, fill) + (decorate?.(face, f.side) ?? "");
    })
    .join("");
  const lid =
    b.cam.height > y + s.h
      ? poly(
          corner.map((c) => b.at(c[0], y + s.h, c[1])),
          b.tone(s.top ?? s.color, 0.3, haze),
        )
      : "";
  return { z: s.z, svg: body + lid };
}

/** Paints a part of a face between fractions u0,v0 and u1,v1. */
export function patch(
  f: Face,
  u0: number,
  v0: number,
  u1: number,
  v1: number,
  fill: string,
  extra = "",
): string {
  return poly([f.at(u0, v0), f.at(u1, v0), f.at(u1, v1), f.at(u0, v1)], fill, extra);
}

/** A side profile of (length, height) points, clockwise, pulled to a width across. */
export interface Prism {
  readonly x: number;
  readonly z: number;
  readonly y?: number;
  readonly rot: number;
  readonly width: number;
  readonly profile: readonly Pt[];
  readonly color: string;
}

/** What a prism offers for details: a point on its near side, and each visible edge's face. */
export interface PrismView {
  readonly side: (l: number, h: number) => Pt;
  readonly face: (edge: number) => Face | undefined;
  readonly lit: number;
  readonly haze: number;
}

/** Paints an extruded profile (vehicle bodies, roofs, hulls); `decorate` adds details on top. */
export function prism(b: Brush, s: Prism, decorate?: (view: PrismView) => string): Item {
  const turn = (s.rot * Math.PI) / 180;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const y = s.y ?? 0;
  const haze = b.haze(s.z);
  const space = (l: number, h: number, c: number): Pt =>
    b.at(s.x + l * cos - c * sin, y + h, s.z + l * sin + c * cos);
  const near = sin * (b.cam.x - s.x) + cos * s.z > 0 ? -1 : 1;
  const sideLit = litOf(b, -near * -sin * 1, near * cos);
  const faces = new Map<number, Face>();
  const edges = s.profile.map((p, i) => {
    const q = s.profile[(i + 1) % s.profile.length] ?? p;
    const len = Math.hypot(q[0] - p[0], q[1] - p[1]) || 1;
    const nl = -(q[1] - p[1]) / len;
    const nh = (q[0] - p[0]) / len;
    const ml = (p[0] + q[0]) / 2;
    const mx = s.x + ml * cos;
    const mz = s.z + ml * sin;
    const seen = nl * cos * (b.cam.x - mx) + nh * (b.cam.height - y - (p[1] + q[1]) / 2) - nl * sin * mz;
    const flip = nl < 0 ? near : -near;
    const up = Math.abs(nh) > 0.8;
    const lit = up ? 0.4 : litOf(b, nl * cos, nl * sin) + nh * 0.25;
    const [hi, lo] = p[1] >= q[1] ? [p, q] : [q, p];
    const face: Face = {
      at: (u, v) =>
        space(hi[0] + (lo[0] - hi[0]) * v, hi[1] + (lo[1] - hi[1]) * v, flip * (u - 0.5) * s.width),
      lit,
      w: s.width,
      h: len,
      z: mz,
    };
    if (seen > 0) faces.set(i, face);
    return { seen, z: mz, svg: seen > 0 ? patch(face, 0, 0, 1, 1, b.tone(s.color, lit, haze)) : "" };
  });
  edges.sort((p, q) => q.z - p.z);
  const side = (l: number, h: number): Pt => space(l, h, (near * s.width) / 2);
  const flank = poly(
    s.profile.map((p) => side(p[0], p[1])),
    b.linear([b.tone(s.color, sideLit + 0.15, haze), b.tone(s.color, sideLit - 0.2, haze)]),
  );
  const details = decorate?.({ side, face: (i) => faces.get(i), lit: sideLit, haze }) ?? "";
  return { z: s.z, svg: edges.map((e) => e.svg).join("") + flank + details };
}

/** A polygon lying on the ground, given as (x, z) points. */
export function floor(b: Brush, pts: readonly Pt[], fill: string, y = 0, extra = ""): string {
  return poly(
    pts.map((p) => b.at(p[0], y, p[1])),
    fill,
    extra,
  );
}

/** A rectangle lying on the ground. */
export function slab(b: Brush, x0: number, z0: number, x1: number, z1: number, fill: string, y = 0): string {
  return floor(
    b,
    [
      [x0, z0],
      [x1, z0],
      [x1, z1],
      [x0, z1],
    ],
    fill,
    y,
  );
}

/** A straight pole between two points in space. */
export function pole(
  b: Brush,
  p: readonly [number, number, number],
  q: readonly [number, number, number],
  thick: number,
  color: string,
): Item {
  const z = (p[2] + q[2]) / 2;
  const haze = b.haze(z);
  const w = Math.max(0.8, thick * b.px(z));
  const pts = [b.at(...p), b.at(...q)];
  return {
    z,
    svg:
      line(pts, b.tone(color, -0.1, haze), w) +
      line(
        pts.map((a): Pt => [a[0] + w * 0.22 * b.cam.sunX, a[1]]),
        b.tone(color, 0.45, haze),
        w * 0.35,
      ),
  };
}

/** Soft shadow on the ground under something `w` wide and `d` deep. */
export function shadow(b: Brush, x: number, z: number, w: number, d: number, strength = 0.35): Item {
  const c = b.at(x - b.cam.sunX * w * 0.12, 0, z);
  const near = b.at(x, 0, Math.max(0.8, z - d / 2))[1];
  const far = b.at(x, 0, z + d / 2)[1];
  const fill = b.radial([
    [b.light.shade, strength],
    [b.light.shade, strength * 0.75],
    [b.light.shade, 0],
  ]);
  return {
    z: z + 0.02,
    svg: oval(c[0], (near + far) / 2, (w / 2) * b.px(z) * 1.25, Math.max(2, ((near - far) / 2) * 1.3), fill),
  };
}

/** How much sun falls on a side facing (nx, nz): -1 to 1. */
export function litOf(b: Brush, nx: number, nz: number): number {
  return Math.max(-0.75, Math.min(0.5, (nx * b.cam.sunX * 0.75 - nz * 0.35) * 0.8));
}

function corners(s: Box): Pt[] {
  const turn = ((s.rot ?? 0) * Math.PI) / 180;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const local: readonly Pt[] = [
    [-s.w / 2, -s.d / 2],
    [s.w / 2, -s.d / 2],
    [s.w / 2, s.d / 2],
    [-s.w / 2, s.d / 2],
  ];
  return local.map(([lx, lz]): Pt => [s.x + lx * cos - lz * sin, s.z + lx * sin + lz * cos]);
}
