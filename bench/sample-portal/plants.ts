/** Trees and shrubs, each standing on the ground at (x, z). */
import { type Brush, type Item, times } from "./core.ts";
import { foliage, foliageSpray } from "./foliage.ts";
import { type Pt, group, line, n, oval, path, xy } from "./svg.ts";

/** Kinds of tree the painter knows. */
export type TreeKind = "round" | "palm" | "bamboo" | "banyan" | "flame" | "acacia" | "young" | "banana";

/** A tree of a kind and a height in metres. */
export function tree(b: Brush, kind: TreeKind, x: number, z: number, high: number, y = 0): Item {
  const [sx, sy] = b.at(x, y, z);
  const px = high * b.px(z);
  const haze = b.haze(z);
  const shade = oval(
    sx - b.cam.sunX * px * 0.1,
    sy,
    px * 0.3,
    Math.max(1.5, px * 0.035),
    b.radial([
      [b.light.shade, 0.5],
      [b.light.shade, 0.3],
      [b.light.shade, 0],
    ]),
  );
  return { z, svg: shade + PAINTERS[kind](b, sx, sy, px, haze) };
}

/** A distant treeline along a height of the picture, with palms standing out. */
export function treeline(
  b: Brush,
  y: number,
  high: number,
  haze: number,
  color = "#3c6a44",
  palms = 8,
): string {
  const body = times(46, (i) => {
    const x = (i / 45) * 1640 - 20 + b.range(-14, 14);
    const h = high * b.range(0.5, 1);
    return oval(
      x,
      y - h * 0.35,
      high * b.range(0.7, 1.3),
      h * 0.75,
      b.tone(color, b.range(-0.4, 0.15), haze),
    );
  }).join("");
  const tops = times(palms, () => palm(b, b.range(0, 1600), y, high * b.range(1.6, 2.4), haze)).join("");
  const floor = `<rect x="-10" y="${n(y - high * 0.3)}" width="1620" height="${n(high * 0.3)}" fill="${b.tone(color, -0.4, haze)}"/>`;
  return tops + group(body + floor, `filter="${b.rough(0.06, 14)}"`);
}

type Painter = (b: Brush, x: number, y: number, h: number, haze: number) => string;

function trunk(
  b: Brush,
  x: number,
  y: number,
  h: number,
  w: number,
  color: string,
  haze: number,
  bend = 0,
): string {
  const d = `M${xy([x - w * 0.75, y])}Q${xy([x - w * 0.4 + bend * 0.3, y - h * 0.5])} ${xy([x - w * 0.3 + bend, y - h])}L${xy([x + w * 0.3 + bend, y - h])}Q${xy([x + w * 0.45 + bend * 0.3, y - h * 0.5])} ${xy([x + w * 0.8, y])}Z`;
  return path(d, b.round(color, haze));
}

const round: Painter = (b, x, y, h, haze) =>
  trunk(b, x, y, h * 0.5, h * 0.045, "#6b513c", haze, h * 0.01) +
  foliage(
    b,
    x + h * 0.02,
    y - h * 0.64,
    h * b.range(0.3, 0.38),
    h * 0.34,
    b.pick(["#4a7c3f", "#3f7045", "#5a8a42"]),
    haze,
  );

function palm(b: Brush, x: number, y: number, h: number, haze: number): string {
  const bend = b.range(-0.16, 0.16) * h;
  const [tx, ty] = [x + bend, y - h * 0.8];
  const frond = (angle: number, far: boolean): string => {
    const long = h * b.range(0.3, 0.38);
    const end: Pt = [tx + Math.cos(angle) * long, ty - Math.sin(angle) * long * 0.8 + long * 0.42];
    const ctrl: Pt = [tx + Math.cos(angle) * long * 0.55, ty - Math.sin(angle) * long * 0.9 - long * 0.16];
    const k = far ? -0.55 : Math.cos(angle) * b.cam.sunX * 0.3 + Math.sin(angle) * 0.3;
    const leaves = times(h > 60 ? 26 : 11, (i) => {
      const t = 0.12 + (i / (h > 60 ? 26 : 11)) * 0.88;
      const q = quad([tx, ty], ctrl, end, t);
      const l = long * 0.3 * Math.sin(Math.min(1, t * 1.15) * 2.7 + 0.3);
      const side = Math.cos(angle) >= 0 ? 1 : -1;
      return `M${xy(q)}l${n(l * 0.3 * side)} ${n(l)}M${xy(q)}l${n(l * 0.75 * side)} ${n(l * 0.22)}`;
    }).join("");
    const w = Math.max(0.7, h * 0.0062);
    return `<path d="M${xy([tx, ty])}Q${xy(ctrl)} ${xy(end)}${leaves}" fill="none" stroke="${b.tone("#4d7f3c", k, haze)}" stroke-width="${n(w)}" stroke-linecap="round"/>`;
  };
  const back = times(6, (i) => frond(0.2 + (i / 5) * 2.75 + b.range(-0.15, 0.15), true)).join("");
  const front = times(9, (i) => frond(-0.55 + (i / 8) * 4.2 + b.range(-0.12, 0.12), false)).join("");
  const nuts =
    h > 90
      ? times(4, () =>
          oval(tx + b.range(-0.03, 0.03) * h, ty + h * 0.022, h * 0.016, h * 0.019, b.round("#8a8a3c", haze)),
        ).join("")
      : "";
  return back + trunk(b, x, y, h * 0.81, h * 0.026, "#8a7258", haze, bend) + nuts + front;
}

