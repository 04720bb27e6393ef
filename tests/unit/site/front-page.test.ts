import { expect, test } from "vitest";
import { frontPage } from "../../../src/site/content.ts";
import { aContent, anAdEntry, aNewsEntry, aSiteContent, newsEntries } from "../../support/content.ts";

test("a recent featured article leads, the newest ones follow", () => {
  const news = newsEntries(8).map((entry, index) =>
    index === 5 ? { ...entry, data: { ...entry.data, featured: true } } : entry,
  );
  const site = aSiteContent({ news });
  const page = frontPage(aContent([site]), site);
  expect(page.lead?.title).toBe("Tin số 3 của kho lưu");
  expect(page.secondary.map(({ title }) => title)).toEqual([
    "Tin số 8 của kho lưu",
    "Tin số 7 của kho lưu",
    "Tin số 6 của kho lưu",
  ]);
});

test("no article stands twice among lead, secondary, latest and notices", () => {
  const site = aSiteContent({ news: [...newsEntries(12), ...newsEntries(6, { category: "thong-bao" })] });
  const page = frontPage(aContent([site]), site);
  const shown = [page.lead, ...page.secondary, ...page.latest, ...(page.notices?.stories ?? [])];
  expect(shown.map((story) => `${story?.title ?? ""}${story?.section?.label ?? ""}`)).toHaveLength(
    new Set(shown.map((story) => `${story?.title ?? ""}${story?.section?.label ?? ""}`)).size,
  );
});

test("an empty site has a front page too", () => {
  const site = aSiteContent();
  const page = frontPage(aContent([site]), site);
  expect(page).toMatchObject({ lead: undefined, secondary: [], notices: undefined, blocks: [] });
});

test("a half block that would stand alone takes the whole width", () => {
  const sections = ["mot", "hai"].map((id) => ({ id, name: `Chuyên mục ${id}` }));
  const news = sections.flatMap(({ id }) => newsEntries(8, { category: id }));
  const site = aSiteContent({ settings: { sections }, news });
  expect(frontPage(aContent([site]), site).blocks.map(({ shape }) => shape)).toEqual(["feature", "cards"]);
});

test("ads are shown from their first day to their last, in Vietnamese time", () => {
  const site = aSiteContent({ ads: [anAdEntry({ start: "2026-10-20", end: "2026-10-20" })] });
  const adsAt = (moment: string) => frontPage(aContent([site], new Date(moment)), site).ads.length;
  expect(adsAt("2026-10-19T16:59:59Z")).toBe(0);
  expect(adsAt("2026-10-19T17:00:00Z")).toBe(1);
  expect(adsAt("2026-10-20T16:59:59Z")).toBe(1);
  expect(adsAt("2026-10-20T17:00:00Z")).toBe(0);
});

test("a department leads to the province portal, the province to its component sites", () => {
  const province = aSiteContent();
  const department = aSiteContent({
    id: "so-y-te",
    settings: { kind: "department", name: "Sở Y tế", domain: "soyte.songmay.gov.vn" },
  });
  const content = aContent([province, department]);
  expect(frontPage(content, province).frame.otherSites.links).toEqual([
    { label: "Sở Y tế", address: "https://soyte.songmay.gov.vn" },
  ]);
  expect(frontPage(content, department).services.map(({ address }) => address)).toContain(
    "https://songmay.gov.vn/",
  );
});

test("a story without a picture in the library holds without it", () => {
  const site = aSiteContent({ news: [aNewsEntry({ cover: "/media/2026/mat.webp", coverAlt: "Không còn" })] });
  expect(frontPage(aContent([site]), site).lead?.picture).toBeUndefined();
});
