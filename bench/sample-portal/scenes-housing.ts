/** Pictures of housing. */
import { block } from "./buildings.ts";
import { type Brush, type Item, times } from "./core.ts";
import { flag } from "./flags.ts";
import { hedge } from "./foliage.ts";
import { lamp, motorbike } from "./motorbikes.ts";
import { crowd, folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { garland } from "./props.ts";
import { road } from "./roads.ts";
import { WALLS, backdrop, scene, type Scene } from "./scenes.ts";
import { box, patch, pole, slab } from "./solids.ts";
import { line, poly } from "./svg.ts";
import { vehicle } from "./vehicles.ts";

/** Pictures of housing by file name. */
export const HOUSING: Readonly<Record<string, Scene>> = {
  "nha-van-hoa-ap": {
    mood: "dawn",
    camera: { horizon: 420, height: 2.2 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 90, layers: 2, trees: 34, land: "#c9b48c" }),
        block(b, {
          x: 0,
          z: 28,
          w: 17,
          d: 9,
          h: 4.8,
          wall: "#f0d48a",
          floors: 1,
          style: "shutter",
          bay: 3.4,
          roof: "gable",
          roofColor: "#a9503a",
          rise: 3.2,
          door: true,
        }),
        box(b, { x: 0, z: 22.4, w: 7, d: 2.6, y: 3.4, h: 0.35, color: "#f4ecd8" }),
        [-3, 3].map((x) => pole(b, [x, 0, 21.4], [x, 3.5, 21.4], 0.35, "#f4ecd8")),
        flag(b, -7.4, 20, 7),
        garland(b, [-8, 4.6, 19], [9, 4.6, 19], "pennants", 24),
        box(b, { x: 1.6, z: 18.6, w: 2.2, d: 0.8, h: 0.78, color: "#c8382f", top: "#d84a3f" }),
        person(b, folk(b, "official", { look: "front", pose: "wave" }), 0, 18),
        person(b, folk(b, "aodai", { look: "front", pose: "sit" }), 2, 19.2),
        times(4, (r) =>
          times(8, (i) => {
            const [x, z] = [-5.4 + i * 1.5 + (r % 2) * 0.3, 8 + r * 2];
            return [
              person(
                b,
                folk(b, b.pick(["farmer", "elder", "woman", "man"]), { look: "back", pose: "sit" }),
                x,
                z,
              ),
              plasticChair(b, x, z, i % 3 === 0 ? "#3f7fc0" : "#d8483a"),
            ];
          }),
        ),
        tree(b, "banyan", 11.8, 25, 10),
        tree(b, "palm", -12.5, 24, 10),
        tree(b, "banana", -10.6, 19, 3.6),
      ),
  },
  "khu-tai-dinh-cu": {
    mood: "noon",
    camera: { horizon: 330, height: 6.5 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.6, rise: 140, layers: 4, trees: 18, land: "#8fb060" }) +
          road(b, 0, 8, 6, 220) +
          [-1, 1].map((s) => slab(b, s * 4.2, 6, s * 7, 220, b.tone("#d9cdb4", 0.1, 0.05))).join(""),
        times(9, (i) =>
          [-1, 1].map((s) =>
            block(b, {
              x: s * 14.5,
              z: 22 + i * 13,
              w: 9,
              d: 10,
              h: 4.2,
              wall: WALLS[(i + (s > 0 ? 3 : 0)) % WALLS.length] ?? "#eee",
              floors: 1,
              style: "shutter",
              bay: 2.6,
              roof: "hip",
              roofColor: i % 3 === 0 ? "#3f6f8f" : "#b0533c",
              rise: 2.4,
              door: true,
            }),
          ),
        ),
        times(7, (i) =>
          [-1, 1].map((s) =>
            block(b, {
              x: s * 33,
              z: 34 + i * 15,
              w: 9,
              d: 10,
              h: 4.2,
              wall: WALLS[i % WALLS.length] ?? "#eee",
              floors: 1,
              style: "shutter",
              bay: 2.6,
              roof: "hip",
              roofColor: "#a9563f",
              rise: 2.4,
            }),
          ),
        ),
        times(14, (i) => [-1, 1].map((s) => tree(b, "young", s * 6, 13 + i * 8, 3.6))),
        times(8, (i) => lamp(b, -5, 18 + i * 16, 6.5)),
        motorbike(
          b,
          -2,
          15.5,
          folk(b, "man", { look: "back", hat: "moto", hatColor: "#3f7fc0" }),
          "#c0392b",
          folk(b, "child"),
        ),
        vehicle(b, { kind: "car", x: 2, z: 42, rot: -90, color: "#e9e6de" }),
        crowd(b, ["woman", "child", "elder"], 6, 4.4, 6.4, 40, 15),
        times(3, (i) =>
          person(b, folk(b, "child", { look: "left", pose: "run" }), -5.4 + i * 0.5, 19 + i * 3),
        ),
      ),
  },
  "nha-o-xa-hoi": {
    mood: "noon",
    camera: { horizon: 520, height: 2.2, focal: 950 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.62, rise: 80, layers: 2, land: "#86b05a" }) +
          slab(b, -4, 2, 4, 60, b.linear([b.tone("#dccfb4", 0.1), b.tone("#c4b698", -0.1)])),
        [
          [-24, 56, 22, 28, "#f0dcae"],
          [24, 58, 22, 30, "#d5e2d8"],
          [0, 88, 22, 34, "#eec9a5"],
          [-52, 80, 20, 26, "#dfe4ea"],
          [52, 82, 20, 26, "#f0e6c9"],
        ].map(([x, z, w, h, wall]) =>
          block(b, {
            x: Number(x),
            z: Number(z),
            w: Number(w),
            d: 14,
            h: Number(h),
            wall: String(wall),
            floors: Math.round(Number(h) / 3.3),
            style: "balcony",
            bay: 3.4,
          }),
        ),
        times(9, (i) => tree(b, i % 3 === 0 ? "flame" : "round", -26 + i * 6.5, 38 - (i % 2) * 4, 7)),
        slide(b, 4.8, 15),
        swing(b, -6, 16),
        times(7, (i) =>
          person(
            b,
            folk(b, "child", {
              look: b.pick(["left", "right", "front", "back"] as const),
              pose: b.pick(["run", "stand", "wave", "walk"] as const),
            }),
            -5 + i * 1.6,
            11.5 + (i % 3) * 2,
          ),
        ),
        [
          [-2.4, 20, "woman"],
          [1.8, 22, "elder"],
          [8.6, 19, "woman"],
          [-9.4, 18, "man"],
        ].map(([x, z, k]) => person(b, folk(b, k as "man", { look: "front" }), Number(x), Number(z))),
        hedge(b, -16, -5, 27, 1, "#4a8a42", "#e8708a"),
        hedge(b, 5, 16, 27, 1, "#4a8a42", "#f0c23a"),
        [-3.8, 3.4].map((x) => lamp(b, x, 21, 5)),
      ),
  },
};

