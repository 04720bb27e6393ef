/** Excavators, cranes, harvesters and aircraft. */
import { type Brush, type Item, times } from "./core.ts";
import { box, shadow } from "./solids.ts";
import { type Pt, group, line, n, oval, path, poly, rect } from "./svg.ts";

/** A tracked excavator reaching to the right (or left when `dir` is -1). */
export function excavator(b: Brush, x: number, z: number, dir = 1, color = "#f0b02a"): Item {
  const [sx, sy] = b.at(x, 0, z);
  const k = b.px(z);
  const t = (c: string, v = 0): string => b.tone(c, v, b.haze(z));
  const body =
    rect(-1.8, -0.85, 3.6, 0.85, t("#2f3134"), 'rx="0.42"') +
    times(6, (i) => oval(-1.4 + i * 0.56, -0.42, 0.22, 0.22, t("#5a5d60"))).join("") +
    rect(-1.7, -1.1, 3.2, 0.3, t("#4a4c4e")) +
    path("M-1.9 -1.1L-1.9 -2.1L-0.3 -2.2L-0.3 -1.1Z", b.linear([t(color, 0.25), t(color, -0.2)])) +
    path("M-0.3 -1.1L-0.3 -2.8L0.75 -2.8L1.15 -1.9L1.15 -1.1Z", t(color, 0.05)) +
    path("M-0.15 -1.9L-0.15 -2.65L0.65 -2.65L0.98 -1.9Z", t("#a9c6d6")) +
    path("M0.9 -1.5L2.3 -4.1L2.7 -4.1L1.4 -1.2Z", t(color, 0.1)) +
    path("M2.3 -4.2L2.75 -4.2L4.35 -2.3L4.05 -2.1Z", t(color, -0.1)) +
    line(
      [
        [1.4, -2.2],
        [2.2, -3.3],
      ],
      t("#c9ccd0"),
      0.1,
    ) +
    path("M3.9 -2.3L4.5 -2.3L4.4 -1.2Q3.8 -0.8 3.3 -1.2L3.6 -1.6Z", t("#4a4c4e"));
  return {
    z,
    svg:
      shadow(b, x, z, 4.6, 2, 0.6).svg +
      group(body, `transform="translate(${n(sx)} ${n(sy)}) scale(${n(k * dir)} ${n(k)})"`),
  };
}

/** A tower crane (lattice mast, jib) or, at the quay, the same with a wide foot. */
export function crane(b: Brush, x: number, z: number, high: number, dir = 1, color = "#e8a92f"): Item {
  const haze = b.haze(z);
  const t = b.tone(color, 0, haze);
  const w = high * 0.022;
  const lattice = (p: Pt, q: Pt, c: Pt, d: Pt, count: number): string =>
    line([p, q], t, Math.max(1.2, b.px(z) * 0.16)) +
    line([c, d], t, Math.max(1.2, b.px(z) * 0.16)) +
    line(
      times(count, (i): Pt => {
        const u = i / (count - 1);
        return i % 2 === 0
          ? [p[0] + (q[0] - p[0]) * u, p[1] + (q[1] - p[1]) * u]
          : [c[0] + (d[0] - c[0]) * u, c[1] + (d[1] - c[1]) * u];
      }),
      t,
      Math.max(0.7, b.px(z) * 0.08),
    );
  const mast = lattice(b.at(x - w, 0, z), b.at(x - w, high, z), b.at(x + w, 0, z), b.at(x + w, high, z), 22);
  const jib = lattice(
    b.at(x - dir * high * 0.2, high * 0.9, z),
    b.at(x + dir * high * 0.72, high * 0.9, z),
    b.at(x - dir * high * 0.2, high * 0.93, z),
    b.at(x + dir * high * 0.72, high * 0.915, z),
    26,
  );
  const stays =
    line([b.at(x, high, z), b.at(x + dir * high * 0.5, high * 0.92, z)], t, 1.2) +
    line([b.at(x, high, z), b.at(x - dir * high * 0.19, high * 0.92, z)], t, 1.2);
  const weight = box(b, {
    x: x - dir * high * 0.17,
    z,
    w: high * 0.07,
    d: 1,
    y: high * 0.85,
    h: high * 0.06,
    color: "#8f9296",
  }).svg;
  const cab = box(b, {
    x: x + dir * w * 2,
    z,
    w: w * 2.4,
    d: 1,
    y: high * 0.85,
    h: w * 2.2,
    color: "#f0efe8",
  }).svg;
  const hook =
    line(
      [b.at(x + dir * high * 0.5, high * 0.9, z), b.at(x + dir * high * 0.5, high * 0.55, z)],
      b.tone("#3a3d42", 0, haze),
      1.1,
    ) +
    box(b, {
      x: x + dir * high * 0.5,
      z,
      w: high * 0.06,
      d: 1,
      y: high * 0.52,
      h: high * 0.025,
      color: "#9a6a4a",
    }).svg;
  return { z, svg: mast + jib + stays + weight + cab + hook };
}

