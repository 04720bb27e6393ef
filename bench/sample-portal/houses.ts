/** Houses, public buildings, factory halls, flags. */
import { block } from "./buildings.ts";
import { type Brush, type Item, times } from "./core.ts";
import { star } from "./flags.ts";
import { box, patch, pole, prism } from "./solids.ts";
import { line, n, oval, poly } from "./svg.ts";

/** A stately public building: long wings, a columned portico with pediment, steps. */
export function publicBuilding(
  b: Brush,
  x: number,
  z: number,
  w: number,
  wall = "#e9c66b",
  floors = 3,
  emblem = true,
  roof: "hip" | "flat" = "hip",
): Item[] {
  const h = floors * 3.7;
  const white = "#f7f1e2";
  const wing = block(b, {
    x,
    z: z + 6,
    w,
    d: 12,
    h,
    wall,
    floors,
    style: "shutter",
    bay: 3.4,
    roof,
    roofColor: "#a9503a",
    rise: 3.6,
  });
  const mid = w * 0.26;
  const centre = block(b, {
    x,
    z: z - 0.4,
    w: mid,
    d: 3.4,
    h: h + 1.2,
    wall,
    floors,
    style: "grid",
    bay: 3,
    door: true,
  });
  const haze = b.haze(z);
  const columns = times(6, (i) => {
    const cx = x - mid / 2 + 0.5 + (i * (mid - 1)) / 5;
    const [p, q] = [b.at(cx, 0.6, z - 3.2), b.at(cx, h - 0.5, z - 3.2)];
    const cw = 0.75 * b.px(z - 3.2);
    return `<rect x="${n(p[0] - cw / 2)}" y="${n(q[1])}" width="${n(cw)}" height="${n(p[1] - q[1])}" fill="${b.round(white, haze)}"/><rect x="${n(p[0] - cw * 0.72)}" y="${n(q[1])}" width="${n(cw * 1.44)}" height="${n(cw * 0.4)}" fill="${b.tone(white, 0.1, haze)}"/><rect x="${n(p[0] - cw * 0.72)}" y="${n(p[1] - cw * 0.4)}" width="${n(cw * 1.44)}" height="${n(cw * 0.4)}" fill="${b.tone(white, -0.15, haze)}"/>`;
  }).join("");
  const beam = box(b, { x, z: z - 3.1, w: mid + 1, d: 1.8, y: h - 0.5, h: 1.1, color: white }).svg;
  const peak = [
    b.at(x - mid / 2 - 1, h + 0.6, z - 4),
    b.at(x + mid / 2 + 1, h + 0.6, z - 4),
    b.at(x, h + 3.6, z - 4),
  ];
  const tympan = [
    b.at(x - mid / 2 + 0.6, h + 0.95, z - 4),
    b.at(x + mid / 2 - 0.6, h + 0.95, z - 4),
    b.at(x, h + 3, z - 4),
  ];
  const [ex, ey] = b.at(x, h + 1.7, z - 4);
  const er = 0.75 * b.px(z);
  const badge = emblem
    ? oval(ex, ey, er, er, b.tone("#c8261f", 0, haze)) + star(ex, ey, er * 0.72, "#ffd93b")
    : "";
  const steps = times(
    4,
    (i) =>
      box(b, {
        x,
        z: z - 3.6 - i * 0.5,
        w: mid + 1.5 + i,
        d: 1.2,
        h: 0.6 - i * 0.14,
        color: "#ded5c2",
        top: "#efe7d6",
      }).svg,
  ).join("");
  return [
    wing,
    { z: z - 1, svg: centre.svg },
    {
      z: z - 3.4,
      svg:
        steps +
        columns +
        beam +
        poly(peak, b.tone(white, 0, haze)) +
        poly(tympan, b.tone(wall, -0.1, haze)) +
        badge,
    },
  ];
}

