/** Sky, hills, mist, ground and grass. */
import { type Brush, times } from "./core.ts";
import { blend } from "./light.ts";
import { H, type Pt, W, group, n, oval, path, poly, rect } from "./svg.ts";

/** What the sky holds: cloud cover 0 to 1, sun or moon disc, stars. */
export interface Sky {
  readonly clouds?: number;
  readonly sun?: readonly [number, number, number];
  readonly moon?: boolean;
  readonly stars?: boolean;
}

/** Sky down to the horizon (or to `to`), with soft clouds and the sun's glow. */
export function sky(b: Brush, s: Sky = {}, to = b.cam.horizon): string {
  const { top, mid, low, sun, cloud, cloudShade } = b.light;
  const base = rect(
    0,
    0,
    W,
    to + 30,
    b.linear([top, blend(top, mid, 0.55), mid, low, blend(low, b.light.haze, 0.4)]),
  );
  const stars =
    s.stars === true
      ? times(150, () =>
          oval(
            b.range(0, W),
            b.range(0, to * 0.85),
            b.range(0.6, 1.7),
            b.range(0.6, 1.7),
            "#fff",
            `opacity="${n(b.range(0.2, 0.9))}"`,
          ),
        ).join("")
      : "";
  const glow =
    s.sun === undefined
      ? ""
      : oval(
          s.sun[0],
          s.sun[1],
          s.sun[2] * 14,
          s.sun[2] * 9,
          b.radial([
            [sun, 0.75],
            [sun, 0.3],
            [sun, 0.1],
            [sun, 0],
          ]),
        ) +
        oval(
          s.sun[0],
          s.sun[1],
          s.sun[2],
          s.sun[2],
          s.moon === true ? b.radial(["#fffbe8", "#fdf3cf", "#f3e0ac"]) : "#fffaf0",
        );
  const cover = s.clouds ?? 0.5;
  const shade = b.mood === "overcast" ? 0.75 : 0.6;
  const clouds =
    cover === 0
      ? ""
      : cloudLayer(b, to, cloudShade, cover, 10, shade) + cloudLayer(b, to, cloud, cover - 0.07, -6, 0.95);
  return base + stars + (b.mood === "overcast" ? "" : glow) + clouds;
}

/** One ridge of hills: `base` is the foot's y, `rise` the height in pixels, `haze` 0 near to 1 far. */
export function ridge(
  b: Brush,
  base: number,
  rise: number,
  haze: number,
  color = "#3f6b4a",
  sharp = 1,
  wooded = haze < 0.75,
): string {
  const phase = times(6, () => b.range(0, 6.28));
  const wave = (x: number, i: number, f: number): number => Math.sin((x / W) * f + (phase[i] ?? 0));
  const height = (x: number): number => {
    const soft = 0.52 + 0.26 * wave(x, 0, 4.2) + 0.16 * wave(x, 1, 9.7) + 0.07 * wave(x, 2, 19);
    const crag = (1 - Math.abs(wave(x, 3, 13))) * 0.2 + (1 - Math.abs(wave(x, 4, 31))) * 0.09;
    return Math.max(0.06, soft + (crag - 0.14) * sharp);
  };
  const step = wooded ? 7 : 10;
  const top = times(Math.ceil(W / step) + 3, (i): Pt => {
    const x = (i - 1) * step;
    return [x, base - rise * height(x) - (wooded ? b.range(0, 7) * (1 - haze) : 0)];
  });
  const fill = b.linear([
    b.tone(color, 0.1, haze),
    b.tone(color, -0.05, haze + (1 - haze) * 0.22),
    b.tone(color, 0.1, haze + (1 - haze) * 0.62),
  ]);
  const shape: Pt[] = [...top, [W + 20, base + 6], [-20, base + 6]];
  return poly(
    shape,
    fill,
    `filter="${b.texture(0.012 + 0.02 * (1 - haze), 0.02 + 0.03 * (1 - haze), 6.5 - haze * 5)}"`,
  );
}

