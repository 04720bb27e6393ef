import { expect, test } from "vitest";
import { addressesOf } from "../../../src/content-store/addresses.ts";
import { archiveMonth, archiveYear } from "../../../src/site/content.ts";
import { aContent, aNewsEntry, aSiteContent, newsEntries } from "../../support/content.ts";

const on = (date: string, title = `Tin ngày ${date}`) =>
  aNewsEntry({ title, date: `${date}T08:00:00+07:00` });
const pathsOf = (site: ReturnType<typeof aSiteContent>) =>
  addressesOf(aContent([site])).map(({ path }) => path);

test("a year shows its months with their counts, and what editors marked as leading first", () => {
  const news = [
    on("2026-11-20"),
    on("2026-11-19"),
    on("2026-11-18"),
    aNewsEntry({ title: "Bài nổi bật của tháng", date: "2026-11-02T08:00:00+07:00", featured: true }),
    on("2026-03-05"),
    on("2025-12-31"),
  ];
  const site = aSiteContent({ news });
  const page = archiveYear(aContent([site]), site, "2026");
  expect(page?.months.map(({ link, count }) => [link.address, count])).toEqual([
    ["/tin-tuc/2026/11", 4],
    ["/tin-tuc/2026/03", 1],
  ]);
  expect(page?.months[0]?.stories.map(({ title }) => title)).toEqual([
    "Bài nổi bật của tháng",
    "Tin ngày 2026-11-20",
    "Tin ngày 2026-11-19",
  ]);
  expect(page?.years.map(({ label, current }) => [label, current])).toEqual([
    ["Năm 2026", true],
    ["Năm 2025", false],
  ]);
  expect(archiveYear(aContent([site]), site, "2024")).toBeUndefined();
});

test("an article belongs to the month it has in Việt Nam", () => {
  const site = aSiteContent({ news: [aNewsEntry({ date: "2026-10-31T18:30:00Z" })] });
  expect(archiveMonth(aContent([site]), site, "2026", "11")?.count).toBe(1);
  expect(archiveMonth(aContent([site]), site, "2026", "10")).toBeUndefined();
});

test("a month leads to the nearest months that have articles", () => {
  const site = aSiteContent({ news: [on("2026-11-20"), on("2026-08-01"), on("2025-12-31")] });
  const page = archiveMonth(aContent([site]), site, "2026", "08");
  expect(page?.earlier?.address).toBe("/tin-tuc/2025/12");
  expect(page?.later?.address).toBe("/tin-tuc/2026/11");
  expect(page?.months.map(({ address }) => address)).toEqual(["/tin-tuc/2026/11", "/tin-tuc/2026/08"]);
});

test("a month of a hundred articles is one page, a larger one is cut, and no article is lost or shown twice", () => {
  const month = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      on(`2026-10-${String(28 - (index % 28)).padStart(2, "0")}`, `Tin số ${String(index)} trong tháng mười`),
    ).sort((a, b) => (a.data.date < b.data.date ? 1 : -1));
  const small = aSiteContent({ news: month(100) });
  expect(pathsOf(small).filter((path) => path.startsWith("/tin-tuc/2026/10/"))).toEqual([]);
  const large = aSiteContent({ news: month(160) });
  const numbered = pathsOf(large).filter((path) => path.startsWith("/tin-tuc/2026/10/"));
  expect(numbered).toEqual(["/tin-tuc/2026/10/trang/1", "/tin-tuc/2026/10/trang/2"]);
  const shown = [undefined, "2", "1"].flatMap((page) =>
    (archiveMonth(aContent([large]), large, "2026", "10", page)?.days ?? []).flatMap(
      ({ stories }) => stories,
    ),
  );
  expect(shown.map(({ title }) => title)).toEqual(large.news.map(({ data }) => data.title));
});

test("an article that is written under one day heading stands with the others of that day", () => {
  const site = aSiteContent({ news: newsEntries(3) });
  const page = archiveMonth(aContent([site]), site, "2026", "10");
  expect(page?.days.map(({ day }) => day)).toEqual([
    "Thứ Ba, 20/10/2026",
    "Thứ Hai, 19/10/2026",
    "Chủ Nhật, 18/10/2026",
  ]);
});
