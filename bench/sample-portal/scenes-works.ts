/** Pictures of industry and building. */
import { block } from "./buildings.ts";
import { type Brush, type Item, times } from "./core.ts";
import { hedge } from "./foliage.ts";
import { factoryHall } from "./houses.ts";
import { crane, excavator, plane } from "./machines.ts";
import { folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { road } from "./roads.ts";
import { cone } from "./scene-parts.ts";
import { WALLS, backdrop, scene, type Scene } from "./scenes.ts";
import { box, pole, slab } from "./solids.ts";
import { line, oval, path, poly } from "./svg.ts";
import { vehicle } from "./vehicles.ts";

/** Pictures of industry and building by file name. */
export const WORKS: Readonly<Record<string, Scene>> = {
  "khu-cong-nghiep-bac-van-giang": {
    mood: "dawn",
    camera: { horizon: 270, height: 26 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, sun: [1250, 215, 26], rise: 150, layers: 4, trees: 12, land: "#86a05a" }) +
          road(b, -6, 15, 30, 420) +
          slab(b, -200, 118, 200, 130, b.tone("#77787c", 0.1, 0.1)),
        [0, 1, 2, 3].map((r) => [
          factoryHall(b, -46, 84 + r * 66, 52, 46, "#4f86b0"),
          factoryHall(b, 36, 84 + r * 66, 50, 46, r % 2 === 0 ? "#5a9a8a" : "#b5674a"),
          factoryHall(b, 100, 96 + r * 66, 48, 40, "#7a8ea0"),
          factoryHall(b, -108, 96 + r * 66, 48, 40, "#8a9aa8"),
        ]),
        [
          [-9, 62, 90, "#d8d8d4", "#c9793f"],
          [-3, 96, -90, "#3f6f9a", "#4f8a6a"],
          [-9, 165, 90, "#b5473a", "#d8d8d0"],
          [22, 124, 0, "#e0a83a", "#3f7396"],
          [-36, 123, 0, "#3f7f6a", "#b8483a"],
        ].map(([x, z, rot, color, cargo]) =>
          vehicle(b, {
            kind: "truck",
            x: Number(x),
            z: Number(z),
            rot: Number(rot),
            color: String(color),
            cargo: String(cargo),
          }),
        ),
        times(26, (i) => tree(b, "round", i % 2 === 0 ? -16.5 : 4.8, 40 + i * 10, 7)),
        times(14, (i) => tree(b, "round", -30 + i * 5, 44, 6)).filter((_, i) => i < 2 || i > 6),
      ),
  },
  "cong-truong-cau-vuot": {
    mood: "noon",
    camera: { horizon: 470, height: 2.2 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.6, rise: 70, layers: 2, trees: 24, land: "#c4a579" }),
        times(5, (i) =>
          block(b, {
            x: -70 + i * 34,
            z: 120,
            w: 20,
            d: 14,
            h: 14 + (i % 3) * 9,
            wall: b.pick(WALLS),
            style: "ribbon",
            bay: 4,
          }),
        ),
        crane(b, -17, 62, 21, 1),
        crane(b, 24, 80, 27, -1, "#c9473a"),
        flyover(b),
        excavator(b, 7.5, 22, -1),
        vehicle(b, { kind: "truck", x: -10.5, z: 24, rot: 0, color: "#3f6f9a", cargo: "#b58a5a" }),
        [
          [-3.4, 9.5, "back", "reach"],
          [-2.2, 10, "left", "hold"],
          [1.6, 12, "right", "walk"],
          [3.6, 10.4, "back", "stand"],
          [6, 15, "left", "stand"],
          [-6.5, 14, "right", "reach"],
        ].map(([x, z, look, pose]) =>
          person(b, folk(b, "worker", { look: look as "left", pose: pose as "stand" }), Number(x), Number(z)),
        ),
        times(8, (i) =>
          box(b, {
            x: -9 + i * 2.5,
            z: 17.5,
            w: 2.2,
            d: 0.3,
            h: 0.9,
            color: i % 2 === 0 ? "#e8e4d8" : "#d84a3a",
          }),
        ),
        times(5, (i) => cone(b, -5 + i * 2.9, 8.4)),
      ),
  },
  "nha-may-nuoc-sach": {
    mood: "dawn",
    camera: { horizon: 300, height: 12 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 140, layers: 3, trees: 16, land: "#8db05c" }) +
          slab(b, -70, 20, 70, 27, b.tone("#b5b0a4", 0.1)) +
          slab(b, -4, 12, 4, 120, b.tone("#b5b0a4", 0.1)),
        [
          [-18, 44, 9],
          [18, 44, 9],
          [-22, 74, 10],
          [22, 74, 10],
          [-27, 108, 10],
          [27, 108, 10],
        ].map(([x = 0, z = 0, r = 0]) => tank(b, x, z, r)),
        block(b, { x: 0, z: 128, w: 30, d: 12, h: 9, wall: "#eef0ea", floors: 2, style: "ribbon", bay: 3 }),
        box(b, { x: -36, z: 140, w: 14, d: 10, h: 14, color: "#5f9ab5" }),
        person(b, folk(b, "worker", { look: "back", pose: "walk" }), -2, 24),
        person(b, folk(b, "worker", { look: "left", pose: "hold" }), 2.6, 26),
        vehicle(b, { kind: "car", x: 11, z: 24, rot: 0, color: "#f4f4f0" }),
        times(20, (i) => tree(b, "round", i % 2 === 0 ? -46 : 46, 40 + i * 7, 8)),
        hedge(b, -30, -5, 30, 1, "#4a8a42"),
        hedge(b, 5, 30, 30, 1, "#4a8a42"),
      ),
  },
  "san-bay-du-kien": {
    mood: "sunset",
    camera: { horizon: 520, height: 3, sunX: -1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, sun: [360, 430, 34], rise: 150, layers: 4, trees: 12, land: "#8a9a58" }) +
          slab(b, -200, 14, 200, 40, b.linear([b.tone("#8d8a8c", 0.2, 0.2), b.tone("#77767c")])) +
          times(18, (i) => slab(b, -70 + i * 8, 26, -66 + i * 8, 26.6, b.tone("#f6f0e0", 0.2))).join(""),
        terminal(b),
        box(b, { x: 42, z: 96, w: 4, d: 4, h: 19, color: "#eae2d2" }),
        box(b, { x: 42, z: 96, w: 7.5, d: 7, y: 19, h: 4, color: "#5f8aa5" }),
        { z: 40, svg: plane(b, 1010, 225, 205) },
        {
          z: 22,
          svg: times(12, (i) =>
            oval(...b.at(-15 + i * 2.8, 0.3, 15.6), 5, 5, i % 2 === 0 ? "#ffe9a0" : "#9fd8ff"),
          ).join(""),
        },
        vehicle(b, { kind: "bus", x: -17, z: 46, rot: 0, color: "#e9e6de", stripe: "#3f7fc0" }),
        vehicle(b, { kind: "van", x: 4, z: 44, rot: 0, color: "#f2c23a" }),
      ),
  },
};

