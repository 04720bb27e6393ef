/** Pictures of drills and sport. */
import { block } from "./buildings.ts";
import { type Brush, type Item, times } from "./core.ts";
import { flag } from "./flags.ts";
import { crowd, folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { cone } from "./scene-parts.ts";
import { backdrop, scene, type Scene } from "./scenes.ts";
import { box, pole } from "./solids.ts";
import { line, oval, path } from "./svg.ts";
import { vehicle } from "./vehicles.ts";
import { smoke } from "./weather.ts";

/** Pictures of drills and sport by file name. */
export const ACTION: Readonly<Record<string, Scene>> = {
  "san-van-dong": {
    mood: "sunset",
    camera: { horizon: 330, height: 5, sunX: 1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, sun: [1240, 250, 30], rise: 90, layers: 2, trees: 20, land: "#a85a44" }),
        standsOf(b),
        {
          z: 70,
          svg:
            path(
              `M${b.at(-34, 0, 34).map(Math.round).join(" ")}C${b.at(-40, 0, 62).map(Math.round).join(" ")} ${b.at(40, 0, 62).map(Math.round).join(" ")} ${b.at(34, 0, 34).map(Math.round).join(" ")}C${b.at(34, 0, 22).map(Math.round).join(" ")} ${b.at(-34, 0, 22).map(Math.round).join(" ")} ${b.at(-34, 0, 34).map(Math.round).join(" ")}Z`,
              b.linear([b.tone("#6fa04a", 0.2, 0.1), b.tone("#5f9440")]),
            ) +
            times(7, (i) =>
              line([b.at(-60, 0, 9 + i * 1.9), b.at(60, 0, 9 + i * 1.9)], b.tone("#fbf3e4", 0.1), 3),
            ).join(""),
        },
        times(6, (i) =>
          person(
            b,
            folk(b, "runner", { look: "right", pose: "run" }),
            -4.4 + i * 2.1 + (i % 2) * 0.8,
            10 + i * 1.9,
          ),
        ),
        [-22, 22].map((x) => [
          pole(b, [x, 0, 52], [x, 20, 52], 0.5, "#8a8f96"),
          box(b, { x, z: 52, w: 5, d: 0.5, y: 19, h: 2.6, color: "#e9e4d0" }),
        ]),
        crowd(b, ["runner"], 9, -14, 14, 38, 28),
        flag(b, 0, 58, 9),
        { z: 20, svg: hurdles(b) },
      ),
  },
  "dien-tap-phong-chay": {
    mood: "noon",
    camera: { horizon: 500, height: 1.9, focal: 850 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 70, layers: 2, land: "#b5ab9a" }),
        block(b, { x: 6, z: 30, w: 22, d: 12, h: 14, wall: "#e9d9b4", floors: 4, style: "balcony", bay: 3 }),
        { ...smoke(b, b.at(1.5, 7.8, 24)[0], b.at(1.5, 7.8, 24)[1], 190, "#4a4a4e", 0.95), z: 23 },
        { z: 22.9, svg: flames(b, b.at(1.5, 7.1, 24)[0], b.at(1.5, 7.1, 24)[1], 30) },
        vehicle(b, { kind: "fire", x: -6.4, z: 16.5, rot: 0, color: "#d2302a", stripe: "#f4f1e6" }),
        ladder(b, -5, 3, 16, 1.2, 6.4, 23.6),
        { z: 15, svg: jet(b, b.at(-0.6, 1.3, 12), b.at(1.5, 7.4, 24)) },
        [
          [-0.9, 12, "right", "hold"],
          [-1.9, 12.2, "right", "hold"],
          [-3.4, 12.6, "right", "reach"],
          [2.6, 13.5, "back", "wave"],
          [4.6, 12.6, "left", "walk"],
        ].map(([x, z, look, pose]) =>
          person(
            b,
            folk(b, "worker", {
              look: look as "left",
              pose: pose as "hold",
              top: "#c9782a",
              bottom: "#5a4a34",
              hatColor: "#d8382c",
            }),
            Number(x),
            Number(z),
          ),
        ),
        {
          z: 13.4,
          svg: line(
            [
              b.at(-7, 0.2, 14),
              b.at(-5, 0.05, 12),
              b.at(-3, 0.1, 11.8),
              b.at(-2.2, 0.9, 12),
              b.at(-0.6, 1.3, 12),
            ],
            b.tone("#e8dcc0"),
            6,
          ),
        },
        crowd(b, ["official", "man", "woman"], 12, 8, 13.5, 24, 15),
        tree(b, "round", 17.5, 27, 8),
        tree(b, "flame", -16.5, 26, 8),
        times(4, (i) => cone(b, 0.5 + i * 1.6, 9)),
      ),
  },
};

