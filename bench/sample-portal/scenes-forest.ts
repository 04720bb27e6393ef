/** Pictures of the forest. */
import { type Brush, type Item, times } from "./core.ts";
import { foliage, hedge } from "./foliage.ts";
import { grass, mist, sky } from "./landscape.ts";
import { folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { backdrop, scene, type Scene } from "./scenes.ts";
import { H, oval, path, poly } from "./svg.ts";

/** Pictures of the forest by file name. */
export const FOREST: Readonly<Record<string, Scene>> = {
  "kiem-lam-tuan-rung": {
    mood: "dawn",
    camera: { horizon: 400, height: 2, clear: 60 },
    paint: (b) => forest(b, [person(b, folk(b, "ranger", { look: "back", pose: "walk" }), 0.1, 8.4)]),
  },
  "tuan-tra-ven-rung": {
    mood: "noon",
    camera: { horizon: 420, height: 2.1 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.5, rise: 260, layers: 4, trees: 0, land: "#7f9a4c", sharp: 1 }) + trail(b),
        times(22, (i) =>
          tree(
            b,
            b.pick(["round", "acacia", "round", "bamboo"] as const),
            4.5 + (i % 8) * 2.4,
            12 + i * 2.1,
            b.range(8, 12),
          ),
        ),
        hedge(b, 3.4, 12, 13, 1.6, "#3f7a3c"),
        person(b, folk(b, "ranger", { look: "back", pose: "walk" }), -0.5, 9),
        person(b, folk(b, "ranger", { look: "back", pose: "stand" }), 0.55, 9.9),
        tree(b, "round", -17, 32, 9),
        hedge(b, -26, -9, 40, 2.4),
      ) + grass(b, 850, 930, "#638f40", 220, 60),
  },
  "rung-go-lon": {
    mood: "dawn",
    camera: { horizon: 470, height: 1.8, clear: 70 },
    paint: (b) =>
      scene(
        sky(b, { clouds: 0.3, sun: [900, 330, 26] }) +
          mist(b, 430, 120, 0.7) +
          `<rect x="0" y="468" width="1600" height="440" fill="${b.linear([b.tone("#8a8f50", 0.2, 0.5), b.tone("#6f7f42"), b.tone("#5a6a38", -0.3)])}" filter="${b.texture(0.04, 0.12, 1.6)}"/>`,
        times(13, (r) => times(12, (i) => bigTrunk(b, -13.5 + i * 2.5 + (i > 5 ? 1.2 : 0), 8 + r * 4.2))),
        person(
          b,
          folk(b, "official", { look: "left", pose: "reach", top: "#7f9a6a", hat: "brim" }),
          1.1,
          8.6,
        ),
        person(b, folk(b, "farmer", { look: "back", pose: "stand" }), -0.3, 11),
      ) +
      rays(b) +
      grass(b, 840, 930, "#6a8a3f", 200, 44),
  },
};

function forest(b: Brush, who: readonly Item[]): string {
  const trunks = times(46, (i) => {
    const z = 6 + i * 0.95;
    const side = i % 2 === 0 ? -1 : 1;
    return bigTrunk(b, side * (1.9 + ((i * 0.618) % 1) * z * 0.6), z);
  });
  const under = times(20, (i) => {
    const z = 7 + i * 1.7;
    const s = i % 2 === 0 ? -1 : 1;
    return hedge(b, s * 1.9, s * (3.5 + z * 0.45), z, 1.1, b.pick(["#3f7a42", "#4f8a46", "#36703f"]));
  }).map((h, i) => (i % 2 === 0 ? { ...h } : h));
  const floorFill = `<rect x="0" y="395" width="1600" height="510" fill="${b.linear([b.tone("#7a9a5a", 0.2, 0.5), b.tone("#5a7a42"), b.tone("#3f5a34", -0.3)])}" filter="${b.texture(0.04, 0.1, 1.6)}"/>`;
  return (
    scene(
      sky(b, { clouds: 0.2, sun: [820, 250, 30] }, 420) + mist(b, 330, 160, 0.6) + floorFill + trail(b),
      trunks,
      under,
      who,
    ) +
    rays(b) +
    `<g filter="${b.blur(3)}">${foliage(b, 60, 30, 320, 120, "#2f6a3c")}${foliage(b, 1560, 20, 340, 140, "#2a6038")}${foliage(b, 800, -40, 500, 70, "#357043")}</g>`
  );
}

function trail(b: Brush): string {
  const spine = times(18, (i): readonly [number, number, number] => {
    const z = 3 + i * 3.2;
    return [Math.sin(i * 0.45) * 0.35 * i * 0.35, z, 0.85 + (i % 2) * 0.06];
  });
  return poly(
    [
      ...spine.map(([x, z, w]) => b.at(x - w, 0, z)),
      ...spine
        .slice()
        .reverse()
        .map(([x, z, w]) => b.at(x + w, 0, z)),
    ],
    b.linear([b.tone("#c9ad7c", 0.2, 0.35), b.tone("#a88a5e", 0), b.tone("#86694a", -0.2)]),
    `filter="${b.texture(0.04, 0.12, 1.6)}"`,
  );
}

function bigTrunk(b: Brush, x: number, z: number): Item {
  const [sx, sy] = b.at(x, 0, z);
  const w = b.px(z) * b.range(0.2, 0.32);
  const haze = b.haze(z);
  const top = sy - b.px(z) * 12;
  return {
    z,
    svg:
      oval(sx, sy, w * 2.4, w * 0.35, b.light.shade, 'opacity="0.3"') +
      path(
        `M${(sx - w * 0.85).toFixed(1)} ${sy.toFixed(1)}Q${(sx - w * 0.5).toFixed(1)} ${(sy - w * 2).toFixed(1)} ${(sx - w * 0.4).toFixed(1)} ${top.toFixed(1)}H${(sx + w * 0.4).toFixed(1)}Q${(sx + w * 0.5).toFixed(1)} ${(sy - w * 2).toFixed(1)} ${(sx + w * 0.9).toFixed(1)} ${sy.toFixed(1)}Z`,
        b.round("#86705a", haze),
        z < 20 ? `filter="${b.texture(0.09, 0.018, 4)}"` : "",
      ) +
      (top > -60 ? foliage(b, sx, top, b.px(z) * 2.2, b.px(z) * 2, "#4f7f46", haze) : ""),
  };
}

function rays(b: Brush): string {
  return times(5, (i) =>
    poly(
      [
        [500 + i * 110, -20],
        [580 + i * 110, -20],
        [330 + i * 190, H],
        [130 + i * 190, H],
      ],
      b.linear([
        ["#fff3cc", 0.34],
        ["#fff3cc", 0.1],
        ["#fff3cc", 0],
      ]),
      `filter="${b.blur(18)}"`,
    ),
  ).join("");
}
