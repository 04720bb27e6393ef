/** Measures of road vehicles. */
import { times } from "./core.ts";
import type { Pt } from "./svg.ts";
import type { RoadKind } from "./vehicles.ts";

/** Length, width, side profile, windows and wheels of a vehicle. */
export interface Shape {
  readonly long: number;
  readonly wide: number;
  readonly lift: number;
  readonly radius: number;
  readonly profile: readonly Pt[];
  readonly wheels: readonly number[];
  readonly panes: readonly (readonly Pt[])[];
  readonly rear: number;
  readonly front: number;
  readonly screen: number;
}

/** Shapes by kind of vehicle. */
export const SHAPES: Readonly<Record<RoadKind, Shape>> = {
  car: {
    long: 4.4,
    wide: 1.75,
    lift: 0.22,
    radius: 0.32,
    profile: [
      [-2.2, 0],
      [-2.2, 0.62],
      [-1.7, 0.78],
      [-1.15, 1.25],
      [0.35, 1.25],
      [1.15, 0.74],
      [2.1, 0.6],
      [2.2, 0],
    ],
    wheels: [-1.35, 1.38],
    panes: [
      [
        [-1.5, 0.78],
        [-1.05, 1.17],
        [-0.32, 1.17],
        [-0.32, 0.78],
      ],
      [
        [-0.22, 0.78],
        [-0.22, 1.17],
        [0.32, 1.17],
        [0.92, 0.78],
      ],
    ],
    rear: 0,
    front: 6,
    screen: 4,
  },
  van: {
    long: 5.2,
    wide: 1.95,
    lift: 0.28,
    radius: 0.36,
    profile: [
      [-2.6, 0],
      [-2.6, 2.05],
      [1.3, 2.05],
      [2.1, 1.2],
      [2.6, 0.95],
      [2.6, 0],
    ],
    wheels: [-1.6, 1.75],
    panes: [
      [
        [0.35, 1.15],
        [0.35, 1.85],
        [1.25, 1.85],
        [1.85, 1.15],
      ],
      [
        [-2.4, 1.25],
        [-2.4, 1.85],
        [-1.55, 1.85],
        [-1.55, 1.25],
      ],
    ],
    rear: 0,
    front: 4,
    screen: 2,
  },
  bus: {
    long: 10.5,
    wide: 2.5,
    lift: 0.32,
    radius: 0.48,
    profile: [
      [-5.2, 0],
      [-5.2, 2.7],
      [5, 2.7],
      [5.25, 1.1],
      [5.25, 0],
    ],
    wheels: [-3.2, 3.3],
    panes: times(7, (i): Pt[] => [
      [-5 + i * 1.42, 1.15],
      [-5 + i * 1.42, 2.35],
      [-3.72 + i * 1.42, 2.35],
      [-3.72 + i * 1.42, 1.15],
    ]),
    rear: 0,
    front: 3,
    screen: 2,
  },
  truck: {
    long: 6.6,
    wide: 2.2,
    lift: 0.45,
    radius: 0.46,
    profile: [
      [-3.2, 0],
      [-3.2, 0.62],
      [1.2, 0.62],
      [1.2, 2.1],
      [2.75, 2.1],
      [3.1, 1.15],
      [3.2, 0],
    ],
    wheels: [-2.1, 2.15],
    panes: [
      [
        [1.65, 1.15],
        [1.65, 1.9],
        [2.6, 1.9],
        [2.92, 1.15],
      ],
    ],
    rear: 0,
    front: 5,
    screen: 4,
  },
  fire: {
    long: 7.2,
    wide: 2.4,
    lift: 0.45,
    radius: 0.5,
    profile: [
      [-3.6, 0],
      [-3.6, 2.35],
      [1.4, 2.35],
      [1.4, 2.2],
      [3, 2.2],
      [3.4, 1.2],
      [3.6, 0],
    ],
    wheels: [-2.2, 2.3],
    panes: [
      [
        [1.75, 1.2],
        [1.75, 1.98],
        [2.85, 1.98],
        [3.2, 1.2],
      ],
    ],
    rear: 0,
    front: 5,
    screen: 4,
  },
};
