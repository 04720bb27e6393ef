import { expect, test } from "vitest";
import { addressesOf } from "../../../src/content-store/addresses.ts";
import { articlePage, tagIndex, tagList } from "../../../src/site/content.ts";
import { aContent, aNewsEntry, aSiteContent, newsEntries } from "../../support/content.ts";

const tagged = (title: string, tags: string[]) => aNewsEntry({ title, tags });

test("tags that differ in accents or case alone share a page, named as most people spell it", () => {
  const site = aSiteContent({
    news: [
      tagged("Bài thứ nhất về đường", ["Giao thông"]),
      tagged("Bài thứ hai về đường", ["giao thông"]),
      tagged("Bài thứ ba về đường", ["giao thông", "GIAO THONG"]),
    ],
  });
  const page = tagList(aContent([site]), site, "giao-thong");
  expect(page?.heading).toBe("Từ khoá: giao thông");
  expect(page?.stories).toHaveLength(3);
});

test("an article's tags lead to pages that exist", () => {
  const entry = tagged("Bài có nhiều từ khoá", ["Đường sá", "an toàn"]);
  const site = aSiteContent({ news: [entry] });
  const known = new Set(addressesOf(aContent([site])).map(({ path }) => path));
  const page = articlePage(aContent([site]), site, entry.year, entry.slug);
  const tags = page?.kind === "article" ? page.tags : [];
  expect(tags).toEqual([
    { label: "Đường sá", address: "/tu-khoa/duong-sa" },
    { label: "an toàn", address: "/tu-khoa/an-toan" },
  ]);
  for (const { address } of tags) expect(known).toContain(address);
});

test("a tag of many articles has pages like any list", () => {
  const site = aSiteContent({ news: newsEntries(45, { tags: ["du lịch"] }) });
  expect(tagList(aContent([site]), site, "du-lich")?.stories).toHaveLength(25);
  expect(tagList(aContent([site]), site, "du-lich", "1")?.stories).toHaveLength(20);
  expect(tagList(aContent([site]), site, "du-lich", "2")).toBeUndefined();
  expect(tagList(aContent([site]), site, "khong-co")).toBeUndefined();
});

test("the index names tags in the order of the alphabet with their counts", () => {
  const site = aSiteContent({
    news: [tagged("Bài thứ nhất của kho", ["y tế", "đê điều"]), tagged("Bài thứ hai của kho", ["y tế"])],
  });
  expect(tagIndex(aContent([site]), site).tags).toEqual([
    { label: "đê điều", address: "/tu-khoa/de-dieu", count: 1 },
    { label: "y tế", address: "/tu-khoa/y-te", count: 2 },
  ]);
});
