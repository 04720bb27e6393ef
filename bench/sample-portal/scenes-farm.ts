/** Pictures of ponds, cattle and roads. */
import { cow, egret } from "./animals.ts";
import { type Brush, type Item, times } from "./core.ts";
import { house } from "./houses.ts";
import { grass } from "./landscape.ts";
import { folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { basket } from "./props.ts";
import { backdrop, pool, scene, type Scene } from "./scenes.ts";
import { box, pole, slab } from "./solids.ts";
import { line, oval, poly } from "./svg.ts";

/** Pictures of ponds and cattle by file name. */
export const FARM: Readonly<Record<string, Scene>> = {
  "ao-nuoi-tom": {
    mood: "dawn",
    camera: { horizon: 330, height: 8, sunX: 1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, sun: [1150, 270, 28], rise: 70, layers: 2, trees: 20, land: "#a8915f" }),
        {
          z: 200,
          svg: times(5, (r) =>
            times(4, (i) => {
              const [x, z] = [-62 + i * 32, 92 - r * 19];
              return pool(
                b,
                [
                  [x, z],
                  [x + 29, z],
                  [x + 29, z + 16.5],
                  [x, z + 16.5],
                ],
                "#6f9a94",
              );
            }).join(""),
          ).join(""),
        },
        times(14, (i) => wheel(b, -44 + (i % 5) * 18 + (i % 2) * 5, 20 + Math.floor(i / 5) * 19 + 4)),
        house(b, 20, 63, 6, "#d9c08a", "#8a9094"),
        person(b, folk(b, "farmer", { look: "right", pose: "reach" }), 0, 18.6),
        person(b, folk(b, "man", { look: "left", pose: "hold", hat: "non" }), 1.3, 19),
        basket(b, 0.7, 17.6, 0.55, "#e8a08a"),
        times(8, (i) => pole(b, [-34 + i * 9.6, 0, 34.6], [-34 + i * 9.6, 5, 34.6], 0.14, "#8a8f8a")),
        tree(b, "palm", -14, 33, 9),
        tree(b, "palm", 19, 36, 9),
      ),
  },
  "dan-bo-vang": {
    mood: "sunset",
    camera: { horizon: 470, height: 1.7, sunX: -1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, sun: [380, 380, 34], rise: 120, layers: 3, trees: 26, land: "#a3a850" }),
        {
          z: 40,
          svg: slab(b, -60, 16, 60, 38, b.linear([b.tone("#c9b44a", 0.2, 0.15), b.tone("#a8a848", 0)])),
        },
        [
          [-6, 13, 1, 0],
          [-2.6, 11.5, 1, 1],
          [0.9, 13.5, 1, 0],
          [3.6, 11, 1, 1],
          [6.4, 14, 1, 0],
          [-9, 17, 1, 1],
          [-3.6, 19, 1, 0],
          [2.4, 20, 1, 1],
          [8.6, 19, -1, 1],
        ].map(([x = 0, z = 0, d = 1, g]) =>
          cow(b, x, z, d, b.pick(["#c98a4a", "#d49a58", "#b97a3f", "#cf9048"]), g === 1),
        ),
        person(
          b,
          folk(b, "farmer", {
            look: "right",
            pose: "walk",
            carry: '<path d="M10 -52L30 -100" stroke="#6a5030" stroke-width="1.4"/>',
          }),
          -5.1,
          11.4,
        ),
        egret(b, -0.6, 10, 1),
        egret(b, 4.9, 9.6, -1),
        tree(b, "round", 17, 30, 9),
        tree(b, "bamboo", -19, 30, 9),
      ) + grass(b, 760, 930, "#7f9a40", 420, 52),
  },
  "tiem-phong-gia-suc": {
    mood: "noon",
    camera: { horizon: 420, height: 1.9 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 110, layers: 3, land: "#b59f6c" }),
        house(b, -12, 28, 9),
        barn(b, 7, 17),
        cow(b, 0.4, 8.6, 1, "#c98a4a"),
        cow(b, 6, 13.4, -1, "#b97a3f", true),
        cow(b, 9, 14, 1, "#d49a58"),
        person(
          b,
          folk(b, "doctor", {
            look: "right",
            pose: "reach",
            top: "#cfe6e0",
            hat: "cap",
            hatColor: "#3f8f8a",
            carry:
              '<rect x="18" y="-67.5" width="9" height="2.4" rx="1" fill="#eaf6fa" stroke="#5f8fa0" stroke-width="0.6"/>',
          }),
          -0.95,
          8.3,
        ),
        person(b, folk(b, "farmer", { look: "left", pose: "reach" }), 2.1, 9),
        person(b, folk(b, "official", { look: "right", pose: "hold" }), -3.4, 9.6),
        box(b, { x: -2.2, z: 7.6, w: 0.6, d: 0.4, h: 0.4, color: "#3f8fc0", top: "#f4f6f4" }),
        tree(b, "bamboo", -8.4, 19, 8),
        tree(b, "palm", 15, 26, 9),
        railing(b, -2.4, 11.2),
      ) + grass(b, 870, 930, "#7f9a50", 130, 40),
  },
};

