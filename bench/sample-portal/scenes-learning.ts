/** Pictures of learning. */
import { type Brush, type Item, times } from "./core.ts";
import { chair, potPlant, shelf, table } from "./furniture.ts";
import { room } from "./interiors.ts";
import { folk, person } from "./people.ts";
import { EYE, wall } from "./scene-parts.ts";
import { scene, type Scene } from "./scenes.ts";
import { screen } from "./screens.ts";
import { box, patch, pole } from "./solids.ts";
import { oval, poly } from "./svg.ts";

/** Pictures of learning by file name. */
export const LEARNING: Readonly<Record<string, Scene>> = {
  "phong-hoc-so": {
    mood: "indoor",
    camera: EYE,
    paint: (b) =>
      scene(
        room(b, { w: 10.5, h: 3.9, d: 12, wall: "#eae3c8", floor: "#b99a72" }),
        screen(b, 0, 2.2, 11.8, 4.4, 2, "lesson"),
        person(b, folk(b, "aodai", { look: "right", pose: "reach", top: "#7fb0d8" }), -3, 11.2),
        times(4, (r) =>
          times(5, (i) => {
            const [x, z] = [-3.9 + i * 1.95, 5 + r * 1.55];
            return [
              table(b, x, z + 0.5, 1.4, 0.5, "#d0a468", false, 0.68),
              tablet(b, x + 0.1, 0.7, z + 0.45),
              person(b, folk(b, "pupil", { look: "back", pose: "sit", tall: 1.35 }), x, z),
              chair(b, x, z, "#c48a4f"),
            ];
          }),
        ).flat(2),
        shelf(b, 4.6, 11.6, 1.2, 1.5),
        potPlant(b, -4.7, 11.4),
      ),
  },
  "thu-vien-tinh": {
    mood: "indoor",
    camera: { ...EYE, height: 2 },
    paint: (b) =>
      scene(
        room(b, { w: 14, h: 5.2, d: 20, wall: "#e6d4b0", floor: "#a87a50", windows: "none" }),
        times(5, (i) => [
          shelf(b, -5.4, 7.4 + i * 2.8, 2.6, 3, 0, 6),
          shelf(b, 5.4, 7.4 + i * 2.8, 2.6, 3, 0, 6),
        ]).flat(),
        shelf(b, 0, 19.4, 7, 3.6, 0, 7),
        times(3, (i) => [
          table(b, 0, 8 + i * 3.4, 4.4, 1.2, "#b8834e"),
          ...times(3, (j) => [
            person(
              b,
              folk(b, b.pick(["woman", "man", "pupil"]), { look: "back", pose: "sit" }),
              -1.5 + j * 1.5,
              7.1 + i * 3.4,
            ),
            chair(b, -1.5 + j * 1.5, 7.1 + i * 3.4, "#7a5236"),
            openBook(b, -1.5 + j * 1.5, 0.77, 7.8 + i * 3.4),
          ]).flat(),
          deskLamp(b, 0.8, 8.2 + i * 3.4),
        ]).flat(),
        person(b, folk(b, "pupil", { look: "left", pose: "reach" }), -3.4, 9.2),
        person(b, folk(b, "woman", { look: "right", pose: "hold" }), 3.6, 11.6),
        person(b, folk(b, "man", { look: "back", pose: "walk" }), 3, 15),
        potPlant(b, -3.6, 18),
        potPlant(b, 3.9, 18),
      ),
  },
  "robot-hoc-sinh": {
    mood: "indoor",
    camera: { horizon: 360, height: 1.75, focal: 1350 },
    paint: (b) =>
      scene(
        room(b, { w: 13, h: 4.4, d: 12.5, wall: "#e4e8e6", floor: "#c7b48e" }) +
          wall(b, 0, 4, 12.4, 11, 0.9, "#e0883a"),
        times(3, (i) => [
          box(b, {
            x: -4 + i * 4,
            z: 12,
            w: 3.2,
            d: 0.12,
            h: 2.6,
            color: ["#3f7f9a", "#5f9a6a", "#b5574a"][i] ?? "#888",
          }),
          screen(b, -4 + i * 4, 1.8, 11.8, 1.8, 1, i === 1 ? "lesson" : "chart"),
          ...times(3, (j) => person(b, folk(b, "pupil", { look: "back" }), -4.8 + i * 4 + j * 0.8, 10.6)),
        ]).flat(),
        table(b, 0, 6, 3.4, 1.2, "#f4f0e4", true, 0.7),
        robot(b, 0, 6),
        person(b, folk(b, "pupil", { look: "right", pose: "reach" }), -1.5, 6.9),
        person(b, folk(b, "pupil", { look: "left", pose: "hold" }), 1.6, 6.9),
        person(b, folk(b, "pupil", { look: "front", pose: "wave" }), 0.75, 7.4),
        person(b, folk(b, "pupil", { look: "back", pose: "stand" }), -2.6, 5),
        person(b, folk(b, "pupil", { look: "back", pose: "stand" }), 2.5, 5),
        person(b, folk(b, "aodai", { look: "left", pose: "hold", top: "#e8a0b0" }), 3.2, 7.4),
      ),
  },
};

