/** Who the sample's portraits show. */
import type { Hair } from "./portrait-hair.ts";

/** How one of them looks. */
export interface Sitter {
  readonly hair: Hair;
  readonly grey?: number;
  readonly skin: number;
  readonly dress: "suit" | "shirt" | "aodai" | "jacket";
  readonly colour: string;
  readonly tie?: string;
  readonly glasses?: boolean;
  /** Broader or narrower than most, 0.92 to 1.08. */
  readonly wide?: number;
}

/** People of the province. */
export const TINH: Readonly<Record<string, Sitter>> = {
  "vu-dang-khoat": { hair: "side", grey: 0.35, skin: 1, dress: "suit", colour: "#2d3648", tie: "#8c2f2f" },
  "le-thi-hong-nhan": { hair: "bun", skin: 3, dress: "aodai", colour: "#7c4a63" },
  "hoang-trong-phien": {
    hair: "brushed",
    skin: 2,
    dress: "suit",
    colour: "#3d4a44",
    tie: "#2f5a6b",
    wide: 1.05,
  },
  "dinh-cong-thuan": {
    hair: "side",
    skin: 0,
    dress: "suit",
    colour: "#39404d",
    tie: "#5b6f8a",
    glasses: true,
    wide: 0.96,
  },
  "nguyen-thi-thu-suong": { hair: "bob", grey: 0.15, skin: 0, dress: "aodai", colour: "#3f6b66" },
  "trinh-van-luy": {
    hair: "thin",
    grey: 0.6,
    skin: 1,
    dress: "suit",
    colour: "#4a4450",
    tie: "#6b5a3a",
    glasses: true,
  },
  "pham-gia-thuong": {
    hair: "brushed",
    grey: 0.2,
    skin: 0,
    dress: "shirt",
    colour: "#f3f2ee",
    tie: "#36506e",
  },
  "dang-thi-xuyen": { hair: "long", skin: 3, dress: "jacket", colour: "#5a6d86", glasses: true, wide: 0.95 },
  "ho-si-quyen": {
    hair: "crop",
    grey: 0.45,
    skin: 2,
    dress: "suit",
    colour: "#33404a",
    tie: "#7a3b3b",
    wide: 1.06,
  },
  "bui-khac-dien": { hair: "crop", grey: 0.1, skin: 2, dress: "shirt", colour: "#dfe8ee" },
  "luu-quang-tinh": {
    hair: "side",
    grey: 0.1,
    skin: 3,
    dress: "suit",
    colour: "#414652",
    tie: "#3f6a58",
    wide: 0.97,
  },
  "ta-thi-bich-dao": { hair: "bob", skin: 1, dress: "jacket", colour: "#e8e6e0", wide: 1.02 },
  "mai-huu-thien": {
    hair: "brushed",
    skin: 0,
    dress: "shirt",
    colour: "#e9eef2",
    tie: "#7a4f35",
    glasses: true,
  },
  "ngo-thi-lua": { hair: "bun", grey: 0.1, skin: 2, dress: "jacket", colour: "#8a4b45" },
};

/** People of the department. */
export const NONG: Readonly<Record<string, Sitter>> = {
  "bui-khac-dien": TINH["bui-khac-dien"] ?? { hair: "crop", skin: 2, dress: "shirt", colour: "#dfe8ee" },
  "tong-thi-nga": { hair: "bob", skin: 0, dress: "aodai", colour: "#4f6a3f" },
  "chu-duc-loc": { hair: "crop", grey: 0.25, skin: 2, dress: "shirt", colour: "#d8e2d6", wide: 1.05 },
  "kieu-van-thinh": { hair: "side", skin: 1, dress: "suit", colour: "#3b4650", tie: "#4a6a86" },
  "quach-thi-thoa": { hair: "long", grey: 0.05, skin: 3, dress: "jacket", colour: "#3f5f73" },
  "do-thi-hanh-nhan": { hair: "bun", skin: 1, dress: "jacket", colour: "#7a6a86", glasses: true },
};
