import { expect, test } from "vitest";
import { classOf, readContentPath } from "../../../src/content-model/content-path.ts";
import { slugOf } from "../../../src/content-model/slug.ts";
import { foldD, unfoldD } from "../../../src/content-model/fold-d.ts";

test("a path tells what it holds", () => {
  expect(readContentPath("content/sites/tinh/news/2026/khanh-thanh.md")).toEqual({
    kind: "news",
    site: "tinh",
    year: "2026",
    slug: "khanh-thanh",
  });
  expect(readContentPath("content/sites/tinh/pages/lien-he.md")).toEqual({
    kind: "page",
    site: "tinh",
    slug: "lien-he",
  });
  expect(readContentPath("content/sites/tinh/ads/hoi-cho.md")).toEqual({
    kind: "ad",
    site: "tinh",
    slug: "hoi-cho",
  });
  expect(readContentPath("content/sites/tinh/media/2026/a b.webp")).toEqual({
    kind: "media",
    site: "tinh",
    name: "2026/a b.webp",
  });
});

test.each([
  ["content/sites/tinh/news/2026/bai.md", "content"],
  ["content/sites/tinh/media/2026/anh.webp", "content"],
  ["content/sites/tinh/site.yaml", "protected"],
  ["content/portal.yaml", "protected"],
  ["content/sites/tinh/news/2026/phu/bai.md", "protected"],
  ["content/documents/2026/x.md", "protected"],
  ["package.json", "code"],
  [".github/workflows/publish.yml", "code"],
  ["contents/portal.yaml", "code"],
])("%s is in the class %s", (path, expected) => {
  expect(classOf(path)).toBe(expected);
});

test("Vietnamese becomes an ASCII address", () => {
  expect(slugOf("Đường Điện Biên: 12/2026/QĐ-UBND — “mới”")).toBe("duong-dien-bien-12-2026-qd-ubnd-moi");
  expect(slugOf("Tho\u0302ng ba\u0301o")).toBe("thong-bao");
});

test("đ is folded for the search index and comes back for display", () => {
  const text = "Quyết định điều động, ĐẤU GIÁ ĐẤT";
  expect(foldD(text)).not.toMatch(/[đĐ]/);
  expect(unfoldD(foldD(text))).toBe(text);
});