function flyover(b: Brush): Item[] {
  const pillar = (x: number, z: number): Item => ({
    z,
    svg:
      box(b, { x, z, w: 2.2, d: 2.2, h: 8, color: "#b9b4a8" }).svg +
      box(b, { x, z, w: 9, d: 2.4, y: 8, h: 1.5, color: "#c4bfb2" }).svg,
  });
  const deck = [
    box(b, { x: -24, z: 46, w: 40, d: 9, y: 9.5, h: 1.8, color: "#cfcabd", top: "#a8a49a" }),
    box(b, { x: 30, z: 46, w: 34, d: 9, y: 9.5, h: 1.8, color: "#cfcabd", top: "#a8a49a" }),
  ];
  const bars = {
    z: 41,
    svg: times(9, (i) =>
      line(
        [
          b.at(-4 + (i % 3) * 0.14, 10.2 + Math.floor(i / 3) * 0.45, 42),
          b.at(-1.4 + (i % 3) * 0.2, 10.2 + Math.floor(i / 3) * 0.45, 42),
        ],
        b.tone("#a8623f"),
        1.8,
      ),
    ).join(""),
  };
  const scaffold = {
    z: 40,
    svg:
      times(7, (i) =>
        line([b.at(1 + i * 1.6, 0, 41), b.at(1 + i * 1.6, 9.4, 41)], b.tone("#8a8f94", 0, 0.1), 2),
      ).join("") +
      times(5, (i) =>
        line([b.at(1, 1.6 + i * 1.9, 41), b.at(10.6, 1.6 + i * 1.9, 41)], b.tone("#8a8f94", 0, 0.1), 2),
      ).join("") +
      times(6, (i) =>
        line(
          [b.at(1 + i * 1.6, i % 2 === 0 ? 0 : 9, 41), b.at(2.6 + i * 1.6, i % 2 === 0 ? 9 : 0, 41)],
          b.tone("#9aa0a6", 0, 0.1),
          1.2,
        ),
      ).join(""),
  };
  return [
    pillar(-34, 46),
    pillar(-20, 46),
    pillar(-7, 46),
    pillar(13, 46),
    pillar(28, 46),
    pillar(42, 46),
    ...deck,
    bars,
    scaffold,
  ];
}

