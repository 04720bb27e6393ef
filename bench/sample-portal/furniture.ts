/** Tables, chairs, counters, shelves and what stands on them. */
import { type Brush, type Item, times } from "./core.ts";
import { box, patch } from "./solids.ts";
import { n, path, rect } from "./svg.ts";

/** A table with a plain front. */
export function table(
  b: Brush,
  x: number,
  z: number,
  w: number,
  d = 0.7,
  color = "#a8764a",
  cloth = false,
  h = 0.76,
): Item {
  if (cloth)
    return box(b, { x, z, w, d, h, color, top: color }, (f) =>
      times(Math.max(2, Math.round(f.w * 2.5)), (i) =>
        patch(f, i / (f.w * 2.5), 0, (i + 0.4) / (f.w * 2.5), 1, b.light.shade, 'opacity="0.07"'),
      ).join(""),
    );
  const legs = [-1, 1]
    .flatMap((sx) =>
      [1, -1].map(
        (sz) =>
          box(b, {
            x: x + (sx * (w - 0.12)) / 2,
            z: z + (sz * (d - 0.1)) / 2,
            w: 0.07,
            d: 0.07,
            h: h - 0.05,
            color: "#5a4636",
          }).svg,
      ),
    )
    .join("");
  return { z, svg: legs + box(b, { x, z, w, d, y: h - 0.06, h: 0.06, color, top: color }).svg };
}

/** A chair seen from behind (`facing` -1 turns it towards the viewer). */
export function chair(b: Brush, x: number, z: number, color = "#9a5a3a", facing = 1): Item {
  const legs = [-0.2, 0.2]
    .flatMap((dx) =>
      [-0.2, 0.2].map(
        (dz) => box(b, { x: x + dx, z: z + dz, w: 0.05, d: 0.05, h: 0.45, color: "#4a4038" }).svg,
      ),
    )
    .join("");
  const seat = box(b, { x, z, w: 0.5, d: 0.5, y: 0.43, h: 0.06, color }).svg;
  const back = box(b, { x, z: z - 0.24 * facing, w: 0.5, d: 0.06, y: 0.47, h: 0.4, color }, (f) =>
    patch(f, 0.12, 0.12, 0.88, 0.8, b.tone(color, f.lit + 0.15)),
  ).svg;
  return { z: z - 0.3 * facing, svg: facing > 0 ? legs + seat + back : back + legs + seat };
}

/** A chair seen from the side; its back stands at `dir` -1 left or 1 right of the seat. */
export function sideChair(b: Brush, x: number, z: number, dir: number, color = "#7a4a34"): Item {
  const legs = [-0.2, 0.2]
    .map((dx) => box(b, { x: x + dx, z, w: 0.06, d: 0.3, h: 0.44, color: "#4a4038" }).svg)
    .join("");
  return {
    z: z + 0.05,
    svg:
      legs +
      box(b, { x, z, w: 0.5, d: 0.42, y: 0.42, h: 0.06, color }).svg +
      box(b, { x: x + dir * 0.26, z, w: 0.07, d: 0.42, y: 0.44, h: 0.48, color }).svg,
  };
}

/** A long public counter with panels and a lit top edge. */
export function counter(b: Brush, x: number, z: number, w: number, color = "#b98a5a", h = 1.08): Item {
  const body = box(
    b,
    { x, z, w, d: 0.8, h, color, top: "#f0e6d2" },
    (f) =>
      times(Math.max(1, Math.round(f.w / 1.3)), (i) => {
        const k = Math.max(1, Math.round(f.w / 1.3));
        return (
          patch(f, (i + 0.08) / k, 0.16, (i + 0.92) / k, 0.86, b.tone(color, f.lit + 0.2)) +
          patch(f, (i + 0.08) / k, 0.84, (i + 0.92) / k, 0.86, b.tone(color, f.lit - 0.4))
        );
      }).join("") + patch(f, 0, 0.93, 1, 1, b.tone("#5a4636")),
  );
  const [p, q] = [b.at(x - w / 2 - 0.05, h + 0.05, z - 0.45), b.at(x + w / 2 + 0.05, h, z - 0.45)];
  return {
    z: z - 0.4,
    svg: body.svg + rect(p[0], p[1], q[0] - p[0], Math.max(3, q[1] - p[1]), b.tone("#f7efe0", 0.2)),
  };
}

