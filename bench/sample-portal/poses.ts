/** What a person is: look, pose, clothes, joints. */
import type { Pt } from "./svg.ts";

/** Which way a person is turned. */
export type Look = "back" | "front" | "left" | "right";

/** What a person does. */
export type Pose =
  | "stand"
  | "walk"
  | "run"
  | "sit"
  | "bend"
  | "squat"
  | "wave"
  | "reach"
  | "hold"
  | "ride"
  | "paddle"
  | "salute";

/** What a person wears on the head. */
export type Hat = "non" | "helmet" | "cap" | "brim" | "moto";

/** How the clothes are cut. */
export type Cut = "shirt" | "aodai" | "coat" | "skirt" | "vest" | "suit";

/** How a person is dressed and stands. */
export interface Person {
  readonly look?: Look;
  readonly pose?: Pose;
  readonly top?: string;
  readonly bottom?: string;
  readonly cut?: Cut;
  readonly hat?: Hat | undefined;
  readonly hatColor?: string;
  readonly hair?: "short" | "long" | "bun" | "pony";
  readonly hairColor?: string;
  readonly scarf?: string;
  readonly tall?: number;
  readonly bag?: string;
  /** Extra SVG in figure units drawn over the figure. */
  readonly carry?: string;
}

/** Where the joints of a figure lie, in figure units. */
export interface Joints {
  readonly shoulder: Pt;
  readonly hip: Pt;
  readonly head: Pt;
  readonly armA: readonly [Pt, Pt];
  readonly armB: readonly [Pt, Pt];
  readonly legA: readonly [Pt, Pt];
  readonly legB: readonly [Pt, Pt];
}
