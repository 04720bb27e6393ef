import { expect, test } from "vitest";
import { excerptOf, markedPieces, type Piece } from "../../../src/site/search/excerpt.ts";

const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, place) => `w${String(from + place)}`).join(" ");

test("a short text is shown whole", () => {
  expect(textOf(excerptOf("Sáng 18/10, cầu thông xe", () => true))).toBe("Sáng 18/10, cầu thông xe");
});

test("a long text is shown where most of the words stand, a few words before the first", () => {
  const text = `${words(0, 50)} cầu Bến, ${words(50, 60)} cầu ${words(60, 200)}`;
  const shown = textOf(excerptOf(text, (word) => ["cầu", "Bến"].includes(word)));
  expect(shown).toMatch(/^… w44 w45 w46 w47 w48 w49 cầu Bến, w50/);
  expect(shown.endsWith(" …")).toBe(true);
});

test("a text without the words is shown from its beginning", () => {
  expect(textOf(excerptOf(words(0, 100), () => false))).toMatch(/^w0 .*w33 …$/);
});

test("where words of the query stand together, single ones are not marked", () => {
  const isMatch = (word: string) => ["đấu", "giá", "dấu"].includes(word);
  const marked = (text: string) =>
    markedPieces(text, isMatch)
      .filter(({ found }) => found)
      .map(({ text: word }) => word);
  expect(marked("con dấu, phiên đấu giá và giá đất")).toEqual(["đấu", "giá"]);
  expect(marked("con dấu và giá đất")).toEqual(["dấu", "giá"]);
});

const textOf = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join("");
