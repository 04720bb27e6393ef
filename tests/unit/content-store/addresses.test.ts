import { expect, test } from "vitest";
import { fileOf } from "../../../src/content-store/addresses.ts";
import { fullPages, listPageSize, olderListPages } from "../../../src/content-store/list-pages.ts";

test("an address is one flat file", () => {
  expect(["/", "/tin-tuc/2026/bai", "/rss.xml"].map(fileOf)).toEqual([
    "index.html",
    "tin-tuc/2026/bai.html",
    "rss.xml",
  ]);
});

test("the first page of a list always shows at least twenty articles while there are as many", () => {
  for (let count = 0; count <= 200; count += 1) {
    const first = count - fullPages(count) * listPageSize;
    expect(first).toBeGreaterThanOrEqual(Math.min(count, listPageSize));
    expect(first).toBeLessThan(2 * listPageSize);
  }
});

test("a new article leaves every older page of a list as it is", () => {
  expect(olderListPages("/tin-tuc", 59)).toEqual(["/tin-tuc/trang/1"]);
  expect(olderListPages("/tin-tuc", 60)).toEqual(["/tin-tuc/trang/1", "/tin-tuc/trang/2"]);
});
