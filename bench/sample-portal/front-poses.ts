/** Joints of people seen from the front or back. */
import type { Joints, Pose } from "./poses.ts";

/** Standing still, seen from the front. */
export const STAND: Joints = {
  shoulder: [0, -81],
  hip: [0, -50],
  head: [0, -92],
  armA: [
    [-11.5, -64],
    [-11, -48],
  ],
  armB: [
    [11.5, -64],
    [11, -48],
  ],
  legA: [
    [-4.6, -26],
    [-5, -1],
  ],
  legB: [
    [4.6, -26],
    [5, -1],
  ],
};

/** Joints by pose seen from the front or back. */
export const FRONT: Partial<Record<Pose, Joints>> = {
  stand: STAND,
  walk: {
    ...STAND,
    armA: [
      [-12, -65],
      [-9, -51],
    ],
    armB: [
      [12, -64],
      [12.5, -48],
    ],
    legA: [
      [-4, -26],
      [-4, -1],
    ],
    legB: [
      [4.6, -28],
      [5, -6],
    ],
  },
  run: {
    ...STAND,
    armA: [
      [-14, -68],
      [-8, -62],
    ],
    armB: [
      [14, -67],
      [12, -56],
    ],
    legA: [
      [-4, -26],
      [-4, -1],
    ],
    legB: [
      [5, -31],
      [4.5, -16],
    ],
  },
  wave: {
    ...STAND,
    armB: [
      [15, -86],
      [14, -101],
    ],
  },
  salute: {
    ...STAND,
    armB: [
      [15, -86],
      [8, -93],
    ],
  },
  hold: {
    ...STAND,
    armA: [
      [-12, -65],
      [-4, -60],
    ],
    armB: [
      [12, -65],
      [4, -60],
    ],
  },
  reach: {
    ...STAND,
    armB: [
      [13, -68],
      [19, -58],
    ],
  },
  sit: {
    ...STAND,
    shoulder: [0, -58],
    hip: [0, -28],
    head: [0, -69],
    armA: [
      [-12, -42],
      [-6, -33],
    ],
    armB: [
      [12, -42],
      [6, -33],
    ],
    legA: [
      [-5.5, -24],
      [-5.5, -1],
    ],
    legB: [
      [5.5, -24],
      [5.5, -1],
    ],
  },
  ride: {
    ...STAND,
    shoulder: [0, -72],
    hip: [0, -43],
    head: [0, -83],
    armA: [
      [-13, -57],
      [-11, -50],
    ],
    armB: [
      [13, -57],
      [11, -50],
    ],
    legA: [
      [-8, -36],
      [-8, -16],
    ],
    legB: [
      [8, -36],
      [8, -16],
    ],
  },
  squat: {
    ...STAND,
    shoulder: [0, -44],
    hip: [0, -16],
    head: [0, -55],
    armA: [
      [-12, -30],
      [-5, -24],
    ],
    armB: [
      [12, -30],
      [5, -24],
    ],
    legA: [
      [-10, -22],
      [-7, -1],
    ],
    legB: [
      [10, -22],
      [7, -1],
    ],
  },
  bend: {
    ...STAND,
    shoulder: [2, -62],
    hip: [0, -48],
    head: [3, -70],
    armA: [
      [-10, -48],
      [-6, -30],
    ],
    armB: [
      [13, -48],
      [9, -30],
    ],
  },
};
