/** Pictures of streets and housing. */
import { type Brush, type Item, times } from "./core.ts";
import { townHouse } from "./houses.ts";
import { motorbike } from "./motorbikes.ts";
import { crowd, folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { garland } from "./props.ts";
import { WALLS, backdrop, scene, street, type Scene } from "./scenes.ts";
import { box, patch, pole, slab } from "./solids.ts";
import { oval, poly } from "./svg.ts";
import { vehicle } from "./vehicles.ts";

/** Pictures of streets and housing by file name. */
export const STREETS: Readonly<Record<string, Scene>> = {
  "pho-di-bo-ban-dem": {
    mood: "night",
    camera: { horizon: 400, height: 2.1, clear: 260 },
    paint: (b) => {
      const s = street(b, 6.5, 70);
      return scene(
        backdrop(b, {
          clouds: 0.45,
          sun: [1130, 110, 30],
          moon: true,
          stars: true,
          layers: 0,
          trees: 0,
          land: "none",
        }) +
          s.ground +
          slab(
            b,
            -6,
            2,
            6,
            90,
            b.linear([b.tone("#e8c08a", 0.6, 0.1), b.tone("#b58a6a", 0.3), b.tone("#6a5a64")]),
          ) +
          glowPools(b),
        s.houses,
        times(6, (i) => garland(b, [-6.4, 6.4, 9 + i * 7], [6.4, 6.4, 9 + i * 7], "lanterns", 9)),
        crowd(b, ["woman", "man", "aodai", "child", "woman"], 40, -5.4, 5.4, 46, 7.5),
        [-5, 4.8].map((x, i) => cart(b, x, 11 + i * 5)),
      );
    },
  },
  "xe-buyt-dien": {
    mood: "noon",
    camera: { horizon: 430, height: 2 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.6, layers: 0, trees: 40, land: "#b8ad98" }),
        times(12, (i) => townHouse(b, -31 + i * 5.3, 34, 0, b.pick([3, 4, 5]), b.pick(WALLS), 5)),
        times(6, (i) => tree(b, i % 2 === 0 ? "round" : "flame", -22 + i * 9.4, 23.5, 7)),
        {
          z: 23,
          svg:
            slab(b, -60, 8.8, 60, 22, b.linear([b.tone("#85888c", 0.1, 0.1), b.tone("#6f7276")])) +
            times(9, (i) => slab(b, -20 + i * 5, 15.6, -17.4 + i * 5, 15.8, b.tone("#f4f1e6"))).join(""),
        },
        vehicle(b, { kind: "bus", x: -1.2, z: 12.4, rot: 0, color: "#3fa88a", stripe: "#f4f6f0" }),
        motorbike(
          b,
          8.6,
          17.5,
          folk(b, "woman", { look: "left", hat: "moto", hatColor: "#e8a0b0" }),
          "#3f7fc0",
        ),
        motorbike(b, -10.5, 18, folk(b, "man", { look: "right", hat: "moto" }), "#c0392b"),
        { z: 9, svg: slab(b, -20, 2, 20, 8.9, b.linear([b.tone("#d9cdb8", 0.1), b.tone("#b5a992", -0.2)])) },
        stop(b, 4.4, 8.2),
        [
          [1.2, "back", "woman"],
          [2, "back", "man"],
          [3.2, "left", "pupil"],
          [-3.6, "right", "elder"],
          [5, "left", "aodai"],
        ].map(([x, look, kind], i) =>
          person(
            b,
            folk(b, kind as "man", { look: look as "back", bag: "#39465f" }),
            Number(x),
            7.6 + (i % 2) * 0.5,
          ),
        ),
      ),
  },
};

function glowPools(b: Brush): string {
  return times(16, (i) => {
    const z = 7 + i * 3;
    const [x, y] = b.at(i % 2 === 0 ? -4.8 : 4.8, 0, z);
    return oval(
      x,
      y,
      b.px(z) * 2.4,
      b.px(z) * 0.5,
      b.radial([
        ["#ffcf80", 0.4],
        ["#ffb860", 0],
      ]),
    );
  }).join("");
}

function cart(b: Brush, x: number, z: number): Item {
  const body = box(b, { x, z, w: 1.8, d: 0.8, y: 0.4, h: 0.7, color: "#c9473a" }, (f) =>
    patch(f, 0.08, 0.15, 0.92, 0.8, "#ffe2a0"),
  ).svg;
  const top = box(b, { x, z, w: 2.1, d: 1.2, y: 2, h: 0.12, color: "#f2c23a" }).svg;
  return {
    z,
    svg:
      [-0.8, 0.8].map((d) => pole(b, [x + d, 0, z], [x + d, 2, z], 0.06, "#6a5a4a").svg).join("") +
      body +
      top +
      oval(
        ...b.at(x, 1.6, z),
        b.px(z) * 1.4,
        b.px(z),
        b.radial([
          ["#ffe0a0", 0.55],
          ["#ffc870", 0],
        ]),
      ),
  };
}

function stop(b: Brush, x: number, z: number): Item {
  const glass = poly(
    [
      b.at(x - 1.9, 2.3, z + 0.5),
      b.at(x + 1.9, 2.3, z + 0.5),
      b.at(x + 1.9, 0.4, z + 0.5),
      b.at(x - 1.9, 0.4, z + 0.5),
    ],
    "#cfe6ee",
    'opacity="0.4"',
  );
  return {
    z: z + 0.4,
    svg:
      glass +
      [-1.9, 1.9]
        .map((d) => pole(b, [x + d, 0, z + 0.5], [x + d, 2.5, z + 0.5], 0.09, "#5a6a74").svg)
        .join("") +
      box(b, { x, z: z + 0.1, w: 4.3, d: 1.4, y: 2.5, h: 0.14, color: "#3f8a78" }).svg +
      box(b, { x, z: z + 0.3, w: 3, d: 0.4, y: 0.45, h: 0.07, color: "#b5834f" }).svg,
  };
}
