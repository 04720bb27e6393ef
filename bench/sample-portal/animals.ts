/** Cattle and egrets. */
import { type Brush, type Item } from "./core.ts";
import { shadow } from "./solids.ts";
import { type Pt, group, line, n, oval, path, rect } from "./svg.ts";

/** A yellow cow or dark buffalo, seen from the side. */
export function cow(b: Brush, x: number, z: number, dir = 1, color = "#c98a4a", grazing = false): Item {
  const [sx, sy] = b.at(x, 0, z);
  const k = (b.px(z) * 1.35) / 100;
  const haze = b.haze(z);
  const t = (v: number): string => b.tone(color, v, haze);
  const hoof = (l: number, v: number): string =>
    path(
      `M${n(l - 5)} -52L${n(l - 3)} -22L${n(l - 3.4)} 0L${n(l + 3.4)} 0L${n(l + 3.4)} -22L${n(l + 6)} -52Z`,
      t(v),
    ) + rect(l - 3.6, -4, 7.2, 4, b.tone("#3a2f28", 0, haze));
  const headAt: Pt = grazing ? [76, -28] : [72, -88];
  const neck = path(
    grazing ? "M38 -88Q64 -78 84 -36L66 -26Q52 -48 34 -52Z" : "M34 -90Q56 -96 68 -100L76 -82Q58 -62 38 -54Z",
    b.linear([t(0.2), t(-0.3)]),
  );
  const face = group(
    path("M-12 -10Q4 -14 10 -8L22 8Q24 14 18 16Q10 17 4 10L-10 6Z", t(0.12)) +
      oval(19, 12, 4.5, 3.6, b.tone("#e8cdb0", 0, haze)) +
      oval(5, -3, 1.6, 1.6, "#241a14") +
      path("M-10 -9Q-22 -12 -20 -4Q-14 -2 -9 -4Z", t(-0.25)) +
      path("M-4 -12Q-6 -22 2 -26Q-1 -18 1 -12Z", b.tone("#efe6d2", 0, haze)),
    `transform="translate(${String(headAt[0])} ${String(headAt[1])}) rotate(${grazing ? "48" : "8"})"`,
  );
  const body =
    hoof(-32, -0.5) +
    hoof(36, -0.5) +
    path(
      "M-46 -86Q-40 -96 -10 -93Q16 -100 34 -94Q48 -86 46 -62Q40 -46 10 -44Q-24 -40 -44 -50Q-54 -66 -46 -86Z",
      b.linear([t(0.38), t(0.05), t(-0.5)]),
    ) +
    path("M-47 -84Q-58 -72 -54 -40L-51 -40Q-53 -68 -44 -76Z", t(-0.4)) +
    hoof(-40, -0.1) +
    hoof(27, -0.1) +
    neck +
    face;
  return {
    z,
    svg:
      shadow(b, x, z, 1.9, 0.7, 0.55).svg +
      group(
        body,
        `transform="translate(${n(sx)} ${n(sy)}) scale(${n(k * dir * 100)} ${n(k * 100)}) scale(0.01)"`,
      ),
  };
}

/** A white egret. */
export function egret(b: Brush, x: number, z: number, dir = 1, flying = false): Item {
  const [sx, sy] = b.at(x, flying ? b.range(1.8, 4) : 0, z);
  const s = (b.px(z) * 0.9) / 100;
  const white = b.tone("#fffdf6", 0.1, b.haze(z) * 0.5);
  const grey = b.tone("#cfd4d4", -0.1, b.haze(z) * 0.5);
  const body = flying
    ? path("M-60 4Q-20 -8 0 -4Q30 -10 50 -8L66 -6L50 -2Q20 8 -10 8Z", white) +
      path("M-8 -2Q-30 -60 -66 -74Q-20 -56 22 -4Z", white) +
      path("M-4 0Q10 -50 50 -80Q30 -30 20 0Z", grey)
    : line(
        [
          [0, -44],
          [-2, 0],
        ],
        "#39352f",
        3,
      ) +
      line(
        [
          [8, -44],
          [9, 0],
        ],
        "#39352f",
        3,
      ) +
      path("M-36 -40Q-10 -72 16 -66Q24 -60 18 -48Q0 -34 -36 -40Z", white) +
      path("M10 -60Q32 -78 20 -98Q16 -110 28 -112L32 -106Q26 -100 32 -90Q38 -70 18 -52Z", white) +
      path("M30 -112L56 -106L30 -105Z", "#e8b23a");
  return {
    z,
    svg: group(
      body,
      `transform="translate(${n(sx)} ${n(sy)}) scale(${(s * dir).toFixed(3)} ${s.toFixed(3)})"`,
    ),
  };
}
