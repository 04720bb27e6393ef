/** The brush: seeded chance, light of the hour and camera every painted element shares. */
import { LIGHTS, type Light, type Mood, type Rgb, hexOf, mixRgb, rgb } from "./light.ts";
import { type Pt, W, n } from "./svg.ts";

/** A pinhole camera looking straight ahead; lengths are metres, `horizon` and `focal` pixels. */
export interface Camera {
  readonly horizon: number;
  readonly height: number;
  readonly focal: number;
  readonly x: number;
  readonly clear: number;
  readonly sunX: number;
}

/** A painted piece with its distance, so that pieces can be stacked far to near. */
export interface Item {
  readonly z: number;
  readonly svg: string;
}

/** Pieces in lists of any depth. */
export type Items = Item | readonly Items[];

/** Paints with seeded chance under one light and one camera. */
export class Brush {
  readonly light: Light;
  readonly mood: Mood;
  readonly cam: Camera;
  readonly defs: string[] = [];
  readonly seed: number;
  #state: number;
  #ids = 0;
  readonly #made = new Map<string, string>();

  constructor(name: string, mood: Mood, cam: Partial<Camera> = {}) {
    this.mood = mood;
    this.light = LIGHTS[mood];
    this.cam = { horizon: 400, height: 2.2, focal: 1150, x: 0, clear: 900, sunX: -1, ...cam };
    this.seed = hash(name);
    this.#state = this.seed;
  }

  /** The next number in [0, 1). */
  rnd(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A number between two bounds. */
  range(low: number, high: number): number {
    return low + (high - low) * this.rnd();
  }

  /** One of the listed values. */
  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.rnd() * list.length)];
    if (found === undefined) throw new Error("pick from an empty list");
    return found;
  }

  /** Screen position of a point in space. */
  at(x: number, y: number, z: number): Pt {
    const s = this.px(z);
    return [W / 2 + (x - this.cam.x) * s, this.cam.horizon + (this.cam.height - y) * s];
  }

  /** Pixels per metre at a distance. */
  px(z: number): number {
    return this.cam.focal / Math.max(z, 0.5);
  }

  /** How much haze lies before a distance, 0 to 1. */
  haze(z: number): number {
    return 1 - Math.exp(-Math.max(0, z - 4) / this.cam.clear);
  }

  /** A local colour under this light: `k` from -1 (shade) to 1 (full sun), `depth` is haze 0 to 1. */
  tone(hex: string, k = 0, depth = 0): string {
    const { tint, sun, shade, haze } = this.light;
    const [r, g, bl] = rgb(hex);
    let c: Rgb = [r * tint[0], g * tint[1], bl * tint[2]];
    if (k > 0) c = mixRgb(c, rgb(sun), k * (this.mood === "night" ? 0.25 : 0.42));
    if (k < 0) c = mixRgb(c, rgb(shade), -k * 0.62);
    return hexOf(mixRgb(c, rgb(haze), depth));
  }

  /** A sideways gradient from lit to shaded of one local colour. */
  round(hex: string, depth = 0, strength = 1): string {
    const from = this.tone(hex, 0.35 * strength, depth);
    const to = this.tone(hex, -0.5 * strength, depth);
    const left = this.cam.sunX <= 0;
    return this.linear([left ? from : to, this.tone(hex, 0, depth), left ? to : from], "x");
  }

  /** A shared linear gradient of evenly spread colours along x or y of the painted shape. */
  linear(stops: readonly (string | readonly [string, number])[], along: "x" | "y" = "y"): string {
    const key = along + JSON.stringify(stops);
    return this.define(key, (id) => {
      const end = along === "x" ? 'x2="1" y2="0"' : 'x2="0" y2="1"';
      return `<linearGradient id="${id}" x1="0" y1="0" ${end}>${stopTags(stops)}</linearGradient>`;
    });
  }

  /** A shared radial gradient of evenly spread colours. */
  radial(stops: readonly (string | readonly [string, number])[]): string {
    return this.define(
      `r${JSON.stringify(stops)}`,
      (id) => `<radialGradient id="${id}">${stopTags(stops)}</radialGradient>`,
    );
  }

  /** A shared blur filter. */
  blur(x: number, y = x): string {
    return this.define(
      `b${String(x)},${String(y)}`,
      (id) =>
        `<filter id="${id}" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="${String(x)} ${String(y)}"/></filter>`,
    );
  }

  /** A shared filter that roughens edges like a dry brush. */
  rough(freq: number, scale: number): string {
    return this.define(
      `d${String(freq)},${String(scale)}`,
      (id) =>
        `<filter id="${id}" x="-15%" y="-15%" width="130%" height="130%"><feTurbulence type="fractalNoise" baseFrequency="${String(freq)}" numOctaves="2" seed="${String(this.seed % 97)}"/><feDisplacementMap in="SourceGraphic" scale="${String(scale)}" xChannelSelector="R" yChannelSelector="G"/></filter>`,
    );
  }

  /** A shared filter that lays lit noise over a shape: forest canopy, soil, grass, plaster. */
  texture(fx: number, fy: number, relief: number, octaves = 3): string {
    const azimuth = this.cam.sunX <= 0 ? 225 : 315;
    return this.define(
      `t${String(fx)},${String(fy)},${String(relief)}`,
      (id) =>
        `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="${String(fx)} ${String(fy)}" numOctaves="${String(octaves)}" seed="${String(this.seed % 89)}" result="n"/><feColorMatrix in="n" values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 1 0 0 0 0" result="h"/><feDiffuseLighting in="h" surfaceScale="${String(relief)}" diffuseConstant="0.78" lighting-color="#fff"><feDistantLight azimuth="${String(azimuth)}" elevation="40"/></feDiffuseLighting><feComposite operator="in" in2="SourceGraphic" result="l"/><feBlend mode="soft-light" in="l" in2="SourceGraphic"/></filter>`,
    );
  }

  /** A definition made once per key; answers its url(). */
  define(key: string, make: (id: string) => string): string {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const id = `d${String(++this.#ids)}`;
    this.defs.push(make(id));
    const url = `url(#${id})`;
    this.#made.set(key, url);
    return url;
  }
}

/** Stacks pieces from far to near. */
export function stage(...items: readonly Items[]): string {
  return flatten(items)
    .sort((p, q) => q.z - p.z)
    .map((i) => i.svg)
    .join("");
}

function flatten(items: Items): Item[] {
  return "svg" in items ? [items] : items.flatMap(flatten);
}

/** Calls a painter for 0 … count-1 and gathers what it answers. */
export function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}

/** A 32-bit number from a name. */
export function hash(name: string): number {
  let h = 2166136261;
  for (const ch of name) h = Math.imul(h ^ (ch.codePointAt(0) ?? 0), 16777619);
  return h >>> 0;
}

function stopTags(stops: readonly (string | readonly [string, number])[]): string {
  return stops
    .map((s, i) => {
      const [colour, alpha] = typeof s === "string" ? ([s, 1] as const) : s;
      return `<stop offset="${n((i / Math.max(1, stops.length - 1)) * 100)}%" stop-color="${colour}" stop-opacity="${String(alpha)}"/>`;
    })
    .join("");
}
