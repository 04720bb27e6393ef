import { expect, test } from "vitest";
import { addressesOf } from "../../../src/content-store/addresses.ts";
import type { SiteContent } from "../../../src/content-store/content.ts";
import { atomFeed, emblem, robots, rssFeed, sitemap, sitemapIndex } from "../../../src/site/content.ts";
import { atomFaults } from "../../support/atom-faults.ts";
import {
  aContent,
  aNewsEntry,
  aPageEntry,
  aPicture,
  aSiteContent,
  newsEntries,
} from "../../support/content.ts";
import { rssFaults } from "../../support/rss-faults.ts";
import { sitemapFaults } from "../../support/sitemap-faults.ts";
import { everyElement, parseXml } from "../../support/xml.ts";

const sitemapOf = (site: SiteContent, name: string) => sitemap(aContent([site]), site, name);
const feeds = { RSS: rssFeed, Atom: atomFeed };
const cover = { cover: "/media/2026/cau.webp", coverAlt: "Cầu bắc qua sông" };

/** A site with all that a feed can tell. */
function aFullSite() {
  return aSiteContent({
    news: [
      aNewsEntry({
        title: 'Giá lúa < 8.000 & "giá sàn"',
        date: "2026-10-21T08:30:00+07:00",
        author: "Ban Biên tập",
        tags: ["lúa", "giá & thị trường"],
        ...cover,
      }),
      ...newsEntries(30, { updated: "2026-10-20T17:00:00+07:00" }),
    ],
    pages: [aPageEntry("gioi-thieu")],
    pictures: [aPicture(cover.cover)],
  });
}

test("feeds keep to RSS 2.0 and to RFC 4287, with and without articles", () => {
  for (const site of [aFullSite(), aSiteContent()]) {
    for (const section of [undefined, "kinh-te", "thong-bao"]) {
      expect(rssFaults(rssFeed(site, section) ?? "")).toEqual([]);
      expect(atomFaults(atomFeed(site, section) ?? "")).toEqual([]);
    }
  }
});

test.each(Object.entries(feeds))("%s holds the newest twenty articles with their covers", (_, feed) => {
  const text = feed(aFullSite()) ?? "";
  const elements = [...everyElement(parseXml(text))];
  expect(elements.filter(({ name }) => name === "item" || name === "entry")).toHaveLength(20);
  expect(elements.find(({ text: words }) => words.startsWith("Giá lúa"))?.text).toBe(
    'Giá lúa < 8.000 & "giá sàn"',
  );
  expect(text).toMatch(/https:\/\/songmay\.gov\.vn\/_anh\/.+-1200x630\.jpg/);
});

test.each(Object.entries(feeds))("%s has no section that the site does not have", (_, feed) => {
  expect(feed(aSiteContent(), "khong-co")).toBeUndefined();
  expect(feed(aSiteContent(), "")).toBeUndefined();
});

test("feeds tell when an article last changed, whatever the time is now", () => {
  const changed = aNewsEntry({ date: "2026-10-18T08:30:00+07:00", updated: "2026-10-25T09:00:00+07:00" });
  const site = aSiteContent({ news: [...newsEntries(2), changed] });
  expect(rssFeed(site)).toContain("<lastBuildDate>Sun, 25 Oct 2026 02:00:00 GMT</lastBuildDate>");
  expect(atomFeed(site)).toContain("<updated>2026-10-25T02:00:00Z</updated>");
});

test("an article that moved is not new to those who read feeds", () => {
  const moved = aNewsEntry({ formerAddresses: ["/tin-tuc/2025/ten-cu"] });
  const site = aSiteContent({ news: [moved] });
  expect(atomFeed(site)).toContain("<id>https://songmay.gov.vn/tin-tuc/2025/ten-cu</id>");
  expect(rssFeed(site)).toContain('<guid isPermaLink="false">https://songmay.gov.vn/tin-tuc/2025/ten-cu');
  const [first] = newsEntries(1);
  if (!first) throw new Error("one article");
  const taken = aNewsEntry({ formerAddresses: [`/tin-tuc/${first.year}/${first.slug}`] });
  expect(atomFaults(atomFeed(aSiteContent({ news: [first, taken] })) ?? "")).toEqual([]);
});

test("the sitemaps list only addresses that the site serves", () => {
  const site = aFullSite();
  const known = new Set(addressesOf(aContent([site])).map(({ path }) => `https://songmay.gov.vn${path}`));
  const listed = (xml = "") => {
    expect(sitemapFaults(xml)).toEqual([]);
    return [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address ?? "");
  };
  const maps = listed(sitemapIndex(site));
  expect(maps).toHaveLength(3);
  const names = maps.map((address) => /sitemap-(.+)\.xml$/.exec(address)?.[1]);
  expect(names).toEqual(["trang", "tin-moi", "2026"]);
  const pages = ["trang", "2026"].flatMap((name) => listed(sitemapOf(site, name)));
  // Front page and news, sections, year and months, tags, links and map, the page, the articles.
  expect(pages).toHaveLength(2 + 2 + 3 + 1 + 2 + 1 + 31);
  for (const address of [...maps, ...pages]) expect(known).toContain(address);
  expect(sitemapOf(site, "1999")).toBeUndefined();
});

test("the sitemap of a year tells of covers and of changes", () => {
  const map = sitemapOf(aFullSite(), "2026") ?? "";
  expect(map).toMatch(/<image:loc>https:\/\/songmay\.gov\.vn\/_anh\/.+-1440\.webp<\/image:loc>/);
  expect(map).toContain("<lastmod>2026-10-20T17:00:00+07:00</lastmod>");
});

test("the sitemap for news search holds the two days before the newest article", () => {
  const site = aSiteContent({ news: newsEntries(10) });
  const map = sitemapOf(site, "tin-moi") ?? "";
  expect(sitemapFaults(map)).toEqual([]);
  expect(map.match(/<news:title>/g)).toHaveLength(3);
  expect(sitemapOf(aSiteContent(), "tin-moi")).toBeUndefined();
  expect(sitemapIndex(aSiteContent())).not.toContain("tin-moi");
});

test("the sitemaps tell the languages of what is translated, and only of that", () => {
  const news = newsEntries(2);
  const [translated] = news;
  if (!translated) throw new Error("two articles");
  const original = aSiteContent({ news });
  const address = `/tin-tuc/2026/${translated.slug}`;
  const english = aSiteContent({
    id: "english",
    settings: { domain: "en.songmay.gov.vn", language: "en", editionOf: "tinh" },
    news: [aNewsEntry({ title: "A bridge opens to traffic", translationOf: address })],
  });
  const content = aContent([original, english]);
  const map = sitemap(content, original, "2026") ?? "";
  expect(sitemapFaults(map)).toEqual([]);
  expect(map.match(/hreflang="[a-z]+"/g)).toEqual(['hreflang="vi"', 'hreflang="en"']);
  expect(sitemap(content, english, "2026")).toContain(
    `<xhtml:link rel="alternate" hreflang="vi" href="https://songmay.gov.vn${address}"/>`,
  );
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
