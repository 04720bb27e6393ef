import { expect, test } from "vitest";
import { documentNumber, documentsNamedIn } from "../../../src/content-model/document-number.ts";

const takes = (number: string) => documentNumber("Số, ký hiệu").safeParse(number).success;

test("a document's number is taken as it stands on paper, small letters and «&» of its symbol included", () => {
  for (const number of [
    ...["12/2026/QĐ-UBND", "45/KH-UBND", "118/UBND-KT", "27/NQ-HĐND", "2871/HD-SNNMT"],
    ...["45/TTr-UBND", "08/CTr-UBND", "310/SGD&ĐT-VP"],
  ])
    expect(takes(number), number).toBe(true);
  for (const number of ["12", "12/2026", "12/2026/QĐ UBND", "QĐ-UBND", "12/2026/qđ-ubnd", "12/1-2"])
    expect(takes(number), number).toBe(false);
});

test("documents are found in a text by their numbers and by links to their pages", () => {
  const text =
    "Theo Quyết định 12/2026/QĐ-UBND, Tờ trình 45/TTr-UBND ngày 3/4 và [kế hoạch](/van-ban/2025/27-kh-ubnd).";
  expect(documentsNamedIn(text)).toEqual(["2025/27-kh-ubnd", "12-2026-qd-ubnd", "45-ttr-ubnd"]);
});