/** Several ridges from far to near. */
export function range(
  b: Brush,
  base: number,
  rise: number,
  layers = 3,
  color = "#3f6b4a",
  sharp = 1,
): string {
  return times(layers, (i) => {
    const near = (i + 1) / layers;
    return (
      ridge(b, base, rise * (1.15 - near * 0.62), 0.86 - near * 0.52, color, sharp) +
      (i < layers - 1 ? mist(b, base - rise * 0.12, rise * 0.3, 0.35) : "")
    );
  }).join("");
}

/** A band of mist around a height. */
export function mist(b: Brush, y: number, thick: number, strength = 0.5): string {
  return times(7, () =>
    oval(
      b.range(-50, W + 50),
      y + b.range(-0.4, 0.4) * thick,
      b.range(200, 460),
      thick * b.range(0.3, 0.6),
      b.radial([
        [b.light.haze, strength],
        [b.light.haze, strength * 0.5],
        [b.light.haze, 0],
      ]),
    ),
  ).join("");
}

/** Ground from the horizon to the bottom edge, textured finer with distance. */
export function ground(b: Brush, color: string, from = b.cam.horizon, rough = 2.6): string {
  const stops = [
    b.tone(color, 0.15, 0.5),
    b.tone(color, 0.08, 0.15),
    b.tone(color, 0, 0),
    b.tone(color, -0.25, 0),
  ];
  const span = H - from;
  const bands: readonly (readonly [number, number])[] = [
    [0, 0.12],
    [0.12, 0.34],
    [0.34, 1],
  ];
  const base = rect(0, from - 1, W, span + 2, b.linear(stops));
  const grain = bands
    .map(([p, q], i) => {
      const f = [0.05, 0.03, 0.018][i] ?? 0.02;
      return rect(
        0,
        from + span * p,
        W,
        span * (q - p) + 1,
        b.tone(color),
        `opacity="${n(0.3 + i * 0.1)}" filter="${b.texture(f, f * 5, rough)}"`,
      );
    })
    .join("");
  return base + grain;
}

/** Grass blades along the bottom or over a band of the ground. */
export function grass(b: Brush, y0: number, y1: number, color: string, count = 260, tall = 46): string {
  return times(count, (i) => {
    const t = i / count;
    const y = y0 + (y1 - y0) * t;
    const x = b.range(-20, W + 20);
    const high = tall * (0.45 + 0.7 * t) * b.range(0.5, 1.1);
    const lean = b.range(-0.5, 0.5) * high;
    return path(
      `M${n(x - 2)} ${n(y)}Q${n(x + lean * 0.2)} ${n(y - high * 0.6)} ${n(x + lean)} ${n(y - high)}Q${n(x + lean * 0.3 + 3)} ${n(y - high * 0.5)} ${n(x + 3)} ${n(y)}Z`,
      b.tone(color, b.range(-0.7, 0.45)),
    );
  }).join("");
}

function cloudLayer(
  b: Brush,
  to: number,
  color: string,
  cover: number,
  dy: number,
  strength: number,
): string {
  const filter = b.define(
    `c${color}${String(dy)}`,
    (id) =>
      `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.0026 0.0085" numOctaves="5" seed="${String(b.seed % 83)}" result="n"/><feOffset dx="${n(b.cam.sunX * -5)}" dy="${String(dy)}" in="n" result="o"/><feColorMatrix in="o" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 4.6 0 0 0 ${String(-2.75 + cover * 1.2)}" result="a"/><feFlood flood-color="${color}"/><feComposite operator="in" in2="a"/><feGaussianBlur stdDeviation="1.4"/></filter>`,
  );
  const mask = b.define(
    `cm${String(to)}`,
    (id) =>
      `<mask id="${id}"><rect x="0" y="0" width="${String(W)}" height="${n(to)}" fill="${b.linear(["#bbb", "#fff", "#ccc", "#333"])}"/></mask>`,
  );
  return group(
    rect(0, -30, W, to + 60, "#fff", `filter="${filter}"`),
    `mask="${mask}" opacity="${n(strength)}"`,
  );
}