function tank(b: Brush, x: number, z: number, r: number): Item {
  const ring = (y: number, k: number) =>
    times(40, (i) => {
      const a = (i / 40) * 6.283;
      return b.at(x + Math.cos(a) * r * k, y, z + Math.sin(a) * r * k);
    });
  const [cx] = b.at(x, 0, z);
  const [, near] = b.at(x, 0, z - r);
  const wallD = poly(
    [
      ...ring(1.7, 1).slice(19),
      ...ring(1.7, 1).slice(0, 1),
      ...ring(0, 1).slice(0, 1),
      ...ring(0, 1).slice(19).reverse(),
    ],
    b.round("#d9d6cc"),
  );
  return {
    z,
    svg:
      oval(cx, near, r * b.px(z) * 1.1, 14, b.light.shade, 'opacity="0.25"') +
      wallD +
      poly(ring(1.7, 1), b.tone("#ece8dd", 0.15)) +
      poly(ring(1.5, 0.9), b.linear([b.tone("#5fa3b5", 0.3), b.tone("#3f8296")])) +
      poly(ring(1.55, 0.55), b.tone("#6fb3c2", 0.2), 'opacity="0.5"') +
      pole(b, [x - r * 0.95, 2.2, z], [x + r * 0.95, 2.2, z], 0.4, "#5f8fa8").svg +
      box(b, { x, z, w: 1.6, d: 1.6, y: 1.5, h: 1.6, color: "#e0a83a" }).svg,
  };
}

function terminal(b: Brush): Item {
  const body = block(b, {
    x: -8,
    z: 90,
    w: 66,
    d: 20,
    h: 10,
    wall: "#eae4d6",
    floors: 2,
    style: "glass",
    bay: 4,
  }).svg;
  const roof =
    path(
      `M${b.at(-45, 10, 80).map(Math.round).join(" ")}Q${b.at(-8, 21, 80).map(Math.round).join(" ")} ${b.at(29, 10, 80).map(Math.round).join(" ")}L${b.at(29, 11.2, 80).map(Math.round).join(" ")}Q${b.at(-8, 24, 80).map(Math.round).join(" ")} ${b.at(-45, 11.2, 80).map(Math.round).join(" ")}Z`,
      b.tone("#f4f0e6", 0.1),
    ) +
    path(
      `M${b.at(-43, 10.2, 80).map(Math.round).join(" ")}Q${b.at(-8, 20.6, 80).map(Math.round).join(" ")} ${b.at(27, 10.2, 80).map(Math.round).join(" ")}Z`,
      b.linear([b.tone("#8fb0c4", 0.2), b.tone("#5f86a0")]),
    );
  return { z: 80, svg: body + roof };
}
