/** Typical clothes by kind of person. */
import type { Brush } from "./core.ts";
import type { Person } from "./poses.ts";

const SHIRTS = [
  "#f1ede2",
  "#8fb3cf",
  "#d9b26a",
  "#b85c4a",
  "#6f9a8a",
  "#e6c7b4",
  "#4f6f95",
  "#9a7fa8",
  "#e8e0c8",
  "#c9d6c0",
  "#3f7f86",
  "#d98f6a",
];

const DRESSES = ["#d9739a", "#e8b84a", "#c0392b", "#5f8fc4", "#7a9f5f", "#f0e6e6", "#a06fb0", "#e58a5a"];

/** Typical clothes by kind of person. */
export const WARDROBE = {
  man: (b: Brush): Person => ({
    top: b.pick(SHIRTS),
    bottom: b.pick(["#2f3850", "#3d3a3a", "#5a5348", "#274058"]),
    hair: "short",
    tall: b.range(1.62, 1.72),
  }),
  woman: (b: Brush): Person => ({
    top: b.pick(SHIRTS),
    bottom: b.pick(["#2b2b33", "#4a4258", "#6a5a4c", "#7a4a4a"]),
    cut: b.pick(["shirt", "shirt", "skirt"] as const),
    hair: b.pick(["long", "bun", "pony"] as const),
    tall: b.range(1.52, 1.62),
  }),
  aodai: (b: Brush): Person => ({
    top: b.pick(DRESSES),
    cut: "aodai",
    hair: b.pick(["long", "bun"] as const),
    tall: b.range(1.55, 1.63),
  }),
  official: (b: Brush): Person => ({
    top: b.pick(["#f6f4ee", "#eaf0f5", "#dfe8f0"]),
    bottom: "#28324a",
    hair: "short",
    tall: 1.67,
  }),
  suit: (b: Brush): Person => ({
    top: b.pick(["#2b3347", "#39393f", "#2f3d55"]),
    bottom: "#2a2d38",
    cut: "suit",
    hair: "short",
    tall: 1.68,
  }),
  farmer: (b: Brush): Person => ({
    top: b.pick(["#6a4a3a", "#5f6f86", "#7f8f5f", "#8a4f5f", "#4f5f6f"]),
    bottom: "#2d2a2a",
    hat: "non",
    hair: "bun",
    tall: b.range(1.5, 1.62),
  }),
  pupil: (b: Brush): Person => ({
    top: "#f8f7f2",
    bottom: b.pick(["#2c3a66", "#27406a"]),
    cut: b.rnd() < 0.4 ? "skirt" : "shirt",
    scarf: "#cf2f2a",
    hair: b.pick(["short", "pony", "short"] as const),
    tall: b.range(1.15, 1.32),
  }),
  nurse: (): Person => ({
    top: "#f7fafa",
    bottom: "#e8eef0",
    cut: "coat",
    hair: "bun",
    hat: "cap",
    hatColor: "#f4f8f8",
    tall: 1.58,
  }),
  doctor: (): Person => ({ top: "#fafafa", bottom: "#3d4f6a", cut: "coat", hair: "short", tall: 1.68 }),
  worker: (b: Brush): Person => ({
    top: b.pick(["#f08a2a", "#e8c832"]),
    bottom: "#2f4566",
    cut: "vest",
    hat: "helmet",
    hatColor: b.pick(["#f2c032", "#f6f4ee", "#3f7fc0"]),
    tall: 1.68,
  }),
  ranger: (): Person => ({
    top: "#5f6f3f",
    bottom: "#4d5a34",
    hat: "brim",
    hatColor: "#6a7444",
    bag: "#5a5434",
    tall: 1.7,
  }),
  runner: (b: Brush): Person => ({
    top: b.pick(["#e8483a", "#f2b632", "#2f8fc0", "#5fb06a", "#f4f4f0"]),
    bottom: b.pick(["#22283a", "#39465f"]),
    hair: b.pick(["short", "pony"] as const),
    tall: b.range(1.56, 1.7),
  }),
  elder: (b: Brush): Person => ({
    top: b.pick(["#7a6a8a", "#8a6a5a", "#5f7f8a"]),
    bottom: "#2f2d33",
    hair: b.pick(["bun", "short"] as const),
    hairColor: "#c9c6c2",
    tall: 1.54,
  }),
  child: (b: Brush): Person => ({
    top: b.pick(["#f2b632", "#e8685a", "#5fa8d0", "#7fb86a", "#f09ab0"]),
    bottom: b.pick(["#39465f", "#6a5a8a", "#c0574a"]),
    hair: b.pick(["short", "pony"] as const),
    tall: b.range(0.95, 1.2),
  }),
} as const satisfies Record<string, (b: Brush) => Person>;
