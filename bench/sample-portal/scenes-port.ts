/** Pictures of the fishing port and fields by the water. */
import { boat } from "./boats.ts";
import { type Brush, type Item, times } from "./core.ts";
import { flowers, rows } from "./crops.ts";
import { house } from "./houses.ts";
import { motorbike } from "./motorbikes.ts";
import { folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { basket, crate } from "./props.ts";
import { road } from "./roads.ts";
import { backdrop, pool, river, scene, type Scene } from "./scenes.ts";
import { box, pole, slab } from "./solids.ts";
import { line, oval, poly } from "./svg.ts";
import { glitter, ripples } from "./water.ts";
import { birds } from "./weather.ts";

/** Pictures of the port and the fields by file name. */
export const PORT: Readonly<Record<string, Scene>> = {
  "cong-thuy-loi": {
    mood: "noon",
    camera: { horizon: 380, height: 3.6, focal: 930 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.6, rise: 110, layers: 3, land: "#7fae4a" }),
        {
          z: 190,
          svg:
            pool(
              b,
              [
                [-5, 3],
                [5, 3],
                [5, 150],
                [-5, 150],
              ],
              "#4f8f96",
              "#b9b4a6",
            ) + ripples(b, 560, 900, 90, 420, 1180),
        },
        rows(b, -60, -9.6, 9, 40, 0.9, 0.7, "#78b040"),
        rows(b, 9.6, 60, 9, 40, 0.9, 0.7, "#78b040"),
        {
          z: 160,
          svg: [-1, 1]
            .map((s) =>
              slab(b, s * 5, 3, s * 7.6, 150, b.linear([b.tone("#d9d2c2", 0.1, 0.2), b.tone("#c4bcaa")])),
            )
            .join(""),
        },
        sluice(b, 22),
        person(b, folk(b, "worker", { look: "left", pose: "reach" }), -0.6, 19.6, 4.0),
        person(b, folk(b, "official", { look: "right", pose: "hold" }), 6.3, 12),
        person(b, folk(b, "farmer", { look: "left", pose: "stand" }), 7.2, 12.6),
        tree(b, "palm", -17, 44, 10),
        tree(b, "palm", 16, 48, 11),
      ),
  },
  "cang-ca": {
    mood: "dawn",
    camera: { horizon: 340, height: 4.4, sunX: 1 },
    paint: (b) =>
      scene(
        river(b, { clouds: 0.5, sun: [1200, 280, 28], rise: 90, layers: 2, trees: 16 }) +
          glitter(b, 1200, 345, 700, 150),
        times(11, (i) =>
          boat(
            b,
            "fishing",
            ((i * 0.618) % 1) * 70 - 36,
            70 - i * 3.6,
            13,
            b.pick(["#2f6fa8", "#3f86b5", "#2a5f96", "#3a7a9a"]),
          ),
        ),
        boat(b, "fishing", -8, 22, 12, "#2f74b0"),
        boat(b, "fishing", 7.5, 24.5, 12, "#2a68a0"),
        {
          z: 15,
          svg:
            slab(b, -40, 3, 40, 15.4, b.linear([b.tone("#c4baa6", 0.1), b.tone("#a89e8a", -0.2)])) +
            poly(
              [b.at(-40, 0, 15.4), b.at(40, 0, 15.4), b.at(40, -0.7, 15.4), b.at(-40, -0.7, 15.4)],
              b.tone("#6f6658"),
            ),
        },
        times(12, (i) =>
          basket(
            b,
            -6.5 + (i % 6) * 1.1,
            10.6 + Math.floor(i / 6) * 0.9,
            0.42,
            b.pick(["#b9c9d4", "#a9bcc9", "#e0a898"]),
          ),
        ),
        [
          [-7.6, 11.4, "right", "bend", "farmer"],
          [0.4, 11.6, "left", "reach", "farmer"],
          [3, 12.4, "right", "walk", "man"],
          [4.8, 11, "left", "squat", "farmer"],
          [7, 13, "left", "hold", "woman"],
          [-3.4, 13.4, "back", "reach", "man"],
        ].map(([x, z, look, pose, kind]) =>
          person(
            b,
            folk(b, kind as "man", { look: look as "left", pose: pose as "bend" }),
            Number(x),
            Number(z),
          ),
        ),
        crate(b, 3.4, 0, 10, 0.9, "#3f8fb5", "#b9c9d4"),
        crate(b, 4.4, 0, 9.8, 0.9, "#e8a23a", "#c4d0d8"),
      ) + birds(b, 300, 190, 9, "#f4f0e8"),
  },
  "duong-nong-thon-moi": {
    mood: "noon",
    camera: { horizon: 400, height: 2.1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.62, rise: 120, layers: 3, land: "#86b450" }) +
          road(b, 0, 5.4, 2, 180, "#b8b4aa"),
        rows(b, -60, -7, 10, 45, 0.9, 0.6, "#7ab542"),
        rows(b, 22, 60, 12, 45, 0.9, 0.6, "#7ab542"),
        times(11, (i) =>
          [-1, 1].map((s) =>
            flowers(
              b,
              s * 3,
              s * 4.3,
              5 + i * 3.2,
              8 + i * 3.2,
              13,
              s < 0 ? ["#f2c23a", "#f29a2a"] : ["#e8508a", "#f4a0c0", "#f2c23a"],
            ),
          ),
        ),
        times(6, (i) =>
          house(
            b,
            13.5,
            20 + i * 13,
            8,
            ["#f0dfb8", "#d9e6d8", "#f0d0b0"][i % 3],
            ["#b3543a", "#4f7f9a", "#a85a44"][i % 3],
          ),
        ),
        times(9, (i) => tree(b, "palm", -5.8, 15 + i * 9, 9)),
        times(7, (i) => pole(b, [5.4, 0, 14 + i * 14], [5.4, 7, 14 + i * 14], 0.16, "#a8a8a4")),
        motorbike(
          b,
          1.3,
          15,
          folk(b, "woman", { look: "front", hat: "moto", hatColor: "#e8a0b0" }),
          "#3f7fc0",
        ),
        [
          [-1.6, 11.5],
          [-0.8, 12],
        ].map(([x = 0, z = 0]) =>
          person(
            b,
            folk(b, "pupil", { look: "back", pose: "walk", bag: b.pick(["#e8703a", "#3f7fc0"]) }),
            x,
            z,
          ),
        ),
        person(b, folk(b, "farmer", { look: "front", pose: "walk" }), -2, 24),
      ),
  },
};

