/** Pictures of rice fields. */
import { egret } from "./animals.ts";
import { type Brush, type Item, stage, times } from "./core.ts";
import { rows, tuft } from "./crops.ts";
import { house } from "./houses.ts";
import { mist, range, sky } from "./landscape.ts";
import { drone, harvester } from "./machines.ts";
import { folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { backdrop, pool, scene, type Scene } from "./scenes.ts";
import { slab } from "./solids.ts";
import { type Pt, line, oval, path, smooth } from "./svg.ts";
import { vehicle } from "./vehicles.ts";
import { birds } from "./weather.ts";

/** Pictures of rice fields by file name. */
export const RICE: Readonly<Record<string, Scene>> = {
  "ruong-bac-thang-may-thuong": {
    mood: "dawn",
    camera: { horizon: 330, height: 3, sunX: 1 },
    paint: (b) =>
      sky(b, { clouds: 0.5, sun: [1180, 190, 28] }) +
      range(b, 420, 300, 4, "#3f6b5a", 1.3) +
      mist(b, 400, 80, 0.7) +
      terraces(b) +
      mist(b, 470, 60, 0.3) +
      stage(house(b, 13, 36, 7, "#b58a5a", "#7a6a58")) +
      stage(
        [
          [-3.2, 11],
          [-1.8, 11.5],
          [4.2, 14],
        ].map(([x = 0, z = 0]) =>
          person(
            b,
            folk(b, "farmer", { look: "right", pose: "bend", top: b.pick(["#2f3f6a", "#8a2f4a"]) }),
            x,
            z,
          ),
        ),
      ) +
      birds(b, 380, 200, 6),
  },
  "thu-hoach-lua": {
    mood: "sunset",
    camera: { horizon: 380, height: 2.6, sunX: -1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, sun: [330, 310, 32], rise: 110, layers: 3, trees: 24, land: "#d9a93f" }) +
          slab(b, -60, 4.5, 60, 13.5, b.linear([b.tone("#c9a050", 0.1), b.tone("#a8823f", -0.15)])),
        rows(b, -60, 60, 14.5, 60, 0.7, 0.75, "#e8b83f"),
        harvester(b, 1, 13.6),
        stubble(b),
        times(6, (i) => sackAt(b, -6 + i * 0.75, 9 + (i % 2) * 0.4)),
        person(b, folk(b, "farmer", { look: "left", pose: "hold" }), -7.3, 10.4),
        person(b, folk(b, "man", { look: "right", pose: "bend", hat: "non" }), 4.1, 9.4),
        vehicle(b, { kind: "truck", x: -15.5, z: 24, rot: 0, color: "#3f6f9a", cargo: "#d8b468" }),
        egret(b, 6.4, 12, -1),
        egret(b, -0.9, 9.8, 1),
        egret(b, 5.2, 16, 1, true),
      ),
  },
  "canh-dong-lua-chin": {
    mood: "dawn",
    camera: { horizon: 390, height: 2.4, sunX: 1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, sun: [1200, 320, 32], rise: 140, layers: 4, trees: 22, land: "#d9b04a" }),
        { z: 62, svg: slab(b, -1.8, 3, 1.2, 140, b.tone("#8fa050", 0.1)) },
        rows(b, -70, -2, 5, 55, 0.6, 0.95, "#e6b93f"),
        rows(b, 1.4, 70, 5, 55, 0.6, 0.95, "#ecc04a"),
        rows(b, -1.7, 1.1, 5, 40, 0.8, 0.2, "#9ab552"),
        egret(b, -0.6, 9, 1),
        egret(b, 0.2, 12, -1),
        egret(b, -5, 14, 1, true),
        egret(b, -2, 20, 1, true),
        egret(b, 3, 24, 1, true),
        egret(b, 7, 17, 1, true),
        person(b, folk(b, "farmer", { look: "back", pose: "walk" }), -0.3, 21),
        tree(b, "palm", 23, 48, 11),
        tree(b, "palm", 26, 52, 9),
        house(b, -28, 60, 9),
      ),
  },
  "may-bay-phun-thuoc": {
    mood: "noon",
    camera: { horizon: 400, height: 2.4 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.6, rise: 120, layers: 3, land: "#86b848" }),
        rows(b, -70, 70, 5.2, 50, 0.6, 0.75, "#76b53c"),
        { z: 60, svg: slab(b, -60, 30, 60, 31.4, b.tone("#a89a60")) },
        person(
          b,
          folk(b, "man", {
            look: "right",
            pose: "hold",
            hat: "cap",
            carry: '<rect x="10" y="-66" width="8" height="5" rx="1" fill="#2a2d33"/>',
          }),
          -6,
          11,
        ),
        person(b, folk(b, "farmer", { look: "right", pose: "stand" }), -7.2, 11.6),
        tree(b, "palm", 18, 40, 10),
      ) + drone(b, 930, 330, 120),
  },
  "lua-phat-thai-thap": {
    mood: "dawn",
    camera: { horizon: 360, height: 2, sunX: 1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, sun: [1180, 300, 28], rise: 110, layers: 3, land: "#7f8a52" }),
        {
          z: 90,
          svg:
            pool(
              b,
              [
                [-60, 4],
                [60, 4],
                [60, 70],
                [-60, 70],
              ],
              "#8fa8a0",
            ) + slab(b, -60, 24, 60, 25.4, b.tone("#8a9a50")),
        },
        rows(b, -40, 40, 6, 30, 1, 0.55, "#78b040"),
        gaugePipe(b, 0.6, 5.6),
        person(
          b,
          folk(b, "official", {
            look: "right",
            pose: "squat",
            top: "#cfe0d0",
            hat: "cap",
            hatColor: "#3f8f5a",
          }),
          -0.7,
          6,
        ),
        person(b, folk(b, "farmer", { look: "left", pose: "stand" }), 2.3, 7),
        egret(b, 5, 12, -1),
        egret(b, -6, 15, 1),
      ),
  },
};

