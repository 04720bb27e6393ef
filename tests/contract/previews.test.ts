import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Script } from "node:vm";
import { beforeAll, expect, test } from "vitest";
import type { Content } from "../../src/content-store/content.ts";
import { loadContent, updateContent } from "../../src/content-store/load.ts";
import { folderSource } from "../../src/content-store/source.ts";
import { markFiles, readMarkFile } from "../../src/editorial/marked-page/files.ts";
import { markPage } from "../../src/editorial/marked-page/mark-page.ts";
import { headersFramedBy } from "../../src/publishing/response-headers.ts";
import { compileSite, type CompiledSite } from "../../src/rendering/compile.ts";
import { openFileStore } from "../../src/rendering/file-store.ts";
import { openPictureStore } from "../../src/rendering/pictures.ts";
import { createPreviews } from "../../src/rendering/previews.ts";
import { aFolder } from "../support/folder.ts";

const checkout = resolve(import.meta.dirname, "../..");
const head = "0123456789abcdef0123456789abcdef01234567";
let compiled: CompiledSite;
let content: Content;

beforeAll(async () => {
  compiled = await compileSite(checkout, () => undefined);
  content = await loadContent(folderSource(checkout), new Date());
});

async function aPreviewServer(submitted = content, published = content) {
  const folder = await aFolder();
  return createPreviews({
    compiled,
    pictures: openPictureStore(folder, ({ file }) => readFile(join(checkout, file))),
    files: openFileStore(folder, ({ file }) => readFile(join(checkout, file))),
    firstSite: "tinh",
    published: () => Promise.resolve(published),
    marks: {
      page: (before, after) =>
        markPage(before, after, { ...markFiles, framedBy: "http://127.0.0.1:4300" }).html,
      file: readMarkFile,
    },
    contentWith: (commit) => Promise.resolve(commit === head ? submitted : undefined),
    secret: Buffer.from("a secret of this test, long enough"),
    origin: () => "http://127.0.0.1:4301",
    framedBy: () => "http://127.0.0.1:4300",
    headers: headersFramedBy,
  });
}

function anArticle(): { file: string; path: string } {
  const entry = content.sites.get("tinh")?.news.find((candidate) => candidate.data.cover);
  if (!entry) throw new Error("The sample has no article with a picture.");
  return { file: entry.file, path: `/tin-tuc/${entry.year}/${entry.slug}` };
}

test("a preview shows the article with its picture, and its links stay in the preview", async () => {
  const previews = await aPreviewServer();
  const article = anArticle();
  const address = previews.addressOf(head, article.file);
  expect(address.endsWith(`/tinh${article.path}`)).toBe(true);
  const response = await previews.app.request(address);
  const html = await response.text();
  expect(response.status).toBe(200);
  const picture = /\/_anh\/[0-9a-f]{2}\/[0-9a-f]{16}-\d+\.webp/.exec(html)?.[0] ?? "";
  expect((await previews.app.request(picture)).headers.get("content-type")).toBe("image/webp");
  const base = new URL(address).pathname.slice(0, -article.path.length);
  const links = [...html.matchAll(/<a [^>]*href="(\/[^"]*)"/g)].map(([, href]) => href ?? "");
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((href) => !href.startsWith(`${base}/`))).toEqual([]);
  const section = links.find((href) => href.includes("/chuyen-muc/")) ?? "";
  expect((await previews.app.request(section)).status).toBe(200);
});

test("beside the plain preview there is one that marks what changes, with a sheet and a script of its own origin", async () => {
  const previews = await aPreviewServer(await withTitle("Tít đã sửa"));
  const address = previews.addressOf(head, anArticle().file);
  const plain = await (await previews.app.request(address)).text();
  expect(plain).not.toContain("<ins");
  const marked = await (await previews.app.request(`${address}?cho-sua`)).text();
  expect(/<h1[^>]*>(.*?)<\/h1>/.exec(marked)?.[1]).toMatch(
    /<del [^>]*>.*<\/del><ins [^>]*>Tít đã sửa<\/ins>/,
  );
  expect(marked).toContain('data-cong-changes="1"');
  expect(marked).toContain('data-framed-by="http://127.0.0.1:4300"');
  for (const file of [markFiles.sheet, markFiles.script]) {
    expect(marked).toContain(`"${file}"`);
    expect((await previews.app.request(file)).status).toBe(200);
  }
  const script = await (await previews.app.request(markFiles.script)).text();
  expect(() => new Script(script)).not.toThrow();
  expect((await previews.app.request("/_cho-sua/mark-page.ts")).status).toBe(404);
});

test("a page that is not published yet is shown without marks", async () => {
  const previews = await aPreviewServer(content, await withTitle(undefined));
  const marked = await (
    await previews.app.request(`${previews.addressOf(head, anArticle().file)}?cho-sua`)
  ).text();
  expect(marked).toContain("<h1");
  expect(marked).not.toContain("<ins");
});

/** The sample with another title over its article, or without the article. */
async function withTitle(title: string | undefined): Promise<Content> {
  const { file } = anArticle();
  const text = await readFile(join(checkout, file), "utf8");
  const changed = Buffer.from(text.replace(/^title:.*(?:\n[ ]+.*)*$/m, `title: ${title ?? ""}`));
  const source = { ...folderSource(checkout), read: () => Promise.resolve(changed) };
  return updateContent(
    content,
    {
      source,
      changed: title === undefined ? [] : [{ path: file, oid: "f".repeat(40), size: changed.byteLength }],
      removed: title === undefined ? [file] : [],
      records: new Map(),
    },
    content.at,
  );
}

test("only the review page may frame a preview, and nobody keeps it", async () => {
  const previews = await aPreviewServer();
  const { headers } = await previews.app.request(previews.addressOf(head, anArticle().file));
  expect(headers.get("content-security-policy")).toContain("frame-ancestors http://127.0.0.1:4300");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-robots-tag")).toContain("noindex");
});

test("without the right key there is nothing to see", async () => {
  const previews = await aPreviewServer();
  const address = new URL(previews.addressOf(head, anArticle().file)).pathname;
  const key = address.split("/")[3] ?? "";
  for (const path of [
    address.replace(key, "0".repeat(key.length)),
    address.replace(key, key.slice(1)),
    address.replace(head, head.replace("0", "1")),
    address.replace("/tinh/", "/khong-co/"),
    address.replace("/tinh/", "/%2e%2e/"),
    "/_astro/..%2f..%2fserver/entry.mjs",
    "/_astro/%2e%2e/%2e%2e/server/entry.mjs",
    "/_anh/..%2fsecret",
    "/_tep/..%2fsecret",
    "/",
  ]) {
    expect((await previews.app.request(path)).status, path).toBe(404);
  }
});
