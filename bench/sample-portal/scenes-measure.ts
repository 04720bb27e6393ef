/** Pictures of measuring and energy. */
import { boat } from "./boats.ts";
import { block } from "./buildings.ts";
import { type Brush, type Item, times } from "./core.ts";
import { rock } from "./crops.ts";
import { hedge } from "./foliage.ts";
import { grass, mist, range, sky } from "./landscape.ts";
import { folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { mound } from "./scene-parts.ts";
import { backdrop, bank, river, scene, type Scene } from "./scenes.ts";
import { box, pole, slab } from "./solids.ts";
import { type Pt, line, oval, poly } from "./svg.ts";

/** Pictures of measuring and energy by file name. */
export const MEASURE: Readonly<Record<string, Scene>> = {
  "lay-mau-nuoc": {
    mood: "noon",
    camera: { horizon: 360, height: 2 },
    paint: (b) =>
      scene(
        river(b, { clouds: 0.55, rise: 150, layers: 4, trees: 26 }),
        { z: 11.5, svg: bank(b, 640, "#7f9a52", 46) },
        times(16, (i) => ({
          z: 11,
          svg: rock(b, 40 + i * 104, 655 + Math.sin(i * 0.9) * 26, b.range(16, 36)),
        })),
        person(
          b,
          folk(b, "official", {
            look: "left",
            pose: "squat",
            top: "#f4f6f6",
            cut: "coat",
            hat: "cap",
            hatColor: "#3f8fa8",
            carry:
              '<rect x="16" y="-29" width="4" height="12" rx="1.6" fill="#9fd4e0" stroke="#fff" stroke-width="0.8"/>',
          }),
          -1,
          7.4,
        ),
        person(
          b,
          folk(b, "woman", { look: "left", pose: "hold", top: "#8fc0c9", hat: "cap", hatColor: "#3f8fa8" }),
          1,
          7,
        ),
        box(b, { x: 0.2, z: 6.2, w: 0.7, d: 0.45, h: 0.4, color: "#e0702f", top: "#f4f0e6" }),
        tree(b, "bamboo", 6.4, 11.5, 8),
        boat(b, "sampan", -9, 28, 7, "#6a4a36", [folk(b, "farmer", { look: "right", pose: "paddle" })]),
      ) + grass(b, 840, 930, "#6a9444", 260, 64),
  },
  "tram-do-mua": {
    mood: "overcast",
    camera: { horizon: 520, height: 1.9 },
    paint: (b) =>
      scene(
        sky(b, { clouds: 0.85 }) + range(b, 540, 240, 4, "#3f6b52", 0.9) + mist(b, 500, 70, 0.6),
        {
          z: 60,
          svg:
            `<rect x="0" y="535" width="1600" height="370" fill="${b.tone("#6f8f5a", 0, 0.35)}"/>` +
            mound(b, 640, 560, "#7f9f55", 0),
        },
        pole(b, [0.4, -0.4, 9], [0.4, 3.2, 9], 0.1, "#d4d8d8"),
        gauge(b, 0.4, 9),
        fence(b, 9),
        person(b, folk(b, "official", { look: "left", pose: "reach", top: "#f2c23a", hat: "cap" }), 1.9, 8.4),
        tree(b, "acacia", -8.6, 15, 6, -0.6),
      ) + grass(b, 700, 930, "#7a9a50", 460, 54),
  },
  "dien-mat-troi": {
    mood: "noon",
    camera: { horizon: 300, height: 7 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 150, layers: 4, land: "#9aaf5c" }) +
          slab(b, -2.6, 8, 2.6, 160, b.linear([b.tone("#c9b48a", 0.1, 0.2), b.tone("#b59f78")])),
        times(15, (r) => [-1, 1].map((s) => panels(b, s, 15 + r * 7.4))),
        block(b, { x: 30, z: 135, w: 12, d: 7, h: 4, wall: "#e9ebe6", floors: 1 }),
        person(b, folk(b, "worker", { look: "back", pose: "walk" }), -0.9, 19),
        person(b, folk(b, "worker", { look: "back", pose: "reach" }), 0.7, 20),
        times(5, (i) => pole(b, [-44 + i * 24, 0, 145], [-44 + i * 24, 20, 145], 0.5, "#8f979c")),
      ),
  },
  "tram-quan-trac": {
    mood: "noon",
    camera: { horizon: 410, height: 2.2 },
    paint: (b) =>
      scene(
        river(b, { clouds: 0.55, rise: 170, layers: 4, trees: 18 }, 760),
        { z: 60, svg: bank(b, 560, "#7a9c50", 14) },
        block(b, { x: 3.4, z: 13, w: 3.8, d: 2.8, h: 2.7, wall: "#eef0ec", floors: 1, bay: 2, door: true }),
        pole(b, [6.2, 0, 13], [6.2, 5.5, 13], 0.14, "#aeb4b8"),
        box(b, { x: 6.2, z: 13, w: 1.5, d: 0.1, y: 3.7, h: 0.95, color: "#27406a" }, (f) =>
          times(5, (i) => line([f.at(i / 5, 0), f.at(i / 5, 1)], "#8fb4d8", 1)).join(""),
        ),
        box(b, { x: 6.2, z: 12.9, w: 0.55, d: 0.4, y: 1.3, h: 0.8, color: "#dfe3e2" }),
        {
          z: 13,
          svg: [-0.6, 0, 0.6]
            .map((dx) => {
              const [x, y] = b.at(6.2 + dx, 5.5 - Math.abs(dx) * 0.4, 13);
              return oval(x, y, 11, 8, b.tone("#3a3f46"));
            })
            .join(""),
        },
        box(b, { x: -4.4, z: 20, w: 1.6, d: 11, y: 0.1, h: 0.18, color: "#b08a5a", top: "#c9a878" }),
        times(8, (i) =>
          pole(
            b,
            [-5 + (i % 2) * 1.3, 0, 14.5 + Math.floor(i / 2) * 2],
            [-5 + (i % 2) * 1.3, 1.1, 14.5 + Math.floor(i / 2) * 2],
            0.07,
            "#e9e6df",
          ),
        ),
        person(b, folk(b, "worker", { look: "left", pose: "hold" }), -2.4, 12),
        person(b, folk(b, "official", { look: "left", pose: "bend" }), -4.4, 20, 0.28),
        tree(b, "bamboo", 9.6, 17, 9),
        tree(b, "palm", -11.5, 19, 10),
        hedge(b, 7, 15, 20, 1.6),
      ) + grass(b, 820, 930, "#6f9a48", 260, 60),
  },
};

