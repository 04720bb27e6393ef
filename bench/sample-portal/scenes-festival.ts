/** Pictures of festivals and ceremonies. */
import { type Brush, type Item, times } from "./core.ts";
import { flag } from "./flags.ts";
import { hedge } from "./foliage.ts";
import { publicBuilding } from "./houses.ts";
import { crowd, folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { balloons, garland, lantern, stall } from "./props.ts";
import { backdrop, scene, street, type Scene } from "./scenes.ts";
import { box, pole, slab } from "./solids.ts";
import { line, oval, poly } from "./svg.ts";

/** Pictures of festivals by file name. */
export const FESTIVAL: Readonly<Record<string, Scene>> = {
  "hoi-sach": {
    mood: "noon",
    camera: { horizon: 410, height: 2.1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.55, rise: 60, layers: 2, trees: 44, land: "#cdbf9f" }),
        times(7, (i) => tree(b, i % 3 === 1 ? "flame" : "round", -24 + i * 8, 38, 9)),
        times(5, (i) => [
          bookStall(b, -6 - i * 0.35, 10.5 + i * 4.2, i),
          bookStall(b, 6 + i * 0.35, 10.5 + i * 4.2, i + 2),
        ]),
        times(5, (i) => garland(b, [-7, 4.4, 9 + i * 5], [7, 4.4, 9 + i * 5], "pennants", 20)),
        crowd(b, ["woman", "man", "pupil", "pupil", "aodai", "child"], 26, -3.6, 3.6, 30, 8),
        person(b, folk(b, "pupil", { look: "left", pose: "hold" }), -3.6, 9.6),
        person(b, folk(b, "woman", { look: "right", pose: "reach" }), 3.7, 10.4),
        balloons(b, -7.6, 2.6, 14, 9),
        balloons(b, 7.8, 2.6, 16, 9),
      ),
  },
  "dem-trung-thu": {
    mood: "night",
    camera: { horizon: 430, height: 1.9, clear: 300 },
    paint: (b) => {
      const s = street(b, 8.5, 80);
      const walkers = times(24, (i) => {
        const z = 7.5 + i * 1.35;
        const x = ((i * 0.618) % 1) * 7.4 - 3.7;
        return [
          person(
            b,
            folk(b, i % 4 === 3 ? "woman" : "child", {
              look: "front",
              pose: "wave",
              tall: i % 4 === 3 ? 1.58 : 1.22,
            }),
            x,
            z,
          ),
          starLantern(b, x + (i % 4 === 3 ? 0.22 : 0.18), i % 4 === 3 ? 1.9 : 1.5, z - 0.05, i),
        ];
      });
      return scene(
        backdrop(b, {
          clouds: 0.5,
          sun: [800, 215, 44],
          moon: true,
          stars: true,
          layers: 0,
          trees: 0,
          land: "none",
        }) +
          s.ground +
          slab(
            b,
            -6,
            2,
            6,
            90,
            b.linear([b.tone("#d8b08a", 0.5, 0.1), b.tone("#a5806a", 0.2), b.tone("#6a5a64")]),
          ) +
          times(14, (i) => {
            const z = 7 + i * 2.4;
            const [x, y] = b.at(((i * 0.618) % 1) * 7 - 3.5, 0, z);
            return oval(
              x,
              y,
              b.px(z) * 1.9,
              b.px(z) * 0.4,
              b.radial([
                ["#ffcf80", 0.45],
                ["#ffb860", 0],
              ]),
            );
          }).join(""),
        s.houses,
        times(4, (i) => garland(b, [-8, 6.6, 14 + i * 9], [8, 6.6, 14 + i * 9], "lanterns", 10)),
        walkers,
        carp(b),
      );
    },
  },
  "le-chao-co": {
    mood: "dawn",
    camera: { horizon: 450, height: 2.3, sunX: 1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, sun: [1250, 350, 28], rise: 80, layers: 2, trees: 26, land: "#c9bb9c" }),
        publicBuilding(b, 0, 58, 54, "#ecc763", 2),
        flag(b, 0, 24, 11.5),
        box(b, { x: 0, z: 24, w: 4.4, d: 4.4, h: 0.6, color: "#c9b694", top: "#e0d2b4" }),
        [-1.1, 1.1].map((x) =>
          person(
            b,
            folk(b, "official", {
              look: "front",
              pose: "salute",
              top: "#f6f6f0",
              bottom: "#f0f0ea",
              hat: "cap",
              hatColor: "#f4f4f0",
            }),
            x,
            23,
          ),
        ),
        times(5, (r) =>
          times(12, (i) =>
            person(
              b,
              folk(b, (["official", "aodai", "official", "suit"] as const)[(i + r) % 4] ?? "official", {
                look: "back",
                pose: "stand",
              }),
              -8.4 + i * 1.35 + (i > 5 ? 2 : 0),
              8.2 + r * 2.1,
            ),
          ),
        ),
        tree(b, "palm", -16, 30, 11),
        tree(b, "palm", 16, 30, 11),
        hedge(b, -18, -5, 28, 1, "#4a8a42", "#f0c23a"),
        hedge(b, 5, 18, 28, 1, "#4a8a42", "#f0c23a"),
      ),
  },
  "hoi-cho-ocop": {
    mood: "noon",
    camera: { horizon: 400, height: 2.2 },
    paint: (b) => {
      const wares = [
        ["#f28a2a", "#8ab83f", "#e8c23a"],
        ["#8a5a3a", "#c9a05a", "#e8d9b0"],
        ["#d8432f", "#5f9a3f", "#f2b63a"],
        ["#c98a4a", "#7a4f2f", "#e0b060"],
        ["#8ab83f", "#d85a8a", "#f0a030"],
      ];
      const tops = ["#3f8a6a", "#d8503a", "#e0a030", "#3f7fa8", "#b5577a"];
      return scene(
        backdrop(b, { clouds: 0.6, rise: 90, layers: 2, trees: 36, land: "#cdbb95" }),
        times(5, (i) => [
          [-1, 1].map((s) => [
            stall(
              b,
              s * (6 + i * 0.25),
              10.8 + i * 4,
              4,
              tops[(i + (s > 0 ? 2 : 0)) % 5] ?? "#3f8a6a",
              wares[(i + (s > 0 ? 1 : 0)) % 5] ?? [],
            ),
            person(
              b,
              folk(b, b.pick(["aodai", "farmer", "woman"]), { look: "front", pose: "hold" }),
              s * (6.3 + i * 0.25),
              11.8 + i * 4,
            ),
          ]),
        ]),
        stall(b, 0, 32, 5, "#d8503a", wares[0] ?? []),
        crowd(b, ["woman", "man", "aodai", "child", "official"], 24, -3.2, 3.2, 29, 8.6),
        times(4, (i) => garland(b, [-7, 4.6, 10 + i * 6], [7, 4.6, 10 + i * 6], "pennants", 22)),
        person(b, folk(b, "man", { look: "left", pose: "reach" }), -3.9, 9.6),
        person(b, folk(b, "woman", { look: "right", pose: "hold" }), 3.8, 9.8),
        balloons(b, -8.4, 3, 18, 9),
        balloons(b, 8.6, 3, 18, 9),
        tree(b, "round", -19, 34, 10),
        tree(b, "flame", 19, 34, 10),
      );
    },
  },
};