function terraces(b: Brush): string {
  return times(15, (i) => {
    const t = i / 14;
    const y = 395 + t ** 1.35 * 470;
    const amp = 16 + t * 46;
    const phase = i * 0.42;
    const edge = times(34, (j): Pt => {
      const x = -20 + j * 50;
      return [
        x,
        y +
          Math.sin(x * 0.0042 + phase) * amp +
          Math.sin(x * 0.011 + phase * 1.9) * amp * 0.35 -
          Math.abs(x - 900) * 0.035 * (1 - t),
      ];
    });
    const haze = 0.42 * (1 - t);
    const color = ["#e0b94a", "#a8b84a", "#cdbb4e", "#7fa850", "#e8c65a"][i % 5] ?? "#cdbb4e";
    const shape = (dy: number): string =>
      `M-20 920L${edge.map((p) => `${p[0].toFixed(0)} ${(p[1] + dy).toFixed(1)}`).join("L")}L1640 920Z`;
    const water =
      i % 4 === 2
        ? b.linear([b.light.low, b.tone("#9ab5b5", 0.2, haze)])
        : b.linear([b.tone(color, 0.3, haze), b.tone(color, -0.05, haze)]);
    const stalks =
      i % 4 === 2
        ? ""
        : edge
            .filter((_, j) => j > 0)
            .flatMap((p) =>
              times(2 + Math.round(t * 3), () =>
                tuft(
                  b,
                  p[0] + b.range(-25, 25),
                  p[1] + 8 + b.range(4, 16 + t * 26),
                  7 + t * 20,
                  color,
                  haze,
                  5,
                ),
              ),
            )
            .join("");
    return (
      path(shape(0), b.tone("#5a7a38", -0.35, haze)) +
      path(shape(4 + t * 7), b.tone("#8a9a48", 0.1, haze)) +
      path(shape(7 + t * 11), water) +
      stalks
    );
  }).join("");
}

function stubble(b: Brush): Item {
  return {
    z: 8.5,
    svg: times(420, () => {
      const [x, y] = b.at(b.range(-9, 9), 0, b.range(5.4, 13));
      return line(
        [
          [x, y],
          [x + b.range(-3, 3), y - b.range(6, 15)],
        ],
        b.tone("#dcb65a", b.range(-0.4, 0.3)),
        1.8,
      );
    }).join(""),
  };
}

function sackAt(b: Brush, x: number, z: number): Item {
  const [sx, sy] = b.at(x, 0, z);
  const k = b.px(z) * 0.34;
  return {
    z,
    svg:
      oval(sx, sy, k * 1.2, k * 0.2, b.light.shade, 'opacity="0.35"') +
      path(
        smooth([
          [sx - k, sy],
          [sx - k * 1.05, sy - k * 1.4],
          [sx - k * 0.35, sy - k * 2.1],
          [sx + k * 0.35, sy - k * 2.1],
          [sx + k * 1.05, sy - k * 1.4],
          [sx + k, sy],
        ]),
        b.round("#e4d8bc"),
      ) +
      line(
        [
          [sx - k * 0.4, sy - k * 1.85],
          [sx + k * 0.4, sy - k * 1.85],
        ],
        b.tone("#c0473a"),
        2.4,
      ),
  };
}

function gaugePipe(b: Brush, x: number, z: number): Item {
  const [p, q] = [b.at(x - 0.13, 0.75, z), b.at(x + 0.13, 0, z)];
  return {
    z,
    svg:
      oval((p[0] + q[0]) / 2, q[1], 44, 8, b.tone("#4f6a68"), 'opacity="0.5"') +
      `<rect x="${p[0].toFixed(1)}" y="${p[1].toFixed(1)}" width="${(q[0] - p[0]).toFixed(1)}" height="${(q[1] - p[1]).toFixed(1)}" fill="${b.round("#e8ecec")}"/>` +
      oval((p[0] + q[0]) / 2, p[1], (q[0] - p[0]) / 2, 7, b.tone("#4a5660")) +
      times(7, (i) =>
        line(
          [
            [p[0] + 6, p[1] + 22 + i * 16],
            [p[0] + (i % 2 === 0 ? 22 : 15), p[1] + 22 + i * 16],
          ],
          b.tone("#c0392b"),
          2.4,
        ),
      ).join(""),
  };
}
