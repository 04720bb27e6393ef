import { expect, test } from "vitest";
import { formatEntry } from "../../../src/content-model/entry-file.ts";
import { articleAbout } from "../../../src/editorial/article-about.ts";
import { articleAddress, outcomeAddress, readBeginning } from "../../../src/editorial/form-beginnings.ts";

const document = {
  number: "1702/QĐ-UBND",
  type: "quyet-dinh",
  issuer: "Ủy ban nhân dân tỉnh Sông Mây",
  excerpt: "Về việc công bố danh mục 12 thủ tục hành chính *trực tuyến* của tỉnh Sông Mây",
  issuedOn: "2026-11-05",
  effectiveFrom: "2026-11-15",
};
const address = "/van-ban/2026/1702-qd-ubnd";

test("an article about a document begins with what the document says, and names and links it", () => {
  expect(articleAbout(formatEntry(document, "Nộp tại nhà, trả qua bưu điện."), address)).toEqual({
    title: "Công bố danh mục 12 thủ tục hành chính *trực tuyến* của tỉnh Sông Mây",
    origin: "van-ban",
    documents: ["1702/QĐ-UBND"],
    summary:
      "Ngày 05/11/2026, Ủy ban nhân dân tỉnh Sông Mây ban hành Quyết định số 1702/QĐ-UBND về việc công bố danh mục 12 thủ tục hành chính *trực tuyến* của tỉnh Sông Mây.",
    body: [
      "Nộp tại nhà, trả qua bưu điện.",
      "Văn bản có hiệu lực từ ngày 15/11/2026.",
      `Toàn văn: [Quyết định số 1702/QĐ-UBND ngày 05/11/2026](${address}).`,
    ].join("\n\n"),
  });
});

test("a long excerpt is cut at a word, so that title and summary can be saved", () => {
  const excerpt = `Ban hành Quy chế phối hợp ${"giữa các cơ quan trong tỉnh ".repeat(30)}`.trim();
  const { title, summary } = articleAbout(formatEntry({ ...document, excerpt }, ""), address);
  expect(String(title).length).toBeLessThanOrEqual(150);
  expect(String(title)).toMatch(/ \S+ …$/);
  expect(String(summary).length).toBeLessThanOrEqual(400);
});

test("the form's address says what it begins with, and any other address says nothing", () => {
  const about = articleAddress(
    { site: "tinh", year: "2025", slug: "31-2025-qd-ubnd" },
    new Date("2026-12-31T18:00:00Z"),
  );
  expect(about).toBe("/admin/#/collections/tinh-tin-2027/new?tu-van-ban=2025/31-2025-qd-ubnd");
  const hash = (address: string) => address.slice(address.indexOf("#"));
  expect(readBeginning(hash(about))).toEqual({
    of: "document",
    site: "tinh",
    year: "2025",
    slug: "31-2025-qd-ubnd",
  });
  expect(readBeginning(hash(outcomeAddress({ collection: "tinh-lay-y-kien-2026", slug: "via-he" })))).toEqual(
    { of: "opinions", draft: "tinh/2026/via-he" },
  );
  for (const other of [
    "#/collections/tinh-tin-2026/new",
    "#/collections/tinh-tin-2026/new?tu-van-ban=../../portal",
    "#/collections/tinh-van-ban-2026/new?tu-van-ban=2026/1-qd",
    "#/collections/tinh-tin-2026/entries/bai?tu-van-ban=2026/1-qd",
    "#/workflow",
  ])
    expect(readBeginning(other)).toBeUndefined();
});
