/** Pictures under plastic roofs. */
import { type Brush, type Item, times } from "./core.ts";
import { rows } from "./crops.ts";
import { folk, person } from "./people.ts";
import { crate } from "./props.ts";
import { backdrop, scene, type Scene } from "./scenes.ts";
import { slab } from "./solids.ts";
import { type Pt, line, oval, poly } from "./svg.ts";

/** Pictures under plastic roofs by file name. */
export const GREENHOUSE: Readonly<Record<string, Scene>> = {
  "vuon-uom-cay": {
    mood: "noon",
    camera: { horizon: 360, height: 2.6 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 120, layers: 3, land: "#b59a72" }),
        hoops(b, 7.6),
        times(6, (i) => seedbed(b, -7.4 + i * 2.95, 6, 40)),
        person(b, folk(b, "farmer", { look: "right", pose: "bend" }), -3.1, 10),
        person(b, folk(b, "farmer", { look: "left", pose: "squat" }), 2.9, 9),
        person(b, folk(b, "official", { look: "back", pose: "hold" }), 0, 15),
        crate(b, -0.3, 0, 7, 0.6, "#5f8fb0", "#6fa04a"),
      ),
  },
  "nha-mang-rau": {
    mood: "noon",
    camera: { horizon: 370, height: 2.2 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.4, rise: 100, layers: 2, land: "#a88a64" }),
        hoops(b, 8),
        times(5, (i) => lettuce(b, -6.6 + i * 3.3)),
        person(b, folk(b, "woman", { look: "right", pose: "bend", hat: "non" }), -2, 9),
        person(b, folk(b, "farmer", { look: "left", pose: "squat" }), 1.9, 10.5),
        person(b, folk(b, "official", { look: "back", pose: "hold", top: "#8fc0a0" }), 1.6, 17),
        crate(b, -1.9, 0, 7.2, 0.7, "#4f8fb0", "#7fbf4a"),
        crate(b, 1.8, 0, 7.6, 0.7, "#4f8fb0", "#7fbf4a"),
      ),
  },
};

function hoops(b: Brush, half: number): Item[] {
  return times(11, (i) => {
    const z = 5.6 + i * 3.6;
    const arc = times(17, (j): Pt => {
      const a = Math.PI * (1 - j / 16);
      return b.at(Math.cos(a) * half, 0.9 + Math.sin(a) * 4, z);
    });
    const next = times(17, (j): Pt => {
      const a = Math.PI * (1 - j / 16);
      return b.at(Math.cos(a) * half, 0.9 + Math.sin(a) * 4, z + 3.6);
    });
    const skin =
      i < 10
        ? times(16, (j) =>
            poly(
              [arc[j] ?? [0, 0], arc[j + 1] ?? [0, 0], next[j + 1] ?? [0, 0], next[j] ?? [0, 0]],
              b.tone(j < 8 ? "#f2f6f2" : "#dfe8e4", 0.1),
              'opacity="0.42"',
            ),
          ).join("")
        : "";
    return {
      z: z + 3.4,
      svg:
        skin +
        line(
          [b.at(-half, 0, z), ...arc, b.at(half, 0, z)],
          b.tone("#aab4b4", 0.1, b.haze(z)),
          Math.max(1.4, b.px(z) * 0.06),
        ),
    };
  });
}

function seedbed(b: Brush, x: number, z0: number, z1: number): Item[] {
  return [
    {
      z: z1,
      svg: slab(
        b,
        x - 0.95,
        z0,
        x + 0.95,
        z1,
        b.linear([b.tone("#7a5a40", 0.1, 0.15), b.tone("#6a4c34")]),
        0.12,
      ),
    },
    ...rows(b, x - 0.9, x + 0.9, z0, z1, 0.55, 0.55, b.pick(["#5f9f44", "#6fae4a", "#4f8f44"])),
  ];
}

function lettuce(b: Brush, x: number): Item[] {
  return [
    {
      z: 44,
      svg: slab(
        b,
        x - 1.1,
        5,
        x + 1.1,
        44,
        b.linear([b.tone("#7a5a40", 0.1, 0.15), b.tone("#5f442e")]),
        0.15,
      ),
    },
    ...times(24, (r) =>
      times(3, (i) => {
        const z = 5.8 + r * 0.75 + r * r * 0.035;
        const [sx, sy] = b.at(x - 0.72 + i * 0.72, 0.2, z);
        const k = b.px(z) * 0.31;
        const c = x > 2 && x < 4 ? "#8a3f5a" : b.pick(["#7fc04a", "#6fb543", "#8fca55"]);
        return {
          z,
          svg:
            times(9, (j) => {
              const a = (j / 9) * 6.283;
              return oval(
                sx + Math.cos(a) * k * 0.62,
                sy - k * 0.4 + Math.sin(a) * k * 0.3,
                k * 0.48,
                k * 0.36,
                b.tone(c, -0.35 - Math.sin(a) * 0.15),
              );
            }).join("") +
            times(6, (j) => {
              const a = (j / 6) * 6.283;
              return oval(
                sx + Math.cos(a) * k * 0.34,
                sy - k * 0.6 + Math.sin(a) * k * 0.18,
                k * 0.38,
                k * 0.3,
                b.tone(c, 0.05),
              );
            }).join("") +
            oval(sx, sy - k * 0.7, k * 0.26, k * 0.2, b.tone(c, 0.45)),
        };
      }),
    ).flat(),
  ];
}
