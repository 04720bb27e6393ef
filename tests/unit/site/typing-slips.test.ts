import { expect, test } from "vitest";
import { keyboardSlip } from "../../../src/site/search/typing-slips.ts";

test.each([
  ["nghij quyeets", "nghi quyet"],
  ["ddaats ddai", "dat dai"],
  ["nghi5 quye6t1", "nghi quyet"],
  ["dduwowngf", "duong"],
  ["thur tucj", "thu tuc"],
])("«%s», typed with the Vietnamese keyboard off, means «%s»", (typed, meant) => {
  expect(keyboardSlip(typed)).toBe(meant);
});

test.each(["nghi quyet", "cau ben que", "12/2026", "587", "nghị định"])("«%s» is taken as it is", (text) => {
  expect(keyboardSlip(text)).toBeUndefined();
});
