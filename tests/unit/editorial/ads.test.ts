import { describe, expect, test } from "vitest";
import { displayPeriods, type AdVersion } from "../../../src/editorial/ads/display-periods.ts";
import { endingAds, endingAdsText } from "../../../src/editorial/ads/ending-ads.ts";
import { proofOfDisplay } from "../../../src/editorial/ads/proof-of-display.ts";
import type { Ad } from "../../../src/content-model/ad.ts";
import { aContent, anAdEntry, aSiteContent } from "../../support/content.ts";

const version = (since: string, ad: Partial<Ad> | undefined, commit = "a1b2c3d4e5f6"): AdVersion => ({
  commit,
  since: new Date(since),
  approvers: ["Hoàng Lan"],
  ad: ad && anAdEntry(ad).data,
});
const now = new Date("2026-11-20T03:00:00Z");
const inVietnam = (moment: Date) => new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 16);
const periodsOf = (...versions: AdVersion[]) =>
  displayPeriods(versions, "2026", now).map(({ from, to, end }) => [inVietnam(from), inVietnam(to), end]);

describe("ads that end soon", () => {
  const site = aSiteContent({
    ads: [
      anAdEntry({ title: "Hết hạn hôm nay", end: "2026-10-20" }),
      anAdEntry({ title: "Hết hạn tuần này", end: "2026-10-27", paper: "cong-van", contract: "12/CV" }),
      anAdEntry({ title: "Hết hạn tháng này", end: "2026-11-19" }),
      anAdEntry({ title: "Còn lâu mới hết", end: "2026-11-20" }),
      anAdEntry({ title: "Đã hết từ hôm qua", end: "2026-10-19" }),
    ],
  });

  test("are told by the days they have left, the soonest first", () => {
    const found = endingAds(aContent([site]), 30);
    expect(found.map(({ title, daysLeft }) => [title, daysLeft])).toEqual([
      ["Hết hạn hôm nay", 0],
      ["Hết hạn tuần này", 7],
      ["Hết hạn tháng này", 30],
    ]);
    const text = endingAdsText(found, 30);
    expect(text).toMatch(
      /7 ngày[^]*Hết hạn tuần này.*Công văn đề nghị 12\/CV.*27\/10\/2026.*7 ngày[^]*30 ngày/,
    );
    expect(text).toContain("hết hôm nay");
  });

  test("are said to be none where there are none", () => {
    expect(endingAdsText([], 30)).toContain("Không có quảng cáo");
  });
});

describe("an ad was live", () => {
  test("from its first day, not from its approval before that, and to the end of its last", () => {
    const early = version("2026-01-20T02:00:00Z", { start: "2026-02-01", end: "2026-03-31" });
    expect(periodsOf(early)).toEqual([["2026-02-01T00:00", "2026-04-01T00:00", "contract"]]);
  });

  test("only from its approval where that came after its first day, and until now", () => {
    const late = version("2026-11-10T02:30:00Z", { start: "2026-11-01", end: "2026-12-31" });
    expect(periodsOf(late)).toEqual([["2026-11-10T09:30", "2026-11-20T10:00", "running"]]);
  });

  test("until it was taken away, and again when it came back", () => {
    const there = { start: "2026-01-01", end: "2026-12-31" };
    expect(
      periodsOf(
        version("2025-12-01T00:00:00Z", there),
        version("2026-05-01T01:00:00Z", undefined),
        version("2026-06-01T01:00:00Z", there),
      ),
    ).toEqual([
      ["2026-01-01T00:00", "2026-05-01T08:00", "removed"],
      ["2026-06-01T08:00", "2026-11-20T10:00", "running"],
    ]);
  });

  test("no longer than an approved change of its end allowed", () => {
    expect(
      periodsOf(
        version("2025-12-01T00:00:00Z", { start: "2025-12-01", end: "2026-12-31" }),
        version("2026-02-01T01:00:00Z", { start: "2025-12-01", end: "2026-02-10" }),
      ),
    ).toEqual([
      ["2026-01-01T00:00", "2026-02-01T08:00", "changed"],
      ["2026-02-01T08:00", "2026-02-11T00:00", "contract"],
    ]);
  });

  test("not at all in a year before its own", () => {
    expect(displayPeriods([version("2026-01-01T00:00:00Z", {})], "2025", now)).toEqual([]);
  });
});

test("a proof counts the days once, names commits and approvers, and keeps an editor's words harmless", () => {
  const ad = anAdEntry({ title: "Hội chợ | *đặc sản*", start: "2026-02-01", end: "2026-02-10" }).data;
  const versions = [
    version("2026-01-20T02:00:00Z", ad, "1111111111aa"),
    version("2026-02-05T02:00:00Z", ad, "2222222222bb"),
  ];
  const text = proofOfDisplay(displayPeriods(versions, "2026", now), {
    site: { name: "Cổng tỉnh", domain: "songmay.gov.vn", office: "Văn phòng" },
    ad,
    year: "2026",
    now,
  });
  expect(text).toContain("Số ngày có hiển thị trong năm 2026: 10.");
  expect(text).toContain(
    "| 00:00 ngày 01/02/2026 | 09:00 ngày 05/02/2026 | thay bằng bản sửa sau | 1111111111 | Hoàng Lan |",
  );
  expect(text).toContain("2222222222");
  expect(text).toContain("Hội chợ \\| \\*đặc sản\\*");
});
