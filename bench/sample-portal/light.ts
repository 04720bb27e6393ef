/** The colours of the hours of the day. */

/** The hours and weathers a picture may have. */
export type Mood = "dawn" | "noon" | "sunset" | "night" | "overcast" | "indoor";

/** The colours of one hour of the day. */
export interface Light {
  readonly top: string;
  readonly mid: string;
  readonly low: string;
  readonly haze: string;
  readonly sun: string;
  readonly shade: string;
  readonly cloud: string;
  readonly cloudShade: string;
  readonly tint: Rgb;
}

/** The light of every mood. */
export const LIGHTS: Readonly<Record<Mood, Light>> = {
  dawn: {
    top: "#6f9ac8",
    mid: "#e9c3b4",
    low: "#ffe0b0",
    haze: "#f0cfba",
    sun: "#ffdca6",
    shade: "#4b4a7a",
    cloud: "#ffe9d6",
    cloudShade: "#b9a2bd",
    tint: [1, 0.94, 0.88],
  },
  noon: {
    top: "#3d8bd0",
    mid: "#8ec7ec",
    low: "#e2f2f5",
    haze: "#cfe5ee",
    sun: "#fff4d2",
    shade: "#27466a",
    cloud: "#ffffff",
    cloudShade: "#a9c4da",
    tint: [1, 1, 0.98],
  },
  sunset: {
    top: "#46559a",
    mid: "#e58f72",
    low: "#ffd289",
    haze: "#eea888",
    sun: "#ffbd66",
    shade: "#3a2e62",
    cloud: "#ffc79a",
    cloudShade: "#8c5f8c",
    tint: [0.98, 0.86, 0.78],
  },
  night: {
    top: "#0b1536",
    mid: "#1c2b5e",
    low: "#4a4f8c",
    haze: "#2b3568",
    sun: "#ffd58a",
    shade: "#090f2c",
    cloud: "#46548c",
    cloudShade: "#1b2650",
    tint: [0.5, 0.53, 0.74],
  },
  overcast: {
    top: "#74858f",
    mid: "#a3b0b6",
    low: "#d6dbd9",
    haze: "#bcc6c9",
    sun: "#eef1ec",
    shade: "#33424e",
    cloud: "#c9d1d4",
    cloudShade: "#6f7f8a",
    tint: [0.86, 0.9, 0.92],
  },
  indoor: {
    top: "#f6efe2",
    mid: "#f6efe2",
    low: "#efe4d0",
    haze: "#f2e8d8",
    sun: "#fff3d6",
    shade: "#4a4058",
    cloud: "#ffffff",
    cloudShade: "#cccccc",
    tint: [1, 0.985, 0.95],
  },
};

/** Mix of two hex colours. */
export function blend(a: string, b: string, t: number): string {
  return hexOf(mixRgb(rgb(a), rgb(b), t));
}

/** Red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number];

/** The three parts of a hex colour (3 or 6 digits). */
export function rgb(hex: string): Rgb {
  const v = Number.parseInt(hex.slice(1), 16);
  if (hex.length === 4) return [((v >> 8) & 15) * 17, ((v >> 4) & 15) * 17, (v & 15) * 17];
  return [(v >> 16) & 255, (v >> 8) & 255, v & 255];
}

/** Hex text of a colour. */
export function hexOf(c: Rgb): string {
  return `#${c
    .map((v) =>
      Math.max(0, Math.min(255, Math.round(v)))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** A colour part of the way between two. */
export function mixRgb(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}
