import { readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { addressesOf } from "../../src/content-store/addresses.ts";
import type { Content } from "../../src/content-store/content.ts";
import { loadContent } from "../../src/content-store/load.ts";
import { folderSource } from "../../src/content-store/source.ts";
import { sideBySide } from "../../src/foundation/side-by-side.ts";
import { compileSite } from "../../src/rendering/compile.ts";
import { pictureAssets } from "../../src/rendering/picture-assets.ts";
import { openPictureStore } from "../../src/rendering/pictures.ts";
import { renderPages } from "../../src/rendering/render-pages.ts";
import { atomFaults } from "../support/atom-faults.ts";
import { aFolder } from "../support/folder.ts";
import { rssFaults } from "../support/rss-faults.ts";
import { sitemapFaults } from "../support/sitemap-faults.ts";
import { structuredDataFaults } from "../support/structured-data-faults.ts";
import { everyElement, parseXml } from "../support/xml.ts";

const checkout = resolve(import.meta.dirname, "../..");

let content: Content;
/** Files by their address on the web; a page that is gone is not among them. */
const files = new Map<string, string>();
const notices: string[] = [];
/** Addresses, without the leading slash, of the pictures that belong to the pages. */
const assets = new Set<string>();
const domains = new Map<string, string>();

beforeAll(async () => {
  const compiled = await compileSite(checkout, () => undefined);
  content = await loadContent(folderSource(checkout), new Date("2026-11-25T02:00:00Z"));
  for (const { id, settings } of content.sites.values()) domains.set(id, `https://${settings.domain}`);
  const addresses = addressesOf(content).filter(({ movedTo }) => movedTo === undefined);
  const byFile = new Map(addresses.map((address) => [`${address.site}/${address.file}`, address]));
  await renderPages(content, addresses, compiled, (pages) => {
    for (const [file, data] of pages) {
      const address = byFile.get(file);
      const text = Buffer.from(data).toString("utf8");
      if (!address || file.endsWith(".410.html")) notices.push(text);
      else files.set(`${domains.get(address.site) ?? ""}${address.path}`, text);
    }
    return Promise.resolve();
  });
  for (const [path] of pictureAssets(
    content,
    openPictureStore("", () => Promise.reject(new Error())),
  ))
    assets.add(path);
}, 120_000);

const picturesIn = (folder: string) => openPictureStore(folder, ({ file }) => readFile(join(checkout, file)));

/** Pages that search engines may list; the others say that they may not. */
function pages(): [address: string, html: string][] {
  return [...files].filter(([, text]) => text.startsWith("<!DOCTYPE html>") && !isHidden(text));
}

const isHidden = (html: string) => html.includes('<meta name="robots" content="noindex">');

/** The attributes of every tag of a kind in a page's head. */
function tags(html: string, name: string): Record<string, string>[] {
  const head = html.slice(0, html.indexOf("</head>"));
  return [...head.matchAll(new RegExp(`<${name}((?:\\s[^>]*)?)>`, "g"))].map(([, attributes = ""]) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]),
    ),
  );
}

const properties = (html: string, property: string) =>
  tags(html, "meta")
    .filter((tag) => (tag["property"] ?? tag["name"]) === property)
    .map((tag) => tag["content"] ?? "");

const links = (html: string, rel: string) => tags(html, "link").filter((tag) => tag["rel"] === rel);

/** Whether something is served at an address on the web. */
function isServed(address: string): boolean {
  const { origin, pathname } = new URL(address);
  const path = pathname === "/" ? `${origin}/` : address;
  return files.has(path) || ([...domains.values()].includes(origin) && assets.has(pathname.slice(1)));
}

test("every page that can be found has one address, one title and one description", () => {
  expect(pages().length).toBeGreaterThan(150);
  for (const [address, html] of pages()) {
    expect(links(html, "canonical"), address).toEqual([{ rel: "canonical", href: address }]);
    expect(properties(html, "og:url"), address).toEqual([address]);
    expect([...html.matchAll(/<title>[^<]+<\/title>/g)].length, address).toBe(1);
    for (const property of ["description", "og:description", "og:title", "og:locale", "og:type"])
      expect(properties(html, property).filter(Boolean).length, `${address} ${property}`).toBe(1);
  }
});

test("no two pages of a site have the same title", () => {
  const titles = pages().map(
    ([address, html]) => `${new URL(address).host} ${/<title>([^<]+)/.exec(html)?.[1] ?? ""}`,
  );
  expect(titles.filter((title, at) => titles.indexOf(title) !== at)).toEqual([]);
});