function gauge(b: Brush, x: number, z: number): Item {
  const cup = [
    b.at(x - 0.22, 3.7, z),
    b.at(x + 0.22, 3.7, z),
    b.at(x + 0.12, 3.15, z),
    b.at(x - 0.12, 3.15, z),
  ];
  return {
    z: z - 0.05,
    svg:
      poly(cup, b.round("#eef2f2")) +
      oval(...b.at(x, 3.7, z), 29, 6, b.tone("#5f6f78")) +
      box(
        b,
        { x: x - 0.02, z, w: 0.42, d: 0.25, y: 1.5, h: 0.6, color: "#dfe4e4" },
        (f) =>
          `<path d="M${[f.at(0.2, 0.2), f.at(0.8, 0.2), f.at(0.8, 0.5), f.at(0.2, 0.5)].map((p) => p.map((v) => v.toFixed(1)).join(" ")).join("L")}Z" fill="#2f4a5f"/>`,
      ).svg +
      box(b, { x: x + 0.7, z, w: 0.9, d: 0.1, y: 2.2, h: 0.55, color: "#27406a" }, (f) =>
        times(5, (i) => line([f.at(i / 5, 0), f.at(i / 5, 1)], "#8fb4d8", 1)).join(""),
      ).svg +
      pole(b, [x, 2.5, z], [x + 0.4, 2.5, z], 0.06, "#c4c8c8").svg,
  };
}

function fence(b: Brush, z: number): Item[] {
  return [z + 1.2, z - 1.4]
    .map((fz) => ({
      z: fz,
      svg:
        times(13, (i) =>
          line([b.at(-1.9 + i * 0.38, -0.1, fz), b.at(-1.9 + i * 0.38, 1, fz)], b.tone("#e4e8e4"), 3),
        ).join("") +
        [0.35, 0.9].map((y) => line([b.at(-1.9, y, fz), b.at(2.7, y, fz)], b.tone("#d4d8d4"), 3)).join(""),
    }))
    .slice(0, 1);
}

function panels(b: Brush, s: number, z: number): Item {
  const cols = Math.ceil((z * 0.75) / 5);
  return {
    z,
    svg: times(cols, (i) => {
      const x = s * (4 + i * 5);
      const [l, r] = s > 0 ? [x, x + 4.6] : [x - 4.6, x];
      const q = (u: number, v: number): Pt => b.at(l + (r - l) * u, 0.8 + v * 1.9, z + v * 2.6);
      const haze = b.haze(z);
      return (
        line(
          [b.at((l + r) / 2, 0, z + 1.2), q(0.5, 0.5)],
          b.tone("#8a8f94", 0, haze),
          Math.max(1, b.px(z) * 0.12),
        ) +
        poly(
          [q(0, 0), q(1, 0), q(1, 1), q(0, 1)],
          b.linear([b.tone("#6f9fd0", 0.3, haze), b.tone("#2f5590", 0, haze), b.tone("#1f3f78", -0.1, haze)]),
          `stroke="${b.tone("#dfe6ea", 0.1, haze)}" stroke-width="${Math.max(0.8, b.px(z) * 0.03).toFixed(1)}"`,
        ) +
        (z < 75
          ? times(5, (j) =>
              line([q((j + 1) / 6, 0), q((j + 1) / 6, 1)], "#cfe0f0", 0.8, 'opacity="0.5"'),
            ).join("") + line([q(0, 0.5), q(1, 0.5)], "#cfe0f0", 0.8, 'opacity="0.5"')
          : "")
      );
    }).join(""),
  };
}
