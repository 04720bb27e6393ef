/**
 * What a page may weigh on a first visit, in bytes as they come over the wire. Photographs come on top: how many there are
 * is the editors' choice, how large each one is `pictureRatio` says.
 */
export const pageBudget = {
  total: 100_000,
  /** The document and its stylesheets. */
  words: 20_000,
  /** Until the reader searches or plays something. */
  script: 15_000,
} as const;

/** A picture may have so many times the pixels across that its place on the screen has, and not fewer than so many. */
export const pictureRatio = { most: 1.5, least: 0.9 } as const;

/** The two screens that budgets are checked on. */
export const screens = [
  { name: "a phone", width: 390, height: 844, scale: 2 },
  { name: "a desk", width: 1280, height: 800, scale: 1 },
] as const;

export type Screen = (typeof screens)[number];
