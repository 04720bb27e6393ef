/** Pictures of orchards and planting. */
import { type Brush, type Item, times } from "./core.ts";
import { tuft } from "./crops.ts";
import { foliage } from "./foliage.ts";
import { factoryHall } from "./houses.ts";
import { grass, mist, range, ridge, sky } from "./landscape.ts";
import { folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { basket, crate } from "./props.ts";
import { mound } from "./scene-parts.ts";
import { backdrop, scene, type Scene } from "./scenes.ts";
import { slab } from "./solids.ts";
import { type Pt, line, oval, path, smooth } from "./svg.ts";
import { vehicle } from "./vehicles.ts";

/** Pictures of orchards by file name. */
export const ORCHARD: Readonly<Record<string, Scene>> = {
  "vuon-cam-xa-doai-may": {
    mood: "noon",
    camera: { horizon: 400, height: 2.2, sunX: -1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 130, layers: 3, land: "#86a850" }) +
          slab(b, -1.3, 2, 1.5, 80, b.linear([b.tone("#b59a68", 0.2, 0.2), b.tone("#a88a5a", -0.1)])),
        times(8, (i) =>
          [-1, 1].map((s) => [
            orangeTree(b, s * 4.3, 9.5 + i * 4.2, 4),
            orangeTree(b, s * 9.5, 11 + i * 4.6, 4.1),
            orangeTree(b, s * 15, 14 + i * 5, 4.1),
          ]),
        ),
        person(b, folk(b, "farmer", { look: "right", pose: "reach", top: "#8a4f5f" }), 1.9, 9.2),
        person(b, folk(b, "farmer", { look: "left", pose: "hold", top: "#5f6f86" }), -1.9, 11.6),
        person(b, folk(b, "farmer", { look: "back", pose: "walk" }), 0.2, 22),
        basket(b, -1.6, 7.4, 0.5, "#f28a1f"),
        basket(b, -0.5, 6.9, 0.46, "#f29a2a"),
        basket(b, 0.9, 7.9, 0.48, "#f28a1f"),
        basket(b, 1.5, 10.2, 0.4, "#f28a1f"),
      ) + grass(b, 860, 930, "#6f9a3f", 160, 46),
  },
  "ca-phe-doi-may": {
    mood: "dawn",
    camera: { horizon: 360, height: 6, sunX: 1 },
    paint: (b) =>
      scene(
        sky(b, { clouds: 0.55, sun: [1240, 210, 30] }) +
          range(b, 400, 250, 4, "#3f6b52", 0.7) +
          mist(b, 390, 80, 0.8) +
          mound(b, 380, 500, "#5f8f4a", 0.28) +
          mist(b, 450, 50, 0.5),
        {
          z: 90,
          svg:
            ridge(b, 560, 120, 0.08, "#5a8a44", 0, false) +
            `<rect x="0" y="555" width="1600" height="350" fill="${b.linear([b.tone("#5a8a44", 0.05, 0.05), b.tone("#8a6a44", -0.1)])}"/>`,
        },
        bushes(b),
        [
          [-6, 18],
          [3, 22],
          [7.5, 16.5],
        ].map(([x = 0, z = 0], i) =>
          person(b, folk(b, "farmer", { look: i === 1 ? "left" : "right", pose: "reach" }), x, z),
        ),
        basket(b, -4.4, 17, 0.5, "#c0302a"),
        basket(b, 6, 16, 0.5, "#c0302a"),
        tree(b, "acacia", -19, 36, 12),
        tree(b, "acacia", 22, 40, 13),
      ),
  },
  "trong-cay-dau-xuan": {
    mood: "dawn",
    camera: { horizon: 400, height: 2.3 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, sun: [360, 320, 28], rise: 170, layers: 4, land: "#8fb058" }),
        times(18, (i) => tree(b, "young", -13 + (i % 9) * 3.3, 16 + Math.floor(i / 9) * 8, 2.6)),
        [
          [-4.3, 9.5, "right", "bend", "man"],
          [-2.6, 10, "left", "squat", "woman"],
          [-0.2, 9, "right", "squat", "official"],
          [2.6, 10, "left", "bend", "man"],
          [4.6, 11, "right", "hold", "aodai"],
          [-6, 12, "right", "reach", "farmer"],
          [5.8, 12.4, "left", "bend", "farmer"],
          [0.9, 13, "front", "stand", "pupil"],
        ].map(([x, z, look, pose, kind]) =>
          person(
            b,
            folk(b, kind as "man", {
              look: look as "left",
              pose: pose as "bend",
              ...(kind === "man" ? { hat: "cap" as const, top: "#3f7fc0" } : {}),
            }),
            Number(x),
            Number(z),
          ),
        ),
        [
          [-3.8, 9.4],
          [1, 8.8],
          [3.6, 9.8],
        ].map(([x = 0, z = 0]) => [
          tree(b, "young", x, z, 1.9),
          {
            z: z - 0.1,
            svg:
              oval(...b.at(x, 0, z), 34, 9, b.tone("#7a5638")) +
              oval(...b.at(x, 0.05, z), 22, 7, b.tone("#916a46", 0.1)),
          },
        ]),
        times(5, (i) => ({
          z: 7.6,
          svg:
            tuft(b, 1250 + i * 44, 800, 60, "#5f9a44") + oval(1250 + i * 44, 805, 15, 12, b.tone("#5a4636")),
        })),
      ),
  },
  "sau-rieng-xuat-khau": {
    mood: "noon",
    camera: { horizon: 420, height: 2 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 100, layers: 2, land: "#c4ad80" }),
        factoryHall(b, 9, 44, 26, 20, "#4f8a7a"),
        times(7, (i) => tree(b, "round", -22 + i * 4.2, 30, 9)),
        vehicle(b, { kind: "truck", x: 1.5, z: 13, rot: 0, color: "#3f7396" }),
        { z: 12.2, svg: durians(b, 0.45, 1.15, 12, 3.6, 46) },
        [
          [-4.6, 10.6, "right", "hold"],
          [-2.8, 11.4, "right", "reach"],
          [-0.4, 10.8, "right", "reach"],
          [3.8, 10.4, "left", "hold"],
        ].map(([x, z, look, pose], i) =>
          person(
            b,
            folk(b, i === 1 ? "farmer" : "man", {
              look: look as "left",
              pose: pose as "hold",
              ...(i === 0 ? { hat: "cap" as const } : {}),
            }),
            Number(x),
            Number(z),
          ),
        ),
        { z: 9, svg: durians(b, -4.8, 0, 8.4, 3, 42) + durians(b, 3, 0, 8.8, 2, 26) },
        crate(b, 5.6, 0, 9.5, 1, "#d9a55a", "#8f9a3f"),
        crate(b, 6.7, 0, 9.7, 1, "#d9a55a", "#8f9a3f"),
        crate(b, 6.1, 0.55, 9.6, 1, "#d9a55a", "#8f9a3f"),
      ),
  },
};

