import { expect, test } from "vitest";
import { vietnamese } from "../../../admin/cms/locale/locale.ts";
import { englishPhrases, phrases } from "../../support/decap-phrases.ts";

const [en, vi] = [englishPhrases, phrases(vietnamese)];
const placeholders = (text: string) => new Set(text.match(/%\{\w+\}/g));

test("every phrase of Decap is said in Vietnamese, and no phrase is left over", () => {
  expect([...vi.keys()].sort()).toEqual([...en.keys()].sort());
});

test("no phrase is empty, decomposed or left in English", () => {
  for (const [key, text] of vi) {
    expect(text.trim(), key).not.toBe("");
    expect(text, key).toBe(text.normalize("NFC"));
    const neutral = /^(?:app\.header|.*\.markdown\.markdown$|.*Date$|.*dateFormat$)/.test(key);
    if (!neutral && /[a-z]{4}/i.test(en.get(key)?.replace(/%\{\w+\}/g, "") ?? "")) {
      expect(text, key).not.toBe(en.get(key));
    }
  }
});

test("a phrase asks for nothing that Decap does not give it", () => {
  for (const [key, text] of vi) {
    const given = placeholders(en.get(key) ?? "");
    expect(
      [...placeholders(text)].filter((name) => !given.has(name)),
      key,
    ).toEqual([]);
  }
});
