/** Pictures of village life. */
import { block } from "./buildings.ts";
import { type Brush, type Item, times } from "./core.ts";
import { flag } from "./flags.ts";
import { hedge } from "./foliage.ts";
import { table } from "./furniture.ts";
import { folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { basket, heap } from "./props.ts";
import { backdrop, scene, type Scene } from "./scenes.ts";
import { box, patch, pole, slab } from "./solids.ts";
import { line, oval } from "./svg.ts";

/** Pictures of village life by file name. */
export const VILLAGE: Readonly<Record<string, Scene>> = {
  "phan-loai-rac": {
    mood: "noon",
    camera: { horizon: 420, height: 2 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 90, layers: 2, land: "#c2b492" }),
        block(b, {
          x: -8,
          z: 26,
          w: 15,
          d: 7,
          h: 4,
          wall: "#efd9a0",
          floors: 1,
          style: "shutter",
          bay: 3,
          roof: "gable",
          roofColor: "#a9503a",
          rise: 2.6,
          door: true,
        }),
        flag(b, 1.5, 22, 6.5),
        times(3, (i) => bin(b, 0.8 + i * 1.05, 9.2, ["#4f9a4a", "#e0a83a", "#3f7fb5"][i] ?? "#888")),
        table(b, -3.4, 9.4, 2.6, 0.9, "#5f9a8a", true),
        {
          z: 8.9,
          svg:
            heap(b, -4.1, 0.76, 9.2, 0.36, "#7fae4a") +
            heap(b, -3.3, 0.76, 9.2, 0.34, "#8fc0d8") +
            heap(b, -2.6, 0.76, 9.2, 0.3, "#c9a06a"),
        },
        [
          [-4.4, 10.3, "front", "hold"],
          [-3.2, 10.4, "front", "reach"],
          [-0.6, 9.8, "right", "reach"],
          [5, 9.6, "left", "reach"],
          [0.6, 11.6, "front", "stand"],
        ].map(([x, z, look, pose]) =>
          person(
            b,
            folk(b, "woman", {
              look: look as "left",
              pose: pose as "hold",
              top: "#b56a9a",
              cut: "shirt",
              bottom: "#2f2d3a",
              hat: "non",
            }),
            Number(x),
            Number(z),
          ),
        ),
        [
          [-6, 8.6, "right", "child"],
          [6.4, 10.6, "left", "pupil"],
          [7.2, 11, "left", "elder"],
        ].map(([x, z, look, kind]) =>
          person(b, folk(b, kind as "pupil", { look: look as "left" }), Number(x), Number(z)),
        ),
        basket(b, -1.6, 8.2, 0.4, "#7fae4a"),
        tree(b, "round", 11, 22, 8),
        tree(b, "palm", 15, 25, 10),
        hedge(b, 4, 14, 20, 1.2, "#4a8a42", "#e8708a"),
      ),
  },
  "lop-tap-huan-nong-dan": {
    mood: "noon",
    camera: { horizon: 420, height: 2.1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 110, layers: 3, land: "#8fae55" }) +
          slab(b, -60, 22, 60, 60, b.tone("#8cba48", 0.1, 0.1)),
        tree(b, "banyan", 2, 19, 13),
        board(b, -2.4, 15),
        person(b, folk(b, "official", { look: "left", pose: "reach", top: "#8fc0a0" }), -0.8, 14.6),
        times(3, (r) =>
          times(7, (i) => {
            const [x, z] = [-5.6 + i * 1.6 + (r % 2) * 0.5, 7.8 + r * 1.9];
            return [
              person(
                b,
                folk(b, b.pick(["farmer", "farmer", "man", "woman"]), { look: "back", pose: "sit" }),
                x,
                z,
              ),
              stool(b, x, z),
            ];
          }),
        ),
        person(b, folk(b, "farmer", { look: "left", pose: "stand" }), 6.4, 12.4),
        basket(b, 0.9, 14, 0.36, "#7fae4a"),
        {
          z: 3,
          svg: times(30, () =>
            oval(
              b.range(200, 1500),
              b.range(640, 880),
              b.range(20, 70),
              b.range(5, 12),
              b.light.shade,
              'opacity="0.12"',
            ),
          ).join(""),
        },
      ),
  },
};

function bin(b: Brush, x: number, z: number, color: string): Item {
  const body = box(b, { x, z, w: 0.74, d: 0.65, y: 0.06, h: 0.9, color }, (f) =>
    patch(f, 0.3, 0.35, 0.7, 0.62, b.tone("#f6f4ea", f.lit), 'opacity="0.9"'),
  ).svg;
  return {
    z,
    svg:
      oval(...b.at(x, 0, z), b.px(z) * 0.6, b.px(z) * 0.1, b.light.shade, 'opacity="0.4"') +
      body +
      box(b, { x, z, w: 0.8, d: 0.72, y: 0.96, h: 0.1, color, top: color }).svg,
  };
}

function board(b: Brush, x: number, z: number): Item {
  const legs = [-0.9, 0.9].map((d) => pole(b, [x + d, 0, z], [x + d, 2.4, z], 0.09, "#8a6444").svg).join("");
  return {
    z,
    svg:
      legs +
      box(
        b,
        { x, z: z - 0.1, w: 2.5, d: 0.05, y: 0.95, h: 1.5, color: "#f6f2e4" },
        (f) =>
          patch(f, 0.06, 0.08, 0.46, 0.9, b.tone("#bfe0c0")) +
          times(3, (i) => {
            const [px, py] = f.at(0.14 + i * 0.12, 0.85);
            return (
              line(
                [
                  [px, py],
                  [px, py - 40 - i * 12],
                ],
                b.tone("#5f9a3f"),
                4,
              ) + oval(px, py - 46 - i * 12, 9, 13, b.tone("#e0b83f"))
            );
          }).join("") +
          times(4, (i) =>
            patch(
              f,
              0.54,
              0.16 + i * 0.19,
              0.92 - (i % 2) * 0.12,
              0.22 + i * 0.19,
              b.tone(["#d8503a", "#3f7fa8", "#5f9a5a", "#e0a83a"][i] ?? "#888"),
            ),
          ).join(""),
      ).svg,
  };
}

function stool(b: Brush, x: number, z: number): Item {
  return {
    z: z - 0.05,
    svg: box(b, { x, z, w: 0.4, d: 0.36, y: 0.06, h: 0.36, color: b.pick(["#3f7fc0", "#d8483a", "#3f9a6a"]) })
      .svg,
  };
}