/** A bookcase or goods shelf full of coloured spines. */
export function shelf(
  b: Brush,
  x: number,
  z: number,
  w: number,
  h: number,
  rot = 0,
  levels = 5,
  wood = "#8a5f3f",
  colors: readonly string[] = SPINES,
): Item {
  return box(b, { x, z, w, d: 0.4, h, rot, color: wood }, (f) =>
    f.w < 0.6
      ? ""
      : times(levels, (i) => {
          const [v0, v1] = [0.03 + (i / levels) * 0.95, 0.03 + ((i + 0.86) / levels) * 0.95];
          const inside = patch(f, 0.03, v0, 0.97, v1, b.tone("#3a2a20", -0.2));
          const books: string[] = [];
          for (let u = 0.04; u < 0.94;) {
            const t = (b.range(0.035, 0.085) / f.w) * 1.1;
            if (b.rnd() < 0.93)
              books.push(
                patch(
                  f,
                  u,
                  v0 + (v1 - v0) * b.range(0.08, 0.3),
                  Math.min(0.96, u + t),
                  v1,
                  b.tone(b.pick(colors), f.lit * 0.6 + b.range(-0.15, 0.15)),
                ),
              );
            u += t * 1.06;
          }
          return inside + books.join("");
        }).join(""),
  );
}

/** A laptop or desk monitor standing on a table, seen from behind or front. */
export function laptop(b: Brush, x: number, y: number, z: number, front = false, w = 0.36): Item {
  const [p, q] = [b.at(x - w / 2, y + w * 0.66, z), b.at(x + w / 2, y, z)];
  return {
    z,
    svg:
      rect(p[0], p[1], q[0] - p[0], q[1] - p[1], b.tone("#2b3038"), 'rx="2"') +
      (front
        ? rect(p[0] + 2, p[1] + 2, q[0] - p[0] - 4, q[1] - p[1] - 4, b.linear(["#d6ecf5", "#8fbcd6"]))
        : rect(p[0] + 1, p[1] + 1, q[0] - p[0] - 2, q[1] - p[1] - 2, b.round("#aeb6bd"), 'rx="2"')),
  };
}

/** Potted plant. */
export function potPlant(b: Brush, x: number, z: number, h = 1.3): Item {
  const pot = box(b, { x, z, w: 0.4, d: 0.4, h: h * 0.32, color: "#c9774f" }).svg;
  const [sx, sy] = b.at(x, h * 0.32, z);
  const s = h * b.px(z);
  const leaves = times(13, (i) => {
    const a = 0.25 + (i / 12) * 2.65;
    const l = s * b.range(0.45, 0.7);
    return path(
      `M${n(sx)} ${n(sy)}Q${n(sx + Math.cos(a) * l * 0.3 - l * 0.1)} ${n(sy - Math.sin(a) * l * 0.8)} ${n(sx + Math.cos(a) * l)} ${n(sy - Math.sin(a) * l)}Q${n(sx + Math.cos(a) * l * 0.5 + l * 0.1)} ${n(sy - Math.sin(a) * l * 0.4)} ${n(sx)} ${n(sy)}Z`,
      b.tone("#4f8a4a", b.range(-0.45, 0.35)),
    );
  }).join("");
  return { z, svg: pot + leaves };
}

const SPINES = [
  "#b5473a",
  "#3f6f8a",
  "#e0b35a",
  "#5f8a5f",
  "#e8dcc4",
  "#7a5a7f",
  "#c97f4a",
  "#2f4a5f",
  "#d9c9a8",
  "#8a3f3f",
];
