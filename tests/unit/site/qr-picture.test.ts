import jsqr from "jsqr";
import { correction, generate, mode } from "lean-qr";
import sharp from "sharp";
import { expect, test } from "vitest";
import { qrCode } from "../../../src/site/qr-code.ts";
import { qrPicture } from "../../../src/site/qr-picture.ts";

// The package is CommonJS: what its types call the default is the whole module to some loaders.
const readCode = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr;

test.each([
  "https://songmay.gov.vn/",
  "https://songmay.gov.vn/tin-tuc/2026/cau-ben-que",
  `https://sonnmt.songmay.gov.vn/tin-tuc/2026/${"mot-dia-chi-rat-dai-".repeat(8)}cua-mot-bai`,
])("a camera reads the address %s", async (address) => {
  const { src, side } = qrPicture(address);
  expect(await read(src, side)).toBe(address);
});

test("the code of an address of usual length adds little to its page", () => {
  const { src } = qrPicture(`https://songmay.gov.vn/tin-tuc/2026/${"a".repeat(80)}`);
  expect(src.length).toBeLessThan(600);
});

test("codes of every length are those that another maker of codes makes", () => {
  const level = { minCorrectionLevel: correction.M, maxCorrectionLevel: correction.M, mask: 0 } as const;
  for (let length = 0; length < 2331; length += length < 300 ? 1 : 29) {
    const text = Array.from({ length }, (_, at) => String.fromCharCode(33 + ((at * 7 + length) % 90))).join(
      "",
    );
    const { side, width, rows } = qrCode(text);
    const theirs = generate(mode.ascii(text), level);
    expect(side).toBe(theirs.size);
    const modules = Array.from(
      { length: side * side },
      (_, at) => [at % side, Math.floor(at / side)] as const,
    );
    const isDark = (x: number, y: number) =>
      ((rows[y * width + 1 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0;
    expect(modules.filter(([x, y]) => isDark(x, y) !== theirs.get(x, y))).toEqual([]);
  }
});

/** What is read from the picture as it is printed: enlarged, on white paper. */
async function read(src: string, side: number): Promise<string | undefined> {
  const png = Buffer.from(src.slice(src.indexOf(",") + 1), "base64");
  const { data, info } = await sharp(png)
    .resize(side * 6, side * 6, { kernel: "nearest" })
    .extend({ top: 24, bottom: 24, left: 24, right: 24, background: "#ffffff" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return readCode(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
