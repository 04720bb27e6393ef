type Channels = [red: number, green: number, blue: number];

/** The contrast between two colours (`#rrggbb`) by WCAG 2.2: 1 for equal ones, 21 for black on white. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A colour with `share` (0 to 1) of another in it. */
export function mix(colour: string, other: string, share: number): string {
  const from = channelsOf(colour);
  const to = channelsOf(other);
  return `#${from.map((value, index) => hex(value + ((to[index] ?? 0) - value) * share)).join("")}`;
}

/** The same hue, darkened or lightened no further than it takes to be read on every one of these backgrounds. */
export function readableOn(backgrounds: readonly string[], colour: string, ratio = 4.5): string {
  const [first = "#ffffff"] = backgrounds;
  const towards = inkOn(first);
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(colour, towards, share);
    if (backgrounds.every((background) => contrast(candidate, background) >= ratio)) return candidate;
  }
  return towards;
}

/** Black or white, whichever is read better on a background. */
export function inkOn(background: string): string {
  return contrast("#ffffff", background) >= contrast("#000000", background) ? "#ffffff" : "#000000";
}

function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channelsOf(colour: string): Channels {
  const value = Number.parseInt(colour.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

const hex = (value: number) => Math.round(value).toString(16).padStart(2, "0");
