/** Pictures of work and trade indoors. */
import { type Brush, type Item, times } from "./core.ts";
import { chair, laptop, potPlant, table } from "./furniture.ts";
import { room } from "./interiors.ts";
import { crowd, folk, person } from "./people.ts";
import { EYE } from "./scene-parts.ts";
import { scene, type Scene } from "./scenes.ts";
import { screen } from "./screens.ts";
import { box, patch, pole } from "./solids.ts";
import { oval, poly } from "./svg.ts";

/** Pictures of work indoors by file name. */
export const WORK: Readonly<Record<string, Scene>> = {
  "toa-soan-truc-tuyen": {
    mood: "indoor",
    camera: EYE,
    paint: (b) =>
      scene(
        room(b, { w: 14, h: 4.2, d: 13, wall: "#c9d3d6", floor: "#7f8488", windows: "left" }),
        screen(b, -3.2, 2.7, 12.7, 2.7, 1.5, "scene"),
        screen(b, 0, 2.7, 12.7, 2.7, 1.5, "map"),
        screen(b, 3.2, 2.7, 12.7, 2.7, 1.5, "chart"),
        times(2, (r) =>
          times(3, (i) => {
            const [x, z] = [-4 + i * 3.3 + r * 0.4, 9.6 - r * 2.9];
            return [
              table(b, x, z, 2.4, 0.9, "#e6ddc8"),
              monitor(b, x - 0.5, z + 0.1, "code"),
              monitor(b, x + 0.5, z + 0.1, i % 2 === 0 ? "scene" : "chart"),
              person(b, folk(b, b.pick(["woman", "man"]), { look: "back", pose: "sit" }), x, z - 0.9),
              chair(b, x, z - 0.9, "#35495c"),
            ];
          }),
        ).flat(2),
        camera(b, 2.9, 5.8),
        person(b, folk(b, "man", { look: "left", pose: "reach" }), 3.45, 5.9),
        potPlant(b, -6, 12),
      ),
  },
  "trung-tam-du-lieu": {
    mood: "night",
    camera: { horizon: 400, height: 1.9, focal: 1000, clear: 60 },
    paint: (b) => {
      const racks = [-1, 1].flatMap((s) =>
        times(9, (i) =>
          box(b, { x: s * 2.6, z: 4.4 + i * 1.6, w: 1.5, d: 1.55, h: 2.7, color: "#39404f" }, (f) =>
            times(
              13,
              (j) =>
                patch(f, 0.07, 0.03 + j * 0.073, 0.93, 0.085 + j * 0.073, b.tone("#1a2130")) +
                times(7, (k) =>
                  b.rnd() < 0.7
                    ? patch(
                        f,
                        0.12 + k * 0.11,
                        0.045 + j * 0.073,
                        0.16 + k * 0.11,
                        0.066 + j * 0.073,
                        b.pick(["#5fe0ff", "#5fe0ff", "#7fff9f", "#ffd86a"]),
                      )
                    : "",
                ).join(""),
            ).join(""),
          ),
        ),
      );
      const back = room(b, {
        w: 8,
        h: 3.4,
        d: 20,
        wall: "#5a6a8a",
        floor: "#7a8aa8",
        ceiling: "#4a5878",
        windows: "none",
      });
      const sheen = poly(
        [b.at(-1.2, 0, 3), b.at(1.2, 0, 3), b.at(0.9, 0, 20), b.at(-0.9, 0, 20)],
        "#8fd8ff",
        `opacity="0.22" filter="${b.blur(10)}"`,
      );
      return (
        scene(
          back + sheen,
          racks,
          person(b, folk(b, "official", { look: "back", pose: "walk" }), -0.5, 8.4),
          person(
            b,
            folk(b, "woman", {
              look: "right",
              pose: "hold",
              top: "#8fb3cf",
              carry:
                '<rect x="10" y="-67" width="9" height="6" fill="#bfeaff" transform="rotate(-20 14 -64)"/>',
            }),
            0.5,
            6,
          ),
        ) +
        oval(
          800,
          330,
          520,
          300,
          b.radial([
            ["#7fd0ff", 0.28],
            ["#7fd0ff", 0],
          ]),
        )
      );
    },
  },
  "ngay-hoi-viec-lam": {
    mood: "indoor",
    camera: { ...EYE, height: 2.4 },
    paint: (b) =>
      scene(
        room(b, { w: 20, h: 6, d: 22, wall: "#e6e2d6", floor: "#bfae90" }),
        [-1, 1].flatMap((s) =>
          times(4, (i) =>
            booth(
              b,
              s * 5.6,
              9 + i * 3.6,
              ["#3f7f9a", "#d8703a", "#5f9a6a", "#b5473f", "#6a5a9a", "#e0a83a", "#2f6a6a", "#c9577a"][
                i * 2 + (s > 0 ? 1 : 0)
              ] ?? "#888",
            ),
          ).flat(),
        ),
        crowd(b, ["man", "woman", "woman", "official", "man"], 30, -3.8, 3.8, 19, 6.5),
        [-1, 1].flatMap((s) =>
          times(4, (i) =>
            person(
              b,
              folk(b, b.pick(["woman", "man"]), {
                look: s < 0 ? "left" : "right",
                pose: "hold",
                bag: "#39465f",
              }),
              s * 3.9,
              9 + i * 3.6,
            ),
          ),
        ),
        potPlant(b, -8.6, 8),
        bunting(b),
      ),
  },
};

