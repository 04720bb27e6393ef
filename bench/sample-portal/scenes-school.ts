/** Pictures of the school. */
import { block } from "./buildings.ts";
import { type Brush, type Item, times } from "./core.ts";
import { flag } from "./flags.ts";
import { hedge } from "./foliage.ts";
import { motorbike } from "./motorbikes.ts";
import { crowd, folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { backdrop, scene, type Scene } from "./scenes.ts";
import { box, pole, slab } from "./solids.ts";
import { line, oval, path, poly } from "./svg.ts";

/** Pictures of the school by file name. */
export const SCHOOL: Readonly<Record<string, Scene>> = {
  "truong-tieu-hoc-gio-ra-choi": {
    mood: "noon",
    camera: { horizon: 430, height: 2.3 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.55, rise: 80, layers: 2, land: "#cdbb98" }),
        block(b, {
          x: -6,
          z: 36,
          w: 44,
          d: 9,
          h: 7.4,
          wall: "#efcf7f",
          floors: 2,
          style: "grid",
          bay: 2.9,
          roof: "hip",
          roofColor: "#b0533c",
          rise: 2.6,
          door: true,
        }),
        veranda(b, -6, 31, 44),
        flag(b, -1, 25, 9),
        hedge(b, -22, 2, 29, 0.9, "#4a8a42", "#f0c23a"),
        tree(b, "flame", 8.6, 17.5, 9.5),
        tree(b, "flame", -15.5, 25, 8),
        tree(b, "round", 19, 30, 9),
        bench(b, 8.4, 15.6),
        crowd(b, ["pupil"], 12, -9, 4, 24, 14, { look: "front" }),
        [
          [-4.6, 10.5, "right", "run"],
          [-3, 11, "left", "run"],
          [-1, 9.2, "back", "run"],
          [0.9, 10, "front", "wave"],
          [2.2, 11.6, "left", "walk"],
          [3.3, 9.4, "right", "run"],
          [5.4, 12, "front", "stand"],
          [-6.2, 13, "right", "walk"],
        ].map(([x, z, look, pose]) =>
          person(b, folk(b, "pupil", { look: look as "left", pose: pose as "run" }), Number(x), Number(z)),
        ),
        { z: 8, svg: dappled(b, 1180, 720) },
      ),
  },
  "bien-giao-thong-cong-truong-hoc": {
    mood: "noon",
    camera: { horizon: 420, height: 2.2 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.6, layers: 0, trees: 40, land: "#c9bca4" }),
        block(b, {
          x: 0,
          z: 44,
          w: 40,
          d: 9,
          h: 10,
          wall: "#efcf7f",
          floors: 3,
          style: "grid",
          bay: 3,
          roof: "hip",
          roofColor: "#b0533c",
          rise: 2.6,
        }),
        flag(b, 5, 34, 9.5),
        gate(b, 24),
        tree(b, "flame", -13, 27, 9),
        tree(b, "flame", 14, 28, 9),
        hedge(b, 6, 20, 25, 1.4),
        hedge(b, -20, -6, 25, 1.4),
        {
          z: 21,
          svg:
            slab(b, -40, 4, 40, 18, b.linear([b.tone("#85888c", 0.1, 0.1), b.tone("#66696e", -0.1)])) +
            times(9, (i) => slab(b, -4 + i * 0.95, 7.4, -3.5 + i * 0.95, 17.4, b.tone("#f6f2e6", 0.1))).join(
              "",
            ),
        },
        sign(b, -5.2, 17.8),
        sign(b, 6.4, 17.8),
        [
          [-2.4, 13, "right", "pupil"],
          [-1.4, 13.4, "right", "pupil"],
          [-0.4, 12.8, "right", "woman"],
          [1.2, 14, "left", "pupil"],
          [2.2, 14.4, "left", "pupil"],
        ].map(([x, z, look, kind]) =>
          person(
            b,
            folk(b, kind as "pupil", {
              look: look as "left",
              pose: "walk",
              bag: b.pick(["#e8703a", "#3f7fc0", "#d84a7a"]),
            }),
            Number(x),
            Number(z),
          ),
        ),
        person(
          b,
          folk(b, "official", { look: "front", pose: "wave", top: "#8fb0c9", hat: "cap" }),
          3.4,
          12.2,
        ),
        crowd(b, ["pupil", "pupil", "woman"], 22, -4.5, 4.5, 30, 19.4, { look: "front" }),
        [
          [-7.4, 10.6, "right"],
          [-5.9, 15.5, "right"],
          [8.4, 16, "left"],
          [7, 11.2, "left"],
        ].map(([x, z, look], i) =>
          motorbike(
            b,
            Number(x),
            Number(z),
            folk(b, i % 2 === 0 ? "woman" : "man", {
              look: look as "left",
              hat: "moto",
              hatColor: ["#e8a0b0", "#3f7fc0", "#f2c23a", "#d8483a"][i] ?? "#888",
            }),
            b.pick(["#c0392b", "#2f5f96", "#3a3d42"]),
            folk(b, "pupil", { hat: "moto", hatColor: "#f2c23a", tall: 1.15 }),
          ),
        ),
      ),
  },
};

