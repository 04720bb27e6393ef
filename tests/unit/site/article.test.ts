import { expect, test } from "vitest";
import { newsAddress } from "../../../src/content-model/content-path.ts";
import type { NewsEntry, SiteContent } from "../../../src/content-store/content.ts";
import { articlePage, newsList, rssFeed, sitemap } from "../../../src/site/content.ts";
import { aContent, aNewsEntry, aPicture, aSiteContent, newsEntries } from "../../support/content.ts";

const withdrawn = aNewsEntry({
  title: "Một bài có số liệu sai",
  withdrawn: true,
  withdrawnReason: "Số liệu chưa chính xác.",
});

test("an article's page has its place, its date and its address", () => {
  const entry = aNewsEntry();
  const page = shown(aSiteContent({ news: [entry] }), entry);
  expect(page.crumbs.map(({ label }) => label)).toEqual(["Trang chủ", "Kinh tế"]);
  expect(page.date.long).toBe("Chủ Nhật, 18/10/2026 · 08:30");
  expect(page.head.canonical).toBe(`https://songmay.gov.vn/tin-tuc/2026/${entry.slug}`);
});

test("a withdrawn article keeps its address and says why", () => {
  const site = aSiteContent({ news: [withdrawn] });
  const page = articlePage(aContent([site]), site, withdrawn.year, withdrawn.slug);
  expect(page).toMatchObject({ kind: "withdrawn", reason: "Số liệu chưa chính xác." });
  expect(page?.head.canonical).toBeUndefined();
});

test("a withdrawn article is in no list, feed, sitemap or related list", () => {
  const others = newsEntries(4);
  const [first] = others;
  const site = aSiteContent({ news: [...others.slice(0, 1), withdrawn, ...others.slice(1)] });
  const page = first && shown(site, first);
  expect(newsList(aContent([site]), site)?.stories).toHaveLength(4);
  for (const text of [
    rssFeed(site) ?? "",
    sitemap(aContent([site]), site, "2026") ?? "",
    JSON.stringify(page),
  ]) {
    expect(text).not.toContain(withdrawn.slug);
  }
});

test("the neighbours are those of the section", () => {
  const [newest, middle, oldest] = newsEntries(3);
  if (!newest || !middle || !oldest) throw new Error("three articles");
  const other = aNewsEntry({ title: "Thông báo xen giữa", category: "thong-bao", date: middle.data.date });
  const page = shown(aSiteContent({ news: [newest, other, middle, oldest] }), middle);
  expect(page.newer?.title).toBe(newest.data.title);
  expect(page.older?.title).toBe(oldest.data.title);
});

test("related articles share tags, are older, and are at most four", () => {
  const tags = ["cầu đường"];
  const sharing = newsEntries(7, { tags, category: "thong-bao" });
  const entry = aNewsEntry({ tags, date: "2026-10-18T08:30:00+07:00" });
  const site = aSiteContent({ news: byDate([...sharing, entry]) });
  const related = shown(site, entry).related;
  expect(related).toHaveLength(4);
  for (const story of related) expect(story.date.iso < entry.data.date).toBe(true);
});

test("publishing an article leaves the related lists of those before it alone", () => {
  const news = newsEntries(6, { tags: ["lúa"] });
  const third = news[2];
  if (!third) throw new Error("six articles");
  const fresh = aNewsEntry({ title: "Bài mới về lúa", tags: ["lúa"], date: "2026-10-21T08:30:00+07:00" });
  const before = shown(aSiteContent({ news }), third).related;
  expect(shown(aSiteContent({ news: [fresh, ...news] }), third).related).toEqual(before);
});

test("a cover in the library is offered in its sizes, with its words", () => {
  const entry = aNewsEntry({
    cover: "/media/2026/cau.webp",
    coverAlt: "Cầu bắc qua sông",
    coverCredit: "Ban Biên tập",
  });
  const site = aSiteContent({ news: [entry], pictures: [aPicture("/media/2026/cau.webp")] });
  const page = shown(site, entry);
  expect(page.cover).toMatchObject({ alt: "Cầu bắc qua sông", credit: "Ban Biên tập", width: 1600 });
  expect(page.cover?.srcset).toContain("640w");
  expect(page.head.image?.address).toMatch(/^https:\/\/songmay\.gov\.vn\/_anh\/.*-1200x630\.jpg$/);
});

test("a title cannot break out of the structured data", () => {
  const entry = aNewsEntry({ title: "Một tiêu đề </script><script>alert(1)" });
  const data = shown(aSiteContent({ news: [entry] }), entry).head.structuredData ?? "";
  expect(data).not.toContain("<");
  const graph = (JSON.parse(data) as { "@graph": { headline?: string }[] })["@graph"];
  expect(graph[0]?.headline).toBe(entry.data.title);
});

test("tables stand in a box that scrolls and can be reached by keyboard", () => {
  const entry = aNewsEntry();
  const site = { ...aSiteContent({ news: [entry] }), html: () => "<table><tr><td>1</td></tr></table>" };
  expect(shown(site, entry).html).toMatch(/^<div class="wide"[^>]* tabindex="0"><table>.*<\/table><\/div>$/);
});

test("a piece from the press tells its source, its day and its address", () => {
  const entry = aNewsEntry({
    sourceName: "Báo Sông Mây",
    sourceUrl: "https://bao.songmay.vn/cau-ben-que",
    sourceDate: "2026-10-17",
  });
  const page = shown(aSiteContent({ news: [entry] }), entry);
  expect(page.source).toEqual({
    name: "Báo Sông Mây",
    address: "https://bao.songmay.vn/cau-ben-que",
    date: "17/10/2026",
  });
  expect(page.head.structuredData).toContain('"isBasedOn":"https://bao.songmay.vn/cau-ben-que"');
  const own = aNewsEntry();
  expect(shown(aSiteContent({ news: [own] }), own).source).toBeUndefined();
});

test("an article is passed on by plain links that name its one address", () => {
  const entry = aNewsEntry();
  const { share, head } = shown(aSiteContent({ news: [entry] }), entry);
  const address = head.canonical ?? "";
  expect(share.facebook).toContain(encodeURIComponent(address));
  expect(share.email).toContain(encodeURIComponent(address));
  const wrapped = new URL(share.zalo).searchParams.get("d") ?? "";
  expect(JSON.parse(Buffer.from(wrapped, "base64").toString())).toEqual({ url: address });
});

function shown(site: SiteContent, { year, slug }: NewsEntry) {
  const page = articlePage(aContent([site]), site, year, slug);
  if (page?.kind !== "article") throw new Error(`no article at ${newsAddress(year, slug)}`);
  return page;
}

function byDate(entries: NewsEntry[]): NewsEntry[] {
  return entries.sort((a, b) => Date.parse(b.data.date) - Date.parse(a.data.date));
}
