import { readdir } from "node:fs/promises";
import { afterAll, expect, test } from "vitest";
import { closeSearchIndexer } from "../../src/rendering/search/build-index.ts";
import { openSearchIndexes } from "../../src/rendering/search/search-indexes.ts";
import { aFolder } from "../support/a-repository.ts";
import { aContent, aNewsEntry, aSiteContent } from "../support/content.ts";

afterAll(() => closeSearchIndexer());

/** A site of so many articles, each of its own title. */
function aPortalOf(count: number) {
  const news = Array.from({ length: count }, (_, at) =>
    aNewsEntry({ title: `Bản tin thứ ${String(at + 1)}` }),
  );
  return aContent([aSiteContent({ news })]);
}

test("an index made beside everything else is the one that is made in its place", async () => {
  const content = aPortalOf(5);
  const [beside, here] = [await aFolder(), await aFolder()];
  expect(await openSearchIndexes(beside).renew(content, 0)).toBe(true);
  const [one, other] = [
    await openSearchIndexes(beside).follow(content),
    await openSearchIndexes(here).follow(content),
  ];
  expect(one.get("tinh")?.pointer).toBe(other.get("tinh")?.pointer);
  expect([...(one.get("tinh")?.files.keys() ?? [])].sort()).toEqual(
    [...(other.get("tinh")?.files.keys() ?? [])].sort(),
  );
});

test("an index that nobody wants any more is let go, and made whole the next time", async () => {
  const content = aPortalOf(450);
  const folder = await aFolder();
  const ending = new AbortController();
  const renewing = openSearchIndexes(folder).renew(content, 0, ending.signal);
  ending.abort();
  await expect(renewing).rejects.toThrow();
  expect(await readdir(folder)).toEqual([]);
  expect(await openSearchIndexes(folder).renew(content, 0)).toBe(true);
  expect((await openSearchIndexes(folder).follow(content)).get("tinh")?.files.size).toBeGreaterThan(450);
});
