import { expect, test } from "vitest";
import { foldD, unfoldD } from "../../../src/content-model/fold-d.ts";
import { find } from "../../../src/site/search/find.ts";
import { queryAddress, readQuery } from "../../../src/site/search/query.ts";
import { pageAddress, type Hit, type SearchIndex } from "../../../src/site/search/search-index.ts";

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
  const index = anIndex({ '"cau d\u0335ường"': ["b"], "cau d\u0335ường": ["a", "b", "c"] });
  const found = await find(index, { text: "cau đường", facets: {}, newest: false });
  expect(found.hits.map(({ id }) => id)).toEqual(["b", "a", "c"]);
});

test("sorted by date, nothing comes before what is newer", async () => {
  const index = anIndex({ '"hai từ"': ["b"], "hai từ": ["a", "b"] });
  const found = await find(index, { text: "hai từ", facets: {}, newest: true });
  expect(found.hits.map(({ id }) => id)).toEqual(["a", "b"]);
});

test("a chosen facet still tells what its other values would find", async () => {
  const asked: unknown[] = [];
  const index: SearchIndex = {
    search: (_text, { filters }) => {
      asked.push(filters);
      const counts = filters?.["nam"] ? { "2026": 1 } : { "2025": 3, "2026": 1 };
      return Promise.resolve({ results: [], filters: { nam: counts, "chuyen-muc": { "kinh-te": 1 } } });
    },
  };
  const found = await find(index, { text: "lúa", facets: { nam: "2026" }, newest: false });
  expect(found.counts).toEqual({ nam: { "2025": 3, "2026": 1 }, "chuyen-muc": { "kinh-te": 1 } });
  expect(asked).toEqual([{ nam: "2026" }, {}]);
});

test.each([
  ["/tin-tuc/2026/a.html", "/tin-tuc/2026/a"],
  ["/index.html", "/"],
  ["/gioi-thieu", "/gioi-thieu"],
])("a found %s is linked as %s", (url, address) => {
  expect(pageAddress(url)).toBe(address);
});

/** An index that knows these queries; everything else finds nothing. */
function anIndex(answers: Record<string, string[]>): SearchIndex {
  const hit = (id: string): Hit => ({
    id,
    data: () => Promise.resolve({ url: `/${id}`, excerpt: "", meta: {}, filters: {} }),
  });
  return { search: (text) => Promise.resolve({ results: (answers[text] ?? []).map(hit), filters: {} }) };
}
