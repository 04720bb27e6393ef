import { describe, expect, test } from "vitest";
import { changedPagesOf } from "../../../src/content-store/list-pages.ts";

const items = Array.from({ length: 105 }, (_, index) => ({ index }));
const none = new Set<object>();
const pages = (before: readonly object[], after: readonly object[], changed: ReadonlySet<object> = none) =>
  changedPagesOf("/van-ban", before, after, changed);

describe("of a list numbered from the oldest", () => {
  test("nothing changes where nothing is different", () => {
    expect(pages(items, items)).toEqual([]);
  });

  test("a new item changes the first page alone", () => {
    expect(pages(items, [{ index: -1 }, ...items])).toEqual(["/van-ban"]);
  });

  test("one more page is named by those near it", () => {
    const more = [...Array.from({ length: 15 }, () => ({})), ...items];
    expect(pages(items, more)).toEqual([
      "/van-ban",
      ...[1, 2, 3, 4, 5].map((n) => `/van-ban/trang/${String(n)}`),
    ]);
  });

  test("an item that is shown otherwise changes its own page and no newer one", () => {
    const changed = new Set([items[50] ?? {}]);
    expect(pages(items, items, changed)).toEqual(["/van-ban", "/van-ban/trang/3"]);
  });
});
