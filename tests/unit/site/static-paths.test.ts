import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { addressesOf } from "../../../src/content-store/addresses.ts";
import { withContent } from "../../../src/content-store/current.ts";
import { staticPaths, staticPage, view } from "../../../src/site/content.ts";
import { aContent, aPageEntry, aSiteContent, newsEntries } from "../../support/content.ts";

const site = aSiteContent({
  news: newsEntries(90).map((entry, index) =>
    index % 2 === 0 ? { ...entry, data: { ...entry.data, category: "thong-bao" } } : entry,
  ),
  pages: [aPageEntry("gioi-thieu"), aPageEntry("lien-he", { title: "Liên hệ" })],
});
const content = aContent([site]);

test("the routes together serve every address of the portal, each by one route", async () => {
  const folder = new URL("../../../src/site/pages/[site]/", import.meta.url);
  const files = await readdir(folder, { recursive: true });
  const routes = files
    .filter((file) => /\.(?:astro|ts)$/.test(file))
    .map((file) => `/${file.replace(/\.(?:astro|ts)$/, "").replace(/^index$/, "")}`);
  const served = await Promise.all(
    routes.map(async (route) => {
      const paths = await withContent(content, () => staticPaths(route));
      return paths.map(({ params }) =>
        route.replace(/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => params[name] ?? ""),
      );
    }),
  );
  expect(served.flat().sort()).toEqual(
    addressesOf(content)
      .map(({ path }) => path)
      .sort(),
  );
});

test("a page sees the content it is rendered with, and no page of a site that does not exist", async () => {
  const titleAt = (params: Record<string, string>) =>
    withContent(content, () => view(params, (all, one) => staticPage(all, one, params["page"])?.title));
  expect(await titleAt({ site: "tinh", page: "lien-he" })).toBe("Liên hệ");
  expect(await titleAt({ site: "tinh", page: "khong-co" })).toBeUndefined();
  expect(await titleAt({ site: "khong-co", page: "lien-he" })).toBeUndefined();
});
