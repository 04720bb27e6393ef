import { expect, test } from "vitest";
import { quickenEncoding } from "../../../src/foundation/quick-encoding.ts";

const texts = {
  Vietnamese: "Ủy ban nhân dân tỉnh Sông Mây ".repeat(200),
  Latin: "a plain text ".repeat(300),
  emoji: "chúc mừng 🎉 ".repeat(300),
  "half a letter": `${"Sông Mây ".repeat(300)}\ud800`,
  short: "Đã đăng",
};

test.each(Object.entries(texts))("a text is the same bytes when it is encoded quickly: %s", (_, text) => {
  quickenEncoding();
  expect(Buffer.from(new TextEncoder().encode(text))).toEqual(Buffer.from(text, "utf8"));
});