function wheel(b: Brush, x: number, z: number): Item {
  const [sx, sy] = b.at(x, 0, z);
  const k = b.px(z);
  return {
    z,
    svg:
      times(26, () =>
        oval(
          sx + b.range(-2.2, 2.2) * k,
          sy - b.rnd() ** 2 * k * 0.9,
          b.range(0.05, 0.2) * k,
          b.range(0.05, 0.16) * k,
          "#ffffff",
          'opacity="0.6"',
        ),
      ).join("") +
      line(
        [
          [sx - k * 2, sy - k * 0.4],
          [sx + k * 2, sy - k * 0.4],
        ],
        b.tone("#4a5a66"),
        Math.max(1, k * 0.12),
      ) +
      [-1.7, -0.6, 0.6, 1.7]
        .map((d) => oval(sx + d * k, sy - k * 0.35, k * 0.22, k * 0.42, b.tone("#e0702f", 0.1, b.haze(z))))
        .join(""),
  };
}

function barn(b: Brush, x: number, z: number): Item[] {
  const posts = [-6, -2, 2, 6].map((d) => pole(b, [x + d, 0, z], [x + d, 3, z], 0.2, "#7a6048"));
  const roof = {
    z: z - 0.6,
    svg: poly(
      [
        b.at(x - 7, 2.9, z - 1.4),
        b.at(x + 7, 2.9, z - 1.4),
        b.at(x + 6.6, 4.8, z + 2.6),
        b.at(x - 6.6, 4.8, z + 2.6),
      ],
      b.linear([b.tone("#a88a5a", 0.2), b.tone("#8a6c44", -0.1)]),
      `filter="${b.texture(0.2, 0.04, 4)}"`,
    ),
  };
  return [
    {
      z: z + 3,
      svg: poly(
        [
          b.at(x - 6.4, 2.9, z + 2.8),
          b.at(x + 6.4, 2.9, z + 2.8),
          b.at(x + 6.4, 0, z + 2.8),
          b.at(x - 6.4, 0, z + 2.8),
        ],
        b.tone("#6a5038", -0.4),
      ),
    },
    ...posts,
    roof,
  ];
}

function railing(b: Brush, x: number, z: number): Item {
  return {
    z,
    svg:
      [0.5, 1, 1.45]
        .map((y) => line([b.at(x, y, z), b.at(x + 14, y, z)], b.tone("#8a6c4a", 0.1), 7))
        .join("") +
      times(8, (i) => line([b.at(x + i * 2, 0, z), b.at(x + i * 2, 1.6, z)], b.tone("#7a5c3c"), 10)).join(""),
  };
}