/** A village house with tiled roof and veranda. */
export function house(b: Brush, x: number, z: number, w = 8, wall = "#f0dfb8", roofColor = "#b3543a"): Item {
  const body = block(b, {
    x,
    z,
    w,
    d: w * 0.75,
    h: 3.1,
    wall,
    floors: 1,
    style: "shutter",
    bay: 2.4,
    roof: "gable",
    roofColor,
    rise: w * 0.27,
    door: true,
  });
  const posts = times(
    5,
    (i) =>
      pole(
        b,
        [x - w * 0.46 + i * w * 0.23, 0, z - w * 0.53],
        [x - w * 0.46 + i * w * 0.23, 2.6, z - w * 0.53],
        0.14,
        "#e8dcc0",
      ).svg,
  ).join("");
  const haze = b.haze(z);
  const awning = poly(
    [
      b.at(x - w * 0.54, 2.5, z - w * 0.57),
      b.at(x + w * 0.54, 2.5, z - w * 0.57),
      b.at(x + w * 0.5, 3.05, z - w * 0.38),
      b.at(x - w * 0.5, 3.05, z - w * 0.38),
    ],
    b.tone(roofColor, 0, haze),
  );
  return { z: body.z, svg: body.svg + posts + awning };
}

/** A narrow town house of some floors, with balconies, an awning and a shop front. */
export function townHouse(
  b: Brush,
  x: number,
  z: number,
  rot: number,
  floors: number,
  wall: string,
  w = 4.6,
): Item {
  const h = floors * 3.5;
  const main = block(b, { x, z, w, d: 10, h, rot, wall, floors, style: "balcony", bay: 2.2 });
  const shop = box(
    b,
    {
      x,
      z,
      w: w * 1.005,
      d: 10.05,
      h: 2.9,
      rot,
      color: b.pick(["#8a5f48", "#4f6f7a", "#7a6f5f", "#6a4f5f"]),
    },
    (f, side) =>
      side === "front" || f.w < 6
        ? patch(
            f,
            0.08,
            0.22,
            0.92,
            1,
            b.mood === "night"
              ? b.linear(["#fff0c0", "#f2b45a", "#a86a35"])
              : b.linear([b.tone("#39424c", -0.2), b.tone("#59656d")]),
          ) +
          patch(
            f,
            0,
            0,
            1,
            0.2,
            b.tone(b.pick(["#c9473a", "#3f7f9a", "#e0a83a", "#5f8f5a", "#e8e0d0"]), f.lit * 0.6),
          ) +
          times(3, (i) =>
            patch(
              f,
              0.14 + i * 0.26,
              0.6,
              0.3 + i * 0.26,
              1,
              b.tone(b.pick(["#d9a35a", "#b85c4a", "#7fa08a", "#e8dcc0"]), -0.1),
            ),
          ).join("")
        : "",
  );
  return { z: main.z, svg: main.svg + shop.svg };
}

/** A long industrial hall with a low ridge. */
export function factoryHall(
  b: Brush,
  x: number,
  z: number,
  w: number,
  d: number,
  color = "#4f86b0",
  rot = 0,
): Item {
  const body = prism(
    b,
    {
      x,
      z,
      rot: rot + 90,
      width: w,
      color: "#e4e6e2",
      profile: [
        [-d / 2, 0],
        [-d / 2, 7],
        [0, 9.2],
        [d / 2, 7],
        [d / 2, 0],
      ],
    },
    (v) => {
      const front = v.face(0);
      const roof = v.face(1);
      return (
        (front === undefined
          ? ""
          : patch(front, 0, 0, 1, 0.12, b.tone(color, front.lit, v.haze)) +
            times(Math.round(w / 6), (i) =>
              patch(
                front,
                (i + 0.25) / (w / 6),
                0.52,
                (i + 0.75) / (w / 6),
                1,
                b.tone(i % 2 === 0 ? "#6a7a88" : "#7fa0b5", front.lit, v.haze),
              ),
            ).join("") +
            patch(front, 0.02, 0.24, 0.98, 0.34, b.tone("#5f7f94", front.lit, v.haze))) +
        (roof === undefined
          ? ""
          : patch(roof, 0, 0, 1, 1, b.linear([b.tone(color, 0.4, v.haze), b.tone(color, 0.1, v.haze)])) +
            times(Math.round(w / 3), (i) =>
              line(
                [roof.at(i / (w / 3), 0), roof.at(i / (w / 3), 1)],
                b.tone(color, -0.2, v.haze),
                0.8,
                'opacity="0.5"',
              ),
            ).join(""))
      );
    },
  );
  return { z: z - d / 2, svg: body.svg };
}
