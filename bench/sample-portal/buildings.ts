/** Building bodies with windows and roofs. */
import { type Brush, type Item, times } from "./core.ts";
import { blend } from "./light.ts";
import { type Box, type Face, box, patch } from "./solids.ts";
import { type Pt, line, oval, poly } from "./svg.ts";

/** How a wall's openings look. */
export type WindowStyle = "grid" | "ribbon" | "shutter" | "balcony" | "glass" | "none";

/** A building body with floors of windows and an optional roof. */
export interface Block extends Omit<Box, "color"> {
  readonly wall: string;
  readonly floors?: number;
  readonly style?: WindowStyle;
  readonly bay?: number;
  readonly roof?: "flat" | "hip" | "gable";
  readonly roofColor?: string;
  readonly rise?: number;
  readonly door?: boolean;
}

/** A building of one body. */
export function block(b: Brush, s: Block): Item {
  const floors = s.floors ?? Math.max(1, Math.round(s.h / 3.4));
  const body = box(b, { ...s, color: s.wall, top: "#b9b5ac" }, (face, side) =>
    facade(b, face, floors, s.bay ?? 3, s.style ?? "grid", s.wall, s.door === true && side === "front"),
  );
  const base = (s.y ?? 0) + s.h;
  const roof =
    s.roof === "hip" || s.roof === "gable"
      ? pitched(b, s, base, s.roof)
      : box(b, {
          x: s.x,
          z: s.z,
          w: s.w * 1.03,
          d: s.d * 1.03,
          y: base,
          h: Math.min(0.7, s.h * 0.05),
          ...(s.rot === undefined ? {} : { rot: s.rot }),
          color: blend(s.wall, "#ffffff", 0.35),
          top: "#c9c4ba",
        }).svg;
  const foot =
    s.y === undefined
      ? oval(
          ...b.at(s.x, 0, s.z - s.d / 2),
          s.w * 0.6 * b.px(s.z - s.d / 2),
          Math.max(2, b.px(s.z) * 0.35),
          b.radial([
            [b.light.shade, 0.4],
            [b.light.shade, 0.25],
            [b.light.shade, 0],
          ]),
        )
      : "";
  return { z: s.z - s.d * 0.3, svg: foot + body.svg + roof };
}

/** A hip or gable roof over a body's top. */
function pitched(b: Brush, s: Block, y: number, kind: "hip" | "gable"): string {
  const over = Math.min(0.9, s.w * 0.06);
  const turn = ((s.rot ?? 0) * Math.PI) / 180;
  const at = (lx: number, h: number, lz: number): Pt =>
    b.at(s.x + lx * Math.cos(turn) - lz * Math.sin(turn), h, s.z + lx * Math.sin(turn) + lz * Math.cos(turn));
  const [w, d] = [s.w / 2 + over, s.d / 2 + over];
  const top = y + (s.rise ?? s.d * 0.32);
  const half = kind === "hip" ? Math.max(0.2, w - d * 0.9) : w;
  const color = s.roofColor ?? "#b3543a";
  const haze = b.haze(s.z);
  const tiles = (pts: readonly Pt[], k: number): string =>
    poly(
      pts,
      b.linear([b.tone(color, k + 0.12, haze), b.tone(color, k - 0.12, haze)]),
      s.z < 90 ? `filter="${b.texture(0.12, 0.35, 3)}"` : "",
    );
  const [rl, rr] = [at(-half, top, 0), at(half, top, 0)];
  const corner = [at(-w, y, -d), at(w, y, -d), at(w, y, d), at(-w, y, d)] as const;
  const sides =
    s.x - b.cam.x > 0
      ? [tiles([corner[3], corner[0], rl], 0.15 * -b.cam.sunX)]
      : [tiles([corner[1], corner[2], rr], -0.3)];
  const gable =
    kind === "gable"
      ? [
          poly(
            s.x - b.cam.x > 0
              ? [at(-s.w / 2, y, -s.d / 2), at(-s.w / 2, y, s.d / 2), at(-s.w / 2, top, 0)]
              : [at(s.w / 2, y, -s.d / 2), at(s.w / 2, y, s.d / 2), at(s.w / 2, top, 0)],
            b.tone(s.wall, -0.15, haze),
          ),
        ]
      : sides;
  const eave = line([corner[0], corner[1]], b.tone(color, -0.55, haze), Math.max(1, b.px(s.z) * 0.12));
  const under = patch(
    { at: (u, v) => b.at(s.x - s.w / 2 + s.w * u, y - v * 0.6, s.z - s.d / 2), lit: 0, w: s.w, h: 1, z: s.z },
    0,
    0,
    1,
    1,
    b.linear([
      [b.light.shade, 0.4],
      [b.light.shade, 0],
    ]),
  );
  return (
    (s.rot === undefined ? under : "") +
    gable.join("") +
    tiles([corner[0], corner[1], rr, rl], 0.08) +
    eave +
    line([rl, rr], b.tone(color, 0.3, haze), Math.max(1, b.px(s.z) * 0.12))
  );
}

