import { expect, test } from "vitest";
import { stringify } from "yaml";
import { siteAddresses } from "../../../src/content-store/addresses.ts";
import type { Content } from "../../../src/content-store/content.ts";
import { contentAt, loadContent } from "../../../src/content-store/load.ts";
import { nextChange } from "../../../src/content-store/next-change.ts";
import type { ContentSource } from "../../../src/content-store/source.ts";
import { blobId } from "../../../src/git/blob-id.ts";
import { touched } from "../../../src/site/touched.ts";
import { frameOf } from "../../../src/site/views/frame.ts";
import { aNewsText } from "../../support/news.ts";
import { aSite } from "../../support/site.ts";

const news = "content/sites/tinh/news/2026";
const flood = {
  title: "Lũ trên sông Mây lên báo động ba: sơ tán trước 18 giờ",
  date: "2026-10-18T08:00:00+07:00",
};

test("an urgent notice stands above every page until its moment, and is gone at it", async () => {
  const content = await contentOf("2026-10-18T03:00:00Z", {
    ...flood,
    urgentUntil: "2026-10-19T06:00:00+07:00",
  });
  expect(urgentIn(content)).toEqual([flood.title]);
  expect(nextChange(content)?.toISOString()).toBe("2026-10-18T23:00:00.000Z");

  const before = contentAt(content, new Date("2026-10-18T22:59:59Z"));
  expect(touched(content, before).render).toEqual([]);

  const after = contentAt(content, new Date("2026-10-18T23:00:00Z"));
  expect(urgentIn(after)).toEqual([]);
  expect(nextChange(after)).toBeUndefined();
  const [site] = after.sites.values();
  expect(touched(content, after).render).toEqual(site && siteAddresses(site));
});

test("an urgent notice that waits for its hour stands above nothing before", async () => {
  const due = { publishAt: "2026-10-18T12:00:00+07:00", urgentUntil: "2026-10-19T06:00:00+07:00" };
  const content = await contentOf("2026-10-18T03:00:00Z", { ...flood, ...due });
  expect(urgentIn(content)).toEqual([]);
  expect(urgentIn(contentAt(content, new Date("2026-10-18T05:00:00Z")))).toEqual([flood.title]);
});

test("an urgent notice that was taken back or has expired stands above nothing", async () => {
  const urgentUntil = "2026-10-19T06:00:00+07:00";
  const withdrawn = { withdrawn: true, withdrawnReason: "Nước đã rút dưới báo động một." };
  expect(urgentIn(await contentOf("2026-10-18T03:00:00Z", { ...flood, urgentUntil, ...withdrawn }))).toEqual(
    [],
  );
  const expireAt = "2026-10-18T09:00:00+07:00";
  expect(urgentIn(await contentOf("2026-10-18T03:00:00Z", { ...flood, urgentUntil, expireAt }))).toEqual([]);
});

test("of many urgent notices the three newest stand above the pages", async () => {
  const notices = [1, 2, 3, 4].map((day) => ({
    title: `Công điện khẩn số ${String(day)} về ứng phó bão`,
    date: `2026-10-0${String(day)}T08:00:00+07:00`,
    urgentUntil: "2026-10-19T06:00:00+07:00",
  }));
  const titles = urgentIn(await contentOf("2026-10-18T03:00:00Z", ...notices));
  expect(titles.map((title) => title.match(/\d/)?.[0])).toEqual(["4", "3", "2"]);
});

function urgentIn(content: Content): string[] {
  const [site] = content.sites.values();
  if (!site) throw new Error("a site");
  return frameOf(content, site, "/lien-he").urgent.map(({ title }) => title);
}

/** A portal of one site with these articles, at a moment. */
async function contentOf(at: string, ...articles: Record<string, unknown>[]): Promise<Content> {
  const portal = {
    name: "Tỉnh Sông Mây",
    timeZone: "Asia/Ho_Chi_Minh",
    sites: ["tinh"],
    people: [
      { login: "lan", name: "Hoàng Lan", grants: [{ role: "approver", sites: "*" }] },
      { login: "minh", name: "Lê Minh", grants: [{ role: "operator", sites: "*" }] },
    ],
  };
  const files = new Map([
    ["content/portal.yaml", stringify(portal)],
    ["content/sites/tinh/site.yaml", stringify(aSite())],
    ...articles.map(
      (data, index) => [`${news}/bai-${String(index + 1)}.md`, aNewsText(data)] as [string, string],
    ),
  ]);
  const source: ContentSource = {
    place: { checkout: "" },
    list: () =>
      Promise.resolve(
        [...files].map(([path, text]) => ({ path, oid: blobId(Buffer.from(text)), size: text.length })),
      ),
    read: ({ path }) => Promise.resolve(Buffer.from(files.get(path) ?? "")),
  };
  const content = await loadContent(source, new Date(at));
  expect(content.problems).toEqual([]);
  return content;
}
