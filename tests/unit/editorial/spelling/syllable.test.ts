import { expect, test } from "vitest";
import { isSyllable } from "../../../../src/editorial/spelling/syllable.ts";

const right =
  "nghiêng khuỷu ngoằn ngoèo quyết quốc giếng giữ gì gìn thuở huỳnh khuya xoong boong uỵch kỷ lý yêu yểm quỹ rượu xoá uể oải hươu";
test.each(right.split(" "))("«%s» is a syllable", (word) => {
  expect(isSyllable(word)).toBe(true);
});

test.each([
  ["hoà", "hòa"],
  ["thuỷ", "thủy"],
  ["khoẻ", "khỏe"],
])("the tone mark of «%s» may also stand as in «%s»", (one, other) => {
  expect([isSyllable(one), isSyllable(other)]).toEqual([true, true]);
});

const wrong = "nguời truờng đuợc nghành hòan cuả qúa gặi đươg ngưòi bẽc tiêps ưoi cờp kiệt̉";
test.each(wrong.split(" "))("«%s» is none", (word) => {
  expect(isSyllable(word)).toBe(false);
});
