/** Lit screens that never show text. */
import { type Brush, type Item, times } from "./core.ts";
import { n, oval, path, poly, rect } from "./svg.ts";

/** What a screen shows; never text. */
export type Show = "tiles" | "chart" | "queue" | "map" | "lesson" | "code" | "scene";

/** A lit screen facing the viewer, centred at (x, y, z). */
export function screen(b: Brush, x: number, y: number, z: number, w: number, h: number, show: Show): Item {
  const [p, q] = [b.at(x - w / 2, y + h / 2, z), b.at(x + w / 2, y - h / 2, z)];
  const [sw, sh] = [q[0] - p[0], q[1] - p[1]];
  const m = Math.max(1.5, sw * 0.015);
  const cell = (u: number, v: number, cw: number, ch: number, fill: string, extra = ""): string =>
    rect(p[0] + u * sw, p[1] + v * sh, cw * sw, ch * sh, fill, extra);
  const glow = oval(
    (p[0] + q[0]) / 2,
    (p[1] + q[1]) / 2,
    sw * 0.75,
    sh * 0.8,
    b.radial([
      ["#cfeaff", 0.35],
      ["#cfeaff", 0.12],
      ["#cfeaff", 0],
    ]),
  );
  const bars = times(7, (i) =>
    cell(0.1 + i * 0.075, 0.78 - (0.12 + b.rnd() * 0.4), 0.05, 0.5, "", `fill-opacity="0"`),
  );
  const content: Record<Show, () => string> = {
    tiles: () =>
      times(12, (i) => {
        const [u, v] = [0.03 + (i % 4) * 0.24, 0.05 + Math.floor(i / 4) * 0.31];
        const cx = p[0] + (u + 0.11) * sw;
        const base = p[1] + (v + 0.28) * sh;
        const r = sh * 0.05;
        return (
          cell(
            u,
            v,
            0.22,
            0.28,
            b.linear([b.pick(["#9fbfd0", "#d0c4a8", "#b5c7a4", "#c9b3b3"]), "#6f8394"]),
          ) +
          path(
            `M${n(cx - r * 1.9)} ${n(base)}Q${n(cx - r * 1.8)} ${n(base - r * 1.3)} ${n(cx)} ${n(base - r * 1.5)}Q${n(cx + r * 1.8)} ${n(base - r * 1.3)} ${n(cx + r * 1.9)} ${n(base)}Z`,
            b.pick(["#f2f2ee", "#3a4a66", "#b9d0e0", "#8f5f5f", "#7f9a8a"]),
          ) +
          oval(cx, base - r * 2.5, r * 1.05, r * 1.25, "#2a2423") +
          oval(cx, base - r * 2.3, r * 0.86, r * 1.02, "#d9a886")
        );
      }).join(""),
    chart: () =>
      bars.join("") +
      times(8, (i) => {
        const v = 0.2 + b.rnd() * 0.5;
        return cell(0.08 + i * 0.065, 0.88 - v, 0.045, v, ["#5fc4c9", "#f2b84a", "#e8705a"][i % 3] ?? "#fff");
      }).join("") +
      oval(p[0] + sw * 0.8, p[1] + sh * 0.45, sh * 0.22, sh * 0.22, "#f2b84a") +
      path(
        `M${n(p[0] + sw * 0.8)} ${n(p[1] + sh * 0.45)}v${n(-sh * 0.22)}a${n(sh * 0.22)} ${n(sh * 0.22)} 0 0 1 ${n(sh * 0.19)} ${n(sh * 0.33)}Z`,
        "#5fc4c9",
      ),
    queue: () =>
      times(
        5,
        (i) =>
          cell(0.05, 0.07 + i * 0.18, 0.3, 0.13, i === 0 ? "#f2b84a" : "#3f6f9a") +
          cell(0.4, 0.1 + i * 0.18, 0.36, 0.06, "#dfeaf2", 'opacity="0.85"') +
          oval(
            p[0] + sw * 0.88,
            p[1] + sh * (0.135 + i * 0.18),
            sh * 0.05,
            sh * 0.05,
            i === 0 ? "#7fe08a" : "#8fb0c9",
          ),
      ).join(""),
    map: () =>
      cell(0, 0, 1, 1, "#2f5f6a") +
      path(
        `M${n(p[0])} ${n(p[1] + sh * 0.7)}Q${n(p[0] + sw * 0.3)} ${n(p[1] + sh * 0.2)} ${n(p[0] + sw * 0.55)} ${n(p[1] + sh * 0.55)}T${n(q[0])} ${n(p[1] + sh * 0.3)}`,
        "none",
        `stroke="#8fd3e8" stroke-width="${n(sh * 0.06)}"`,
      ) +
      times(9, () =>
        oval(
          p[0] + sw * b.range(0.08, 0.92),
          p[1] + sh * b.range(0.1, 0.9),
          sh * 0.03,
          sh * 0.03,
          b.pick(["#f2b84a", "#e8705a", "#9fe0a0"]),
        ),
      ).join(""),
    lesson: () =>
      cell(0, 0, 1, 1, b.linear(["#eaf6f2", "#cfe8e8"])) +
      oval(
        p[0] + sw * 0.3,
        p[1] + sh * 0.5,
        sh * 0.26,
        sh * 0.26,
        b.radial(["#9fd0f0", "#4f94c9", "#356f9f"]),
      ) +
      path(
        `M${n(p[0] + sw * 0.3 - sh * 0.38)} ${n(p[1] + sh * 0.5)}a${n(sh * 0.38)} ${n(sh * 0.12)} -15 1 0 ${n(sh * 0.76)} 0a${n(sh * 0.38)} ${n(sh * 0.12)} -15 1 0 ${n(-sh * 0.76)} 0`,
        "none",
        `stroke="#e8a03a" stroke-width="${n(sh * 0.02)}"`,
      ) +
      times(4, (i) =>
        cell(
          0.58,
          0.22 + i * 0.16,
          0.32 - (i % 2) * 0.08,
          0.06,
          ["#e8705a", "#5f9fb0", "#7fb06a", "#e8b84a"][i] ?? "#fff",
        ),
      ).join(""),
    code: () =>
      times(7, (i) =>
        cell(
          0.06 + (i % 3) * 0.05,
          0.1 + i * 0.115,
          b.range(0.25, 0.7),
          0.045,
          b.pick(["#7fc4e8", "#e8c06a", "#9fd08a", "#d9d9e8"]),
        ),
      ).join(""),
    scene: () =>
      cell(0, 0, 1, 1, b.linear(["#7fb8e0", "#d9ecf2", "#f0e0b8"])) +
      path(
        `M${n(p[0])} ${n(p[1] + sh * 0.7)}L${n(p[0] + sw * 0.28)} ${n(p[1] + sh * 0.34)}L${n(p[0] + sw * 0.5)} ${n(p[1] + sh * 0.6)}L${n(p[0] + sw * 0.74)} ${n(p[1] + sh * 0.28)}L${n(q[0])} ${n(p[1] + sh * 0.66)}V${n(q[1])}H${n(p[0])}Z`,
        "#4f8f6a",
      ) +
      cell(0, 0.72, 1, 0.28, b.linear(["#bcd86a", "#7fae4a"])),
  };
  return {
    z,
    svg:
      glow +
      rect(p[0] - m, p[1] - m, sw + 2 * m, sh + 2 * m, "#20242c", `rx="${n(m)}"`) +
      rect(p[0], p[1], sw, sh, b.linear(["#1f3f5c", "#16304a"])) +
      content[show]() +
      poly([p, [p[0] + sw * 0.4, p[1]], [p[0] + sw * 0.15, q[1]], [p[0], q[1]]], "#ffffff", 'opacity="0.07"'),
  };
}
