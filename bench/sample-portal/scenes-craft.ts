/** Pictures of crafts. */
import { block } from "./buildings.ts";
import { type Brush, type Item, times } from "./core.ts";
import { folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { backdrop, scene, type Scene } from "./scenes.ts";
import { box, patch, pole } from "./solids.ts";
import { line, oval, poly } from "./svg.ts";

/** Pictures of crafts by file name. */
export const CRAFT: Readonly<Record<string, Scene>> = {
  "lang-nghe-det-chieu": {
    mood: "noon",
    camera: { horizon: 400, height: 2.2 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 80, layers: 2, trees: 40, land: "#c9b183" }),
        block(b, {
          x: -7.5,
          z: 22,
          w: 15,
          d: 6,
          h: 3.2,
          wall: "#e6cf9f",
          style: "none",
          roof: "gable",
          roofColor: "#a8593f",
          rise: 2.4,
        }),
        {
          z: 18.9,
          svg: poly(
            [b.at(-14, 2.8, 18.9), b.at(-1, 2.8, 18.9), b.at(-1, 0, 18.9), b.at(-14, 0, 18.9)],
            b.linear([b.tone("#4a3626", -0.3), b.tone("#6a4e36")]),
          ),
        },
        times(4, (i) => pole(b, [-14 + i * 4.33, 0, 18.6], [-14 + i * 4.33, 3, 18.6], 0.3, "#8a6444")),
        matRack(b, 1.4, 17),
        matRack(b, 6.4, 18),
        matRack(b, 3.9, 12),
        matRack(b, 10.4, 22),
        loom(b, -3.6, 9.2),
        loom(b, -4.6, 13.4),
        person(
          b,
          folk(b, "farmer", { look: "right", pose: "sit", hat: undefined, top: "#8a4f5f" }),
          -5.1,
          9.3,
        ),
        person(b, folk(b, "woman", { look: "left", pose: "sit" }), -2.1, 9.2),
        person(b, folk(b, "farmer", { look: "right", pose: "sit", hat: undefined }), -6.1, 13.5),
        person(b, folk(b, "farmer", { look: "right", pose: "reach" }), 4.9, 10.6),
        person(
          b,
          folk(b, "farmer", {
            look: "left",
            pose: "walk",
            carry: '<path d="M-4 -86L26 -92" stroke="#b8863f" stroke-width="7" stroke-linecap="round"/>',
          }),
          0.2,
          13,
        ),
        sedge(b, 0.6, 8),
        sedge(b, 1.6, 8.5),
        tree(b, "palm", -17, 25, 11),
        tree(b, "palm", 15, 30, 11),
        tree(b, "banana", 1.6, 23, 4),
      ),
  },
};

function matRack(b: Brush, x: number, z: number): Item[] {
  const colors = ["#d8432f", "#3f9a6a", "#e8b83a", "#a8508a", "#3f7fb5"];
  const poles = [-1.9, 1.9].flatMap((d) => [pole(b, [x + d, 0, z], [x + d, 2.3, z], 0.1, "#9a7a50")]);
  const mats = times(2, (i) => {
    const mx = x - 0.95 + i * 1.9;
    const c = colors[Math.floor(b.rnd() * colors.length)] ?? "#d8432f";
    return box(
      b,
      { x: mx, z, w: 1.6, d: 0.05, y: 0.35, h: 1.85, color: "#ecd9a4" },
      (f) =>
        times(5, (j) =>
          patch(f, 0.06 + j * 0.19, 0, 0.15 + j * 0.19, 1, b.tone(c, f.lit + 0.1), 'opacity="0.85"'),
        ).join("") +
        patch(f, 0, 0.03, 1, 0.08, b.tone(c, f.lit)) +
        patch(f, 0, 0.92, 1, 0.97, b.tone(c, f.lit)) +
        times(3, (j) => {
          const p = f.at(0.5, 0.25 + j * 0.25);
          const k = b.px(z) * 0.14;
          return poly(
            [
              [p[0], p[1] - k],
              [p[0] + k, p[1]],
              [p[0], p[1] + k],
              [p[0] - k, p[1]],
            ],
            b.tone("#f6ecc8", 0.1),
          );
        }).join(""),
    );
  });
  return [...poles, pole(b, [x - 2.1, 2.25, z], [x + 2.1, 2.25, z], 0.1, "#b08a58"), ...mats];
}

function loom(b: Brush, x: number, z: number): Item {
  const frame =
    [-1, 1]
      .map(
        (d) =>
          pole(b, [x + d, 0, z], [x + d, 1.3, z], 0.13, "#8a6444").svg +
          pole(b, [x + d, 0.5, z - 0.6], [x + d, 0.5, z + 0.9], 0.1, "#7a5638").svg,
      )
      .join("") + pole(b, [x - 1.1, 1.28, z], [x + 1.1, 1.28, z], 0.12, "#9a7048").svg;
  const cloth = poly(
    [
      b.at(x - 0.85, 0.55, z - 0.8),
      b.at(x + 0.85, 0.55, z - 0.8),
      b.at(x + 0.85, 0.6, z + 0.8),
      b.at(x - 0.85, 0.6, z + 0.8),
    ],
    b.tone("#ecd9a4", 0.1),
  );
  const stripes = times(7, (i) =>
    poly(
      [
        b.at(x - 0.75 + i * 0.22, 0.56, z - 0.8),
        b.at(x - 0.66 + i * 0.22, 0.56, z - 0.8),
        b.at(x - 0.66 + i * 0.22, 0.61, z + 0.3),
        b.at(x - 0.75 + i * 0.22, 0.61, z + 0.3),
      ],
      b.tone(["#d8432f", "#3f9a6a", "#a8508a"][i % 3] ?? "#d8432f"),
    ),
  ).join("");
  const warp = times(18, (i) =>
    line(
      [b.at(x - 0.85 + i * 0.1, 0.62, z + 0.8), b.at(x - 0.85 + i * 0.1, 1.2, z)],
      b.tone("#e8dcb8", 0.1),
      1,
      'opacity="0.8"',
    ),
  ).join("");
  return { z, svg: warp + cloth + stripes + frame };
}

function sedge(b: Brush, x: number, z: number): Item {
  return {
    z,
    svg:
      oval(...b.at(x, 0, z), 44, 8, b.light.shade, 'opacity="0.3"') +
      times(34, (i) => {
        const lean = (i / 33 - 0.5) * 0.9;
        return line(
          [b.at(x + lean * 0.2, 0, z), b.at(x + lean * 0.14, 0.5, z), b.at(x + lean * 0.7, 1.25, z)],
          b.tone(
            ["#d8432f", "#e8b83a", "#7fa84a", "#c9b06a"][Math.floor(i / 9)] ?? "#c9b06a",
            b.range(-0.3, 0.3),
          ),
          2.6,
        );
      }).join("") +
      line([b.at(x - 0.12, 0.5, z), b.at(x + 0.12, 0.5, z)], b.tone("#8a6a3f"), 6),
  };
}
