import { expect, test } from "vitest";
import { foldD, unfoldD } from "../../../src/content-model/fold-d.ts";
import { facetNames, type ListedPage } from "../../../src/content-model/page-table.ts";
import { find, type Found } from "../../../src/site/search/find.ts";
import { hintsFor, looserHint } from "../../../src/site/search/hints.ts";
import { queryAddress, readQuery, withFacet, type Query } from "../../../src/site/search/query.ts";
import type { Engine, Hit, SearchIndex } from "../../../src/site/search/search-index.ts";
import { wordTest } from "../../../src/site/search/terms.ts";
import { vietnamese as words } from "../../../src/site/words/vi/search.ts";

test("đ is folded for the index and comes back for the reader", () => {
  expect(foldD("Đường đi")).toBe("D\u0335ường d\u0335i");
  expect(unfoldD(foldD("Đường đi, dự đoán"))).toBe("Đường đi, dự đoán");
});

test("a query and its address say the same", () => {
  const facets = { loai: "tin-bai", "chuyen-muc": "kinh-te", "don-vi": "so-noi-vu", nam: "2026" };
  const query = asked("cầu bến quế", { facets, newest: true, batches: 3 });
  expect(readQuery(new URL(queryAddress(query), "https://songmay.gov.vn").searchParams)).toEqual(query);
  expect(queryAddress(asked(""))).toBe("/tim-kiem");
});

test.each(["0", "-1", "9999", "1.5", "abc", ""])(
  "an address that shows %j batches is read without harm",
  (xem) => {
    const { batches } = readQuery(new URLSearchParams({ q: "cau", xem }));
    expect(batches >= 1 && batches <= 10).toBe(true);
  },
);

test("choosing a facet begins at the first results, and it can be opened again", () => {
  const chosen = withFacet(asked("cau", { batches: 4 }), "nam", "2026");
  expect(chosen).toEqual(asked("cau", { facets: { nam: "2026" } }));
  expect(withFacet(chosen, "nam")).toEqual(asked("cau"));
});

test("pages that hold the words as a phrase come before those that hold them apart", async () => {
  const answers = { '"cau"': "abc", '"duong"': "dcba", '"cau duong"': "b" };
  const found = await find(anIndex({ folded: answers }), asked("cau duong"));
  expect(idsOf(found)).toBe("bac");
  expect(found.phrases).toBe(1);
});

test("titles that begin with the words come first, then titles that hold them, then texts", async () => {
  const index = anIndex(
    { folded: { '"lien"': "abcd", '"he"': "abcd", '"lien he"': "abcd" } },
    { b: { words: [7] }, c: { words: [0, 1] } },
  );
  expect(idsOf(await find(index, asked("lien he")))).toBe("cbad");
});

test("sorted by date, nothing comes before what is newer, and pages without a date come last", async () => {
  const answers = { '"hai"': "cab", '"tu"': "abc", '"hai tu"': "b" };
  const found = await find(anIndex({ folded: answers }), asked("hai tu", { newest: true }));
  expect(idsOf(found)).toBe("abc");
});

test("a word that no page has is not forgotten", async () => {
  const found = await find(
    anIndex({ folded: { '"khong"': "abc", "zzzz khong": "abc" } }),
    asked("zzzz khong"),
  );
  expect(idsOf(found)).toBe("");
});

test("pages that only have longer words are left out when others have the word itself", async () => {
  const found = await find(anIndex({ accented: { '"lũ"': "a", lũ: "ab" } }), asked("lũ"));
  expect(idsOf(found)).toBe("a");
});

test("the last word may be unfinished, if some word begins like it", async () => {
  const answers = { tuye: "ab", '"tin"': "b", khongz: "ab" };
  expect(idsOf(await find(anIndex({ folded: answers }), asked("tin tuye")))).toBe("b");
  expect(idsOf(await find(anIndex({ folded: answers }), asked("khongz")))).toBe("");
});

test("accents count as long as pages have them", async () => {
  const folded = { '"lu"': "abc", '"lũ"': "abc", '"lủ"': "abc" };
  const index = anIndex({ folded, accented: { '"lũ"': "a" } });
  const exact = await find(index, asked("lũ"));
  expect(idsOf(exact)).toBe("a");
  expect(exact.otherAccents).toBe(false);
  expect(await looserHint(index, asked("lũ"), exact, words)).toMatchObject({
    query: { text: "lu" },
    count: 3,
  });
  expect(idsOf(await find(index, asked("lu")))).toBe("abc");
  const other = await find(index, asked("lủ"));
  expect(idsOf(other)).toBe("abc");
  expect(other.otherAccents).toBe(true);
});

