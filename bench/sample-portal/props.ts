/** Stalls, goods and festive things. */
import { type Brush, type Item, times } from "./core.ts";
import { box, patch, pole, shadow } from "./solids.ts";
import { type Pt, line, n, oval, path, poly, rect } from "./svg.ts";

/** A market stall with an awning, a counter and heaped goods. */
export function stall(
  b: Brush,
  x: number,
  z: number,
  w: number,
  awning: string,
  goods: readonly string[],
  second = "#f7f1e2",
): Item {
  const haze = b.haze(z);
  const back = [-1, 1]
    .map((s) => pole(b, [x + (s * w) / 2, 0, z + 1], [x + (s * w) / 2, 2.7, z + 1], 0.07, "#7a6a58").svg)
    .join("");
  const bench = box(b, { x, z, w: w * 0.94, d: 0.9, h: 0.8, color: "#a87a50", top: "#c9a070" }, (f) =>
    times(Math.round(f.w * 3), (i) =>
      line([f.at(i / (f.w * 3), 0), f.at(i / (f.w * 3), 1)], b.tone("#6a4a30", 0, haze), 1, 'opacity="0.4"'),
    ).join(""),
  ).svg;
  const heaps =
    goods.length === 0
      ? ""
      : times(Math.max(2, Math.round(w * 1.5)), (i) => {
          const k = Math.max(2, Math.round(w * 1.5));
          return heap(
            b,
            x - w * 0.44 + ((i + 0.5) * w * 0.88) / k,
            0.8,
            z - 0.1,
            (w * 0.42) / k,
            goods[i % goods.length] ?? "#e8a03a",
          );
        }).join("");
  const front = [-1, 1]
    .map((s) => pole(b, [x + (s * w) / 2, 0, z - 0.7], [x + (s * w) / 2, 2.35, z - 0.7], 0.07, "#8a7a66").svg)
    .join("");
  const strips = Math.round(w * 3);
  const roof = times(strips, (i) => {
    const [u, v] = [x - w * 0.55 + (i * w * 1.1) / strips, x - w * 0.55 + ((i + 1) * w * 1.1) / strips];
    const c = i % 2 === 0 ? awning : second;
    return (
      poly(
        [b.at(u, 2.85, z + 1), b.at(v, 2.85, z + 1), b.at(v, 2.3, z - 0.9), b.at(u, 2.3, z - 0.9)],
        b.tone(c, 0.05, haze),
      ) +
      path(
        `M${b
          .at(u, 2.3, z - 0.9)
          .map(n)
          .join(" ")}L${b
          .at(v, 2.3, z - 0.9)
          .map(n)
          .join(" ")}Q${b
          .at((u + v) / 2, 1.95, z - 0.9)
          .map(n)
          .join(" ")} ${b
          .at(u, 2.3, z - 0.9)
          .map(n)
          .join(" ")}Z`,
        b.tone(c, -0.2, haze),
      )
    );
  }).join("");
  return { z: z - 0.2, svg: shadow(b, x, z, w * 1.2, 2.4, 0.4).svg + back + bench + heaps + front + roof };
}

/** A heap of round goods on a height. */
export function heap(b: Brush, x: number, y: number, z: number, r: number, color: string): string {
  const [sx, sy] = b.at(x, y, z);
  const k = b.px(z) * r;
  const s = Math.max(1.6, k * 0.24);
  return times(26, (i) => {
    const t = i / 26;
    return oval(
      sx + b.range(-1, 1) * k * (1 - t * 0.75),
      sy - t * k * 0.95 - s * 0.4,
      s,
      s * 0.92,
      b.tone(color, b.range(-0.35, 0.4), b.haze(z)),
    );
  }).join("");
}

/** A basket of fruit. */
export function basket(b: Brush, x: number, z: number, r: number, color: string, y = 0): Item {
  const [sx, sy] = b.at(x, y, z);
  const k = b.px(z) * r;
  const weave = times(3, (i) =>
    line(
      [
        [sx - k * (0.82 + i * 0.05), sy - k * (0.25 + i * 0.25)],
        [sx + k * (0.82 + i * 0.05), sy - k * (0.25 + i * 0.25)],
      ],
      b.tone("#8a6336", 0, b.haze(z)),
      Math.max(0.8, k * 0.04),
      'opacity="0.7"',
    ),
  ).join("");
  return {
    z,
    svg:
      oval(sx, sy, k * 1.1, k * 0.16, b.light.shade, 'opacity="0.3"') +
      heap(b, x, y + r * 0.85, z, r * 0.85, color) +
      path(
        `M${n(sx - k)} ${n(sy - k * 0.95)}L${n(sx + k)} ${n(sy - k * 0.95)}L${n(sx + k * 0.75)} ${n(sy)}Q${n(sx)} ${n(sy + k * 0.12)} ${n(sx - k * 0.75)} ${n(sy)}Z`,
        b.round("#c49a5c", b.haze(z)),
      ) +
      weave,
  };
}