/** Windows, ledges and doors over one wall. */
export function facade(
  b: Brush,
  f: Face,
  floors: number,
  bay: number,
  style: WindowStyle,
  wall: string,
  door = false,
): string {
  if (style === "none") return "";
  const haze = b.haze(f.z);
  const bays = Math.max(1, Math.round(f.w / bay));
  const night = b.mood === "night";
  const cool = b.linear([
    blend(b.tone("#4f6f86", f.lit * 0.5, haze), b.light.mid, 0.35),
    b.tone("#31485c", f.lit * 0.4, haze),
    b.tone("#28394a", f.lit * 0.3, haze),
  ]);
  const frame = b.tone(blend(wall, "#ffffff", 0.6), f.lit, haze);
  const dark = b.tone(wall, f.lit - 0.45, haze);
  const pane = (u0: number, v0: number, u1: number, v1: number): string => {
    const lit = night && b.rnd() < 0.55;
    const glow = lit ? b.pick(["#ffd88a", "#ffc76a", "#ffe7b5", "#f2d9a8"]) : cool;
    const [mu, mv] = [(u1 - u0) * 0.09, (v1 - v0) * 0.07];
    return (
      patch(f, u0 - mu, v0 - mv, u1 + mu, v1 + mv, frame) +
      patch(f, u0, v0, u1, v1, glow) +
      patch(f, u0, v0, u1, v0 + (v1 - v0) * 0.14, b.light.shade, 'opacity="0.35"') +
      (f.z < 130
        ? line([f.at((u0 + u1) / 2, v0), f.at((u0 + u1) / 2, v1)], frame, Math.max(0.6, b.px(f.z) * 0.06))
        : "") +
      patch(f, u0 - mu * 2, v1 + mv, u1 + mu * 2, v1 + mv * 2.4, dark)
    );
  };
  return times(floors, (i) => {
    const [v0, v1] = [i / floors, (i + 1) / floors];
    const t = v1 - v0;
    const ledge = patch(
      f,
      0,
      v1 - t * 0.05,
      1,
      v1,
      i === floors - 1
        ? b.tone("#8f8a80", f.lit - 0.1, haze)
        : b.tone(blend(wall, "#ffffff", 0.4), f.lit, haze),
    );
    if (style === "ribbon")
      return (
        pane(0.03, v0 + t * 0.25, 0.97, v0 + t * 0.72) +
        times(bays - 1, (j) =>
          line(
            [f.at((j + 1) / bays, v0 + t * 0.25), f.at((j + 1) / bays, v0 + t * 0.72)],
            frame,
            Math.max(0.7, b.px(f.z) * 0.1),
          ),
        ).join("") +
        ledge
      );
    if (style === "glass")
      return (
        patch(
          f,
          0.01,
          v0,
          0.99,
          v1,
          b.linear([
            blend(b.tone("#6f9ab5", f.lit * 0.5, haze), b.light.low, 0.3),
            b.tone("#5b84a0", f.lit * 0.5, haze),
          ]),
        ) +
        times(bays + 1, (j) =>
          line(
            [f.at(j / bays, v0), f.at(j / bays, v1)],
            frame,
            Math.max(0.6, b.px(f.z) * 0.07),
            'opacity="0.7"',
          ),
        ).join("") +
        ledge
      );
    return (
      times(bays, (j) => {
        const [u0, u1] = [(j + 0.22) / bays, (j + 0.78) / bays];
        const isDoor = i === floors - 1 && door && j === Math.floor(bays / 2);
        const open = isDoor
          ? patch(f, (j + 0.12) / bays, v0 + t * 0.18, (j + 0.88) / bays, 1, b.tone("#4a3326", f.lit, haze)) +
            patch(
              f,
              (j + 0.2) / bays,
              v0 + t * 0.25,
              (j + 0.8) / bays,
              1,
              night ? "#ffd88a" : b.tone("#6b4a33", f.lit, haze),
            )
          : pane(u0, v0 + t * 0.2, u1, v0 + t * 0.74);
        const shutters =
          style === "shutter" && !isDoor
            ? patch(f, u0 - 0.12 / bays, v0 + t * 0.2, u0, v0 + t * 0.74, b.tone("#4f7f6a", f.lit, haze)) +
              patch(
                f,
                u1,
                v0 + t * 0.2,
                u1 + 0.12 / bays,
                v0 + t * 0.74,
                b.tone("#4f7f6a", f.lit - 0.1, haze),
              )
            : "";
        const rail =
          style === "balcony" && i < floors - 1
            ? patch(
                f,
                (j + 0.1) / bays,
                v0 + t * 0.66,
                (j + 0.9) / bays,
                v0 + t * 0.96,
                b.tone(blend(wall, "#ffffff", 0.5), f.lit + 0.1, haze),
              ) +
              patch(
                f,
                (j + 0.1) / bays,
                v0 + t * 0.66,
                (j + 0.9) / bays,
                v0 + t * 0.7,
                b.tone("#6b6b6b", f.lit, haze),
              )
            : "";
        return open + shutters + rail;
      }).join("") + ledge
    );
  }).join("");
}
