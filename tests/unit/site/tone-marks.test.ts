import { expect, test } from "vitest";
import { oneSpelling, spellingsOf } from "../../../src/site/search/tone-marks.ts";

test.each([
  ["ủy ban", ["ủy ban", "uỷ ban"]],
  ["thuỷ lợi", ["thuỷ lợi", "thủy lợi"]],
  ["hoà bình", ["hoà bình", "hòa bình"]],
  ["sức khỏe", ["sức khỏe", "sức khoẻ"]],
])("%s is looked for by both customs", (text, spellings) => {
  expect(spellingsOf(text)).toEqual(spellings);
});

test.each(["quý I", "hoàn thành", "xuống", "cầu Bến Quế"])("%s has one spelling", (text) => {
  expect(spellingsOf(text)).toEqual([text]);
});

test("words are the same by either custom", () => {
  expect(oneSpelling("hòa")).toBe(oneSpelling("hoà"));
  expect(oneSpelling("hoa")).not.toBe(oneSpelling("hoà"));
});
