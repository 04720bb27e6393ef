import { describe, expect, test } from "vitest";
import type { NewsEntry, SiteContent } from "../../../src/content-store/content.ts";
import { checkDuplicates } from "../../../src/editorial/check-duplicates.ts";
import { checkFileName } from "../../../src/editorial/check-file-name.ts";
import { checkLinks } from "../../../src/editorial/check-links.ts";
import { aContent, aNewsEntry, aPageEntry, aSiteContent } from "../../support/content.ts";
import { aNewsText } from "../../support/news.ts";
import { aSite } from "../../support/site.ts";

const article = "content/sites/tinh/news/2026/bai.md";

describe("a link to a page of the portal itself", () => {
  const files: Record<string, string> = {
    "content/sites/tinh/news/2026/co.md": aNewsText(),
    "content/sites/tinh/news/2026/go.md": aNewsText({ withdrawn: true, withdrawnReason: "Hoãn ngày hội." }),
    "content/sites/tinh/pages/gioi-thieu.md": "---\ntitle: Giới thiệu\n---\n",
    "content/sites/tinh/media/2026/bao-cao.pdf": "%PDF-",
  };
  const site = aSiteContent({
    news: [{ ...aNewsEntry(), year: "2026", slug: "co" }],
    gone: [{ ...aNewsEntry(), year: "2026", slug: "go" }],
    pages: [aPageEntry("gioi-thieu")],
  });
  const content = aContent([site]);
  const said = async (address: string) =>
    (
      await checkLinks(article, "tinh", `Xem [bài này](${address}) và [chỗ khác](https://example.vn/x).`, {
        content,
        read: (path) => Promise.resolve(path in files ? Buffer.from(files[path] ?? "") : undefined),
      })
    ).map(({ level, message }) => `${level}: ${message}`);

  test.each([
    "/tin-tuc/2026/co",
    "/tin-tuc/2026/co?tu=xa#cuoi",
    `https://${aSite().domain}/gioi-thieu`,
    "/media/2026/bao-cao.pdf",
    "/tin-tuc",
    "/",
    "mailto:banbientap@songmay.gov.vn",
    "#muc-luc",
  ])("that leads somewhere is right: %s", async (address) => {
    expect(await said(address)).toEqual([]);
  });

  test.each([
    "/tin-tuc/2026/khong-co",
    "/tin-tuc/2025/co",
    "/media/2026/khac.pdf",
    "/khong-co",
    "/tin-tuc/%E1%80",
  ])("that leads nowhere is stopped: %s", async (address) => {
    expect(await said(address)).toEqual([expect.stringMatching(/^block: Liên kết «bài này» dẫn tới/)]);
  });

  test("that leads to a withdrawn article is pointed out", async () => {
    expect(await said("/tin-tuc/2026/go")).toEqual([expect.stringMatching(/^advise: .*đã gỡ/)]);
  });
});

describe("a new article", () => {
  const told =
    "Sáng nay, tuyến buýt điện Bến Quế – Bắc Vân Giang chạy chuyến đầu, miễn vé trong một tháng; mỗi ngày 32 chuyến, từ 5 giờ đến 20 giờ, dừng ở mười một trạm có mái che dọc đường Bờ Sông.";
  const entry = (slug: string, data: Partial<NewsEntry["data"]>): NewsEntry => ({
    ...aNewsEntry({ date: "2026-10-01T08:00:00+07:00", ...data }),
    file: `content/sites/tinh/news/2026/${slug}.md`,
    slug,
  });
  const young = entry("bai", {
    title: "Chạy tuyến buýt điện Bến Quế – Bắc Vân Giang",
    summary: told.slice(0, 120),
  });
  const against = async (other: NewsEntry, body: string) => {
    const bodies = new Map([
      [young.slug, told],
      [other.slug, body],
    ]);
    const site: SiteContent = {
      ...aSiteContent({ news: [young, other] }),
      body: (one) => bodies.get(one.slug) ?? "",
    };
    return (await checkDuplicates(article, "tinh", aContent([site]))).map(({ message }) => message);
  };

  test("with the title of another is pointed out, whatever its case and accents", async () => {
    expect(
      await against(entry("cu", { title: "CHẠY TUYẾN BUÝT ĐIỆN BẾN QUẾ - BẮC VÂN GIANG" }), "Khác hẳn."),
    ).toEqual([expect.stringContaining("Trùng tiêu đề với bài «CHẠY TUYẾN")]);
  });

  test("that tells much the same as another is pointed out", async () => {
    const other = entry("cu", {
      title: "Tuyến buýt điện Bến Quế – Bắc Vân Giang chạy",
      summary: told.slice(0, 118),
    });
    expect(await against(other, `${told} Vé tháng 120.000 đồng.`)).toEqual([
      expect.stringContaining("gần giống"),
    ]);
    expect(
      await against(other, "Bài khác hẳn, nói về chuyện đắp kè ở cửa Vọng trước mùa lũ năm nay."),
    ).toEqual([]);
  });

  test("is not held against what is older than two years", async () => {
    const other = entry("cu", { title: young.data.title, date: "2024-01-05T08:00:00+07:00" });
    expect(await against(other, told)).toEqual([]);
  });

  test("whose name another has but for case and accents is stopped", async () => {
    const folder = "content/sites/tinh/news/2026";
    const there = [`${folder}/Khánh-thành-cầu.md`, `${folder}/khac.md`];
    const list = (_: string, like: (path: string) => boolean = () => true) =>
      Promise.resolve(there.filter(like));
    expect(await checkFileName(`${folder}/khanh-thanh-cau.md`, { list })).toMatchObject([{ level: "block" }]);
    expect(await checkFileName(`${folder}/khac.md`, { list })).toEqual([]);
  });
});
