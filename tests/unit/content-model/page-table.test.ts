import { expect, test } from "vitest";
import { readPageTable, writePageTable, type ListedPage } from "../../../src/content-model/page-table.ts";
import { readRecordText, writeRecordText } from "../../../src/content-model/record-text.ts";

test("a table gives back every page's day and facets, and the year of the day", () => {
  const pages: ListedPage[] = [
    { day: "2026-11-20", facets: { loai: "Tin bài", "chuyen-muc": "kinh-te" } },
    { day: "2026-11-20", facets: { loai: "Văn bản", "don-vi": "Sở Nội vụ" } },
    { day: "2023-01-02", facets: { loai: "Tin bài" } },
    { day: undefined, facets: { loai: "Trang giới thiệu" } },
  ];
  const years = ["2026", "2026", "2023", undefined];
  const read = readPageTable(
    JSON.parse(JSON.stringify(writePageTable(pages))) as ReturnType<typeof writePageTable>,
  );
  expect(read).toEqual(
    pages.map(({ day, facets }, place) => {
      const nam = years[place];
      return { day, facets: nam === undefined ? facets : { ...facets, nam } };
    }),
  );
});

test("a table knows more units than there are letters", () => {
  const pages = Array.from({ length: 400 }, (_, place): ListedPage => ({
    day: "2026-01-01",
    facets: { loai: "Văn bản", "don-vi": `Xã số ${String(place)}` },
  }));
  expect(readPageTable(writePageTable(pages)).map(({ facets }) => facets["don-vi"])).toEqual(
    pages.map(({ facets }) => facets["don-vi"]),
  );
});

test("an empty table has no pages", () => {
  expect(readPageTable(writePageTable([]))).toEqual([]);
});

test.each([
  { number: "12/2026/QĐ-UBND", title: "Quyết định về giá đất", text: "Căn cứ Luật Đất đai" },
  { number: undefined, title: "Cầu Bến Quế thông xe", text: "Sáng 18/10" },
  { number: undefined, title: "Giới thiệu", text: "" },
])("a record keeps the parts of «$title» apart", (record) => {
  expect(readRecordText(writeRecordText(record))).toEqual(record);
});
