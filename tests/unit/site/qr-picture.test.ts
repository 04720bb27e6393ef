import jsqr from "jsqr";
import sharp from "sharp";
import { expect, test } from "vitest";
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
