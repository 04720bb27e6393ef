/** Heads, hair and hats of people. */
import type { Brush } from "./core.ts";
import type { Look, Person } from "./poses.ts";
import { type Pt, line, n, oval, path } from "./svg.ts";

/** A head with hair and hat. */
export function head(b: Brush, p: Person, [x, y]: Pt, skin: string, haze: number, look: Look): string {
  const hair = b.tone(p.hairColor ?? "#241d1c", -0.05, haze);
  const sheen = oval(
    x + b.cam.sunX * 2,
    y - 4.6,
    2.6,
    1.5,
    b.tone(p.hairColor ?? "#241d1c", 0.45, haze),
    'opacity="0.5"',
  );
  const skull = oval(x, y, 5.5, 6.9, b.round(skin, haze));
  const ears =
    look === "front" || look === "back"
      ? oval(x - 5.4, y + 0.6, 1.1, 1.7, b.tone(skin, -0.1, haze)) +
        oval(x + 5.4, y + 0.6, 1.1, 1.7, b.tone(skin, -0.4, haze))
      : "";
  const cap =
    look === "back"
      ? path(
          `M${n(x - 5.8)} ${n(y + 1)}Q${n(x - 6.4)} ${n(y - 7.6)} ${n(x)} ${n(y - 7.8)}Q${n(x + 6.4)} ${n(y - 7.6)} ${n(x + 5.8)} ${n(y + 1)}Q${n(x + 4.6)} ${n(y + 5.6)} ${n(x)} ${n(y + 5.4)}Q${n(x - 4.6)} ${n(y + 5.6)} ${n(x - 5.8)} ${n(y + 1)}Z`,
          hair,
        )
      : look === "front"
        ? path(
            `M${n(x - 5.9)} ${n(y + 1)}Q${n(x - 6.8)} ${n(y - 8)} ${n(x)} ${n(y - 8)}Q${n(x + 6.8)} ${n(y - 8)} ${n(x + 5.9)} ${n(y + 1)}Q${n(x + 4.4)} ${n(y - 3.4)} ${n(x + 1)} ${n(y - 3.6)}Q${n(x - 3.5)} ${n(y - 3.2)} ${n(x - 5.9)} ${n(y + 1)}Z`,
            hair,
          )
        : path(
            `M${n(x + 4.6)} ${n(y - 3.4)}Q${n(x + 3)} ${n(y - 8.4)} ${n(x - 1.5)} ${n(y - 7.9)}Q${n(x - 7.2)} ${n(y - 6.6)} ${n(x - 6.4)} ${n(y + 2)}Q${n(x - 5.6)} ${n(y + 5.4)} ${n(x - 2.6)} ${n(y + 5)}Q${n(x - 0.6)} ${n(y + 1)} ${n(x)} ${n(y - 2)}Q${n(x + 2.4)} ${n(y - 2.2)} ${n(x + 4.6)} ${n(y - 3.4)}Z`,
            hair,
          );
  const nose = look === "right" ? oval(x + 5.3, y + 1, 1.1, 1.3, b.tone(skin, 0, haze)) : "";
  return skull + ears + nose + cap + sheen + hatOf(b, p, x, y, haze, look);
}

