/** Pictures of the city and its landmarks. */
import { boat } from "./boats.ts";
import { block } from "./buildings.ts";
import { stage, times } from "./core.ts";
import { flag } from "./flags.ts";
import { hedge } from "./foliage.ts";
import { publicBuilding } from "./houses.ts";
import { ground, range, sky } from "./landscape.ts";
import { crowd } from "./people.ts";
import { tree, treeline } from "./plants.ts";
import { cableBridge } from "./roads.ts";
import { backdrop, scene, type Scene } from "./scenes.ts";
import { box, slab } from "./solids.ts";
import { H, oval, poly } from "./svg.ts";
import { glitter, water } from "./water.ts";
import { birds } from "./weather.ts";

/** Pictures of landmarks by file name. */
export const LANDMARKS: Readonly<Record<string, Scene>> = {
  "toan-canh-thanh-pho": {
    mood: "sunset",
    camera: { horizon: 470, height: 30, sunX: 1 },
    paint: (b) => {
      const blocks = stage(
        times(95, (i) => {
          const z = 560 - i * 2.9;
          const tall = b.rnd() < 0.14 ? b.range(40, 95) : b.range(9, 30);
          return block(b, {
            x: b.range(-0.72, 0.72) * z,
            z,
            w: b.range(13, 26),
            d: 16,
            h: tall,
            wall: b.pick(["#e9d5b0", "#d5d9d9", "#e0bfa5", "#f0e6d2", "#b9c6d0", "#d9b48a"]),
            floors: Math.max(2, Math.round(tall / 4.5)),
            bay: 4.5,
            style: tall > 38 ? "glass" : "ribbon",
            ...(tall < 14 ? { roof: "hip" as const, roofColor: "#a8563f", rise: 5 } : {}),
          });
        }),
      );
      const y = 592;
      const far =
        sky(b, { clouds: 0.55, sun: [1180, 395, 34] }) +
        range(b, 474, 150, 3, "#4a6a5a") +
        ground(b, "#7f8f5a") +
        treeline(b, 520, 26, 0.3, "#4a7046", 4) +
        blocks +
        cableBridge(b, -260, 262, 40, 330, 8, 44, [0.3, 0.72]) +
        treeline(b, y + 2, 26, 0.12, "#41663a", 14);
      return (
        far +
        water(b, y, H, far) +
        glitter(b, 1180, y, H, 170) +
        stage(
          boat(b, "fishing", 24, 160, 26, "#3f5f86"),
          boat(b, "sampan", -40, 120, 14, "#5a4034"),
          boat(b, "barge", 60, 200, 44, "#7a3f34"),
        ) +
        birds(b, 380, 250, 8)
      );
    },
  },
  "bao-tang-tinh": {
    mood: "noon",
    camera: { horizon: 560, height: 1.9, focal: 820 },
    paint: (b) => {
      const [cx, cy] = b.at(0, 9.2, 33.6);
      const r = 4.3 * b.px(33.6);
      const drum =
        oval(cx, cy, r, r, b.radial([b.tone("#d8a85a", 0.3), b.tone("#a87838"), b.tone("#7a5228")])) +
        [0.9, 0.72, 0.52, 0.34]
          .map(
            (k) =>
              `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${(r * k).toFixed(1)}" fill="none" stroke="${b.tone("#5f3f1f")}" stroke-width="2.4" opacity="0.75"/>`,
          )
          .join("") +
        times(14, (i) => {
          const a = (i / 14) * 6.283;
          return poly(
            [
              [cx + Math.cos(a - 0.17) * r * 0.14, cy + Math.sin(a - 0.17) * r * 0.14],
              [cx + Math.cos(a) * r * 0.33, cy + Math.sin(a) * r * 0.33],
              [cx + Math.cos(a + 0.17) * r * 0.14, cy + Math.sin(a + 0.17) * r * 0.14],
            ],
            b.tone("#f0cf8a", 0.2),
          );
        }).join("") +
        times(18, (i) => {
          const a = (i / 18) * 6.283;
          const [x, y] = [cx + Math.cos(a) * r * 0.62, cy + Math.sin(a) * r * 0.62];
          return `<path d="M-12 3Q-4 -5 4 -2L13 -7L7 2Q0 6 -12 3Z" transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${(a * 57.3 + 90).toFixed(0)}) scale(${(r / 130).toFixed(2)})" fill="${b.tone("#5f3f1f")}" opacity="0.85"/>`;
        }).join("") +
        times(44, (i) => {
          const a = (i / 44) * 6.283;
          return oval(
            cx + Math.cos(a) * r * 0.81,
            cy + Math.sin(a) * r * 0.81,
            r * 0.028,
            r * 0.028,
            b.tone("#5f3f1f"),
          );
        }).join("");
      const roof =
        poly(
          [b.at(-27, 15, 35), b.at(27, 15, 35), b.at(22, 19.5, 42), b.at(-22, 19.5, 42)],
          b.tone("#8f4a38", 0.05),
        ) +
        poly(
          [b.at(-29, 14.6, 34), b.at(29, 14.6, 34), b.at(27, 15.7, 34), b.at(-27, 15.7, 34)],
          b.tone("#6f3a2e"),
        );
      return scene(
        backdrop(b, { clouds: 0.6, rise: 90, layers: 2, trees: 26, land: "#c9bfa8" }),
        block(b, { x: 0, z: 43, w: 50, d: 16, h: 15, wall: "#e6d7b8", floors: 3, style: "none" }),
        {
          z: 34.9,
          svg:
            times(
              12,
              (i) => box(b, { x: -23.5 + i * 4.27, z: 34.6, w: 0.9, d: 0.8, h: 14.8, color: "#f2e8d2" }).svg,
            ).join("") +
            times(11, (i) =>
              i > 3 && i < 7
                ? ""
                : poly(
                    [
                      b.at(-22.5 + i * 4.27, 13, 34.8),
                      b.at(-20 + i * 4.27, 13, 34.8),
                      b.at(-20 + i * 4.27, 1.5, 34.8),
                      b.at(-22.5 + i * 4.27, 1.5, 34.8),
                    ],
                    b.linear([b.tone("#8fb0c0", 0.1), b.tone("#4a6474")]),
                  ),
            ).join("") +
            box(b, { x: 0, z: 34.2, w: 12.6, d: 1, h: 15, color: "#efe3c8" }).svg +
            poly(
              [b.at(-2.6, 4, 33.6), b.at(2.6, 4, 33.6), b.at(2.6, 0.6, 33.6), b.at(-2.6, 0.6, 33.6)],
              b.linear([b.tone("#4a3628"), b.tone("#7a5a40")]),
            ) +
            roof +
            drum,
        },
        times(5, (i) =>
          box(b, {
            x: 0,
            z: 31.5 - i,
            w: 22 + i,
            d: 1.2,
            h: 0.75 - i * 0.15,
            color: "#d9cdb2",
            top: "#eae0c8",
          }),
        ),
        crowd(b, ["woman", "man", "child", "aodai"], 17, -8, 8, 27, 12),
        flag(b, -15, 26, 12),
        tree(b, "palm", -17, 25, 11),
        tree(b, "palm", 17, 25, 10.5),
        tree(b, "flame", 13.2, 19, 7),
        hedge(b, -18, -7, 22, 1.2, "#4a8042", "#e8708a"),
        hedge(b, 7, 18, 22, 1.2, "#4a8042", "#e8708a"),
      );
    },
  },
  "tru-so-ubnd-tinh": {
    mood: "noon",
    camera: { horizon: 500, height: 2 },
    paint: (b) =>
      scene(
        backdrop(b, { clouds: 0.62, rise: 80, layers: 2, trees: 24, land: "#79a84c" }) +
          slab(
            b,
            -5,
            2,
            5,
            36,
            b.linear([b.tone("#d6cdb8", 0.2, 0.2), b.tone("#cfc5ae"), b.tone("#b3a88f", -0.1)]),
          ) +
          slab(b, -40, 31, 40, 37, b.tone("#d6cdb8", 0.1, 0.1)),
        publicBuilding(b, 0, 46, 58, "#ecc763", 3),
        flag(b, -10, 27, 10.5),
        box(b, { x: -10, z: 27, w: 4, d: 5, h: 0.7, color: "#c9b694", top: "#e0d2b4" }),
        hedge(b, -24, -6, 24, 0.9, "#4a8a42", "#f0c23a"),
        hedge(b, 6, 24, 24, 0.9, "#4a8a42", "#f0c23a"),
        hedge(b, -12, -5.4, 12, 0.75, "#458040", "#e8506a"),
        hedge(b, 5.4, 12, 12, 0.75, "#458040", "#e8506a"),
        tree(b, "palm", -24, 34, 13),
        tree(b, "palm", 24, 34, 13),
        tree(b, "palm", -17, 36, 11),
        tree(b, "palm", 17, 36, 11),
        tree(b, "round", -14.6, 19, 6.5),
        tree(b, "round", 14.8, 19, 7),
        crowd(b, ["official", "aodai", "man", "woman"], 8, -4.4, 4.4, 30, 13),
      ),
  },
};
