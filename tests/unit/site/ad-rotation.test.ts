import { expect, test } from "vitest";
import { addressesOf } from "../../../src/content-store/addresses.ts";
import { rotatedAds } from "../../../src/site/views/ad-rotation.ts";
import { touched } from "../../../src/site/touched.ts";
import { aContent, anAdEntry, aSiteContent, newsEntries } from "../../support/content.ts";

const adsOf = (...priorities: number[]) =>
  priorities.map((priority, index) => anAdEntry({ title: `Quảng cáo số ${String(index + 1)}`, priority }));
const pages = Array.from({ length: 6000 }, (_, index) => `/tin-tuc/2026/bai-so-${String(index)}`);

/** On which share of the pages each ad is shown, in the order of the ads. */
function shares(ads: ReturnType<typeof adsOf>, places: number): number[] {
  const seen = pages.flatMap((page) => rotatedAds(ads, page, places));
  return ads.map((ad) => seen.filter((one) => one === ad).length / pages.length);
}

test("ads of one priority are shown equally often, and equally often first", () => {
  const ads = adsOf(5, 5, 5, 5, 5, 5);
  for (const share of shares(ads, 2)) expect(share).toBeCloseTo(2 / 6, 1);
  for (const share of shares(ads, 1)) expect(Math.abs(share - 1 / 6)).toBeLessThan(0.015);
});

test("an ad of the highest priority is first nine times as often as one of the lowest", () => {
  const [highest = 0, lowest = 0] = shares(adsOf(1, 9), 1);
  expect(Math.abs(highest - 0.9)).toBeLessThan(0.015);
  expect(highest + lowest).toBeCloseTo(1);
});

test("a reader of a dozen pages meets every one of six ads", () => {
  const ads = adsOf(5, 5, 5, 5, 5, 5);
  for (let start = 0; start < 600; start += 12) {
    const met = new Set(pages.slice(start, start + 12).flatMap((page) => rotatedAds(ads, page, 3)));
    expect(met.size).toBeGreaterThanOrEqual(5);
  }
});

test("no more ads stand in a slot than it has places, and none twice", () => {
  const ads = adsOf(1, 2, 3, 4, 5);
  for (const page of pages.slice(0, 100)) {
    const shown = rotatedAds(ads, page, 3);
    expect(new Set(shown).size).toBe(3);
  }
  expect(rotatedAds(ads.slice(0, 2), "/", 3)).toHaveLength(2);
});

test("an ad that goes changes the pages that showed it, and no others", () => {
  const ads = adsOf(5, 5, 5, 5, 5, 5);
  const [gone, ...left] = ads;
  for (const page of pages.slice(0, 500)) {
    const before = rotatedAds(ads, page, 3);
    if (gone && !before.includes(gone)) expect(rotatedAds(left, page, 3)).toEqual(before);
  }
});

test("a new day renders nothing anew as long as the same ads run, and an ad's end only pages that showed it", () => {
  const ends = anAdEntry({ title: "Quảng cáo sắp hết hạn", end: "2026-10-21", slot: "chan-trang" });
  const others = Array.from({ length: 11 }, (_, index) =>
    anAdEntry({ title: `Quảng cáo khác số ${String(index)}`, slot: "chan-trang" }),
  );
  const site = aSiteContent({ news: newsEntries(60), ads: [ends, ...others] });
  const on = (day: string) => aContent([site], new Date(`${day}T03:00:00Z`));
  expect(touched(on("2026-10-20"), on("2026-10-21")).render).toEqual([]);
  const { render } = touched(on("2026-10-21"), on("2026-10-22"));
  const pageCount = addressesOf(on("2026-10-20")).filter(({ file }) => file.endsWith(".html")).length;
  expect(render.length).toBeGreaterThan(pageCount / 6);
  expect(render.length).toBeLessThan(pageCount / 2);
});
