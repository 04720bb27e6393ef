/** Joints of people seen from the side, facing right. */
import type { Joints, Pose } from "./poses.ts";

/** Standing still, seen from the side. */
export const SIDE_STAND: Joints = {
  shoulder: [0, -80],
  hip: [0, -50],
  head: [1.4, -92],
  armA: [
    [-1.5, -64],
    [2, -49],
  ],
  armB: [
    [1, -64],
    [4, -50],
  ],
  legA: [
    [1, -26],
    [0, -1],
  ],
  legB: [
    [2, -26],
    [2, -1],
  ],
};

/** Joints by pose seen from the side. */
export const SIDE: Partial<Record<Pose, Joints>> = {
  stand: SIDE_STAND,
  walk: {
    ...SIDE_STAND,
    armA: [
      [-4.5, -65],
      [-5, -51],
    ],
    armB: [
      [4.5, -65],
      [10, -53],
    ],
    legA: [
      [6.5, -27],
      [10, -1],
    ],
    legB: [
      [-1.5, -27],
      [-10, -2],
    ],
  },
  run: {
    shoulder: [4, -80],
    hip: [0, -51],
    head: [7, -91],
    armA: [
      [-5, -68],
      [3, -61],
    ],
    armB: [
      [11, -68],
      [18, -74],
    ],
    legA: [
      [10, -36],
      [3, -19],
    ],
    legB: [
      [0, -27],
      [-7, -2],
    ],
  },
  hold: {
    ...SIDE_STAND,
    armA: [
      [1, -65],
      [12, -62],
    ],
    armB: [
      [3, -66],
      [13, -63],
    ],
  },
  reach: {
    ...SIDE_STAND,
    armA: [
      [8, -70],
      [19, -66],
    ],
    armB: [
      [8, -67],
      [17, -61],
    ],
  },
  wave: {
    ...SIDE_STAND,
    armA: [
      [9, -86],
      [14, -99],
    ],
  },
  salute: {
    ...SIDE_STAND,
    armA: [
      [10, -84],
      [5, -92],
    ],
  },
  sit: {
    shoulder: [-1, -58],
    hip: [-1, -29],
    head: [0.6, -70],
    armA: [
      [1, -43],
      [12, -37],
    ],
    armB: [
      [3, -43],
      [14, -38],
    ],
    legA: [
      [15, -27],
      [14, -1],
    ],
    legB: [
      [16, -26],
      [17, -1],
    ],
  },
  ride: {
    shoulder: [-1, -72],
    hip: [-5, -43],
    head: [1, -83],
    armA: [
      [6, -58],
      [17, -54],
    ],
    armB: [
      [7, -58],
      [18, -55],
    ],
    legA: [
      [10, -37],
      [8, -14],
    ],
    legB: [
      [11, -36],
      [10, -14],
    ],
  },
  bend: {
    shoulder: [20, -63],
    hip: [-2, -49],
    head: [30, -66],
    armA: [
      [23, -46],
      [27, -30],
    ],
    armB: [
      [25, -47],
      [31, -31],
    ],
    legA: [
      [1, -25],
      [-1, -1],
    ],
    legB: [
      [4, -25],
      [6, -1],
    ],
  },
  squat: {
    shoulder: [3, -44],
    hip: [-6, -16],
    head: [7, -55],
    armA: [
      [10, -30],
      [18, -24],
    ],
    armB: [
      [12, -32],
      [20, -27],
    ],
    legA: [
      [11, -25],
      [2, -1],
    ],
    legB: [
      [13, -24],
      [5, -1],
    ],
  },
  paddle: {
    shoulder: [6, -56],
    hip: [-2, -29],
    head: [10, -66],
    armA: [
      [13, -46],
      [18, -38],
    ],
    armB: [
      [14, -54],
      [20, -60],
    ],
    legA: [
      [12, -26],
      [14, -12],
    ],
    legB: [
      [13, -25],
      [15, -12],
    ],
  },
};