/** A combine harvester driving right. */
export function harvester(b: Brush, x: number, z: number, color = "#c8382c"): Item {
  const [sx, sy] = b.at(x, 0, z);
  const t = (c: string, v = 0): string => b.tone(c, v, b.haze(z));
  const body =
    rect(-2.2, -0.8, 3.4, 0.78, t("#2d2f32"), 'rx="0.38"') +
    times(5, (i) => oval(-1.8 + i * 0.65, -0.4, 0.24, 0.24, t("#66696c"))).join("") +
    path("M-2.6 -0.8L-2.7 -2.3L-1.6 -2.6L0.2 -2.6L0.4 -0.8Z", b.linear([t(color, 0.25), t(color, -0.3)])) +
    rect(-2.3, -2, 1.7, 0.16, t("#f4efe2")) +
    path("M0.1 -0.9L0.1 -3L1.35 -3L1.6 -1.9L1.5 -0.9Z", t(color, 0.08)) +
    path("M0.28 -1.8L0.28 -2.8L1.22 -2.8L1.42 -1.8Z", t("#b9d2de")) +
    path("M1.3 -1.2L3 -0.75L3 -0.4L1.3 -0.7Z", t("#5a5d60")) +
    path("M2.7 -0.9L4.2 -0.15L2.6 -0.1Z", t(color, -0.1)) +
    times(8, (i) =>
      line(
        [
          [3.35, -0.85],
          [3.35 + Math.cos(i * 0.785) * 0.62, -0.85 + Math.sin(i * 0.785) * 0.62],
        ],
        t("#e8c23a"),
        0.06,
      ),
    ).join("") +
    `<circle cx="3.35" cy="-0.85" r="0.62" fill="none" stroke="${t("#e8c23a")}" stroke-width="0.07"/>` +
    line(
      [
        [-1.4, -2.6],
        [-2.9, -3.5],
        [-3.6, -3.3],
      ],
      t("#d8b23a"),
      0.22,
    );
  return {
    z,
    svg:
      shadow(b, x, z, 7, 2.2, 0.55).svg +
      group(body, `transform="translate(${n(sx)} ${n(sy)}) scale(${n(b.px(z))})"`),
  };
}

/** An airliner climbing to the right, centred on a point of the picture. */
export function plane(b: Brush, x: number, y: number, size: number): string {
  const white = b.linear([b.tone("#ffffff", 0.2), b.tone("#e9eef2"), b.tone("#9fb0bf", -0.2)]);
  const body =
    path("M-50 2Q-47 -4 -36 -5L34 -6Q48 -5 52 0Q48 4.5 34 5L-30 5Q-44 5 -50 2Z", white) +
    path("M-48 0L-56 -17L-49 -17L-34 -4Z", b.linear([b.tone("#c8382c"), b.tone("#a02a24")])) +
    path("M-44 2L-55 6L-50 7L-36 4Z", b.tone("#b9c4cc")) +
    path("M2 2L-20 21L-13 21L20 3Z", b.linear([b.tone("#dfe6ea"), b.tone("#9aaab6")])) +
    rect(1, 6, 11, 4.6, b.tone("#8d9aa4"), 'rx="2.2"') +
    times(17, (i) => rect(-28 + i * 3.6, -2.6, 1.5, 1.7, b.tone("#4a6a80"), 'rx="0.5"')).join("") +
    path("M44 -3.8L49 -1.6L44 -1.6Z", b.tone("#35506a")) +
    line(
      [
        [-44, 1.4],
        [48, 0.8],
      ],
      b.tone("#c8382c"),
      0.8,
    );
  return group(body, `transform="translate(${n(x)} ${n(y)}) rotate(-14) scale(${n(size / 50)})"`);
}

/** A spraying drone with a fine cone of spray. */
export function drone(b: Brush, x: number, y: number, size: number): string {
  const spray = [-26, 26]
    .map((dx) =>
      poly(
        [
          [dx - 2, 14],
          [dx + 2, 14],
          [dx + 34, 92],
          [dx - 34, 92],
        ],
        b.linear([
          ["#ffffff", 0.6],
          ["#ffffff", 0.25],
          ["#ffffff", 0],
        ]),
      ),
    )
    .join("");
  const arms =
    line(
      [
        [-62, -8],
        [0, 0],
        [62, -8],
      ],
      b.tone("#33373c"),
      4,
    ) +
    line(
      [
        [-40, -16],
        [0, -4],
        [40, -16],
      ],
      b.tone("#55595e"),
      3,
    );
  const rotors = [
    [-62, -15],
    [62, -15],
    [-40, -22],
    [40, -22],
  ]
    .map(
      ([rx = 0, ry = 0]) =>
        oval(rx, ry, 27, 2.6, "#dfe6ea", 'opacity="0.65"') + rect(rx - 2, ry, 4, 8, b.tone("#2a2d30")),
    )
    .join("");
  const body =
    rect(-17, -12, 34, 16, b.round("#e9ecea"), 'rx="6"') +
    rect(-14, 2, 28, 13, b.round("#f2c23a"), 'rx="4"') +
    line(
      [
        [-15, 12],
        [-27, 30],
      ],
      b.tone("#33373c"),
      2.6,
    ) +
    line(
      [
        [15, 12],
        [27, 30],
      ],
      b.tone("#33373c"),
      2.6,
    ) +
    line(
      [
        [-36, 30],
        [-18, 30],
      ],
      b.tone("#33373c"),
      2.6,
    ) +
    line(
      [
        [18, 30],
        [36, 30],
      ],
      b.tone("#33373c"),
      2.6,
    );
  return group(spray + arms + rotors + body, `transform="translate(${n(x)} ${n(y)}) scale(${n(size / 60)})"`);
}
