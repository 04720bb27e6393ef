/** Pictures on the water. */
import { boat } from "./boats.ts";
import { block } from "./buildings.ts";
import { stage, times } from "./core.ts";
import { flag } from "./flags.ts";
import { foliage } from "./foliage.ts";
import { grass } from "./landscape.ts";
import { crowd, folk } from "./people.ts";
import { tree } from "./plants.ts";
import { garland } from "./props.ts";
import { cableBridge } from "./roads.ts";
import { bank, river, scene, type Scene } from "./scenes.ts";
import { box, pole, slab } from "./solids.ts";
import { line, oval } from "./svg.ts";
import { glitter, ripples } from "./water.ts";
import { birds, rain } from "./weather.ts";

/** Pictures on the water by file name. */
export const BOATS: Readonly<Record<string, Scene>> = {
  "cau-song-may-binh-minh": {
    mood: "dawn",
    camera: { horizon: 500, height: 5, sunX: 1 },
    paint: (b) => {
      const bridge = cableBridge(b, -300, 230, 360, 430, 15, 84, [0.3, 0.66]);
      return (
        scene(
          river(b, { clouds: 0.5, sun: [1150, 430, 30], rise: 170, layers: 4, trees: 20 }, 900, bridge) +
            glitter(b, 1150, 508, 880, 190) +
            birds(b, 520, 230, 9),
          boat(b, "sampan", -6, 34, 8, "#6a4a36", [folk(b, "farmer", { look: "right", pose: "paddle" })]),
          boat(b, "sampan", 14, 52, 8, "#5f4636", [folk(b, "farmer", { look: "left" })]),
          boat(b, "fishing", -34, 95, 13, "#3f6f96"),
          boat(b, "sampan", 3, 80, 7, "#5f4636", [folk(b, "farmer", { look: "left" })]),
          { z: 8, svg: bank(b, 862, "#5d7f42", 16) },
          tree(b, "palm", -10.5, 16.5, 11, -1),
          tree(b, "palm", -12.6, 19, 8, -1),
        ) + grass(b, 850, 930, "#5d8440", 230, 60)
      );
    },
  },
  "cho-noi-ben-que": {
    mood: "dawn",
    camera: { horizon: 330, height: 3.6, sunX: -1 },
    paint: (b) => {
      const fruits = [
        ["#f28a2a", "#f2b23a"],
        ["#7fae3a", "#5f9440"],
        ["#e8c23a", "#d9a02a"],
        ["#d84a3a", "#e8703a"],
        ["#8a4f7a", "#b5679a"],
      ];
      const rowers = times(13, (i) => {
        const z = 9 + i * 3.6;
        const x = (((i * 0.618) % 1) - 0.5) * 1.25 * z;
        const dir = i % 2 === 0 ? "right" : "left";
        return boat(
          b,
          "sampan",
          x,
          z,
          5.6,
          b.pick(["#6a4a36", "#7a5a3c", "#4f6f6a", "#8a5238"]),
          [
            folk(b, "farmer", { look: dir, pose: "paddle" }),
            folk(b, "farmer", { look: i % 3 === 0 ? "front" : dir, pose: "sit" }),
          ],
          fruits[i % fruits.length] ?? [],
        );
      });
      const homes = times(
        9,
        (i) =>
          block(b, {
            x: -70 + i * 17,
            z: 95,
            w: 11,
            d: 7,
            h: 4.4,
            wall: b.pick(["#e8cfa0", "#b9cfd0", "#d9b59a"]),
            floors: 1,
            roof: "gable",
            roofColor: b.pick(["#a8553c", "#7f8a90", "#8f5a44"]),
            rise: 2.6,
          }).svg,
      ).join("");
      return scene(
        river(
          b,
          { clouds: 0.45, sun: [340, 235, 26], rise: 90, layers: 2, trees: 34 },
          900,
          homes,
          "#7a8c7a",
          b.at(0, 0, 91)[1],
        ) + glitter(b, 340, 350, 860, 150),
        rowers,
      );
    },
  },
  "le-hoi-dua-ghe": {
    mood: "noon",
    camera: { horizon: 290, height: 5.5 },
    paint: (b) => {
      const rowers = (color: string) =>
        times(11, () =>
          folk(b, "runner", { look: "right", pose: "paddle", top: color, hat: "cap", hatColor: color }),
        );
      const far = [
        slab(b, -90, 64, 90, 110, b.tone("#7fa052", 0, 0.15)),
        stage(
          crowd(b, ["man", "woman", "farmer", "child", "aodai"], 120, -46, 46, 66, 76, { look: "front" }),
          times(10, (i) => flag(b, -44 + i * 9.8, 65, 6.5)),
          times(7, (i) => tree(b, i % 2 === 0 ? "palm" : "round", -54 + i * 18, 84, 11)),
        ),
      ].join("");
      const oars = (x: number, z: number) => ({
        z: z - 0.05,
        svg: times(11, (i) => {
          const px = x - 6.7 + i * 1.36;
          return (
            line([b.at(px + 0.5, 0.75, z), b.at(px + 0.95, -0.1, z)], b.tone("#e8d2a0"), b.px(z) * 0.06) +
            oval(...b.at(px + 0.95, 0, z), b.px(z) * 0.34, b.px(z) * 0.08, "#ffffff", 'opacity="0.75"')
          );
        }).join(""),
      });
      return scene(
        river(b, { clouds: 0.6, rise: 90, layers: 2, trees: 30 }, 900, far, "#4f8f9a", b.at(0, 0, 64)[1]),
        boat(b, "racing", 3.5, 27, 16.5, "#c8382c", rowers("#f2b632")),
        oars(3.5, 27),
        boat(b, "racing", -2, 18, 16.5, "#2f7f5a", rowers("#e8483a")),
        oars(-2, 18),
        boat(b, "racing", -9, 42, 16.5, "#2f5f96", rowers("#f4f4f0")),
        oars(-9, 42),
        { z: 5, svg: foliage(b, 40, 60, 210, 110, "#3f7040") + foliage(b, 190, 10, 150, 60, "#4a7c3f") },
        garland(b, [-10, 8.2, 14], [11, 8.2, 14], "pennants", 26),
      );
    },
  },
  "lu-dang-cao": {
    mood: "overcast",
    camera: { horizon: 360, height: 3.2 },
    paint: (b) => {
      const roofs = stage(
        times(7, (i) =>
          block(b, {
            x: -46 + i * 15 + b.range(-3, 3),
            z: 62 + (i % 3) * 14,
            w: 10,
            d: 7,
            h: 1.5,
            y: -0.2,
            wall: "#d9cbb0",
            style: "none",
            roof: "gable",
            roofColor: b.pick(["#9a5340", "#7d868c", "#a8614a"]),
            rise: 3,
          }),
        ),
        times(12, (i) =>
          tree(b, b.pick(["round", "palm", "banana"] as const), -40 + i * 7.4, 70 + (i % 4) * 8, 7, -2.4),
        ),
      );
      return (
        scene(
          river(b, { clouds: 0.95, rise: 110, layers: 3, trees: 18 }, 900, roofs, "#8f8468") +
            ripples(b, 370, 900, 120),
          block(b, {
            x: 10.5,
            z: 27,
            w: 9,
            d: 6.5,
            h: 1.7,
            y: -0.2,
            wall: "#e2cfa4",
            floors: 1,
            style: "none",
            roof: "gable",
            roofColor: "#a8563f",
            rise: 2.6,
          }),
          tree(b, "banana", -13, 26, 5, -1.4),
          tree(b, "round", -16, 31, 8, -2.4),
          times(4, (i) =>
            pole(b, [-11 + i * 12, -0.5, 36 - i], [-11 + i * 12, 5.5, 36 - i], 0.22, "#8b8a84"),
          ),
          boat(b, "rescue", -1.6, 13, 6, "#e0672a", [
            folk(b, "worker", { look: "right", pose: "sit", hatColor: "#e8472e" }),
            folk(b, "elder", { look: "right", pose: "sit" }),
            folk(b, "child", { look: "right", pose: "sit" }),
            folk(b, "worker", { look: "right", pose: "reach", hatColor: "#e8472e" }),
          ]),
          boat(b, "rescue", 12, 44, 6, "#3f7f6a", [
            folk(b, "worker", { look: "left", pose: "sit" }),
            folk(b, "woman", { look: "left", pose: "sit" }),
          ]),
        ) + rain(b, 300)
      );
    },
  },
  "cang-song-van-giang": {
    mood: "noon",
    camera: { horizon: 400, height: 6 },
    paint: (b) => {
      const boxes = stage(
        times(42, (i) =>
          box(
            b,
            {
              x: -40 + (i % 14) * 9.2,
              z: 112 + Math.floor(i / 28) * 6,
              y: 1.6 + (Math.floor(i / 14) % 3) * 2.6,
              w: 8.6,
              d: 2.6,
              h: 2.5,
              color: b.pick(["#b8483a", "#3f7396", "#d8a23a", "#4f8a6a", "#c9793f", "#8a9298"]),
            },
            (f) => times(12, (j) => line([f.at(j / 12, 0), f.at(j / 12, 1)], "#00000022", 1)).join(""),
          ),
        ),
      );
      const quay = box(b, { x: 10, z: 113, w: 260, d: 14, h: 1.6, color: "#a8a49a", top: "#bdb8aa" }).svg;
      const gantry = [-24, 22]
        .map((x) =>
          stage(
            [-6, 6].flatMap((dx) => [pole(b, [x + dx, 1.6, 108], [x + dx * 0.7, 25, 108], 0.9, "#2f6f9f")]),
            pole(b, [x - 9, 24.6, 106], [x + 25, 27, 106], 1.1, "#2f6f9f"),
            pole(b, [x - 3, 25, 107], [x + 1, 35, 107], 0.7, "#2f6f9f"),
            pole(b, [x + 1, 35, 106.5], [x + 22, 26.8, 106.5], 0.25, "#dfe6ea"),
            pole(b, [x + 16, 26.2, 105], [x + 16, 13, 105], 0.15, "#444a50"),
            box(b, { x: x + 16, z: 105, y: 10.6, w: 8.6, d: 2.6, h: 2.5, color: "#d8703a" }),
          ),
        )
        .join("");
      return (
        scene(
          river(
            b,
            { clouds: 0.6, rise: 130, layers: 3, trees: 18 },
            900,
            boxes + quay + gantry,
            "#5a8a94",
            b.at(0, 0, 106)[1],
          ),
          boat(b, "barge", 10, 62, 34, "#8a3f34"),
          boat(b, "barge", -17, 42, 26, "#3a4f66"),
          boat(b, "sampan", 9, 26, 6.5, "#6a4a36", [folk(b, "farmer", { look: "left", pose: "paddle" })]),
          { z: 5, svg: bank(b, 866, "#6f8f4a", 14) },
        ) + grass(b, 860, 930, "#628a42", 180, 52)
      );
    },
  },
};
