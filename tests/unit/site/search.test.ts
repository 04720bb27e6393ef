import { expect, test } from "vitest";
import { foldD, unfoldD } from "../../../src/content-model/fold-d.ts";
import { find, withFresh } from "../../../src/site/search/find.ts";
import { queryAddress, readQuery, type Query } from "../../../src/site/search/query.ts";
import {
  pageAddress,
  type Engine,
  type Hit,
  type SearchIndex,
} from "../../../src/site/search/search-index.ts";
import { wordTest } from "../../../src/site/search/terms.ts";

test("đ is folded for the index and comes back for the reader", () => {
  expect(foldD("Đường đi")).toBe("D\u0335ường d\u0335i");
  expect(unfoldD(foldD("Đường đi, dự đoán"))).toBe("Đường đi, dự đoán");
});

test("a query and its address say the same", () => {
  const query = { text: "cầu bến quế", facets: { "chuyen-muc": "kinh-te", nam: "2026" }, newest: true };
  const address = queryAddress(query);
  expect(readQuery(new URL(address, "https://songmay.gov.vn").searchParams)).toEqual(query);
  expect(queryAddress({ text: "", facets: {}, newest: false })).toBe("/tim-kiem");
});

test("pages that hold the words as a phrase come before those that hold them apart", async () => {
  const answers = { '"cau"': "abc", '"duong"': "dcba", '"cau duong"': "b", "cau duong": "abcd" };
  const found = await find(anIndex({ folded: answers }), asked("cau duong"));
  expect(idsOf(found)).toBe("bac");
  expect(found.phrases).toBe(1);
});

test("sorted by date, nothing comes before what is newer, and pages without a date come last", async () => {
  const answers = { '"hai"': "cab", '"tu"': "abc", '"hai tu"': "b", "hai tu": "ab" };
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
  expect(await find(index, asked("lũ"))).toMatchObject({ hits: [{ id: "a" }], otherAccents: false });
  expect(idsOf(await find(index, asked("lu")))).toBe("abc");
  const other = await find(index, asked("lủ"));
  expect(idsOf(other)).toBe("abc");
  expect(other.otherAccents).toBe(true);
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

test("what only a picture's description says is not found", async () => {
  const index = anIndex(
    { folded: { '"bang"': "ab" } },
    { b: { words: [], matchedMetaFields: ["image_alt"] } },
  );
  expect(idsOf(await find(index, asked("bang")))).toBe("a");
});

test("a chosen facet still tells what its other values would find", async () => {
  const index = anIndex({ folded: { '"lua"': "abc" } });
  index.facets.nam = new Map([...pairs("a", "2026"), ...pairs("bc", "2025")]);
  index.facets["chuyen-muc"] = new Map([...pairs("ab", "kinh-te"), ...pairs("c", "thong-bao")]);
  const found = await find(index, asked("lua", { facets: { nam: "2026" } }));
  expect(idsOf(found)).toBe("a");
  expect(found.counts).toEqual({ nam: { "2025": 2, "2026": 1 }, "chuyen-muc": { "kinh-te": 1 } });
});

test("marked are the words asked for, not those that resemble them", () => {
  const exact = wordTest([{ text: "lũ", quoted: false }], { accents: true, unfinished: false });
  expect(["Lũ", "lúc", "lu", "lưu"].map(exact)).toEqual([true, false, false, false]);
  const folded = wordTest([{ text: "dieu", quoted: false }], { accents: false, unfinished: true });
  expect(["Điều", "điệu", "diều", "dị"].map(folded)).toEqual([true, true, true, false]);
});

test.each([
  ["/tin-tuc/2026/a.html", "/tin-tuc/2026/a"],
  ["/index.html", "/"],
  ["/gioi-thieu", "/gioi-thieu"],
])("a found %s is linked as %s", (url, address) => {
  expect(pageAddress(url)).toBe(address);
});

function asked(text: string, more: Partial<Query> = {}): Query {
  return { text, facets: {}, newest: false, ...more };
}

const idsOf = ({ hits }: { hits: readonly Hit[] }) => hits.map(({ id }) => id).join("");

const pairs = (ids: string, value: string) => Array.from(ids, (id): [string, string] => [id, value]);

/** An index that knows these queries, each with the letters that name its pages; everything else finds nothing. */
test("by date, pages newer than the main index come first, and an older one that changed stands last in its year", () => {
  const index = {
    fresh: new Map([
      ["sửa", "202503010800"],
      ["mới", "202611200800"],
      ["mới nhất", "202611210800"],
    ]),
    newestBefore: "202611190900",
    facets: {
      "chuyen-muc": new Map<string, string>(),
      nam: new Map([
        ["a", "2026"],
        ["b", "2025"],
        ["c", "2024"],
        ["sửa", "2025"],
      ]),
    },
  };
  const order = withFresh(index, ["sửa", "mới", "a", "b", "mới nhất", "c"]);
  expect(order).toEqual(["mới nhất", "mới", "a", "b", "sửa", "c"]);
});

function anIndex(
  answers: { folded?: Record<string, string>; accented?: Record<string, string> },
  special: Record<string, Partial<Hit>> = {},
): SearchIndex {
  const hit = (id: string): Hit => ({
    id,
    words: [1],
    data: () =>
      Promise.resolve({ url: `/${id}`, content: "Tin tuyển dụng", plain_excerpt: "", meta: {}, filters: {} }),
    ...special[id],
  });
  const engine = (known: Record<string, string> = {}): Engine => ({
    search: (text) => Promise.resolve({ results: Array.from(known[text ?? ""] ?? "", hit) }),
  });
  return {
    folded: engine(answers.folded),
    accented: engine(answers.accented),
    facets: { "chuyen-muc": new Map(), nam: new Map() },
    fresh: new Map(),
    newestBefore: "",
  };
}
