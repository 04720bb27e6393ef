/** Motorbikes with riders, and street lamps. */
import { type Brush, type Item } from "./core.ts";
import { person } from "./people.ts";
import type { Person } from "./poses.ts";
import { pole } from "./solids.ts";
import { group, line, n, oval, path, rect } from "./svg.ts";

/** A motorbike with a rider, seen from the side or (look back/front) along the road. */
export function motorbike(
  b: Brush,
  x: number,
  z: number,
  rider: Person,
  color = "#c0392b",
  passenger?: Person,
): Item {
  const [sx, sy] = b.at(x, 0, z);
  const k = b.px(z);
  const haze = b.haze(z);
  const look = rider.look ?? "back";
  const tone = (c: string, t = 0): string => b.tone(c, t, haze);
  const under = oval(
    sx,
    sy,
    k * (look === "back" || look === "front" ? 0.5 : 1.1),
    k * 0.09,
    b.radial([
      [b.light.shade, 0.6],
      [b.light.shade, 0.3],
      [b.light.shade, 0],
    ]),
  );
  if (look === "back" || look === "front") {
    const wheel = rect(-0.07, -0.56, 0.14, 0.56, tone("#222428"), 'rx="0.06"');
    const tail =
      path("M-0.2 -0.95Q0 -1.02 0.2 -0.95L0.16 -0.5Q0 -0.42 -0.16 -0.5Z", tone(color)) +
      rect(-0.1, -0.78, 0.2, 0.09, look === "back" ? "#e8483a" : "#fff3c4", 'rx="0.03"') +
      rect(-0.09, -0.64, 0.18, 0.12, tone("#e8e6dc"));
    const bars =
      line(
        [
          [-0.34, -1.08],
          [0.34, -1.08],
        ],
        tone("#33363a"),
        0.05,
      ) +
      oval(-0.38, -1.2, 0.06, 0.05, tone("#33363a")) +
      oval(0.38, -1.2, 0.06, 0.05, tone("#33363a"));
    const bike = group(
      wheel + (look === "front" ? "" : tail),
      `transform="translate(${n(sx)} ${n(sy)}) scale(${n(k)})"`,
    );
    const over = group(
      bars + (look === "front" ? tail : ""),
      `transform="translate(${n(sx)} ${n(sy)}) scale(${n(k)})"`,
    );
    const main = person(b, { ...rider, pose: "ride" }, x, z, 0.02).svg;
    const child =
      passenger === undefined ? "" : person(b, { ...passenger, look, pose: "ride" }, x, z - 0.3, 0.25).svg;
    return { z, svg: under + (look === "front" ? bike + child + main + over : over + bike + main + child) };
  }
  const f = look === "left" ? -1 : 1;
  const wheelAt = (l: number): string =>
    oval(l, -0.3, 0.3, 0.3, tone("#24262a")) +
    oval(l, -0.3, 0.2, 0.2, tone("#9a9da1")) +
    oval(l, -0.3, 0.16, 0.16, tone("#3a3d42"));
  const frame =
    path(
      "M-0.78 -0.62Q-0.5 -0.86 0.02 -0.78L0.1 -0.46Q0.28 -0.36 0.36 -0.55L0.5 -1.02L0.6 -1.02L0.62 -0.72L0.72 -0.55L0.5 -0.4Q0.3 -0.2 0 -0.24L-0.4 -0.3Q-0.66 -0.36 -0.78 -0.62Z",
      tone(color),
    ) +
    path("M-0.72 -0.72Q-0.4 -0.9 0.05 -0.8L0.03 -0.72Q-0.4 -0.78 -0.72 -0.66Z", tone("#26262a")) +
    line(
      [
        [0.55, -1],
        [0.7, -0.32],
      ],
      tone("#8f9296"),
      0.05,
    ) +
    line(
      [
        [0.55, -1.04],
        [0.4, -1.1],
      ],
      tone("#33363a"),
      0.05,
    );
  const bike = group(
    wheelAt(-0.62) + wheelAt(0.7) + frame,
    `transform="translate(${n(sx)} ${n(sy)}) scale(${n(k * f)} ${n(k)})"`,
  );
  const main = person(b, { ...rider, pose: "ride" }, x - 0.05 * f, z, 0.06).svg;
  const child =
    passenger === undefined ? "" : person(b, { ...passenger, look, pose: "ride" }, x - 0.45 * f, z, 0.2).svg;
  return { z, svg: under + child + bike + main };
}

/** A street lamp, glowing at night. */
export function lamp(b: Brush, x: number, z: number, high = 6): Item {
  const [hx, hy] = b.at(x + 0.8, high, z);
  const r = b.px(z);
  const glow =
    b.mood === "night"
      ? oval(
          hx,
          hy,
          r * 1.8,
          r * 1.8,
          b.radial([
            ["#ffe0a0", 0.8],
            ["#ffc870", 0.25],
            ["#ffc870", 0],
          ]),
        )
      : "";
  return {
    z,
    svg:
      pole(b, [x, 0, z], [x, high, z], 0.13, "#8a9298").svg +
      pole(b, [x, high, z], [x + 0.8, high, z], 0.1, "#8a9298").svg +
      oval(hx, hy, r * 0.22, r * 0.09, b.mood === "night" ? "#fff3cf" : b.tone("#e8e6da")) +
      glow,
  };
}