/** Long hair, a bun or a pony tail behind the head. */
export function hairTail(b: Brush, p: Person, [x, y]: Pt, haze: number, look: Look): string {
  const hair = b.tone(p.hairColor ?? "#241d1c", -0.1, haze);
  const back = look === "right" ? -3.4 : 0;
  const w = look === "right" ? 3.2 : 5.9;
  if (p.hair === "long")
    return path(
      `M${n(x + back - w)} ${n(y - 2)}Q${n(x + back - w - 1)} ${n(y + 14)} ${n(x + back - w * 0.6)} ${n(y + 23)}Q${n(x + back)} ${n(y + 25)} ${n(x + back + w * 0.6)} ${n(y + 23)}Q${n(x + back + w + 1)} ${n(y + 14)} ${n(x + back + w)} ${n(y - 2)}Z`,
      hair,
    );
  if (p.hair === "bun" && p.hat === undefined)
    return oval(x + back * 1.7, y - (look === "right" ? 1 : 1.5), 3, 2.9, hair);
  if (p.hair === "pony")
    return path(
      `M${n(x + back - 1.5)} ${n(y - 1)}Q${n(x + back * 2 - 3)} ${n(y + 9)} ${n(x + back * 1.6)} ${n(y + 19)}Q${n(x + back + 3)} ${n(y + 9)} ${n(x + back + 1.5)} ${n(y - 1)}Z`,
      hair,
    );
  return "";
}

function hatOf(b: Brush, p: Person, x: number, y: number, haze: number, look: Look): string {
  const dome = (color: string, low: number): string =>
    path(
      `M${n(x - 7)} ${n(y + low)}Q${n(x - 7.6)} ${n(y - 9.6)} ${n(x)} ${n(y - 9.8)}Q${n(x + 7.6)} ${n(y - 9.6)} ${n(x + 7)} ${n(y + low)}Q${n(x)} ${n(y + low + 2)} ${n(x - 7)} ${n(y + low)}Z`,
      b.round(color, haze),
    );
  if (p.hat === "non") return conicalHat(b, x, y - 3, haze);
  if (p.hat === "moto")
    return (
      dome(p.hatColor ?? "#c0392b", 1.5) +
      (look === "right"
        ? path(
            `M${n(x + 1)} ${n(y - 3)}L${n(x + 9)} ${n(y - 0.5)}L${n(x + 6)} ${n(y - 4)}Z`,
            b.tone(p.hatColor ?? "#c0392b", -0.3, haze),
          )
        : "")
    );
  if (p.hat === "helmet")
    return (
      dome(p.hatColor ?? "#f2b632", -2) +
      oval(x, y - 1.8, 8.8, 1.7, b.tone(p.hatColor ?? "#f2b632", -0.2, haze)) +
      line(
        [
          [x, y - 9.4],
          [x, y - 3.4],
        ],
        b.tone(p.hatColor ?? "#f2b632", 0.5, haze),
        1.2,
      )
    );
  if (p.hat === "cap")
    return (
      dome(p.hatColor ?? "#2f5f8a", -2.5) +
      (look === "right" ? oval(x + 7.5, y - 2.4, 4.4, 1.1, b.tone(p.hatColor ?? "#2f5f8a", -0.3, haze)) : "")
    );
  if (p.hat === "brim")
    return (
      oval(x, y - 2, 13, 3, b.tone(p.hatColor ?? "#6b6b42", -0.25, haze)) +
      dome(p.hatColor ?? "#6b6b42", -2.6)
    );
  return "";
}

/** A conical hat centred on the head in figure units. */
export function conicalHat(b: Brush, x: number, y: number, haze: number): string {
  const cone = `M${n(x - 16)} ${n(y + 2)}Q${n(x - 5)} ${n(y - 6)} ${n(x)} ${n(y - 13)}Q${n(x + 5)} ${n(y - 6)} ${n(x + 16)} ${n(y + 2)}Q${n(x)} ${n(y + 6.5)} ${n(x - 16)} ${n(y + 2)}Z`;
  const rings = [0.35, 0.6, 0.82]
    .map(
      (t) =>
        `M${n(x - 15 * t)} ${n(y - 13 + 14.5 * t)}Q${n(x)} ${n(y - 13 + 19 * t)} ${n(x + 15 * t)} ${n(y - 13 + 14.5 * t)}`,
    )
    .join("");
  return (
    path(cone, b.round("#ecd9a4", haze)) +
    `<path d="${rings}" fill="none" stroke="${b.tone("#b8995c", -0.1, haze)}" stroke-width="0.5" opacity="0.7"/>`
  );
}
