/** Pictures along the river. */
import { boat } from "./boats.ts";
import { stage, times } from "./core.ts";
import { flag } from "./flags.ts";
import { excavator } from "./machines.ts";
import { crowd, folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { balloons, garland } from "./props.ts";
import { cableBridge } from "./roads.ts";
import { river, scene, type Scene } from "./scenes.ts";
import { pole, slab } from "./solids.ts";
import { type Pt, W, line, oval, poly } from "./svg.ts";
import { vehicle } from "./vehicles.ts";
import { glitter } from "./water.ts";

/** Pictures along the river by file name. */
export const RIVERSIDE: Readonly<Record<string, Scene>> = {
  "duong-cao-toc-ven-song": {
    mood: "sunset",
    camera: { horizon: 380, height: 9, sunX: -1 },
    paint: (b) => {
      const ways: readonly Pt[] = [
        [4, 6],
        [6, 60],
        [0, 130],
        [-18, 220],
        [-44, 330],
        [-60, 420],
      ];
      const edge = (dx: number): Pt[] => ways.map(([x, z]) => b.at(x + dx, 0.4, z));
      const band = (a: number, c: number, fill: string): string =>
        poly([...edge(a), ...edge(c).reverse()], fill);
      const lanes =
        band(-2, 27, b.tone("#b5ab8f", -0.15)) +
        band(0, 25, b.linear([b.tone("#7d7a7c", 0.3, 0.35), b.tone("#6a696e", 0), b.tone("#55555c", -0.2)])) +
        band(12, 13, b.tone("#7f9a55", 0)) +
        [0.6, 24.2].map((x) => band(x, x + 0.25, b.tone("#f4efe0", 0.2))).join("");
      const dashes = times(44, (i) =>
        [6.3, 18.6]
          .map((dx) => {
            const z = 11 + i * 8;
            const k = Math.max(
              1,
              ways.findIndex((w) => w[1] > z),
            );
            const [p, q] = [ways[k - 1] ?? [0, 0], ways[k] ?? [0, 1]];
            const x = p[0] + ((q[0] - p[0]) * (z - p[1])) / (q[1] - p[1]) + dx;
            return slab(b, x, z, x + 0.25, z + 3.4, b.tone("#f4efe0", 0.1, b.haze(z)), 0.42);
          })
          .join(""),
      ).join("");
      const cars = [
        [9, 26, 90, "#e9e6de"],
        [3.4, 50, 90, "#b03a2e"],
        [9.5, 80, 90, "#35506f"],
        [15.6, 34, -90, "#d8d8d4"],
        [21.5, 62, -90, "#3f3f45"],
        [16, 105, -90, "#c9a23a"],
      ] as const;
      return scene(
        river(b, { clouds: 0.55, sun: [420, 330, 30], rise: 190, layers: 4, trees: 18 }) +
          glitter(b, 420, 392, 820, 140) +
          poly(
            [...ways.map(([x, z]) => b.at(x - 7, 0, z)), [W + 10, 384], [W + 10, 930], [200, 930]],
            b.linear([b.tone("#7f9550", 0.1, 0.4), b.tone("#7f9550", -0.1)]),
            `filter="${b.texture(0.03, 0.1, 2.4)}"`,
          ) +
          lanes +
          dashes,
        cars.map(([x, z, rot, color]) =>
          vehicle(b, {
            kind: z === 62 ? "truck" : "car",
            x: x + 4,
            z,
            rot,
            color,
            ...(z === 62 ? { cargo: "#4f7f9a" } : {}),
          }),
        ),
        times(12, (i) => tree(b, "round", 36 + (i % 3) * 7, 40 + i * 11, 8)),
        times(8, (i) =>
          pole(b, [2.5 - i * 0.3, 0, 18 + i * 14], [2.5 - i * 0.3, 8.5, 18 + i * 14], 0.16, "#a8a9a8"),
        ),
      );
    },
  },
  "khanh-thanh-cau": {
    mood: "noon",
    camera: { horizon: 400, height: 2.5 },
    paint: (b) => {
      const deck =
        slab(
          b,
          -7.5,
          2,
          7.5,
          260,
          b.linear([b.tone("#8d9094", 0.2, 0.4), b.tone("#84878c"), b.tone("#6d7076", -0.1)]),
        ) +
        [-7, 7].map((x) => slab(b, x - 0.5, 2, x + 0.5, 260, b.tone("#d9d4c6", 0.1))).join("") +
        slab(b, -3.2, 3, 3.2, 40, b.tone("#b52f2a"));
      const pylon = [60, 150].map((z) => ({
        z,
        svg:
          stage(
            pole(b, [-9, 0, z], [-2.2, 46, z], 2, "#ece4d4"),
            pole(b, [9, 0, z], [2.2, 46, z], 2, "#ece4d4"),
            pole(b, [-7, 17, z], [7, 17, z], 1.5, "#e4dccb"),
          ) +
          times(13, (i) =>
            [-1, 1]
              .map((s) =>
                line(
                  [b.at(s * 2.4, 45 - i * 1.6, z), b.at(s * 7.3, 1, Math.max(4, z - 58 + i * 4.2))],
                  b.tone("#fbf8f0"),
                  1.4,
                  'opacity="0.9"',
                ),
              )
              .join(""),
          ).join(""),
      }));
      const rail = [-7.4, 7.4].map((x) => ({
        z: 199,
        svg:
          times(34, (i) =>
            line(
              [b.at(x, 0.3, 5 + i * 4), b.at(x, 1.3, 5 + i * 4)],
              b.tone("#e9e6df"),
              Math.max(0.8, b.px(5 + i * 4) * 0.07),
            ),
          ).join("") + line([b.at(x, 1.3, 4), b.at(x, 1.3, 200)], b.tone("#f2efe8"), 3),
      }));
      const people = times(9, (i) =>
        person(
          b,
          folk(b, i % 4 === 1 ? "aodai" : "suit", { look: "front", pose: i % 4 === 1 ? "hold" : "reach" }),
          -4.4 + i * 1.1,
          11,
        ),
      );
      return scene(
        river(b, { clouds: 0.6, rise: 150, layers: 3, trees: 16 }) + deck,
        pylon,
        rail,
        people,
        crowd(b, ["man", "woman", "aodai", "official", "pupil"], 46, -6.4, 6.4, 38, 14, { look: "front" }),
        {
          z: 10.5,
          svg:
            line(
              [b.at(-6, 0.95, 10.4), b.at(0, 0.82, 10.4), b.at(6, 0.95, 10.4)],
              b.tone("#d8241d", 0.1),
              9,
            ) +
            [-3, 0, 3]
              .map((x) => {
                const [px, py] = b.at(x, 0.85, 10.4);
                return times(6, (i) =>
                  oval(
                    px + Math.cos(i) * 15,
                    py + Math.sin(i) * 12,
                    13,
                    9,
                    b.tone("#d8241d", i % 2 === 0 ? 0.25 : -0.2),
                  ),
                ).join("");
              })
              .join(""),
        },
        pole(b, [-6, 0, 10.4], [-6, 1.1, 10.4], 0.09, "#c9a23a"),
        pole(b, [6, 0, 10.4], [6, 1.1, 10.4], 0.09, "#c9a23a"),
        balloons(b, -6.2, 1.3, 11, 16),
        balloons(b, 6.2, 1.3, 11, 16),
        balloons(b, -3, 6.5, 30, 10),
        balloons(b, 4.5, 7.5, 26, 10),
        [-7.2, 7.2].map((x) => flag(b, x, 16, 6.5)),
      );
    },
  },
  "ke-chong-sat-lo": {
    mood: "noon",
    camera: { horizon: 340, height: 6.5 },
    paint: (b) => {
      const edge = (x: number, y: number): Pt[] =>
        times(24, (i): Pt => {
          const z = 4.2 + i * 7;
          return b.at(x - 10 + Math.sin(i * 0.24) * 8 + i * 0.4, y, z);
        });
      const strip = (p: Pt[], q: Pt[], fill: string, extra = ""): string =>
        poly([...p, ...q.slice().reverse()], fill, extra);
      const grid =
        times(24, (i) => {
          const z = 4.2 + i * 7;
          const x = -10 + Math.sin(i * 0.24) * 8 + i * 0.4;
          return line(
            [b.at(x, 0, z), b.at(x + 6.4, 3.2, z)],
            b.tone("#8f8a7f", -0.2, b.haze(z)),
            Math.max(1, b.px(z) * 0.07),
          );
        }).join("") + [1.6, 3.2, 4.8].map((d) => line(edge(d, d / 2), b.tone("#8f8a7f", -0.2), 1.6)).join("");
      const wall =
        strip(
          edge(0, 0),
          edge(6.4, 3.2),
          b.linear([b.tone("#cfc9ba", 0.1, 0.4), b.tone("#c6bfae"), b.tone("#a39c8c", -0.15)]),
        ) +
        grid +
        strip(edge(6.4, 3.2), edge(10.5, 3.2), b.tone("#d9cfb8", 0.1)) +
        strip(
          edge(10.5, 3.2),
          [...edge(90, 3.2)],
          b.tone("#b59468", -0.02, 0.1),
          `filter="${b.texture(0.03, 0.1, 3)}"`,
        );
      const up = (item: { z: number; svg: string }) => item;
      return scene(
        river(b, { clouds: 0.55, rise: 120, layers: 3, trees: 20 }, 900, "", "#8a8c6c") + wall,
        up({
          z: 34,
          svg: `<g transform="translate(0 ${String(-3.2 * b.px(34))})">${excavator(b, 13, 34, -1).svg}</g>`,
        }),
        {
          z: 70,
          svg: `<g transform="translate(0 ${String(-3.2 * b.px(70))})">${vehicle(b, { kind: "truck", x: 30, z: 70, rot: 0, color: "#3f6f9a", cargo: "#c9a56a" }).svg}</g>`,
        },
        [
          [5.5, 17, "right"],
          [7, 18.5, "left"],
          [9.5, 22, "left"],
          [4.2, 28, "back"],
        ].map(([x, z, look]) =>
          person(b, folk(b, "worker", { look: look as "left", pose: "stand" }), Number(x), Number(z), 3.2),
        ),
        times(16, (i) => tree(b, "round", 24 + i * 5.2, 85 + (i % 4) * 9, 8, 3)),
        boat(b, "barge", -26, 60, 26, "#5a6a74"),
      );
    },
  },
  "giai-chay-ven-song": {
    mood: "dawn",
    camera: { horizon: 390, height: 2.1, sunX: -1 },
    paint: (b) => {
      const path1 =
        poly(
          [b.at(-2.5, 0, 4), b.at(-2.5, 0, 160), b.at(2, 0, 160), b.at(8, 0, 4)],
          b.linear([b.tone("#c98f74", 0.2, 0.35), b.tone("#b8755c"), b.tone("#9f6450", -0.1)]),
        ) +
        [-0.5, 2.2, 4.6]
          .map((x) =>
            line(
              [b.at(x, 0, 4.2), b.at(x * 0.5 - 0.8, 0, 160)],
              b.tone("#f6efe2", 0.1),
              2.2,
              'opacity="0.8"',
            ),
          )
          .join("");
      const bankside = poly(
        [b.at(-3.4, 0, 4), b.at(-3.4, 0, 190), [W, 394], [W, 920], [100, 920]],
        b.linear([b.tone("#86a058", 0.2, 0.45), b.tone("#7a9a4c", 0), b.tone("#6a8a44", -0.2)]),
        `filter="${b.texture(0.03, 0.1, 2.4)}"`,
      );
      const rail =
        times(26, (i) =>
          line(
            [b.at(-3.1, 0, 5 + i * 5), b.at(-3.1, 1, 5 + i * 5)],
            b.tone("#ece6d8"),
            Math.max(1, b.px(5 + i * 5) * 0.06),
          ),
        ).join("") + line([b.at(-3.1, 1, 4), b.at(-3.1, 1, 160)], b.tone("#f4eee0"), 3);
      return scene(
        river(
          b,
          { clouds: 0.5, sun: [330, 320, 28], rise: 120, layers: 3, trees: 18 },
          900,
          cableBridge(b, -190, 240, -20, 300, 10, 40, [0.4]),
        ) +
          glitter(b, 330, 398, 800, 120) +
          bankside +
          path1 +
          rail,
        times(26, (i) =>
          person(
            b,
            folk(b, "runner", { look: "front", pose: "run" }),
            -1.4 + ((i * 0.618) % 1) * (5.4 - i * 0.1),
            6.6 + i * 1.5,
          ),
        ),
        times(9, (i) => tree(b, i % 3 === 1 ? "flame" : "round", 10 + i * 0.7, 16 + i * 9, 7.5)),
        crowd(b, ["man", "woman", "child"], 14, 6.6, 9, 13, 40, { look: "left", pose: "wave" }),
        garland(b, [-3.4, 4.6, 18], [6.4, 4.6, 18], "pennants", 24),
        pole(b, [-3.4, 0, 18], [-3.4, 4.7, 18], 0.14, "#d8d2c4"),
        pole(b, [6.4, 0, 18], [6.4, 4.7, 18], 0.14, "#d8d2c4"),
      );
    },
  },
};
