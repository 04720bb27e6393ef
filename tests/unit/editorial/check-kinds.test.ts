import { expect, test } from "vitest";
import { formatEntry } from "../../../src/content-model/entry-file.ts";
import { checkDocument, checkPiece } from "../../../src/editorial/check-kinds.ts";

const bytes = (data: Record<string, unknown>, body = "") => Buffer.from(formatEntry(data, body));

const piece = {
  title: "Bản tin sáng của đài truyền thanh",
  kind: "am-thanh",
  date: "2026-11-18T06:00:00+07:00",
  summary: "Bản tin chưa đầy nửa phút cho bà con nghe trên đường ra đồng.",
  file: "/media/2026/ban-tin.m4a",
  duration: "0:27",
};

test("a recording without its words is stopped, with them it is not", () => {
  const path = "content/sites/tinh/multimedia/2026/ban-tin.md";
  expect(checkPiece(path, bytes(piece))[0]).toMatchObject({ level: "block", field: "body" });
  expect(checkPiece(path, bytes(piece, "Bản tin sáng. ".repeat(10)))).toEqual([]);
});

test("a document lies where its number and its year of issue say", () => {
  const document = bytes({
    number: "12/2026/QĐ-UBND",
    type: "quyet-dinh",
    issuer: "Ủy ban nhân dân tỉnh",
    excerpt: "Ban hành Quy định về quản lý vỉa hè",
    signerTitle: "Chủ tịch",
    issuedOn: "2026-03-18",
    field: "giao-thong",
  });
  const place = (year: string, slug: string) => ({ kind: "document" as const, site: "tinh", year, slug });
  expect(checkDocument("a.md", place("2026", "12-2026-qd-ubnd"), document)).toEqual([]);
  expect(checkDocument("a.md", place("2025", "12-2026-qd-ubnd"), document)).toHaveLength(1);
  expect(checkDocument("a.md", place("2026", "van-ban-moi"), document)[0]?.message).toContain(
    "2026/12-2026-qd-ubnd.md",
  );
});
