/** Boats on the water. */
import { type Brush, type Item, times } from "./core.ts";
import { person } from "./people.ts";
import type { Person } from "./poses.ts";
import { group, line, n, oval, path, poly, rect } from "./svg.ts";

/** Kinds of boat. */
export type BoatKind = "sampan" | "racing" | "fishing" | "barge" | "rescue";

/** A boat on the water with its wake and reflection; `load` is what lies heaped aboard. */
export function boat(
  b: Brush,
  kind: BoatKind,
  x: number,
  z: number,
  long: number,
  color = "#7a5238",
  crew: readonly Person[] = [],
  load: readonly string[] = [],
): Item {
  const [sx, sy] = b.at(x, 0, z);
  const k = (b.px(z) * long) / 100;
  const haze = b.haze(z);
  const hull =
    path(
      HULLS[kind],
      b.linear([b.tone(color, 0.25, haze), b.tone(color, -0.1, haze), b.tone(color, -0.55, haze)]),
    ) + path(RIMS[kind], "none", `stroke="${b.tone(color, 0.5, haze)}" stroke-width="1.1"`);
  const eye =
    kind === "sampan" || kind === "fishing"
      ? oval(42, -6.5, 2, 1.3, b.tone("#f4efe2", 0, haze)) + oval(42.3, -6.5, 0.8, 0.8, "#20242c")
      : "";
  const fruit =
    load.length === 0
      ? ""
      : times(90, (i) => {
          const t = i / 90;
          const spread = 24 * (1 - t * 0.75);
          return oval(
            -6 + b.range(-1, 1) * spread,
            -5.5 - t * 6.5 + b.range(-0.6, 0.6),
            1.9,
            1.75,
            b.round(load[Math.floor(i / 14) % load.length] ?? "#e8a03a", haze),
          );
        }).join("");
  const cabin = CABINS[kind](b, haze);
  const skim =
    oval(0, 1, 54, 1.7, b.light.low, 'opacity="0.35"') +
    oval(0, 2.4, 50, 3.2, b.tone("#24404a", -0.5), 'opacity="0.45"');
  const mirror = group(
    hull + cabin,
    `transform="scale(1 -0.55)" opacity="0.22" filter="${b.blur(1.2, 0.4)}"`,
  );
  const people = crew
    .map(
      (p, i) =>
        person(
          b,
          p,
          x + long * ((i + 0.5) / crew.length - 0.5) * (kind === "racing" ? 0.84 : 0.62),
          z,
          kind === "racing" ? -0.05 : kind === "rescue" ? 0.22 : 0.08,
        ).svg,
    )
    .join("");
  const wrap = (s: string): string =>
    group(s, `transform="translate(${n(sx)} ${n(sy)}) scale(${k.toFixed(3)})"`);
  return {
    z,
    svg:
      wrap(skim + mirror + (kind === "fishing" || kind === "barge" ? cabin : "")) +
      people +
      wrap((kind === "fishing" || kind === "barge" ? "" : cabin) + fruit + hull + eye),
  };
}

const HULLS: Readonly<Record<BoatKind, string>> = {
  sampan: "M-52 -9Q-44 -4.5 -26 -4.2L28 -4.4Q44 -5.4 54 -11Q49 1 38 2L-38 2Q-48 1 -52 -9Z",
  racing: "M-54 -5Q-46 -2.4 -30 -2.2L32 -2.2Q46 -2.8 55 -6.5Q50 1 40 1.3L-40 1.3Q-50 0.8 -54 -5Z",
  fishing: "M-48 -11Q-30 -8 0 -8.5Q30 -9.5 54 -20Q50 0 38 3L-40 3Q-47 0 -48 -11Z",
  barge: "M-52 -7L50 -7L55 -9.5L48 3L-48 3Z",
  rescue: "M-48 -6Q-50 -9 -44 -9.5L34 -9.5Q48 -10 54 -15Q57 -8 48 -2Q42 2 34 2L-42 2Q-49 1 -48 -6Z",
};

const RIMS: Readonly<Record<BoatKind, string>> = {
  sampan: "M-52 -9Q-44 -4.5 -26 -4.2L28 -4.4Q44 -5.4 54 -11",
  racing: "M-54 -5Q-46 -2.4 -30 -2.2L32 -2.2Q46 -2.8 55 -6.5",
  fishing: "M-48 -11Q-30 -8 0 -8.5Q30 -9.5 54 -20",
  barge: "M-52 -7L50 -7L55 -9.5",
  rescue: "M-46 -5.5L34 -5.5Q46 -6 53 -11",
};

const CABINS: Readonly<Record<BoatKind, (b: Brush, haze: number) => string>> = {
  sampan: () => "",
  racing: () => "",
  rescue: (b, haze) => rect(-51, -14, 6, 9, b.tone("#33363a", 0, haze), 'rx="1.5"'),
  fishing: (b, haze) =>
    line(
      [
        [8, -8],
        [8, -44],
      ],
      b.tone("#6a5a48", 0, haze),
      1.2,
    ) +
    line(
      [
        [8, -40],
        [44, -17],
      ],
      b.tone("#6a5a48", 0, haze),
      0.5,
    ) +
    line(
      [
        [8, -42],
        [-40, -14],
      ],
      b.tone("#6a5a48", 0, haze),
      0.5,
    ) +
    rect(-34, -26, 26, 18, b.round("#e9dfc6", haze), 'rx="1"') +
    rect(-37, -28.5, 32, 3, b.tone("#c2473a", 0, haze), 'rx="1"') +
    times(3, (i) => rect(-31 + i * 7.6, -23, 5.4, 6, b.tone("#4f6f82", 0, haze))).join("") +
    poly(
      [
        [8, -43],
        [18, -40.5],
        [8, -38],
      ],
      "#d8241d",
    ) +
    line(
      [
        [-2, -10],
        [14, -34],
        [34, -13],
      ],
      b.tone("#a08a6a", 0, haze),
      0.7,
    ),
  barge: (b, haze) =>
    rect(-48, -20, 13, 13, b.round("#f0ece0", haze)) +
    rect(-46, -17.5, 9, 4, b.tone("#4f6f82", 0, haze)) +
    times(10, (i) =>
      rect(
        -30 + (i % 5) * 14.5,
        -14 - Math.floor(i / 5) * 7,
        14,
        7,
        b.linear([b.tone(b.pick(BOXES), 0.2, haze), b.tone(b.pick(BOXES), -0.25, haze)]),
      ),
    ).join(""),
};

const BOXES = ["#b8483a", "#3f7396", "#d8a23a", "#4f8a6a", "#8a8f94"];
