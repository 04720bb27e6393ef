import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import type { Portal } from "../../src/content-model/portal.ts";
import { addressesOf } from "../../src/content-store/addresses.ts";
import { loadContent } from "../../src/content-store/load.ts";
import { folderSource } from "../../src/content-store/source.ts";
import { compileSite } from "../../src/rendering/compile.ts";
import { renderPages } from "../../src/rendering/render-pages.ts";
import { searchablePages } from "../../src/rendering/search/searchable-pages.ts";

const checkout = resolve(import.meta.dirname, "../..");
const accented = /[\p{M}đĐ]/u;

/**
 * The sample province, which has every kind of page, as an English site without a single accent in what people wrote:
 * a Vietnamese letter on its pages can only come from the design.
 */
async function writeUnaccentedSite(folder: string): Promise<void> {
  const root = join(checkout, "content");
  const paths = await readdir(root, { recursive: true });
  const ofProvince = paths.filter((path) => path === "portal.yaml" || path.startsWith("sites/tinh/"));
  for (const path of ofProvince.filter((name) => /\.\w+$/.test(name))) {
    const to = join(folder, "content", path);
    await mkdir(dirname(to), { recursive: true });
    if (/\.(?:md|yaml)$/.test(path))
      await writeFile(to, unaccented(path, await readFile(join(root, path), "utf8")));
    else await cp(join(root, path), to);
  }
}

function unaccented(path: string, text: string): string {
  if (path === "portal.yaml") return stringify({ ...(parse(text) as Portal), sites: ["tinh"] });
  if (path.endsWith("site.yaml")) return plain(stringify({ ...(parse(text) as object), language: "en" }));
  // A week's days and number are read by programs, which know them in Vietnamese alone.
  const fixed = path.includes("/calendar/") ? /^(?: *- day|title): / : /^$/;
  return text
    .split("\n")
    .map((line) => (fixed.test(line) ? line : plain(line)))
    .join("\n");
}

const plain = (text: string) =>
  text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D");

let folder: string;
let kinds: string[];
const pages = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cong-test-"));
  await writeUnaccentedSite(folder);
  const [original, content] = await Promise.all(
    [checkout, folder].map((root) => loadContent(folderSource(root), new Date("2026-11-25T02:00:00Z"))),
  );
  const [all, site] = [original?.sites.get("tinh"), content?.sites.get("tinh")];
  if (!all || !content || !site) throw new Error("no province in the sample");
  // Nothing was refused for its missing accents.
  for (const [kind, entries] of Object.entries({ ...site.entries, news: site.news, page: site.pages }))
    expect(entries.length, kind).toBe({ ...all.entries, news: all.news, page: all.pages }[kind]?.length);
  const addresses = addressesOf(content).filter(({ movedTo }) => movedTo === undefined);
  await renderPages(content, addresses, await compileSite(checkout, () => undefined), (group) => {
    for (const [path, data] of group) pages.set(path, Buffer.from(data).toString("utf8"));
    return Promise.resolve();
  });
  kinds = searchablePages(site).map(({ kind, title }) => `${kind}: ${title}`);
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test("no page of an English site says a word of the design in Vietnamese", () => {
  const found = new Map<string, string>();
  for (const [path, text] of pages) {
    // The product's own name.
    const said = text.replace(/^PRODID:.*$/m, "").normalize("NFD");
    for (const piece of said.split(/[<>"\n]/)) if (accented.test(piece)) found.set(piece.trim(), path);
  }
  expect(pages.size).toBeGreaterThan(200);
  expect(Object.fromEntries(found)).toEqual({});
});

test("every page of an English site is said to be English", () => {
  const html = [...pages].filter(([path]) => path.endsWith(".html"));
  expect(html.filter(([, text]) => !text.includes('<html lang="en"')).map(([path]) => path)).toEqual([]);
  expect(
    html.filter(([, text]) => /(?:srclang|inLanguage"?)[=:]"vi"/.test(text)).map(([path]) => path),
  ).toEqual([]);
});

test("the search of an English site tells the kinds of pages apart in English", () => {
  expect(kinds.filter((kind) => accented.test(kind.normalize("NFD")))).toEqual([]);
});
