import { expect, test } from "vitest";
import { addressesOf } from "../../../src/content-store/addresses.ts";
import { emblem, robots, sectionFeed, siteFeed, sitemap, sitemapIndex } from "../../../src/site/content.ts";
import { aContent, aNewsEntry, aPageEntry, aSiteContent, newsEntries } from "../../support/content.ts";

test("a feed holds the newest twenty articles, with full addresses and escaped titles", () => {
  const entry = aNewsEntry({ title: 'Giá lúa < 8.000 & "giá sàn"', date: "2026-10-21T08:30:00+07:00" });
  const feed = siteFeed(aSiteContent({ news: [entry, ...newsEntries(30)] }));
  expect(feed.match(/<item>/g)).toHaveLength(20);
  expect(feed).toContain("<title>Giá lúa &lt; 8.000 &amp; &quot;giá sàn&quot;</title>");
  expect(feed).toContain("<link>https://songmay.gov.vn/tin-tuc/2026/gia-lua-8-000-gia-san</link>");
  expect(feed).toContain("<pubDate>Wed, 21 Oct 2026 01:30:00 GMT</pubDate>");
});

test("a section without articles has a feed, a section that does not exist has none", () => {
  expect(sectionFeed(aSiteContent(), "thong-bao")).not.toContain("<item>");
  expect(sectionFeed(aSiteContent(), "khong-co")).toBeUndefined();
});

test("the sitemaps list only addresses that the site serves", () => {
  const site = aSiteContent({ news: newsEntries(3), pages: [aPageEntry("gioi-thieu")] });
  const known = new Set(addressesOf(aContent([site])).map(({ path }) => `https://songmay.gov.vn${path}`));
  const listed = (xml = "") => [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? "");
  const maps = listed(sitemapIndex(site));
  expect(maps).toHaveLength(2);
  const pages = ["trang", "2026"].flatMap((name) => listed(sitemap(site, name)));
  // Front page and news, sections, year and month, tags, links and map, the page, the articles.
  expect(pages).toHaveLength(2 + 2 + 2 + 1 + 2 + 1 + 3);
  for (const address of [...maps, ...pages]) expect(known).toContain(address);
  expect(sitemap(site, "1999")).toBeUndefined();
});

test("robots are shown the sitemap", () => {
  expect(robots(aSiteContent())).toContain("Sitemap: https://songmay.gov.vn/sitemap.xml");
});

test("an emblem bears its site's colours and needs no inline styles", () => {
  const { settings } = aSiteContent({ settings: { theme: { primary: "#000000", accent: "#ffffff" } } });
  const svg = emblem(settings);
  expect(svg).toContain('fill="#000000"');
  expect(svg).not.toContain("style");
});