const bamboo: Painter = (b, x, y, h, haze) => {
  const stalks = times(11, (i) => {
    const lean = ((i - 5) / 5) * h * 0.3 + b.range(-0.06, 0.06) * h;
    const tall = h * b.range(0.75, 1.02);
    const root = x + (i - 5) * h * 0.016;
    const tip: Pt = [root + lean, y - tall * 0.92];
    const ctrl: Pt = [root + lean * 0.12, y - tall * 0.75];
    const stem = `<path d="M${xy([root, y])}Q${xy(ctrl)} ${xy(tip)}" fill="none" stroke="${b.tone(i % 2 === 0 ? "#7d9a48" : "#668a40", -0.15, haze)}" stroke-width="${n(Math.max(1, h * 0.011))}"/>`;
    const leaves = times(15, (j) => {
      const q = quad([root, y], ctrl, tip, 0.34 + (j / 15) * 0.66);
      return foliageSpray(b, q, h * 0.075, haze);
    }).join("");
    return stem + leaves;
  });
  return stalks.join("");
};

const banyan: Painter = (b, x, y, h, haze) => {
  const limbs = times(5, (i) =>
    line(
      [
        [x + (i - 2) * h * 0.02, y - h * 0.28],
        [x + (i - 2) * h * 0.17, y - h * 0.62],
      ],
      b.tone("#6a5a4a", -0.35, haze),
      h * 0.035,
    ),
  ).join("");
  const roots = times(9, (i) =>
    line(
      [
        [x + (i - 4) * h * 0.055 + b.range(-3, 3), y - h * 0.45],
        [x + (i - 4) * h * 0.04, y],
      ],
      b.tone("#7d6a56", b.range(-0.5, 0.1), haze),
      Math.max(1, h * 0.008),
    ),
  ).join("");
  const crown: readonly Pt[] = [
    [-0.36, -0.6],
    [0.38, -0.58],
    [-0.16, -0.74],
    [0.2, -0.76],
    [0, -0.6],
  ];
  return (
    limbs +
    trunk(b, x, y, h * 0.5, h * 0.095, "#75624f", haze) +
    roots +
    crown.map(([u, v]) => foliage(b, x + u * h, y + v * h, h * 0.27, h * 0.2, "#40703c", haze)).join("")
  );
};

const flame: Painter = (b, x, y, h, haze) => {
  const limbs = times(5, (i) =>
    line(
      [
        [x, y - h * 0.3],
        [x + (i - 2) * h * 0.17, y - h * (0.66 - Math.abs(i - 2) * 0.04)],
      ],
      b.tone("#7a6350", -0.3, haze),
      h * 0.022,
    ),
  ).join("");
  const crown: readonly Pt[] = [
    [-0.32, -0.62],
    [0.32, -0.62],
    [0, -0.7],
    [-0.15, -0.78],
    [0.17, -0.77],
  ];
  return (
    trunk(b, x, y, h * 0.5, h * 0.05, "#7a6350", haze) +
    limbs +
    crown
      .map(([u, v]) => foliage(b, x + u * h, y + v * h, h * 0.23, h * 0.13, "#4f7a3a", haze, "#e2452b"))
      .join("")
  );
};

const acacia: Painter = (b, x, y, h, haze) =>
  trunk(b, x, y, h * 0.82, h * 0.028, "#8d7a64", haze, h * 0.006) +
  foliage(b, x, y - h * 0.72, h * 0.12, h * 0.2, "#4d7d45", haze) +
  foliage(b, x + h * 0.01, y - h * 0.88, h * 0.09, h * 0.13, "#5b8c4a", haze);

const young: Painter = (b, x, y, h, haze) =>
  trunk(b, x, y, h * 0.55, h * 0.022, "#8a7058", haze) +
  line(
    [
      [x + h * 0.05, y],
      [x + h * 0.05, y - h * 0.42],
    ],
    b.tone("#c7ab78", 0, haze),
    Math.max(0.8, h * 0.014),
  ) +
  foliage(b, x, y - h * 0.7, h * 0.19, h * 0.27, "#6a9c48", haze);

const banana: Painter = (b, x, y, h, haze) =>
  trunk(b, x, y, h * 0.5, h * 0.06, "#8ea05a", haze) +
  times(9, (i) => {
    const a = 0.1 + (i / 8) * 2.95;
    const l = h * b.range(0.42, 0.55);
    const end: Pt = [
      x + Math.cos(a) * l * 0.95,
      y - h * 0.5 - Math.sin(a) * l + l * 0.3 * Math.abs(Math.cos(a)),
    ];
    const c: Pt = [x + Math.cos(a) * l * 0.4, y - h * 0.5 - Math.sin(a) * l - l * 0.12];
    const w = h * 0.075;
    return path(
      `M${xy([x, y - h * 0.48])}Q${xy([c[0] - w, c[1] - w * 0.6])} ${xy(end)}Q${xy([c[0] + w, c[1] + w])} ${xy([x, y - h * 0.48])}Z`,
      b.tone("#6fa040", Math.cos(a) * b.cam.sunX * 0.4 + b.range(-0.35, 0.15), haze),
    );
  }).join("");

function quad(p: Pt, c: Pt, q: Pt, t: number): Pt {
  const u = 1 - t;
  return [u * u * p[0] + 2 * u * t * c[0] + t * t * q[0], u * u * p[1] + 2 * u * t * c[1] + t * t * q[1]];
}

const PAINTERS: Readonly<Record<TreeKind, Painter>> = {
  round,
  palm,
  bamboo,
  banyan,
  flame,
  acacia,
  young,
  banana,
};
