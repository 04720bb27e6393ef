/** Pictures of trade indoors. */
import { type Brush, type Item, stage, times } from "./core.ts";
import { room } from "./interiors.ts";
import { folk, person } from "./people.ts";
import { basket, crate, heap } from "./props.ts";
import { EYE } from "./scene-parts.ts";
import { scene, type Scene } from "./scenes.ts";
import { box, pole } from "./solids.ts";
import { oval, poly } from "./svg.ts";

/** Pictures of trade indoors by file name. */
export const TRADE: Readonly<Record<string, Scene>> = {
  "cho-trung-tam": {
    mood: "indoor",
    camera: { horizon: 370, height: 1.9, focal: 1000, clear: 120 },
    paint: (b) => {
      const greens = ["#5f9a3f", "#d8432f", "#8ab83f", "#f2a23a", "#7a3f6a", "#e8d06a", "#3f7a3a", "#e87a3a"];
      const roof = times(
        9,
        (i) =>
          poly(
            [
              b.at(-8, 4.2, 3 + i * 3.2),
              b.at(0, 6.4, 3 + i * 3.2),
              b.at(8, 4.2, 3 + i * 3.2),
              b.at(8, 3.95, 3 + i * 3.2),
              b.at(0, 6.1, 3 + i * 3.2),
              b.at(-8, 3.95, 3 + i * 3.2),
            ],
            b.tone("#6f7a80", -0.2, i * 0.05),
          ) +
          stage([
            pole(b, [-4.4, 0, 4 + i * 3.2], [-4.4, 4.9, 4 + i * 3.2], 0.16, "#8a9298"),
            pole(b, [4.4, 0, 4 + i * 3.2], [4.4, 4.9, 4 + i * 3.2], 0.16, "#8a9298"),
          ]),
      )
        .reverse()
        .join("");
      const sheets = [-1, 1]
        .map(
          (s) =>
            poly(
              [b.at(s * 8.4, 4.2, 2), b.at(0, 6.5, 2), b.at(0, 6.5, 34), b.at(s * 8.4, 4.2, 34)],
              b.linear([b.tone("#c9b48a", 0.1), b.tone("#a89a80", -0.2)]),
            ) +
            times(5, (i) =>
              poly(
                [
                  b.at(s * 3.4, 5.58, 4 + i * 6),
                  b.at(s * 4.8, 5.2, 4 + i * 6),
                  b.at(s * 4.8, 5.2, 7 + i * 6),
                  b.at(s * 3.4, 5.58, 7 + i * 6),
                ],
                "#fbf4d8",
                'opacity="0.85"',
              ),
            ).join(""),
        )
        .join("");
      const stalls = [-1, 1]
        .flatMap((s) =>
          times(8, (i) => {
            const z = 5.6 + i * 2.5;
            const x = s * (3.1 + i * 0.05);
            return [
              box(b, { x, z, w: 2.4, d: 1.9, h: 0.75, color: "#9a7048", top: "#b98a5a" }),
              {
                z: z - 0.7,
                svg: times(8, (j) =>
                  heap(
                    b,
                    x - 0.85 + (j % 4) * 0.56,
                    0.75,
                    z + 0.5 - Math.floor(j / 4) * 0.85,
                    0.32,
                    greens[(j + i * 3) % greens.length] ?? "#5f9a3f",
                  ),
                ).join(""),
              },
              person(
                b,
                folk(b, "farmer", {
                  look: s < 0 ? "right" : "left",
                  pose: "reach",
                  ...(i % 2 === 0 ? {} : { hat: undefined }),
                }),
                x + s * 1.9,
                z,
              ),
            ];
          }),
        )
        .flat();
      return scene(
        room(b, {
          w: 17,
          h: 6.6,
          d: 34,
          wall: "#dfe6df",
          floor: "#b5a68c",
          ceiling: "#b8aa90",
          windows: "none",
          lamps: false,
        }) +
          sheets +
          roof,
        stalls,
        times(9, (i) =>
          person(
            b,
            folk(b, i % 3 === 0 ? "farmer" : "woman", { look: i % 3 === 1 ? "front" : "back", pose: "walk" }),
            ((i * 0.618) % 1) * 2.6 - 1.3,
            8 + i * 2.2,
          ),
        ),
        [-1.3, 1.35].map((x, i) => basket(b, x, 5.2 + i, 0.36, i === 0 ? "#e8703a" : "#6fa040")),
        lampRow(b),
      );
    },
  },
  "hop-tac-xa-dong-goi": {
    mood: "indoor",
    camera: { ...EYE, height: 2.3 },
    paint: (b) =>
      scene(
        room(b, { w: 16, h: 5.4, d: 18, wall: "#dbe2dc", floor: "#b8b2a4", ceiling: "#d8d8d0" }),
        belt(b),
        times(6, (i) =>
          person(
            b,
            folk(b, "woman", {
              look: "right",
              pose: "reach",
              top: "#e9f2ee",
              hat: "cap",
              hatColor: "#5fa8a0",
              cut: "coat",
            }),
            -2.7,
            5.6 + i * 1.9,
          ),
        ),
        times(6, (i) =>
          person(
            b,
            folk(b, "man", {
              look: "left",
              pose: "reach",
              top: "#e9f2ee",
              hat: "cap",
              hatColor: "#5fa8a0",
              cut: "coat",
            }),
            0.9,
            6.2 + i * 1.9,
          ),
        ),
        times(15, (i) =>
          crate(
            b,
            4 + (i % 3) * 1.05,
            Math.floor(i / 6) * 0.55,
            8 + Math.floor((i % 6) / 3) * 1.2,
            0.95,
            "#d9a55a",
            i > 8 ? b.pick(["#f28a2a", "#e8b83a", "#8ab83f"]) : undefined,
          ),
        ),
        times(4, (i) => crate(b, -5.9, (i % 2) * 0.55, 9 + Math.floor(i / 2), 1, "#5f8fb0", "#f2a22a")),
        person(b, folk(b, "worker", { look: "right", pose: "hold", cut: "shirt" }), 3.1, 7),
      ),
  },
};

function lampRow(b: Brush): Item {
  return {
    z: 3,
    svg: times(5, (i) =>
      [-2.6, 2.6]
        .map((x) => {
          const [sx, sy] = b.at(x, 3.3, 6 + i * 5);
          const k = b.px(6 + i * 5) * 0.22;
          return (
            oval(
              sx,
              sy,
              k * 4,
              k * 4,
              b.radial([
                ["#ffedb8", 0.5],
                ["#ffedb8", 0],
              ]),
            ) + oval(sx, sy, k, k * 0.7, "#fffbe8")
          );
        })
        .join(""),
    ).join(""),
  };
}

function belt(b: Brush): Item[] {
  const items = times(9, (i) => {
    const z = 4.6 + i * 1.45;
    return {
      z: z - 0.1,
      svg:
        i % 2 === 0
          ? crate(b, -0.9, 0.86, z, 0.8, "#d9a55a", b.pick(["#f28a2a", "#e8b83a"])).svg
          : times(3, (j) => heap(b, -1.3 + j * 0.4, 0.86, z, 0.2, "#f28a2a")).join(""),
    };
  });
  return [
    { ...box(b, { x: -0.9, z: 10.5, w: 1.5, d: 13, h: 0.86, color: "#8fa0a8", top: "#3f4a50" }), z: 17 },
    ...items,
  ];
}
