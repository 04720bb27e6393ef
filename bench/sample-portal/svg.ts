/** SVG shapes as text. */

/** The brush: seeded chance, light of the hour, camera and SVG helpers every painted element shares. */
export type Pt = readonly [number, number];

/** Picture width in pixels. */
export const W = 1600;

/** Picture height in pixels. */
export const H = 900;

/** Closed polygon. */
export function poly(pts: readonly Pt[], fill: string, extra = ""): string {
  return `<path d="M${pts.map(xy).join("L")}Z" fill="${fill}" ${extra}/>`;
}

/** Open line through points. */
export function line(pts: readonly Pt[], stroke: string, width: number, extra = ""): string {
  return `<path d="M${pts.map(xy).join("L")}" fill="none" stroke="${stroke}" stroke-width="${n(width)}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;
}

/** Free path. */
export function path(d: string, fill: string, extra = ""): string {
  return `<path d="${d}" fill="${fill}" ${extra}/>`;
}

/** Ellipse. */
export function oval(x: number, y: number, rx: number, ry: number, fill: string, extra = ""): string {
  return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" ${extra}/>`;
}

/** Rectangle. */
export function rect(x: number, y: number, w: number, h: number, fill: string, extra = ""): string {
  return `<rect x="${n(x)}" y="${n(y)}" width="${n(Math.max(w, 0))}" height="${n(Math.max(h, 0))}" fill="${fill}" ${extra}/>`;
}

/** Group. */
export function group(body: string, extra: string): string {
  return `<g ${extra}>${body}</g>`;
}

/** Path data of a smooth closed curve through points. */
export function smooth(pts: readonly Pt[]): string {
  const mids = pts.map((p, i): Pt => mid(p, pts[(i + 1) % pts.length] ?? p));
  const last = mids[mids.length - 1] ?? [0, 0];
  return `M${xy(last)}${pts.map((p, i) => `Q${xy(p)} ${xy(mids[i] ?? p)}`).join("")}Z`;
}

/** Point part of the way between two points. */
export function mid(p: Pt, q: Pt, t = 0.5): Pt {
  return [p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t];
}

/** Short decimal for SVG. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** Point as SVG text. */
export function xy(p: Pt): string {
  return `${n(p[0])} ${n(p[1])}`;
}
