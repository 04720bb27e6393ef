/** Cars, vans, buses and trucks. */
import { type Brush, type Item, times } from "./core.ts";
import { type PrismView, patch, prism, shadow } from "./solids.ts";
import { type Pt, line, poly } from "./svg.ts";
import { SHAPES, type Shape } from "./vehicle-shapes.ts";

/** Kinds of boxy road vehicle. */
export type RoadKind = "car" | "van" | "bus" | "truck" | "fire";

/** How a road vehicle stands: `rot` 0 shows its side driving right, 90 drives away, -90 comes near. */
export interface Drive {
  readonly kind: RoadKind;
  readonly x: number;
  readonly z: number;
  readonly rot: number;
  readonly color: string;
  readonly stripe?: string;
  readonly cross?: boolean;
  readonly cargo?: string;
}

/** Paints a car, van, bus or truck. */
export function vehicle(b: Brush, d: Drive): Item {
  const s = SHAPES[d.kind];
  const body = prism(
    b,
    { x: d.x, z: d.z, rot: d.rot, y: s.lift, width: s.wide, profile: s.profile, color: d.color },
    (v) => glassAndWheels(b, d, s, v),
  );
  const goods = d.cargo;
  const cargo =
    goods === undefined
      ? ""
      : prism(
          b,
          {
            x: d.x,
            z: d.z,
            rot: d.rot,
            y: 0,
            width: 2.35,
            color: goods,
            profile: [
              [-3.2, 1],
              [-3.2, 3],
              [1, 3],
              [1, 1],
            ],
          },
          (v) =>
            times(10, (i) =>
              line(
                [v.side(-2.95 + i * 0.42, 1.06), v.side(-2.95 + i * 0.42, 2.94)],
                b.tone(goods, -0.35, v.haze),
                1,
                'opacity="0.5"',
              ),
            ).join(""),
        ).svg;
  const near = d.rot < 0;
  const turned = Math.abs(Math.sin((d.rot * Math.PI) / 180));
  const under = shadow(
    b,
    d.x,
    d.z,
    s.long * (1 - turned) + s.wide * turned + 0.6,
    s.wide * (1 - turned) + s.long * turned * 0.9,
    0.6,
  );
  return { z: d.z, svg: under.svg + (near ? cargo + body.svg : body.svg + cargo) };
}

function glassAndWheels(b: Brush, d: Drive, s: Shape, v: PrismView): string {
  const glass = b.linear([
    b.tone("#a9c6d6", v.lit * 0.5 + 0.1, v.haze),
    b.tone("#3d5263", v.lit * 0.4, v.haze),
  ]);
  const panes = s.panes
    .map((q) =>
      poly(
        q.map((p) => v.side(p[0], p[1])),
        glass,
      ),
    )
    .join("");
  const wheels = s.wheels
    .map((l) => {
      const ring = (r: number): Pt[] =>
        times(14, (i) =>
          v.side(l + Math.cos((i / 14) * 6.283) * r, s.radius - s.lift + Math.sin((i / 14) * 6.283) * r),
        );
      return (
        poly(ring(s.radius), b.tone("#23252a", 0, v.haze)) +
        poly(ring(s.radius * 0.55), b.tone("#b9bcc0", v.lit * 0.4, v.haze)) +
        poly(ring(s.radius * 0.2), b.tone("#55585c", 0, v.haze))
      );
    })
    .join("");
  const band =
    d.stripe === undefined
      ? ""
      : poly(
          [
            v.side(-s.long / 2, 0.85),
            v.side(s.long / 2 - 0.1, 0.85),
            v.side(s.long / 2 - 0.1, 0.62),
            v.side(-s.long / 2, 0.62),
          ],
          b.tone(d.stripe, v.lit * 0.6, v.haze),
        );
  const cross =
    d.cross === true
      ? [
          [
            [-1.3, 1.62],
            [-0.7, 1.62],
            [-0.7, 1.44],
            [-1.3, 1.44],
          ],
          [
            [-1.1, 1.83],
            [-0.9, 1.83],
            [-0.9, 1.23],
            [-1.1, 1.23],
          ],
        ]
          .map((q) =>
            poly(
              q.map(([l, h]) => v.side(l ?? 0, h ?? 0)),
              b.tone("#d32f2a", 0, v.haze),
            ),
          )
          .join("")
      : "";
  const back = v.face(s.rear);
  const rear =
    back === undefined
      ? ""
      : (d.kind === "truck" ? "" : patch(back, 0.1, 0.08, 0.9, 0.42, glass)) +
        patch(back, 0.04, 0.58, 0.2, 0.7, "#d8382c") +
        patch(back, 0.8, 0.58, 0.96, 0.7, "#d8382c") +
        patch(back, 0.36, 0.74, 0.64, 0.86, b.tone("#f0efe8", 0, v.haze)) +
        patch(back, 0, 0.9, 1, 1, b.tone("#2d3035", 0, v.haze));
  const nose = v.face(s.front);
  const lights =
    nose === undefined
      ? ""
      : patch(nose, 0.05, 0.3, 0.24, 0.55, "#fff6d0") +
        patch(nose, 0.76, 0.3, 0.95, 0.55, "#fff6d0") +
        patch(nose, 0, 0.82, 1, 1, b.tone("#2d3035", 0, v.haze)) +
        patch(nose, 0.36, 0.66, 0.64, 0.8, b.tone("#f0efe8", 0, v.haze));
  const wind = v.face(s.screen);
  const shield =
    wind === undefined
      ? ""
      : patch(wind, 0.06, d.kind === "bus" ? 0.06 : 0.08, 0.94, d.kind === "bus" ? 0.56 : 0.95, glass);
  const top = s.profile.reduce((m, p) => Math.max(m, p[1]), 0);
  const beacon =
    d.cross === true || d.kind === "fire"
      ? poly(
          [v.side(0.6, top), v.side(1.2, top), v.side(1.15, top + 0.16), v.side(0.65, top + 0.16)],
          "#3f7fd8",
        )
      : "";
  const ladder =
    d.kind === "fire"
      ? line([v.side(-3, 2.75), v.side(2, 2.75)], "#d9d9d4", 2.5) +
        line([v.side(-3, 2.95), v.side(2, 2.95)], "#d9d9d4", 2.5) +
        times(12, (i) =>
          line([v.side(-3 + i * 0.43, 2.75), v.side(-3 + i * 0.43, 2.95)], "#c4c4be", 1.5),
        ).join("")
      : "";
  return band + panes + cross + rear + shield + lights + wheels + beacon + ladder;
}
