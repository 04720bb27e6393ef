import { expect, test } from "vitest";
import { addressesOf } from "../../../src/content-store/addresses.ts";
import { newsList, sectionList } from "../../../src/site/content.ts";
import { aContent, aNewsEntry, aSiteContent, newsEntries } from "../../support/content.ts";

test("the numbered pages and the newest one together hold every article once", () => {
  const site = aSiteContent({ news: newsEntries(67) });
  const content = aContent([site]);
  const numbers = [undefined, ...Array.from({ length: 2 }, (_, index) => String(2 - index))];
  const shown = numbers.flatMap((number) => newsList(content, site, number)?.stories ?? []);
  expect(shown.map(({ title }) => title)).toEqual(site.news.map(({ data }) => data.title));
  expect(newsList(content, site, "3")).toBeUndefined();
});

test("a new article changes none of the numbered pages' stories", () => {
  const before = aSiteContent({ news: newsEntries(45) });
  const after = aSiteContent({
    news: [aNewsEntry({ title: "Một tin hoàn toàn mới", date: "2026-10-21T08:00:00+07:00" }), ...before.news],
  });
  expect(newsList(aContent([after]), after, "1")).toEqual(newsList(aContent([before]), before, "1"));
});

test.each(["0", "-1", "1.5", "hai", "99"])("there is no page %s", (number) => {
  const site = aSiteContent({ news: newsEntries(45) });
  expect(newsList(aContent([site]), site, number)).toBeUndefined();
});

test("from any page one gets to the newer and the older one, and every such link is an address of the site", () => {
  const site = aSiteContent({ news: newsEntries(130) });
  const content = aContent([site]);
  const known = new Set(addressesOf(content).map(({ path }) => path));
  let page = newsList(content, site);
  let steps = 0;
  while (page?.older !== undefined) {
    for (const link of page.pages) if (link) expect(known).toContain(link.address);
    const older = newsList(content, site, page.older.split("/").at(-1));
    expect(older?.newer).toBe(page.head.canonical?.replace("https://songmay.gov.vn", ""));
    page = older;
    steps++;
  }
  expect(steps).toBe(5);
});

test("an older page says which days it covers", () => {
  const site = aSiteContent({ news: newsEntries(45) });
  expect(newsList(aContent([site]), site, "1")?.span).toBe("Từ 06/09/2026 đến 25/09/2026");
});

test("a section lists its own articles and offers its own feed", () => {
  const site = aSiteContent({ news: [...newsEntries(3), ...newsEntries(2, { category: "thong-bao" })] });
  const page = sectionList(aContent([site]), site, "thong-bao");
  expect(page?.stories).toHaveLength(2);
  expect(page?.feed).toBe("/chuyen-muc/thong-bao/rss.xml");
  expect(sectionList(aContent([site]), site, "khong-co")).toBeUndefined();
});
