import { describe, expect, test } from "vitest";
import { documentFields, documentTypes } from "../../../src/content-model/document-types.ts";
import { pageKindNames } from "../../../src/content-model/page-kind-names.ts";
import { pieceKinds } from "../../../src/content-model/piece.ts";
import { languages } from "../../../src/content-model/site.ts";
import { unitKinds } from "../../../src/content-model/unit.ts";
import { english as englishSearch } from "../../../src/site/words/en/search.ts";
import { vietnamese as vietnameseSearch } from "../../../src/site/words/vi/search.ts";
import { wordsIn } from "../../../src/site/words/words.ts";
import { longDay, shownDate, shownDay } from "../../../src/site/dates.ts";
import { vietnamTime } from "../../../src/foundation/vietnam-time.ts";

const vi = wordsIn("vi");
const en = wordsIn("en");
const search = { vi: vietnameseSearch, en: englishSearch };

type Said = string | ((...args: string[]) => string) | readonly Said[] | { [name: string]: Said };

/** Every text of a catalogue by its name; what is made from parts, made from threes. */
function texts(words: object, name = ""): [name: string, text: string][] {
  return Object.entries(words as Record<string, Said>).flatMap(([key, said]) => {
    const full = `${name}.${key}`;
    if (typeof said === "object") return texts(said, full);
    return [[full, typeof said === "string" ? said : said("3", "3", "3", "3")]];
  });
}

describe.each(languages)("the words of the design in «%s»", (language) => {
  const all = texts({ page: wordsIn(language), search: search[language] });

  test("are never empty, and carry what they are made from", () => {
    expect(all.length).toBeGreaterThan(250);
    for (const [name, text] of all) {
      expect(text.trim(), name).not.toBe("");
      expect(text, name).not.toMatch(/undefined|NaN|\[object|=>/);
    }
  });
});

test("no English word is written with letters that only Vietnamese has", () => {
  const names = [documentTypes, documentFields, pieceKinds, unitKinds].flatMap((list) =>
    list.map(({ english }): [string, string] => ["name", english]),
  );
  const all = [...texts(en), ...texts(search.en), ...texts(pageKindNames.en), ...names];
  for (const [name, text] of all) expect(text, name).not.toMatch(/[đăâêôơưạ-ỹ]/i);
});

test("days are written as each language writes them", () => {
  const moment = "2026-11-05T08:30:00+07:00";
  expect(shownDate(moment, en)).toMatchObject({
    short: "5 Nov 2026",
    long: "Thursday, 5 Nov 2026 · 08:30",
  });
  expect(shownDay("2026-11-05", vi).short).toBe("05/11/2026");
  expect(longDay(vietnamTime(new Date("2026-11-22T00:00:00+07:00")), vi)).toBe("Chủ Nhật, 22/11/2026");
});

test("what is counted stands in the singular or the plural", () => {
  expect([1, 2, 1200].map(en.lists.articles)).toEqual(["1 article", "2 articles", "1,200 articles"]);
  expect(vi.lists.articles(2)).toBe("2 bài");
  expect(englishSearch.summary.found("river", 1)).toBe("1 result for “river”.");
});
