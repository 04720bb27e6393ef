import { expect, test } from "vitest";
import { addressesOf } from "../../../src/content-store/addresses.ts";
import { linksPage, siteMapPage } from "../../../src/site/content.ts";
import { aContent, anAdEntry, aPageEntry, aSiteContent, newsEntries } from "../../support/content.ts";

test("the map leads to pages that exist, and to every static page and section", () => {
  const site = aSiteContent({
    news: newsEntries(3),
    pages: [aPageEntry("gioi-thieu"), aPageEntry("lien-he", { title: "Liên hệ" })],
  });
  const content = aContent([site]);
  const known = new Set(addressesOf(content).map(({ path }) => path));
  const links = siteMapPage(content, site).groups.flatMap((group) => group.links);
  for (const { address } of links) expect(known).toContain(address);
  for (const address of ["/gioi-thieu", "/lien-he", "/chuyen-muc/kinh-te", "/tin-tuc/2026", "/tu-khoa"])
    expect(links.map((link) => link.address)).toContain(address);
});

test("all logos and text links that are running stand among the links, whatever a page has place for", () => {
  const ads = Array.from({ length: 7 }, (_, at) =>
    anAdEntry({ title: `Liên kết số ${String(at)}`, priority: 5 }),
  );
  const over = anAdEntry({ title: "Liên kết đã hết hạn", end: "2026-10-19" });
  const logo = anAdEntry({ title: "Logo của một đơn vị", kind: "logo" });
  const site = aSiteContent({ ads: [...ads, over, logo] });
  const page = linksPage(aContent([site]), site);
  expect(page.texts.map(({ title }) => title)).toEqual(ads.map(({ data }) => data.title));
  expect(page.logos.map(({ title }) => title)).toEqual(["Logo của một đơn vị"]);
});

test("a site without services or neighbours has no empty group", () => {
  const site = aSiteContent();
  expect(linksPage(aContent([site]), site).groups).toEqual([]);
});