function orangeTree(b: Brush, x: number, z: number, h: number): Item {
  const t = tree(b, "round", x, z, h);
  const [sx, sy] = b.at(x, h * 0.62, z);
  const k = b.px(z) * h;
  const fruit = times(26, () => {
    const a = b.range(0, 6.28);
    const r = Math.sqrt(b.rnd());
    const s = Math.max(1.6, b.px(z) * 0.085);
    return oval(
      sx + Math.cos(a) * r * k * 0.3,
      sy + Math.sin(a) * r * k * 0.29,
      s,
      s,
      b.radial([
        b.tone("#ffb84a", 0.3, b.haze(z)),
        b.tone("#f28a1f", 0, b.haze(z)),
        b.tone("#d86a14", -0.2, b.haze(z)),
      ]),
    );
  }).join("");
  return { z, svg: t.svg + fruit };
}

function bushes(b: Brush): Item[] {
  return times(13, (r) => {
    const z = 14 + r * r * 0.42 + r * 1.6;
    return times(Math.ceil((z * 1.5) / 3.1), (i) => {
      const x = (i + 0.5 - Math.ceil((z * 1.5) / 3.1) / 2) * 3.1 + (r % 2) * 1.2;
      const [sx, sy] = b.at(x, 0.9, z);
      const k = b.px(z);
      return {
        z,
        svg:
          oval(sx, sy + k * 0.9, k * 1.3, k * 0.16, b.light.shade, 'opacity="0.3"') +
          foliage(
            b,
            sx,
            sy,
            k * 1.2,
            k * 0.95,
            b.pick(["#3f7a3c", "#468243", "#3a7040"]),
            b.haze(z) + r * 0.01,
          ) +
          times(z < 34 ? 16 : 5, () =>
            oval(
              sx + b.range(-0.95, 0.95) * k,
              sy + b.range(-0.6, 0.6) * k,
              Math.max(1.2, k * 0.05),
              Math.max(1.2, k * 0.05),
              b.tone(b.pick(["#d8322a", "#b8241f", "#e8903a"]), 0.1),
            ),
          ).join(""),
      };
    });
  }).flat();
}

function durians(b: Brush, x: number, y: number, z: number, w: number, count: number): string {
  const k = b.px(z) * 0.2;
  const wide = Math.max(3, Math.floor(w / 0.36));
  const spots = times(5, (r) =>
    times(Math.max(1, wide - r * 2), (j): Pt => [
      (j - (wide - r * 2 - 1) / 2) * 0.36 + b.range(-0.06, 0.06),
      r * 0.27 + b.range(-0.03, 0.05),
    ]),
  )
    .flat()
    .slice(0, count);
  return spots
    .map(([dx, dy]) => {
      const [sx, sy] = b.at(x + dx, y + dy, z);
      return (
        path(
          smooth(
            times(15, (j): Pt => {
              const a = (j / 15) * 6.283;
              const r = k * (j % 2 === 0 ? 1.12 : 0.92);
              return [sx + Math.cos(a) * r, sy - k * 0.8 + Math.sin(a) * r * 1.12];
            }),
          ),
          b.radial([b.tone("#c9c45a", 0.2), b.tone("#9aa03f"), b.tone("#6f7a30", -0.3)]),
        ) +
        line(
          [
            [sx, sy - k * 1.9],
            [sx + 2, sy - k * 2.3],
          ],
          b.tone("#7a6038"),
          3,
        )
      );
    })
    .join("");
}