function bookStall(b: Brush, x: number, z: number, i: number): Item[] {
  const colors = ["#c9473a", "#3f7f9a", "#e0a83a", "#5f8f5a", "#8a5f8a"];
  const s = stall(b, x, z, 3.8, colors[i % 5] ?? "#c9473a", []);
  const books = {
    z: z - 0.6,
    svg: times(3, (r) =>
      times(15, (j) => {
        const bx = x - 1.65 + j * 0.225;
        const by = 0.8 + r * 0.17;
        return poly(
          [
            b.at(bx, by + 0.3, z - 0.35 + r * 0.25),
            b.at(bx + 0.2, by + 0.3, z - 0.35 + r * 0.25),
            b.at(bx + 0.2, by, z - 0.35 + r * 0.25),
            b.at(bx, by, z - 0.35 + r * 0.25),
          ],
          b.tone(
            b.pick(["#b5473a", "#3f6f8a", "#e0b35a", "#5f8a5f", "#e8dcc4", "#7a5a7f", "#f4efe4"]),
            b.range(-0.15, 0.2),
          ),
        );
      }).join(""),
    )
      .reverse()
      .join(""),
  };
  return [
    { z: s.z, svg: s.svg + books.svg },
    person(b, folk(b, b.pick(["woman", "aodai", "man"]), { look: "front", pose: "hold" }), x + 0.4, z + 1),
  ];
}

function starLantern(b: Brush, x: number, y: number, z: number, i: number): Item {
  const [sx, sy] = b.at(x, y + 0.35, z);
  const k = b.px(z) * 0.3;
  const c = ["#ff5a3f", "#ffc83a", "#ff7fb0", "#6fe08a"][i % 4] ?? "#ff5a3f";
  const glow = oval(
    sx,
    sy,
    k * 3.4,
    k * 3.4,
    b.radial([
      [c, 0.55],
      [c, 0.15],
      [c, 0],
    ]),
  );
  if (i % 3 === 2) return { z, svg: lantern(b, sx, sy, k * 0.8, c) };
  const pts = times(10, (j): readonly [number, number] => {
    const a = (j * Math.PI) / 5 - Math.PI / 2;
    const r = j % 2 === 0 ? k : k * 0.42;
    return [sx + Math.cos(a) * r, sy + Math.sin(a) * r];
  });
  return {
    z,
    svg:
      glow +
      line([b.at(x, y - 0.2, z), [sx, sy + k * 0.4]], "#8a6a44", 2) +
      poly(pts, b.radial(["#fff6d0", c, c])) +
      `<circle cx="${sx.toFixed(1)}" cy="${sy.toFixed(1)}" r="${(k * 1.12).toFixed(1)}" fill="none" stroke="#ffe9b0" stroke-width="1.6" opacity="0.8"/>`,
  };
}

function carp(b: Brush): Item {
  const [x, y] = b.at(-1.2, 3.1, 12);
  return {
    z: 11,
    svg:
      oval(
        x,
        y,
        150,
        120,
        b.radial([
          ["#ff9a50", 0.5],
          ["#ff9a50", 0],
        ]),
      ) +
      `<path transform="translate(${x.toFixed(0)} ${y.toFixed(0)})" d="M-62 0Q-30 -40 26 -22Q44 -16 54 0Q44 16 26 20Q-30 36 -62 0ZM-58 0L-96 -30Q-84 0 -96 28Z" fill="${b.radial(["#fff0c0", "#ff8a3f", "#e8432f"])}"/>` +
      times(9, (i) =>
        oval(x - 30 + (i % 3) * 20, y - 12 + Math.floor(i / 3) * 11, 9, 7, "#ffd36a", 'opacity="0.55"'),
      ).join("") +
      oval(x + 36, y - 5, 6, 6, "#fff6e0") +
      oval(x + 37, y - 5, 3, 3, "#3a2018") +
      pole(b, [-1.2, 1.7, 12], [-1.2, 2.7, 12], 0.05, "#8a6a44").svg,
  };
}