function monitor(b: Brush, x: number, z: number, show: "code" | "scene" | "chart"): Item {
  return { ...screen(b, x, 1.12, z, 0.78, 0.46, show), z: z - 0.05 };
}

function booth(b: Brush, x: number, z: number, color: string): Item[] {
  const back = box(
    b,
    { x, z: z + 1.2, w: 3.2, d: 0.1, h: 2.7, color },
    (f) =>
      patch(f, 0.08, 0.3, 0.44, 0.72, b.tone("#f4efe2")) +
      patch(f, 0.54, 0.3, 0.92, 0.5, b.tone("#f4efe2", -0.1)) +
      patch(f, 0.54, 0.56, 0.8, 0.7, b.tone("#f4efe2", -0.2)),
  );
  const head = box(b, { x, z: z - 0.5, w: 3.3, d: 0.12, y: 2.5, h: 0.5, color });
  const posts = [-1.6, 1.6].map((dx) =>
    pole(b, [x + dx, 0, z - 0.5], [x + dx, 2.6, z - 0.5], 0.07, "#d8d8d4"),
  );
  return [
    back,
    head,
    ...posts,
    table(b, x, z - 0.2, 2.4, 0.6, "#f4efe2", true, 0.85),
    person(b, folk(b, b.pick(["official", "aodai", "suit"]), { look: "front" }), x - 0.5, z + 0.5),
    person(b, folk(b, b.pick(["official", "woman"]), { look: "front", pose: "hold" }), x + 0.5, z + 0.5),
    laptop(b, x - 0.5, 0.86, z - 0.3),
  ];
}

function bunting(b: Brush): Item {
  return {
    z: 7,
    svg: times(4, (r) =>
      times(24, (i) => {
        const z = 8 + r * 3.6;
        const [x, y] = b.at(-7 + i * 0.6, 5.2 - Math.sin((i / 23) * Math.PI) * 0.6, z);
        const s = b.px(z) * 0.16;
        return poly(
          [
            [x - s, y],
            [x + s, y],
            [x, y + s * 1.8],
          ],
          b.tone(["#e8483a", "#f2b632", "#4fa3c9", "#6fb06a"][i % 4] ?? "#888"),
        );
      }).join(""),
    )
      .reverse()
      .join(""),
  };
}

function camera(b: Brush, x: number, z: number): Item {
  const legs = [-0.35, 0, 0.35]
    .map((d) => pole(b, [x, 1.3, z], [x + d, 0, z + Math.abs(d) - 0.2], 0.05, "#3a3d42").svg)
    .join("");
  return {
    z,
    svg:
      legs +
      box(b, { x, z, w: 0.5, d: 0.3, y: 1.3, h: 0.32, color: "#2a2d33" }).svg +
      box(b, { x: x - 0.36, z, w: 0.25, d: 0.2, y: 1.36, h: 0.2, color: "#44484f" }).svg +
      oval(...b.at(x + 0.15, 1.55, z - 0.2), 5, 5, "#e8483a"),
  };
}