function plasticChair(b: Brush, x: number, z: number, color: string): Item {
  const legs = [-0.2, 0.2]
    .map((d) => pole(b, [x + d, 0, z - 0.2], [x + d, 0.45, z - 0.2], 0.05, color).svg)
    .join("");
  return {
    z: z - 0.3,
    svg:
      legs +
      box(b, { x, z: z - 0.25, w: 0.5, d: 0.06, y: 0.4, h: 0.5, color }, (f) =>
        times(3, (i) => patch(f, 0.2 + i * 0.22, 0.15, 0.3 + i * 0.22, 0.8, b.tone(color, -0.5))).join(""),
      ).svg,
  };
}

function slide(b: Brush, x: number, z: number): Item {
  const posts = [-0.6, 0.6].map((d) => pole(b, [x + d, 0, z], [x + d, 2.8, z], 0.13, "#3f7fc0").svg).join("");
  return {
    z,
    svg:
      posts +
      box(b, { x, z, w: 1.4, d: 1.2, y: 1.5, h: 0.14, color: "#f2b632" }).svg +
      poly([b.at(x - 0.9, 2.8, z - 0.6), b.at(x + 0.9, 2.8, z - 0.6), b.at(x, 3.6, z)], b.tone("#e8483a")) +
      poly(
        [
          b.at(x + 0.6, 1.6, z - 0.4),
          b.at(x + 0.6, 1.6, z + 0.3),
          b.at(x + 3.2, 0.2, z + 0.3),
          b.at(x + 3.2, 0.2, z - 0.4),
        ],
        b.linear([b.tone("#e8563f", 0.2), b.tone("#c9402f")]),
      ) +
      line([b.at(x + 0.6, 1.85, z - 0.4), b.at(x + 3.2, 0.45, z - 0.4)], b.tone("#f2b632"), 5),
  };
}

function swing(b: Brush, x: number, z: number): Item {
  const frame =
    [
      [-1.8, -2.4],
      [-1.8, -1.2],
      [1.8, 1.2],
      [1.8, 2.4],
    ]
      .map(([t = 0, f = 0]) => pole(b, [x + f, 0, z], [x + t, 2.6, z], 0.1, "#d8483a").svg)
      .join("") + pole(b, [x - 1.8, 2.6, z], [x + 1.8, 2.6, z], 0.12, "#f2b632").svg;
  const seats = [-0.8, 0.8]
    .map(
      (d) =>
        line([b.at(x + d - 0.2, 2.6, z), b.at(x + d - 0.2, 0.55, z)], "#5a5a5a", 1.4) +
        line([b.at(x + d + 0.2, 2.6, z), b.at(x + d + 0.2, 0.55, z)], "#5a5a5a", 1.4) +
        line([b.at(x + d - 0.25, 0.55, z), b.at(x + d + 0.25, 0.55, z)], "#3f7fc0", 5),
    )
    .join("");
  return { z, svg: frame + seats };
}