function sluice(b: Brush, z: number): Item {
  const piers = [-5.4, 0, 5.4]
    .map((x) => box(b, { x, z, w: 1.1, d: 3, y: -0.2, h: 6.6, color: "#d4cbb8" }).svg)
    .join("");
  const gates = [-2.7, 2.7]
    .map(
      (x) =>
        box(b, { x, z, w: 4.2, d: 0.3, y: 0.2, h: 3, color: "#3f7396" }, (f) =>
          times(5, (i) => line([f.at(0, (i + 0.5) / 5), f.at(1, (i + 0.5) / 5)], b.tone("#24506f"), 3)).join(
            "",
          ),
        ).svg +
        times(16, () => {
          const [px, py] = b.at(x + b.range(-2, 2), 0, z - 0.8);
          return oval(px, py + b.range(-3, 9), b.range(8, 26), b.range(3, 8), "#ffffff", 'opacity="0.55"');
        }).join(""),
    )
    .join("");
  const walk =
    box(b, { x: 0, z: z - 1, w: 13.5, d: 2.4, y: 3.6, h: 0.4, color: "#c4bba6", top: "#d9d2c0" }).svg +
    line([b.at(-6.6, 5, z - 2.2), b.at(6.6, 5, z - 2.2)], b.tone("#e9e6de"), 3);
  const house2 =
    box(b, { x: 0, z, w: 14, d: 3.2, y: 6.4, h: 2.8, color: "#ecc96f" }, (f) =>
      times(
        6,
        (i) =>
          `<path d="M${[f.at((i + 0.25) / 6, 0.3), f.at((i + 0.75) / 6, 0.3), f.at((i + 0.75) / 6, 0.75), f.at((i + 0.25) / 6, 0.75)].map((p) => p.map((v) => v.toFixed(1)).join(" ")).join("L")}Z" fill="${b.tone("#5a7688")}"/>`,
      ).join(""),
    ).svg +
    poly(
      [b.at(-7.6, 9.2, z - 2), b.at(7.6, 9.2, z - 2), b.at(6, 10.8, z), b.at(-6, 10.8, z)],
      b.tone("#a9503a", 0.1),
    );
  return { z: z - 0.5, svg: piers + gates + house2 + walk };
}