test("hidden pages name no address of theirs", () => {
  const hidden = [...notices, ...[...files.values()].filter(isHidden)];
  expect(hidden.length).toBeGreaterThan(3);
  for (const html of hidden) {
    expect(links(html, "canonical")).toEqual([]);
    expect(properties(html, "og:image")).toEqual([]);
  }
});

test("every page is shared with a picture that is there, in the shape that networks show", async () => {
  const named = new Map<string, string>();
  for (const [address, html] of pages()) {
    const images = properties(html, "og:image");
    expect(images.length, address).toBe(1);
    expect(properties(html, "twitter:card"), address).toEqual(["summary_large_image"]);
    expect(properties(html, "og:image:alt")[0], address).toBeTruthy();
    const said = ["width", "height", "type"].map((name) => properties(html, `og:image:${name}`)[0] ?? "");
    for (const image of images) named.set(image, said.join(" "));
  }
  expect(named.size).toBeGreaterThan(30);
  const sources = new Map(pictureAssets(content, picturesIn(await aFolder())));
  await sideBySide(named, 2, async ([image, said]) => {
    const source = sources.get(new URL(image).pathname.slice(1));
    if (source === undefined) throw new Error(`${image} is not among the assets.`);
    const file = typeof source === "string" ? source : await source();
    const { width, height, format } = await sharp(file).metadata();
    expect(`${String(width)} ${String(height)} image/${format}`, image).toBe(said);
    expect(width / height, image).toBeCloseTo(1200 / 630, 1);
    expect((await stat(file)).size, image).toBeLessThan(format === "png" ? 100_000 : 400_000);
  });
});

test("structured data is whole, and every page below the front page tells its place", () => {
  for (const [address, html] of pages()) {
    const found = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)];
    expect(found.length, address).toBe(1);
    const data = found[0]?.[1] ?? "";
    expect(structuredDataFaults(data), address).toEqual([]);
    const kind = new URL(address).pathname === "/" ? "WebSite" : "BreadcrumbList";
    expect(data, address).toContain(`"@type":"${kind}"`);
    if (/\/tin-tuc\/\d{4}\/(?!\d\d(?:\/|$))/.test(address))
      expect(data, address).toContain('"@type":"NewsArticle"');
  }
});

test("feeds and sitemaps are valid, and all that they name is served", () => {
  const faults = { rss: rssFaults, feed: atomFaults, urlset: sitemapFaults, sitemapindex: sitemapFaults };
  let read = 0;
  for (const [address, text] of files) {
    if (!address.endsWith(".xml")) continue;
    const root = parseXml(text);
    expect(faults[root.name as keyof typeof faults](text), address).toEqual([]);
    for (const { name, text: words, attributes } of everyElement(root)) {
      const named = [
        ...(["loc", "link", "uri"].includes(name) ? [words.trim()] : []),
        ...["href", "url"].map((attribute) => attributes[attribute] ?? ""),
      ].filter(Boolean);
      for (const one of named) expect(isServed(one), `${address} names ${one}`).toBe(true);
    }
    read += 1;
  }
  // Two feeds for each site and section, and at least three sitemaps and an index.
  expect(read).toBeGreaterThan(2 * (2 * 7 + 4));
});

test("every page leads to feeds that are there", () => {
  for (const [address, html] of pages()) {
    const feeds = links(html, "alternate").filter(({ type = "" }) =>
      /^application\/(?:rss|atom)\+xml$/.test(type),
    );
    expect(feeds.length, address).toBe(2);
    for (const { href = "" } of feeds) expect(isServed(new URL(href, address).href), href).toBe(true);
  }
});

test("the sitemaps name every page that can be found but older pages of lists and tags of one article", () => {
  const named = new Set(
    [...files].flatMap(([address, text]) =>
      address.includes("/sitemap-")
        ? [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = ""]) => loc)
        : [],
    ),
  );
  const unnamed = pages().filter(
    ([address]) => !named.has(address) && !/\/(?:trang|tu-khoa)\//.test(address),
  );
  expect(unnamed.map(([address]) => address)).toEqual([]);
});

test("no address carries a mark to follow readers by", () => {
  for (const [address, text] of files)
    expect(/[?&;](?:utm_\w+|fbclid|gclid)=/.test(text), address).toBe(false);
});
