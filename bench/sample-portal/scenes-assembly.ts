/** Pictures of meetings. */
import { type Brush, type Item, times } from "./core.ts";
import { star } from "./flags.ts";
import { foliage } from "./foliage.ts";
import { chair, laptop, potPlant, sideChair, table } from "./furniture.ts";
import { room } from "./interiors.ts";
import { folk, person } from "./people.ts";
import { EYE, wall } from "./scene-parts.ts";
import { audience, panel, scene, type Scene } from "./scenes.ts";
import { screen } from "./screens.ts";
import { box, patch } from "./solids.ts";
import { line, oval, poly } from "./svg.ts";

/** Pictures of meetings by file name. */
export const ASSEMBLY: Readonly<Record<string, Scene>> = {
  "hoi-nghi-hoi-truong": {
    mood: "indoor",
    camera: { ...EYE, height: 2.9 },
    paint: (b) =>
      scene(
        room(b, { w: 18, h: 6.4, d: 20, windows: "none", wall: "#d9c4a0", floor: "#8a4a3a" }) +
          wall(b, 0, 6.2, 19.9, 14, 5.4, "#8f1f1c") +
          drapes(b, 19.8, 8.5) +
          sunStar(b, 0, 4.6, 19.7, 0.75),
        stageFloor(b, 17.4, 15),
        panel(b, -1.5, 18.2, 6, 5, ["suit", "official", "aodai"], "#f4ecd8", false).map((i) =>
          lift(b, i, 0.75),
        ),
        lift(b, podium(b, 4.2, 17.2), 0.75),
        lift(b, person(b, folk(b, "suit", { look: "front", pose: "hold" }), 4.2, 17.8), 0.75),
        [-6.6, 6.9].map((x) => lift(b, potPlant(b, x, 16.2, 1.8), 0.75)),
        blooms(b, 15, 0.1),
        times(6, (r) =>
          [
            audience(b, -6.9, -0.8, 5.6 + r * 1.45, 7, ["official", "suit", "woman", "man"]),
            audience(b, 0.8, 6.9, 5.6 + r * 1.45, 7, ["official", "suit", "aodai", "man"]),
          ].flat(),
        ),
      ),
  },
  "ky-hop-hoi-dong": {
    mood: "indoor",
    camera: { ...EYE, height: 3.4, horizon: 300 },
    paint: (b) => {
      const arc = times(4, (r) =>
        times(9 + r * 2, (i) => {
          const a = (200 + (i / (8 + r * 2)) * 140) * (Math.PI / 180);
          const [x, z] = [Math.cos(a) * (4.6 + r * 1.75) * 1.2, 17 + Math.sin(a) * (4 + r * 1.9)];
          return [
            person(
              b,
              folk(b, b.pick(["suit", "official", "aodai", "suit"]), { look: "back", pose: "sit" }),
              x,
              z,
            ),
            chair(b, x, z, "#7a2f2a"),
            table(b, x, z + 0.8, 1.35, 0.5, "#a8703f", true, 0.78),
          ];
        }),
      ).flat(2);
      return scene(
        room(b, { w: 20, h: 6.6, d: 20, windows: "both", wall: "#ecdcb8", floor: "#b08058" }) +
          wall(b, 0, 6.3, 19.9, 9, 5.8, "#9a2a22") +
          emblem(b, 0, 4.7, 19.8, 1.05),
        stageFloor(b, 18.2, 12),
        panel(b, 0, 18.6, 5.4, 3, ["suit", "aodai", "suit"], "#a8703f", false).map((i) => lift(b, i, 0.75)),
        podium(b, 4.6, 16.6),
        person(b, folk(b, "suit", { look: "front", pose: "hold" }), 4.6, 17.1),
        blooms(b, 16.4, 0),
        arc,
        screen(b, -7.6, 3.7, 19.7, 3.4, 2, "chart"),
        screen(b, 7.6, 3.7, 19.7, 3.4, 2, "scene"),
      );
    },
  },
  "hop-truc-tuyen": {
    mood: "indoor",
    camera: { ...EYE, height: 2.5 },
    paint: (b) =>
      scene(
        room(b, { w: 13, h: 4.6, d: 13, wall: "#dfd3bb", floor: "#8a6a52", windows: "none" }) +
          wall(b, 0, 4.2, 12.9, 8, 3.6, "#5a4636"),
        screen(b, 0, 2.5, 12.7, 6.4, 2.9, "tiles"),
        longTable(b),
        times(5, (i) =>
          [-1, 1].map((s) =>
            person(
              b,
              folk(b, b.pick(["suit", "official", "aodai"]), { look: s < 0 ? "right" : "left", pose: "sit" }),
              s * 2.45,
              6.2 + i * 1.25,
            ),
          ),
        ),
        times(5, (i) => [-1, 1].map((s) => sideChair(b, s * 2.5, 6.2 + i * 1.25, s))),
        times(5, (i) => [-1, 1].map((s) => laptop(b, s * 1.1, 0.8, 6.3 + i * 1.25, false, 0.3)))
          .flat()
          .map((i) => ({ ...i, z: i.z - 0.02 })),
        potPlant(b, -5.6, 12, 1.8),
        potPlant(b, 5.6, 12, 1.8),
      ),
  },
  "doi-thoai-doanh-nghiep": {
    mood: "indoor",
    camera: { ...EYE, height: 3 },
    paint: (b) => {
      const ring = times(18, (i) => {
        const a = (i / 18) * 6.283 + 0.17;
        const [x, z] = [Math.cos(a) * 4.9, 9.4 + Math.sin(a) * 3];
        const look =
          Math.sin(a) < -0.45 ? "back" : Math.sin(a) > 0.35 ? "front" : Math.cos(a) < 0 ? "right" : "left";
        return [
          person(b, folk(b, b.pick(["suit", "official", "aodai", "woman"]), { look, pose: "sit" }), x, z),
          ...(look === "back"
            ? [chair(b, x, z, "#6a4a3a")]
            : look === "front"
              ? [chair(b, x, z + 0.1, "#6a4a3a", -1)]
              : []),
        ];
      }).flat();
      return scene(
        room(b, { w: 15, h: 4.8, d: 15, wall: "#e6dcc4", floor: "#9a7a5c" }) +
          wall(b, 0, 4.3, 14.9, 7, 3.2, "#2f5f7a"),
        screen(b, 0, 2.8, 14.7, 4.2, 2, "chart"),
        ring,
        roundTable(b, 9.4, 4.1, 2.35),
        potPlant(b, -6.6, 13.6, 1.7),
        potPlant(b, 6.6, 13.6, 1.7),
      );
    },
  },
};