test("a tone mark on either vowel is the same word", async () => {
  const index = anIndex({ accented: { '"hòa"': "a", '"hoà"': "b" } });
  for (const text of ["hòa", "hoà"]) {
    const { pages } = await find(index, asked(text));
    expect(pages.map(({ hit }) => hit.id).sort()).toEqual(["a", "b"]);
  }
});

test("words in quotation marks are found together only", async () => {
  const answers = { '"cau duong"': "b", '"cau"': "abc", '"duong"': "abc" };
  expect(idsOf(await find(anIndex({ folded: answers }), asked('"cau duong"')))).toBe("b");
});

test("a document's number is found by its parts", async () => {
  const answers = { '"qd"': "ab", '"ubnd"': "bc" };
  const index = anIndex({ folded: { ...answers, "186/qd-ubnd": "abc" } });
  expect(idsOf(await find(index, asked("qd-ubnd")))).toBe("b");
  expect(idsOf(await find(index, asked("186/qd-ubnd")))).toBe("");
});

test("a facet alone lists all its pages, newest first", async () => {
  const index = anIndex({}, {}, { a: { nam: "2026" }, b: { nam: "2025" }, c: { nam: "2026" } });
  expect(idsOf(await find(index, asked("", { facets: { nam: "2026" } })))).toBe("ac");
});

test("a chosen facet still tells what its other values would find", async () => {
  const index = anIndex(
    { folded: { '"lua"': "abc" } },
    {},
    {
      a: { nam: "2026", "chuyen-muc": "kinh-te" },
      b: { nam: "2025", "chuyen-muc": "kinh-te" },
      c: { nam: "2025", "chuyen-muc": "thong-bao" },
    },
  );
  const found = await find(index, asked("lua", { facets: { nam: "2026" } }));
  expect(idsOf(found)).toBe("a");
  expect(Object.fromEntries(found.counts.nam)).toEqual({ "2025": 2, "2026": 1 });
  expect(Object.fromEntries(found.counts["chuyen-muc"])).toEqual({ "kinh-te": 1 });
});

test("when nothing is found, hints lead to what is", async () => {
  const index = anIndex(
    { folded: { '"cau"': "abc", '"nghi"': "ab", '"quyet"': "b" } },
    {},
    { a: { nam: "2026" } },
  );
  const texts = async (query: Query) =>
    (await hintsFor(index, query, words)).map(({ query: { text }, count }) => [text, count]);
  expect(await texts(asked("nghij quyeets"))).toEqual([["nghi quyet", 1]]);
  expect(await texts(asked("cau zzzz"))).toEqual([["cau", 3]]);
  expect(await texts(asked("cau", { facets: { nam: "2020" } }))).toEqual([["cau", 3]]);
  expect(await texts(asked("zzzz"))).toEqual([]);
});

test("marked are the words asked for, not those that resemble them", () => {
  const exact = wordTest([{ text: "lũ", quoted: false }], { accents: true, unfinished: false });
  expect(["Lũ", "lúc", "lu", "lưu"].map(exact)).toEqual([true, false, false, false]);
  const folded = wordTest([{ text: "dieu", quoted: false }], { accents: false, unfinished: true });
  expect(["Điều", "điệu", "diều", "dị"].map(folded)).toEqual([true, true, true, false]);
});

function asked(text: string, more: Partial<Query> = {}): Query {
  return { text, facets: {}, newest: false, batches: 1, ...more };
}

const idsOf = ({ pages }: Found) => pages.map(({ hit }) => hit.id).join("");

/** An index of the pages a to d, the newest first, that knows these queries; everything else finds nothing. */
function anIndex(
  answers: { folded?: Record<string, string>; accented?: Record<string, string> },
  special: Record<string, Partial<Hit>> = {},
  facets: Record<string, ListedPage["facets"]> = {},
): SearchIndex {
  const hit = (id: string): Hit => ({
    id,
    words: [30],
    data: () => Promise.resolve({ url: `/${id}`, content: "Tin tuyển dụng" }),
    ...special[id],
  });
  const engine = (known: Record<string, string> = {}): Engine => ({
    search: (text) => Promise.resolve({ results: Array.from(known[text ?? ""] ?? "", hit) }),
  });
  const names = Object.fromEntries(facetNames.map((name) => [name, new Map<string, string>()]));
  return {
    folded: engine(answers.folded),
    accented: engine(answers.accented),
    pages: new Map(
      Array.from("abcd", (id) => [id, { hit: hit(id), day: undefined, facets: facets[id] ?? {} }]),
    ),
    names: names as unknown as SearchIndex["names"],
  };
}