function standsOf(b: Brush): Item {
  const tiers = times(
    9,
    (i) =>
      box(b, {
        x: 0,
        z: 74 + i * 1.4,
        w: 100,
        d: 1.4,
        y: 0,
        h: 1.2 + i * 0.9,
        color: i % 2 === 0 ? "#c9bfae" : "#b9ae9c",
      }).svg,
  )
    .reverse()
    .join("");
  const fans = times(9, (i) =>
    times(70, () => {
      const [x, y] = b.at(b.range(-49, 49), 1.9 + (8 - i) * 0.9, 74 + (8 - i) * 1.4);
      return (
        oval(
          x,
          y,
          4,
          5.5,
          b.tone(b.pick(["#e8483a", "#f2b632", "#f4f0e4", "#4fa3c9", "#3a3d46", "#6fb06a"]), 0, 0.15),
        ) + oval(x, y - 7, 2.6, 3, b.tone("#3a2c26", 0, 0.15))
      );
    }).join(""),
  ).join("");
  return {
    z: 73,
    svg:
      tiers +
      fans +
      box(b, { x: 0, z: 84, w: 104, d: 16, y: 14, h: 0.8, color: "#e9e4da", top: "#f4f0e8" }).svg +
      times(12, (i) => pole(b, [-50 + i * 9.1, 9, 87], [-50 + i * 9.1, 14, 87], 0.4, "#8a8f96").svg).join(""),
  };
}

function hurdles(b: Brush): string {
  return times(6, (i) => {
    const z = 10 + i * 1.9;
    const x = 9 + i * 0.9;
    return (
      line([b.at(x - 0.6, 0, z), b.at(x - 0.6, 0.85, z)], b.tone("#e9e6de"), 3) +
      line([b.at(x + 0.6, 0, z), b.at(x + 0.6, 0.85, z)], b.tone("#e9e6de"), 3) +
      line([b.at(x - 0.7, 0.85, z), b.at(x + 0.7, 0.85, z)], b.tone("#d8382c", 0.1), 7)
    );
  }).join("");
}

function flames(b: Brush, x: number, y: number, s: number): string {
  return (
    times(9, (i) => {
      const [px, h] = [x + b.range(-1, 1) * s * 0.8, s * b.range(1, 2.2)];
      return path(
        `M${String(px - s * 0.4)} ${String(y)}Q${String(px - s * 0.5)} ${String(y - h * 0.5)} ${String(px)} ${String(y - h)}Q${String(px + s * 0.5)} ${String(y - h * 0.4)} ${String(px + s * 0.4)} ${String(y)}Z`,
        i % 2 === 0 ? "#f2892a" : "#f9c83a",
        'opacity="0.85"',
      );
    }).join("") +
    oval(
      x,
      y - s,
      s * 3,
      s * 3,
      b.radial([
        ["#ffb040", 0.5],
        ["#ffb040", 0],
      ]),
    )
  );
}

function ladder(b: Brush, x0: number, y0: number, z0: number, x1: number, y1: number, z1: number): Item {
  const rail = (d: number): string =>
    line([b.at(x0, y0 + d, z0), b.at(x1, y1 + d, z1)], b.tone("#d9d9d4"), 4);
  const rungs = times(18, (i) => {
    const t = i / 17;
    const [x, y, z] = [x0 + (x1 - x0) * t, y0 + (y1 - y0) * t, z0 + (z1 - z0) * t];
    return line([b.at(x, y, z), b.at(x, y + 0.45, z)], b.tone("#bdbdb8"), 2.4);
  }).join("");
  return { z: 16, svg: rail(0) + rail(0.45) + rungs };
}

function jet(b: Brush, from: readonly [number, number], to: readonly [number, number]): string {
  const [cx, cy] = [(from[0] + to[0]) / 2 - 20, Math.min(from[1], to[1]) - 60];
  const d = `M${from.map(Math.round).join(" ")}Q${String(cx)} ${String(cy)} ${to.map(Math.round).join(" ")}`;
  return (
    [
      [16, 0.3],
      [8, 0.6],
      [3, 0.9],
    ]
      .map(([w, o]) =>
        path(
          d,
          "none",
          `stroke="#f2fafc" stroke-width="${String(w)}" stroke-linecap="round" opacity="${String(o)}"`,
        ),
      )
      .join("") + oval(to[0], to[1], 34, 28, "#ffffff", `opacity="0.4" filter="${b.blur(8)}"`)
  );
}
