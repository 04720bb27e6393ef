/** Hair of the sample's portraits, 400 by 500 units, the face between 134 and 266. */
import { blend } from "./light.ts";
import { oval, path } from "./svg.ts";

/** How it is cut. */
export type Hair = "side" | "brushed" | "crop" | "thin" | "bob" | "bun" | "long";

/** What shows behind the neck. */
export function hairBehind(hair: Hair, colour: string): string {
  const dark = blend(colour, "#000000", 0.25);
  if (hair === "long") return path("M120 190Q112 330 134 384Q200 410 266 384Q288 330 280 190Z", dark);
  if (hair === "bob") return path("M118 190Q110 288 138 312Q200 326 262 312Q290 288 282 190Z", dark);
  if (hair === "bun")
    return oval(200, 104, 44, 34, dark) + path("M130 180Q128 236 140 250L260 250Q272 236 270 180Z", dark);
  return "";
}

/** What frames the face. */
export function hair(cut: Hair, colour: string): string {
  const sheen = (d: string): string =>
    path(
      d,
      "none",
      `stroke="${blend(colour, "#ffffff", 0.22)}" stroke-width="5" stroke-linecap="round" opacity="0.6"`,
    );
  switch (cut) {
    case "side":
      return (
        path(
          "M128 206Q118 120 164 98Q220 78 254 108Q284 138 272 206Q266 190 262 170Q250 150 232 146Q190 156 160 140Q142 160 138 180Q134 192 128 206Z",
          colour,
        ) + sheen("M160 116Q200 100 240 118")
      );
    case "brushed":
      return (
        path(
          "M128 206Q114 128 158 100Q204 76 246 100Q288 130 272 206Q266 188 264 166Q248 136 200 138Q152 136 136 166Q134 188 128 206Z",
          colour,
        ) + sheen("M158 124Q190 104 228 112")
      );
    case "crop":
      return (
        path(
          "M130 200Q122 134 160 110Q200 92 240 110Q278 134 270 200Q264 180 260 162Q238 142 200 142Q162 142 140 162Q136 180 130 200Z",
          colour,
        ) + sheen("M168 122Q200 110 226 118")
      );
    case "thin":
      return (
        path("M128 212Q120 160 142 136Q146 160 140 182Q136 196 128 212Z", colour) +
        path("M272 212Q280 160 258 136Q254 160 260 182Q264 196 272 212Z", colour) +
        path(
          "M142 140Q160 104 204 104Q246 106 258 140Q240 122 204 122Q166 122 142 140Z",
          colour,
          'opacity="0.85"',
        )
      );
    case "bob":
      return (
        path(
          "M122 292Q104 150 150 110Q206 72 252 112Q294 156 278 292Q262 286 262 240Q266 190 246 156Q214 168 176 148Q146 166 140 200Q140 270 138 290Q130 296 122 292Z",
          colour,
        ) + sheen("M150 138Q180 106 222 108")
      );
    case "bun":
      return (
        path(
          "M130 214Q114 136 156 106Q200 84 244 106Q286 136 270 214Q266 186 258 168Q236 138 198 136Q160 140 142 168Q134 186 130 214Z",
          colour,
        ) + sheen("M156 130Q184 106 220 112")
      );
    case "long":
      return (
        path(
          "M126 360Q104 170 146 112Q200 74 254 112Q296 170 274 360Q262 350 262 300Q268 200 240 152Q206 142 196 128Q184 150 156 164Q138 200 138 300Q138 350 126 360Z",
          colour,
        ) + sheen("M150 140Q172 108 200 108")
      );
  }
}
