import { expect, test } from "vitest";
import { plainWords } from "../../../../src/rendering/search/plain-words.ts";

test("the first words of HTML are told without its tags and entities", () => {
  const html = "<h2>Giá&nbsp;đất</h2><p>Xã &amp; phường: &#273;ất &#x111;ai</p><script>dem()</script> cuối";
  expect(plainWords(html, 100)).toBe("Giá đất Xã & phường: đất đai cuối");
  expect(plainWords(html, 3)).toBe("Giá đất Xã");
});

test("text that is no HTML stays as it is", () => {
  expect(plainWords("  Điều 1.\n Phạm vi  ", 10)).toBe("Điều 1. Phạm vi");
});
