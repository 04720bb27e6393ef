import { expect, test } from "vitest";
import { documentsNamedIn } from "../../../src/content-model/document-number.ts";
import { documentPage, documentsOf } from "../../../src/site/views/document.ts";
import { documentList } from "../../../src/site/views/document-list.ts";
import { aContent, aNewsEntry, aSiteContent } from "../../support/content.ts";
import { aDocument, aRegister } from "../../support/documents.ts";

test("numbers and links to documents are found in a text, years kept where a link tells them", () => {
  const text =
    "Quyết định số 587/QĐ-UBND, Nghị quyết 14/2026/NQ-HĐND và [kế hoạch](/van-ban/2025/27-kh-ubnd); ngày 20/11/2026.";
  expect(documentsNamedIn(text)).toEqual(["2025/27-kh-ubnd", "587-qd-ubnd", "14-2026-nq-hdnd"]);
});

test("a number that begins anew each year means the last one issued by the day of who names it", () => {
  const site = aRegister(aDocument("45/QĐ-UBND", "2025-03-01"), aDocument("45/QĐ-UBND", "2026-02-01"));
  const in2025 = aNewsEntry({ date: "2025-06-01T08:00:00+07:00", documents: ["45/QĐ-UBND"] });
  const in2026 = aNewsEntry({ date: "2026-06-01T08:00:00+07:00", documents: ["45/QĐ-UBND"] });
  const before = aNewsEntry({ date: "2024-06-01T08:00:00+07:00", documents: ["45/QĐ-UBND"] });
  expect(documentsOf(site, in2025)[0]?.address).toBe("/van-ban/2025/45-qd-ubnd");
  expect(documentsOf(site, in2026)[0]?.address).toBe("/van-ban/2026/45-qd-ubnd");
  expect(documentsOf(site, before)[0]).toEqual({
    number: "45/QĐ-UBND",
    excerpt: undefined,
    address: undefined,
  });
});

test("a document's page shows the articles that mean it, and what another document says of it", () => {
  const old = aDocument("2/2024/QĐ-UBND", "2024-01-15");
  const young = aDocument("21/2026/QĐ-UBND", "2026-05-15", { replaces: ["2/2024/QĐ-UBND"] });
  const news = [
    { ...aNewsEntry({ title: "Bài nói về quyết định vỉa hè" }), documents: ["21-2026-qd-ubnd"] },
    aNewsEntry({ title: "Bài không nói về văn bản nào" }),
  ];
  const site = { ...aRegister(old, young), news };
  const page = documentPage(aContent([site]), site, "2026", "21-2026-qd-ubnd");
  const former = documentPage(aContent([site]), site, "2024", "2-2024-qd-ubnd");
  expect(page).toMatchObject({
    kind: "document",
    news: [{ title: "Bài nói về quyết định vỉa hè" }],
    relations: [{ name: "Thay thế cho", documents: [{ address: "/van-ban/2024/2-2024-qd-ubnd" }] }],
  });
  expect(former).toMatchObject({
    relations: [{ name: "Được thay thế bởi", documents: [{ number: "21/2026/QĐ-UBND" }] }],
  });
});

test("a document that was taken back leaves its reason, and no list names it", () => {
  const gone = aDocument("9/QĐ-UBND", "2026-01-05", {
    withdrawn: true,
    withdrawnReason: "Đăng nhầm bản dự thảo.",
  });
  const site = aRegister(gone, aDocument("10/QĐ-UBND", "2026-01-06"));
  const content = aContent([site]);
  expect(documentPage(content, site, "2026", "9-qd-ubnd")).toMatchObject({
    kind: "withdrawn",
    reason: "Đăng nhầm bản dự thảo.",
    head: { canonical: undefined },
  });
  expect(documentList(content, site)?.documents.map(({ number }) => number)).toEqual(["10/QĐ-UBND"]);
});

test("lists are newest first, and exist only where there is something to list", () => {
  const site = aRegister(aDocument("2/QĐ-UBND", "2026-01-06"), aDocument("11/QĐ-UBND", "2026-01-06"));
  const content = aContent([site]);
  expect(documentList(content, site, "nam/2026")?.documents.map(({ number }) => number)).toEqual([
    "11/QĐ-UBND",
    "2/QĐ-UBND",
  ]);
  expect(documentList(content, site, "nam/2025")).toBeUndefined();
  expect(documentList(content, aSiteContent())).toBeUndefined();
});
