/** Rivers and ponds: reflections, ripples, glitter. */
import { type Brush, times } from "./core.ts";
import { blend } from "./light.ts";
import { W, group, n, oval, rect } from "./svg.ts";

/** Water between two heights; `mirror` is the scenery above `y0` to reflect. */
export function water(b: Brush, y0: number, y1: number, mirror = "", color = "#5f8c98"): string {
  const { mid, low, top } = b.light;
  const deep = blend(b.tone(color, -0.2), top, 0.25);
  const base = rect(
    -5,
    y0,
    W + 10,
    y1 - y0,
    b.linear([
      blend(low, b.tone(color), 0.35),
      blend(mid, b.tone(color), 0.5),
      blend(b.tone(color), top, 0.35),
      deep,
    ]),
  );
  const stretch = Math.ceil(Math.max(1, (y1 - y0) / y0) * 10.5) / 10;
  const ripple = b.define(
    `ripple${String(y0)}`,
    (id) =>
      `<filter id="${id}" x="0" y="${n(y0)}" width="${String(W)}" height="${n(y1 - y0)}" filterUnits="userSpaceOnUse"><feTurbulence type="fractalNoise" baseFrequency="0.006 0.09" numOctaves="3" seed="${String(b.seed % 71)}"/><feDisplacementMap in="SourceGraphic" scale="34" xChannelSelector="R" yChannelSelector="G" result="m"/><feGaussianBlur in="m" stdDeviation="2.2 0.7"/></filter>`,
  );
  const clip = b.define(
    `wclip${String(y0)}`,
    (id) =>
      `<clipPath id="${id}"><rect x="-5" y="${n(y0)}" width="${String(W + 10)}" height="${n(y1 - y0)}"/></clipPath>`,
  );
  const image =
    mirror === ""
      ? ""
      : group(
          group(
            group(mirror, `transform="translate(0 ${n(y0 * (1 + stretch))}) scale(1 ${n(-stretch)})"`),
            `filter="${ripple}" opacity="0.62"`,
          ),
          `clip-path="${clip}"`,
        );
  const veil = rect(
    -5,
    y0,
    W + 10,
    y1 - y0,
    b.linear([
      [b.light.low, 0.12],
      [deep, 0.12],
      [deep, 0.42],
    ]),
  );
  return (
    base +
    image +
    veil +
    ripples(b, y0, y1) +
    rect(-5, y0 - 1, W + 10, 3, blend(low, "#ffffff", 0.3), 'opacity="0.35"')
  );
}

/** Short bright and dark strokes of moving water. */
export function ripples(b: Brush, y0: number, y1: number, count = 190, x0 = 0, x1 = W): string {
  return times(count, () => {
    const t = b.rnd() ** 1.6;
    const y = y0 + 3 + (y1 - y0 - 3) * t;
    const long = b.range(10, 60) * (0.35 + t * 1.6);
    const x = b.range(x0, x1 - long * 0.5);
    const bright = b.rnd() < 0.62;
    const fill = bright ? blend(b.light.low, "#ffffff", 0.45) : b.tone("#3f6a78", -0.5);
    return oval(x, y, long / 2, 0.5 + t * 1.7, fill, `opacity="${n(b.range(0.12, bright ? 0.5 : 0.3))}"`);
  }).join("");
}

/** The sun's path glittering on water below x. */
export function glitter(b: Brush, x: number, y0: number, y1: number, width = 130): string {
  return times(130, () => {
    const t = b.rnd() ** 1.3;
    const spread = width * (0.25 + t) * (b.rnd() - 0.5) * 2 * b.rnd();
    return oval(
      x + spread,
      y0 + 2 + (y1 - y0) * t,
      b.range(5, 26) * (0.3 + t),
      b.range(0.6, 1.4) * (0.6 + t),
      blend(b.light.sun, "#ffffff", 0.55),
      `opacity="${n(b.range(0.25, 0.85))}"`,
    );
  }).join("");
}
