import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { pdfWordCache, pdfWords } from "../../../../src/rendering/search/pdf-words.ts";
import { aPdf } from "../../../support/a-pdf.ts";
import { aFolder } from "../../../support/folder.ts";

const decision =
  "QUYẾT ĐỊNH Về việc đấu giá quyền sử dụng đất tại phường Bến Quế, đợt 2 năm 2026. Điều 1. Phê duyệt phương án.";

test("the words of a Vietnamese PDF are read with all their accents", async () => {
  expect(await pdfWords(aPdf([decision]))).toBe(decision);
});

test("pages are read one after the other until there are enough words", async () => {
  const page = Array.from({ length: 150 }, (_, place) => `đoạn${String(place)}`).join(" ");
  const words = (await pdfWords(aPdf(Array.from({ length: 40 }, () => page)))).split(" ");
  expect(words).toHaveLength(400);
  expect(words[150]).toBe("đoạn0");
});

test.each([
  ["an empty file", Buffer.alloc(0)],
  ["no PDF at all", Buffer.from("<html>không phải PDF</html>")],
  ["a PDF that was cut off", aPdf([decision]).subarray(0, 300)],
  ["a scan without text", aPdf([""])],
])("%s gives no words", async (_, bytes) => {
  expect(await pdfWords(bytes)).toBe("");
});

test("a file that takes too long or is too large gives no words", async () => {
  const pdf = aPdf([decision]);
  expect(await pdfWords(pdf, { time: 1, memoryMB: 256, size: 1_000_000 })).toBe("");
  expect(await pdfWords(pdf, { time: 15_000, memoryMB: 256, size: 100 })).toBe("");
});

test("a PDF is read once, whatever it gave", async () => {
  const folder = await aFolder();
  const words = pdfWordCache(folder);
  let reads = 0;
  const read = (bytes: Buffer) => () => {
    reads += 1;
    return Promise.resolve(bytes);
  };
  for (const bytes of [aPdf([decision]), Buffer.from("hỏng")]) {
    const oid = String(bytes.length);
    const first = await words(oid, read(bytes));
    expect(await words(oid, read(bytes))).toBe(first);
  }
  expect(reads).toBe(2);
  expect(await readdir(folder)).toHaveLength(2);
});