function tablet(b: Brush, x: number, y: number, z: number): Item {
  return {
    z: z - 0.1,
    svg: poly(
      [
        b.at(x - 0.16, y + 0.2, z + 0.05),
        b.at(x + 0.16, y + 0.2, z + 0.05),
        b.at(x + 0.16, y + 0.01, z - 0.06),
        b.at(x - 0.16, y + 0.01, z - 0.06),
      ],
      "#9fd4ea",
      'stroke="#20242c" stroke-width="3" stroke-linejoin="round"',
    ),
  };
}

function openBook(b: Brush, x: number, y: number, z: number): Item {
  return {
    z: z - 0.1,
    svg:
      poly(
        [
          b.at(x - 0.26, y, z - 0.1),
          b.at(x, y + 0.02, z - 0.1),
          b.at(x, y + 0.02, z + 0.2),
          b.at(x - 0.26, y, z + 0.2),
        ],
        b.tone("#fbf6e8"),
      ) +
      poly(
        [
          b.at(x + 0.26, y, z - 0.1),
          b.at(x, y + 0.02, z - 0.1),
          b.at(x, y + 0.02, z + 0.2),
          b.at(x + 0.26, y, z + 0.2),
        ],
        b.tone("#e8dfc8"),
      ),
  };
}

function deskLamp(b: Brush, x: number, z: number): Item {
  const [sx, sy] = b.at(x, 1.25, z);
  const k = b.px(z) * 0.24;
  return {
    z: z - 0.15,
    svg:
      pole(b, [x, 0.76, z], [x, 1.25, z], 0.04, "#b58a3a").svg +
      poly(
        [
          [sx - k * 0.6, sy - k * 0.6],
          [sx + k * 0.6, sy - k * 0.6],
          [sx + k, sy + k * 0.3],
          [sx - k, sy + k * 0.3],
        ],
        b.tone("#3f7a5a"),
      ) +
      oval(
        sx,
        sy + k * 0.9,
        k * 3,
        k * 2,
        b.radial([
          ["#ffe9b0", 0.5],
          ["#ffe9b0", 0],
        ]),
      ),
  };
}

function robot(b: Brush, x: number, z: number): Item {
  const t = (
    p: readonly [number, number, number],
    q: readonly [number, number, number],
    w: number,
    c: string,
  ): string => pole(b, p, q, w, c).svg;
  const head = box(b, { x, z, w: 0.42, d: 0.3, y: 1.42, h: 0.32, color: "#eef2f4" }, (f) =>
    f.w < 0.35
      ? ""
      : patch(f, 0.12, 0.2, 0.88, 0.72, "#1f3f5c") +
        patch(f, 0.24, 0.34, 0.38, 0.56, "#7fe8ff") +
        patch(f, 0.62, 0.34, 0.76, 0.56, "#7fe8ff"),
  ).svg;
  return {
    z: z - 0.62,
    svg:
      t([x - 0.15, 0.72, z], [x - 0.15, 1, z], 0.12, "#7a8890") +
      t([x + 0.15, 0.72, z], [x + 0.15, 1, z], 0.12, "#7a8890") +
      box(b, { x, z, w: 0.55, d: 0.35, y: 0.95, h: 0.42, color: "#e0883a" }).svg +
      t([x - 0.32, 1.3, z], [x - 0.5, 1.05, z], 0.1, "#c9d2d6") +
      t([x + 0.32, 1.3, z], [x + 0.52, 1.5, z], 0.1, "#c9d2d6") +
      head +
      t([x, 1.74, z], [x, 1.9, z], 0.04, "#7a8890") +
      oval(...b.at(x, 1.93, z), 7, 7, "#e8483a"),
  };
}