function veranda(b: Brush, x: number, z: number, w: number): Item {
  return {
    z,
    svg:
      times(
        16,
        (i) =>
          pole(b, [x - w / 2 + (i * w) / 15, 0, z], [x - w / 2 + (i * w) / 15, 7.2, z], 0.26, "#f6ecd2").svg,
      ).join("") + box(b, { x, z: z + 0.4, w, d: 1, y: 3.5, h: 0.95, color: "#f4e6bd" }).svg,
  };
}

function bench(b: Brush, x: number, z: number): Item {
  return {
    z,
    svg:
      [-0.8, 0.8]
        .map((d) => box(b, { x: x + d, z, w: 0.2, d: 0.4, h: 0.42, color: "#a8a294" }).svg)
        .join("") + box(b, { x, z, w: 2.2, d: 0.5, y: 0.42, h: 0.09, color: "#c9c2b0" }).svg,
  };
}

function dappled(b: Brush, x: number, y: number): string {
  return times(34, () =>
    oval(
      x + b.range(-280, 280),
      y + b.range(-50, 50),
      b.range(20, 60),
      b.range(4, 11),
      b.light.shade,
      'opacity="0.14"',
    ),
  ).join("");
}

function gate(b: Brush, z: number): Item {
  return {
    z,
    svg:
      [-5, 5].map((x) => box(b, { x, z, w: 1, d: 1, h: 4.4, color: "#e8c66a" }).svg).join("") +
      box(b, { x: 0, z, w: 11.6, d: 1.1, y: 4.4, h: 1.1, color: "#b5473a" }).svg +
      poly(
        [b.at(-6.4, 5.5, z - 0.6), b.at(6.4, 5.5, z - 0.6), b.at(5, 6.5, z), b.at(-5, 6.5, z)],
        b.tone("#a9503a", 0.1),
      ) +
      [-1, 1]
        .map((s) =>
          times(7, (i) =>
            line(
              [
                b.at(s * (4.4 - i * 0.12), 0.1, z + 0.3 + i * 0.3),
                b.at(s * (4.4 - i * 0.12), 2.6, z + 0.3 + i * 0.3),
              ],
              b.tone("#3f6f8f"),
              2.2,
            ),
          ).join(""),
        )
        .join(""),
  };
}

function sign(b: Brush, x: number, z: number): Item {
  const [sx, sy] = b.at(x, 3.1, z);
  const k = b.px(z) * 0.52;
  const figure = (dx: number, s: number): string =>
    oval(sx + dx, sy - 0.05 * k - s, s * 0.32, s * 0.32, "#20242c") +
    path(
      `M${String(sx + dx)} ${String(sy - s * 0.7)}L${String(sx + dx)} ${String(sy + s * 0.2)}L${String(sx + dx - s * 0.5)} ${String(sy + s)}M${String(sx + dx)} ${String(sy + s * 0.2)}L${String(sx + dx + s * 0.5)} ${String(sy + s)}`,
      "none",
      `stroke="#20242c" stroke-width="${String(Math.max(1.5, s * 0.3))}" stroke-linecap="round"`,
    );
  return {
    z,
    svg:
      pole(b, [x, 0, z], [x, 3, z], 0.1, "#9aa0a4").svg +
      path(
        `M${String(sx)} ${String(sy - k * 1.15)}L${String(sx + k * 1.15)} ${String(sy + k * 0.8)}L${String(sx - k * 1.15)} ${String(sy + k * 0.8)}Z`,
        "#ffd93b",
        `stroke="#d8241d" stroke-width="${String(k * 0.2)}" stroke-linejoin="round"`,
      ) +
      figure(-k * 0.2, k * 0.42) +
      figure(k * 0.28, k * 0.34),
  };
}