function drapes(b: Brush, z: number, x: number): string {
  return [-1, 1]
    .map((s) =>
      times(9, (i) =>
        poly(
          [
            b.at(s * (x - i * 0.28), 6.3, z),
            b.at(s * (x - i * 0.28 - 0.3), 6.3, z),
            b.at(s * (x - i * 0.28 - 0.3), 0.5, z),
            b.at(s * (x - i * 0.28), 0.5, z),
          ],
          b.tone("#b5302a", i % 2 === 0 ? 0.1 : -0.3),
        ),
      ).join(""),
    )
    .join("");
}

function sunStar(b: Brush, x: number, y: number, z: number, r: number): string {
  const [sx, sy] = b.at(x, y, z);
  return star(sx, sy, r * b.px(z), "#ffd93b");
}

function emblem(b: Brush, x: number, y: number, z: number, r: number): string {
  const [sx, sy] = b.at(x, y, z);
  const k = r * b.px(z);
  const ears = times(26, (i) => {
    const a = 0.7 + (i / 25) * 4.9 + Math.PI / 2;
    return oval(
      sx + Math.cos(a) * k * 0.98,
      sy + Math.sin(a) * k * 0.98,
      k * 0.13,
      k * 0.13,
      i % 2 === 0 ? "#f2c23a" : "#d9a02a",
    );
  }).join("");
  return (
    ears +
    oval(sx, sy, k * 0.9, k * 0.9, b.radial(["#e23a2f", "#d42a22", "#b81d18"])) +
    star(sx, sy - k * 0.22, k * 0.36, "#ffd93b") +
    times(10, (i) => {
      const a = Math.PI + (i / 9) * Math.PI;
      return line(
        [
          [sx + Math.cos(a) * k * 0.3, sy + k * 0.55 + Math.sin(a) * k * 0.3],
          [sx + Math.cos(a) * k * 0.4, sy + k * 0.55 + Math.sin(a) * k * 0.4],
        ],
        "#ffd93b",
        k * 0.07,
      );
    }).join("") +
    oval(sx, sy + k * 0.55, k * 0.2, k * 0.2, "#ffd93b")
  );
}

function lift(b: Brush, item: Item, y: number): Item {
  return { z: item.z, svg: `<g transform="translate(0 ${(-y * b.px(item.z)).toFixed(1)})">${item.svg}</g>` };
}

function stageFloor(b: Brush, z: number, w: number): Item {
  return { ...box(b, { x: 0, z: z + 1, w, d: 4, h: 0.75, color: "#8a5a3a", top: "#b5835a" }), z: z + 3 };
}

function podium(b: Brush, x: number, z: number): Item {
  return box(b, { x, z, w: 0.85, d: 0.5, h: 1.2, color: "#9a6238", top: "#c48a54" }, (f) =>
    f.w < 0.6 ? "" : patch(f, 0.2, 0.2, 0.8, 0.65, b.tone("#c8261f")),
  );
}

function blooms(b: Brush, z: number, y: number): Item[] {
  return times(11, (i) => {
    const [x, sy] = b.at(-5.4 + i * 1.08, y + 0.25, z);
    return { z, svg: foliage(b, x, sy, 26, 17, "#4a8a42", 0, ["#f2b63a", "#e8506a", "#f4ece0"][i % 3]) };
  });
}

function longTable(b: Brush): Item {
  return { ...box(b, { x: 0, z: 8.8, w: 3.4, d: 6.4, h: 0.78, color: "#8a5a3a", top: "#b8824f" }), z: 8.2 };
}

function roundTable(b: Brush, z: number, rx: number, rz: number): Item {
  const [x] = b.at(0, 0.78, z);
  const [, near] = b.at(0, 0.78, z - rz);
  const [, far] = b.at(0, 0.78, z + rz);
  const [cy, ry] = [(near + far) / 2, (near - far) / 2];
  const k = b.px(z - 0.4);
  return {
    z: z - 0.2,
    svg:
      oval(x, cy + 0.55 * k, rx * k, ry, b.tone("#6a4630", -0.3)) +
      oval(x, cy, rx * k, ry, b.linear([b.tone("#b8824f", 0.25), b.tone("#a06a3c", -0.1)], "x")) +
      oval(x, cy, rx * k * 0.66, ry * 0.6, b.tone("#7a5034", -0.1)) +
      oval(x, cy + 4, rx * k * 0.64, ry * 0.56, b.tone("#c9b08a", -0.15)) +
      foliage(b, x, cy, rx * k * 0.5, ry * 0.42, "#4a8a42", 0, "#e8708a") +
      times(16, (i) => {
        const a = (i / 16) * 6.283;
        return oval(x + Math.cos(a) * rx * k * 0.84, cy + Math.sin(a) * ry * 0.8, 9, 5, b.tone("#f7f2e6"));
      }).join(""),
  };
}
