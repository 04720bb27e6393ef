/** Pictures of health, safety and sport. */
import { block } from "./buildings.ts";
import { type Brush, type Item, times } from "./core.ts";
import { hedge } from "./foliage.ts";
import { house } from "./houses.ts";
import { crowd, folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { backdrop, scene, type Scene } from "./scenes.ts";
import { box, pole, slab } from "./solids.ts";
import { poly } from "./svg.ts";
import { vehicle } from "./vehicles.ts";

/** Pictures of health, safety and sport by file name. */
export const CARE: Readonly<Record<string, Scene>> = {
  "benh-vien-da-khoa": {
    mood: "noon",
    camera: { horizon: 480, height: 2, focal: 850 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.6, rise: 70, layers: 2, land: "#86ad58" }) +
          slab(b, -60, 14, 60, 27, b.tone("#8d9094")) +
          slab(b, -60, 27, 60, 31, b.tone("#d2c9b6", 0.1)) +
          slab(b, -6, 2, 6, 14, b.tone("#8d9094", -0.1)),
        block(b, {
          x: -2,
          z: 46,
          w: 46,
          d: 14,
          h: 17.5,
          wall: "#f2f1ea",
          floors: 5,
          style: "ribbon",
          bay: 3,
        }),
        block(b, { x: 0, z: 38, w: 12, d: 5, h: 19, wall: "#dfeef0", floors: 5, style: "glass", bay: 2 }),
        box(b, { x: 0, z: 33.5, w: 13, d: 7, y: 3.6, h: 0.7, color: "#3f8fa8" }),
        [-5.6, 5.6].map((x) => pole(b, [x, 0, 31], [x, 3.7, 31], 0.4, "#e9e6df")),
        redCross(b, 0, 16.6, 35.3),
        vehicle(b, { kind: "van", x: -5.6, z: 18, rot: 0, color: "#f7f7f4", stripe: "#d8382f", cross: true }),
        vehicle(b, { kind: "car", x: 9.5, z: 23, rot: 0, color: "#b9c4cc" }),
        crowd(b, ["woman", "man", "elder", "doctor", "nurse"], 11, -7, 9, 29, 15),
        [-20, -13, 14, 21].map((x) => tree(b, "palm", x, 29, 11)),
        hedge(b, -26, -8, 28, 1, "#4a8a42", "#e8708a"),
        hedge(b, 8, 26, 28, 1, "#4a8a42", "#e8708a"),
      ),
  },
  "phong-kham-luu-dong": {
    mood: "dawn",
    camera: { horizon: 400, height: 2.1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 290, layers: 5, trees: 0, land: "#b59a6a", sharp: 1.2 }),
        house(b, -12.5, 29, 9, "#b58a5a", "#7a6a5a"),
        house(b, 14, 33, 8, "#c49a68", "#8a6a54"),
        tree(b, "bamboo", -18, 27, 9),
        tree(b, "banana", 8.6, 27, 4),
        tree(b, "round", 18, 25, 8),
        vehicle(b, { kind: "van", x: 1, z: 13.5, rot: 0, color: "#f8f8f4", stripe: "#2f9a8a", cross: true }),
        canopy(b, -4.6, 12.6),
        box(b, { x: -4.4, z: 11.8, w: 2, d: 0.8, h: 0.76, color: "#e9ece6", top: "#f6f6f0" }),
        person(b, folk(b, "doctor", { look: "left", pose: "reach" }), -3.6, 12.4),
        person(b, folk(b, "elder", { look: "right", pose: "sit", top: "#2f3f6a", hair: "bun" }), -5.9, 11.8),
        person(b, folk(b, "nurse", { look: "right", pose: "hold" }), 4.8, 11.4),
        person(
          b,
          folk(b, "woman", { look: "left", top: "#7a2f4a", bottom: "#22304a", cut: "skirt" }),
          5.9,
          11.2,
        ),
        person(b, folk(b, "child", { look: "left", top: "#c0574a" }), 6.6, 10.8),
        times(4, (i) =>
          person(
            b,
            folk(b, i % 2 === 0 ? "woman" : "elder", {
              look: "right",
              top: ["#2f3f6a", "#7a2f4a", "#3f5f4a", "#4a3a6a"][i] ?? "#333",
              bottom: "#22263a",
              cut: "skirt",
            }),
            -10.2 + i * 1.05,
            12.4,
          ),
        ),
      ),
  },
};

function redCross(b: Brush, x: number, y: number, z: number): Item {
  const arm = (w: number, h: number): string =>
    poly(
      [b.at(x - w, y + h, z), b.at(x + w, y + h, z), b.at(x + w, y - h, z), b.at(x - w, y - h, z)],
      b.tone("#d8342c"),
    );
  return { z, svg: arm(1.3, 0.42) + arm(0.42, 1.3) };
}

function canopy(b: Brush, x: number, z: number): Item {
  const posts = [-1.9, 1.9]
    .flatMap((d) =>
      [z - 1.1, z + 1.1].map((pz) => pole(b, [x + d, 0, pz], [x + d, 2.4, pz], 0.06, "#b9bcb8").svg),
    )
    .join("");
  return {
    z: z - 1.2,
    svg:
      posts +
      poly(
        [
          b.at(x - 2.1, 2.4, z - 1.2),
          b.at(x + 2.1, 2.4, z - 1.2),
          b.at(x + 0.3, 3.2, z),
          b.at(x - 0.3, 3.2, z),
        ],
        b.linear([b.tone("#4fa898", 0.2), b.tone("#3f9080")]),
      ) +
      poly(
        [
          b.at(x - 2.1, 2.4, z - 1.2),
          b.at(x + 2.1, 2.4, z - 1.2),
          b.at(x + 2.1, 2.12, z - 1.2),
          b.at(x - 2.1, 2.12, z - 1.2),
        ],
        b.tone("#f4f4ec"),
      ),
  };
}