/** A string of pennants or lanterns between two points in space, sagging. */
export function garland(
  b: Brush,
  p: readonly [number, number, number],
  q: readonly [number, number, number],
  kind: "pennants" | "lanterns",
  count = 14,
): Item {
  const spot = (t: number): Pt =>
    b.at(
      p[0] + (q[0] - p[0]) * t,
      p[1] + (q[1] - p[1]) * t - 1.1 * Math.sin(Math.PI * t),
      p[2] + (q[2] - p[2]) * t,
    );
  const wire = line(
    times(20, (i) => spot(i / 19)),
    b.tone("#4a4440"),
    1.2,
    'opacity="0.8"',
  );
  const hung = times(count, (i) => {
    const t = (i + 0.5) / count;
    const z = p[2] + (q[2] - p[2]) * t;
    const [x, y] = spot(t);
    const s = b.px(z) * (kind === "lanterns" ? 0.3 : 0.24);
    const c = FESTIVE[i % FESTIVE.length] ?? "#e8483a";
    return kind === "lanterns"
      ? lantern(b, x, y + s * 1.1, s, c)
      : poly(
          [
            [x - s, y],
            [x + s, y],
            [x, y + s * 1.9],
          ],
          b.tone(c, b.range(-0.15, 0.2), b.haze(z)),
        );
  }).join("");
  return { z: Math.min(p[2], q[2]), svg: wire + hung };
}

/** A glowing silk lantern centred on a point of the picture. */
export function lantern(b: Brush, x: number, y: number, s: number, color: string): string {
  const lit = b.mood === "night";
  return (
    (lit
      ? oval(
          x,
          y,
          s * 3,
          s * 3,
          b.radial([
            [color, 0.5],
            [color, 0.15],
            [color, 0],
          ]),
        )
      : "") +
    rect(x - s * 0.35, y - s * 1.1, s * 0.7, s * 2.2, "#5a3a22") +
    oval(x, y, s, s * 0.9, lit ? b.radial(["#fff2c4", color, color]) : b.round(color)) +
    times(
      3,
      (i) =>
        `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(s * (0.25 + i * 0.3))}" ry="${n(s * 0.9)}" fill="none" stroke="#00000022" stroke-width="1"/>`,
    ).join("") +
    line(
      [
        [x, y + s * 1.1],
        [x, y + s * 1.9],
      ],
      "#e8b23a",
      Math.max(1, s * 0.14),
    )
  );
}

/** A bunch of balloons tied at a point in space. */
export function balloons(b: Brush, x: number, y: number, z: number, count = 9): Item {
  const [sx, sy] = b.at(x, y, z);
  const k = b.px(z);
  const list = times(count, (i) => {
    const [bx, by] = [sx + b.range(-0.8, 0.8) * k, sy - b.range(1.2, 2.6) * k];
    const c = FESTIVE[i % FESTIVE.length] ?? "#e8483a";
    const r = k * 0.24;
    return {
      by,
      svg:
        line(
          [
            [sx, sy],
            [bx, by],
          ],
          "#6a6a6a",
          0.8,
          'opacity="0.7"',
        ) +
        oval(bx, by, r, r * 1.2, b.radial([b.tone(c, 0.6), b.tone(c), b.tone(c, -0.25)])) +
        oval(bx - r * 0.35, by - r * 0.45, r * 0.18, r * 0.26, "#ffffff", 'opacity="0.55"'),
    };
  });
  return { z, svg: list.map((l) => l.svg).join("") };
}

/** A crate with goods showing above its edge. */
export function crate(
  b: Brush,
  x: number,
  y: number,
  z: number,
  w: number,
  color: string,
  goods?: string,
): Item {
  const full = goods === undefined ? "" : heap(b, x, y + w * 0.5, z, w * 0.5, goods);
  return {
    z: z - 0.1,
    svg:
      full +
      box(b, { x, z, y, w, d: w * 0.7, h: w * 0.55, color }, (f) =>
        times(3, (i) =>
          patch(f, 0.04, 0.12 + i * 0.3, 0.96, 0.2 + i * 0.3, b.tone(color, f.lit - 0.35), 'opacity="0.6"'),
        ).join(""),
      ).svg,
  };
}

const FESTIVE = ["#e8483a", "#f2b632", "#4fa3c9", "#6fb06a", "#e87aa0", "#f28a3a"];
