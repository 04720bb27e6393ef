import { describe, expect, test } from "vitest";
import { addressesOf } from "../../../src/content-store/addresses.ts";
import type { SiteContent } from "../../../src/content-store/content.ts";
import { shareNews } from "../../../src/content-store/shared-news.ts";
import {
  articlePage,
  frontPage,
  newsList,
  rssFeed,
  sectionList,
  sitemap,
} from "../../../src/site/content.ts";
import { touched } from "../../../src/site/touched.ts";
import { aContent, aNewsEntry, aPicture, aSiteContent, newsEntries } from "../../support/content.ts";

const cover = "/media/2026/ruong.webp";
const shared = aNewsEntry({
  title: "Lịch thời vụ lúa đông xuân của tỉnh",
  date: "2026-10-20T09:00:00+07:00",
  category: "trong-trot",
  shareToProvince: true,
  featured: true,
  cover,
  coverAlt: "Ruộng lúa",
});
const kept = aNewsEntry({ title: "Tin chỉ dành cho trang của Sở", category: "trong-trot" });

const aDepartment = (news = [shared, kept]) =>
  aSiteContent({
    id: "so-nong-nghiep",
    settings: {
      kind: "department",
      name: "Sở Nông nghiệp và Môi trường tỉnh",
      shortName: "Sở Nông nghiệp",
      domain: "sonnmt.songmay.gov.vn",
      sections: [{ id: "trong-trot", name: "Trồng trọt" }],
    },
    news,
    pictures: [aPicture(cover)],
  });
const aProvince = (settings = {}) => aSiteContent({ news: newsEntries(3), settings });

/** The sites as the content store hands them on. */
function portalOf(province: SiteContent, department: SiteContent, before?: ReadonlyMap<string, SiteContent>) {
  const sites = shareNews(new Map([province, department].map((site) => [site.id, site])), before);
  const site = sites.get("tinh");
  if (!site) throw new Error("The province is gone.");
  return { sites, site, content: aContent([...sites.values()]) };
}

describe("an article that a department shares", () => {
  test("stands in the province's news and leads to its one address on the department's site", () => {
    const { content, site } = portalOf(aProvince(), aDepartment());
    const [story] = newsList(content, site)?.stories ?? [];
    expect(story).toMatchObject({
      title: shared.data.title,
      address: "https://sonnmt.songmay.gov.vn/tin-tuc/2026/lich-thoi-vu-lua-dong-xuan-cua-tinh",
      from: "Sở Nông nghiệp",
    });
    expect(story?.picture).toBeDefined();
    expect(newsList(content, site)?.stories.map(({ title }) => title)).not.toContain(kept.data.title);
  });

  test("has no page on the province, and none in its sitemap", () => {
    const { content, site } = portalOf(aProvince(), aDepartment());
    expect(articlePage(content, site, shared.year, shared.slug)).toBeUndefined();
    const paths = addressesOf(content).filter(({ path }) => path.endsWith(shared.slug));
    expect(paths.map((address) => address.site)).toEqual(["so-nong-nghiep"]);
    expect(sitemap(content, site, "2026")).not.toContain(shared.slug);
    expect(sitemap(content, site, "tin-moi")).not.toContain(shared.slug);
  });

  test("stands in a section of its own kind where the province has none for it, else in that", () => {
    const others = portalOf(aProvince(), aDepartment());
    const page = sectionList(others.content, others.site, "tin-tu-cac-don-vi");
    expect(page?.heading).toBe("Tin từ các đơn vị");
    expect(page?.stories).toHaveLength(1);
    const same = portalOf(
      aProvince({ sections: [{ id: "trong-trot", name: "Nông nghiệp" }] }),
      aDepartment(),
    );
    expect(sectionList(same.content, same.site, "trong-trot")?.stories).toHaveLength(1);
    expect(sectionList(same.content, same.site, "tin-tu-cac-don-vi")).toBeUndefined();
  });

  test("is in the province's feed with its one address", () => {
    const { site } = portalOf(aProvince(), aDepartment());
    expect(rssFeed(site)).toContain(
      '<guid isPermaLink="true">https://sonnmt.songmay.gov.vn/tin-tuc/2026/lich-thoi-vu-lua-dong-xuan-cua-tinh</guid>',
    );
  });

  test("is not in an edition of the province in another language", () => {
    const english = aProvince({ language: "en", editionOf: "tinh", domain: "en.songmay.gov.vn" });
    expect(portalOf(english, aDepartment()).site.shared).toEqual([]);
  });

  test("does not lead the province's front page because it leads the department's", () => {
    const province = aSiteContent({
      news: newsEntries(8).map((entry, at) =>
        at === 5 ? { ...entry, data: { ...entry.data, featured: true } } : entry,
      ),
    });
    const { content, site } = portalOf(province, aDepartment());
    expect(frontPage(content, site).lead?.title).toBe("Tin số 3 của kho lưu");
  });

  test("goes from the province when the department takes it back, with the section it stood in alone", () => {
    const before = portalOf(aProvince(), aDepartment());
    const after = portalOf(aProvince(), aDepartment([kept]));
    const { render, remove } = touched(before.content, after.content);
    const onProvince = render.filter(({ site }) => site === "tinh").map(({ path }) => path);
    expect(onProvince).toContain("/tin-tuc");
    expect(onProvince).toContain("/");
    expect(remove.map(({ path }) => path)).toContain("/chuyen-muc/tin-tu-cac-don-vi");
  });

  test("leaves the province the same object as long as nothing it shows has changed", () => {
    const [province, department] = [aProvince(), aDepartment()];
    const before = portalOf(province, department);
    const more = aDepartment([
      shared,
      kept,
      aNewsEntry({ title: "Thêm một tin của riêng Sở", category: "trong-trot" }),
    ]);
    expect(portalOf(province, more, before.sites).site).toBe(before.site);
  });
});
