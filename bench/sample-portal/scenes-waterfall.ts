/** Pictures of the waterfall. */
import { type Brush, stage, times } from "./core.ts";
import { rock } from "./crops.ts";
import { foliage, hedge } from "./foliage.ts";
import { grass, mist, range, sky } from "./landscape.ts";
import { blend } from "./light.ts";
import { folk, person } from "./people.ts";
import { tree } from "./plants.ts";
import { scene, type Scene } from "./scenes.ts";
import { box, pole } from "./solids.ts";
import { H, W, oval, path, poly, rect } from "./svg.ts";
import { water } from "./water.ts";

/** Pictures of the waterfall by file name. */
export const WATERFALL: Readonly<Record<string, Scene>> = {
  "du-lich-thac-van": {
    mood: "noon",
    camera: { horizon: 430, height: 2.6 },
    paint: (b) =>
      scene(
        waterfall(b, 560),
        times(12, (i) =>
          box(b, {
            x: -11.5 + i * 2,
            z: 11,
            w: 1.96,
            d: 1.9,
            y: 0.25,
            h: 0.16,
            color: "#8a623e",
            top: i % 2 === 0 ? "#b48a5c" : "#a97f52",
          }),
        ),
        [12, 10].flatMap((z) => [
          pole(b, [-12, 1.35, z], [12, 1.35, z], 0.1, "#8f6a44"),
          pole(b, [-12, 0.85, z], [12, 0.85, z], 0.07, "#8f6a44"),
          ...times(13, (i) => pole(b, [-12 + i * 2, -0.5, z], [-12 + i * 2, 1.45, z], 0.13, "#7a5838")),
        ]),
        [
          [-4.6, "woman", "back"],
          [-3.7, "man", "back"],
          [-2.9, "child", "back"],
          [0.6, "runner", "right"],
          [2.4, "aodai", "left"],
          [4.4, "man", "back"],
          [5.2, "woman", "back"],
        ].map(([x, kind, look]) =>
          person(
            b,
            folk(b, kind as "man", {
              look: look as "back",
              bag: b.pick(["#c9473a", "#3f7f9a", "#e0a83a"]),
              ...(x === 5.2 ? { hat: "non" as const } : {}),
            }),
            Number(x),
            11,
            0.42,
          ),
        ),
      ) + leaves(b),
  },
  "rung-dau-nguon": {
    mood: "noon",
    camera: { horizon: 420, height: 2.2 },
    paint: (b) =>
      waterfall(b, 900) +
      times(9, (i) => rock(b, 60 + i * 190 + b.range(-40, 40), 870 + b.range(-20, 30), b.range(50, 95))).join(
        "",
      ) +
      leaves(b) +
      grass(b, 880, 940, "#3f7a3c", 120, 70),
  },
};

/** A wooded gorge with a tall fall, pool and mist. */
function waterfall(b: Brush, x: number): string {
  const wall = (s: number): string =>
    times(7, (i) =>
      foliage(
        b,
        x + s * (330 + i * 120),
        330 + i * 34 - Math.abs(s) * 40,
        170,
        150 + i * 6,
        b.pick(["#2f6a45", "#38703f", "#2a5f40"]),
        0.42 - i * 0.055,
      ),
    ).join("");
  const cliff = path(
    `M${String(x - 260)} 170Q${String(x - 120)} 120 ${String(x)} 140T${String(x + 260)} 160L${String(x + 300)} 620H${String(x - 310)}Z`,
    b.linear([b.tone("#7d8478", 0.1, 0.25), b.tone("#5f6a62", -0.1, 0.1), b.tone("#485650", -0.3)]),
    `filter="${b.texture(0.05, 0.014, 12)}"`,
  );
  const threads = times(95, () => {
    const u = b.range(-1, 1) * b.rnd() ** 0.6;
    const top = 150 + b.range(0, 20) + Math.abs(u) * 30;
    const spread = x + u * 62;
    return path(
      `M${String(Math.round(spread))} ${String(Math.round(top))}C${String(Math.round(spread + u * 10))} 260 ${String(Math.round(spread + u * 46))} 420 ${String(Math.round(spread + u * 58 + b.range(-8, 8)))} ${String(Math.round(b.range(540, 600)))}`,
      "none",
      `stroke="${b.pick(["#ffffff", "#f2fafa", "#d5e8ea", "#bcd8de"])}" stroke-width="${b.range(2, 8).toFixed(1)}" stroke-linecap="round" opacity="${b.range(0.35, 0.8).toFixed(2)}"`,
    );
  }).join("");
  const hills = sky(b, { clouds: 0.5 }, 420) + range(b, 480, 370, 3, "#2f6a48", 0.6);
  const trees = stage(
    times(10, (i) =>
      tree(b, b.pick(["round", "round", "acacia"] as const), -26 + i * 5.6, 34, b.range(9, 13), 2),
    ).filter((_, i) => Math.abs(-26 + i * 5.6 - (x - 800) / 34) > 7),
    times(8, (i) => ({ ...hedge(b, -25 + i * 6.4, -19 + i * 6.4, 33, 3.4, "#34683c") })).filter(
      (_, i) => Math.abs(-22 + i * 6.4 - (x - 800) / 34) > 7,
    ),
  );
  const far =
    hills +
    cliff +
    wall(-1) +
    wall(1) +
    trees +
    threads +
    mist(b, 590, 60, 0.1) +
    oval(x, 596, 190, 52, "#f4fbfb", `opacity="0.75" filter="${b.blur(16)}"`);
  return (
    rect(0, 0, W, H, blend(b.light.low, "#3f6f50", 0.5)) +
    far +
    water(b, 606, H, far, "#3f7f7a") +
    times(26, () => rock(b, x + b.range(-560, 560), b.range(612, 700), b.range(12, 40), 0.1)).join("") +
    oval(x, 622, 240, 24, "#ffffff", `opacity="0.6" filter="${b.blur(9)}"`) +
    poly(
      [
        [x - 200, -10],
        [x + 60, -10],
        [x + 420, 620],
        [x + 120, 640],
      ],
      b.linear([
        ["#fff6cf", 0.28],
        ["#fff6cf", 0],
      ]),
      `filter="${b.blur(26)}"`,
    )
  );
}

/** Dark leaves hanging in from the upper corners, close to the viewer. */
function leaves(b: Brush): string {
  return `<g filter="${b.blur(3)}">${foliage(b, 20, 20, 240, 130, "#2a5a34")}${foliage(b, 1590, 30, 260, 150, "#2f6238")}${foliage(b, 1500, 0, 260, 60, "#3a7040")}</g>`;
}
