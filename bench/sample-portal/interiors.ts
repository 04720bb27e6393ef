/** Rooms seen from inside. */
import { type Brush, times } from "./core.ts";
import { H, type Pt, W, line, n, poly, rect } from "./svg.ts";

/** A room seen from its middle; sizes in metres. */
export interface Room {
  readonly w: number;
  readonly h: number;
  readonly d: number;
  readonly wall?: string;
  readonly floor?: string;
  readonly ceiling?: string;
  readonly windows?: "left" | "both" | "none";
  readonly lamps?: boolean;
}

/** Floor, walls, ceiling, lamps and daylight of a room. */
export function room(b: Brush, r: Room): string {
  const [wall, ground, ceiling] = [r.wall ?? "#e9dcc2", r.floor ?? "#c9b08a", r.ceiling ?? "#f4eee0"];
  const near = 1.2;
  const x = r.w / 2;
  const at = b.at.bind(b);
  const floorBase = poly(
    [at(-x, 0, near), at(x, 0, near), at(x, 0, r.d), at(-x, 0, r.d)],
    b.linear([b.tone(ground, 0.3), b.tone(ground, 0), b.tone(ground, -0.35)]),
  );
  const tiles: string[] = [];
  for (let z = 2; z <= r.d; z += 1.2)
    tiles.push(line([at(-x, 0, z), at(x, 0, z)], b.tone(ground, -0.35), 1, 'opacity="0.4"'));
  for (let tx = -x; tx <= x; tx += 1.2)
    tiles.push(line([at(tx, 0, near), at(tx, 0, r.d)], b.tone(ground, -0.35), 1, 'opacity="0.4"'));
  const top = poly(
    [at(-x, r.h, near), at(x, r.h, near), at(x, r.h, r.d), at(-x, r.h, r.d)],
    b.linear([b.tone(ceiling, -0.35), b.tone(ceiling, 0.05)]),
  );
  const back = poly(
    [at(-x, 0, r.d), at(x, 0, r.d), at(x, r.h, r.d), at(-x, r.h, r.d)],
    b.linear([b.tone(wall, -0.08), b.tone(wall, 0.18), b.tone(wall, -0.1)]),
  );
  const side = (s: number): string => {
    const pts = [at(s * x, 0, near), at(s * x, 0, r.d), at(s * x, r.h, r.d), at(s * x, r.h, near)];
    return (
      poly(
        pts,
        b.linear(
          s < 0 ? [b.tone(wall, -0.5), b.tone(wall, -0.12)] : [b.tone(wall, 0.12), b.tone(wall, -0.25)],
          "x",
        ),
      ) + panes(s)
    );
  };
  const panes = (s: number): string => {
    if (r.windows === "none" || (r.windows !== "both" && s > 0)) return "";
    const list: string[] = [];
    for (let z = 3.4; z < r.d - 1.8; z += 3) {
      const q = [
        at(s * x, r.h * 0.3, z),
        at(s * x, r.h * 0.3, z + 2),
        at(s * x, r.h * 0.82, z + 2),
        at(s * x, r.h * 0.82, z),
      ];
      list.push(
        poly(
          q,
          b.linear(["#cfe6f2", "#eaf5ee", "#b9d6a8", "#8fb886"]),
          `stroke="${b.tone("#fbf6ea")}" stroke-width="${n(b.px(z) * 0.09)}"`,
        ),
      );
      list.push(
        line([at(s * x, r.h * 0.3, z + 1), at(s * x, r.h * 0.82, z + 1)], b.tone("#fbf6ea"), b.px(z) * 0.06),
      );
      if (s < 0)
        list.push(
          poly(
            [
              at(-x + 0.8, 0.01, z - 0.4),
              at(-x + 3.6, 0.01, z - 1.6),
              at(-x + 3.6, 0.01, z + 0.2),
              at(-x + 0.8, 0.01, z + 1.4),
            ],
            "#fff6d6",
            `opacity="0.28" filter="${b.blur(5)}"`,
          ),
        );
    }
    return list.join("");
  };
  const lamps: string[] = [];
  if (r.lamps !== false) {
    for (let z = 4; z < r.d; z += 3)
      for (const lx of [-0.5, 0, 0.5]) {
        const q: Pt[] = [
          at(lx * x - 0.9, r.h - 0.02, z),
          at(lx * x + 0.9, r.h - 0.02, z),
          at(lx * x + 0.9, r.h - 0.02, z + 0.7),
          at(lx * x - 0.9, r.h - 0.02, z + 0.7),
        ];
        lamps.push(poly(q, "#fff7dc", `filter="${b.blur(7)}" opacity="0.8"`), poly(q, "#fffbee"));
      }
  }
  const wainscot =
    poly(
      [at(-x, 0, r.d), at(x, 0, r.d), at(x, 1.05, r.d), at(-x, 1.05, r.d)],
      b.linear([b.tone(wall, -0.32), b.tone(wall, -0.42)]),
    ) +
    line([at(-x, 1.05, r.d), at(x, 1.05, r.d)], b.tone(wall, 0.3), 2.5) +
    times(Math.round(r.w / 1.5), (i) =>
      line([at(-x + i * 1.5, 0, r.d), at(-x + i * 1.5, 1.05, r.d)], b.tone(wall, -0.55), 1, 'opacity="0.5"'),
    ).join("");
  const skirting = poly(
    [at(-x, 0, r.d), at(x, 0, r.d), at(x, 0.18, r.d), at(-x, 0.18, r.d)],
    b.tone(wall, -0.4),
  );
  const sheen = poly(
    [at(-x, 0, near), at(x, 0, near), at(x, 0, r.d), at(-x, 0, r.d)],
    b.linear([
      ["#fff8e4", 0.5],
      ["#fff8e4", 0.06],
      ["#fff8e4", 0],
    ]),
  );
  return (
    rect(0, 0, W, H, b.tone(wall)) +
    top +
    floorBase +
    tiles.join("") +
    sheen +
    back +
    wainscot +
    skirting +
    side(-1) +
    side(1) +
    lamps.join("")
  );
}
