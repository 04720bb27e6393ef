import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as pause } from "node:timers/promises";
import { addressesOf, type Address } from "../content-store/addresses.ts";
import type { Content } from "../content-store/content.ts";
import { withContent } from "../content-store/current.ts";
import { Problem } from "../foundation/problem.ts";
import { sideBySide } from "../foundation/side-by-side.ts";
import type { CompiledSite } from "./compile.ts";
import { picturesIn, type PictureStore } from "./pictures.ts";
import { buildSearchIndex } from "./search-index.ts";

/** A portal rendered for release. */
export interface RenderedPortal {
  /** Bytes by `<site>/<file below its document root>`. */
  pages: Map<string, Buffer>;
  /** Files on disk by their address without the leading slash; their names change with their bytes, every site serves them. */
  assets: Map<string, string>;
}

export interface RenderingTools {
  compiled: CompiledSite;
  pictures: PictureStore;
  /** Folder where search indexes are kept. */
  searchCache: string;
}

/** Renders every page of every site, with the pictures they show and an index to search them. */
export async function renderPortal(content: Content, tools: RenderingTools): Promise<RenderedPortal> {
  tools.pictures.know(content);
  const pages = await renderPages(content, tools.compiled);
  const assets = new Map([
    ...(await compiledAssets(tools.compiled)),
    ...(await pictureAssets(pages, tools.pictures)),
  ]);
  for (const site of content.sites.keys()) {
    const index = await buildSearchIndex(searchable(site, pages), tools.searchCache);
    for (const file of index.files) assets.set(`_tim-kiem/${index.id}/${file}`, join(index.folder, file));
    pages.set(
      `${site}/tim-kiem.json`,
      Buffer.from(`${JSON.stringify({ index: `/_tim-kiem/${index.id}/` })}\n`),
    );
  }
  return { pages, assets };
}

/** The bytes of one address, as a host serves them. */
export async function renderAddress(
  content: Content,
  compiled: CompiledSite,
  address: Address,
): Promise<Buffer> {
  const path = address.path === "/" ? "" : address.path;
  const response = await withContent(content, () => compiled.renderPath(`/${address.site}${path}`));
  const expected = address.path === "/404" ? [200, 404] : [200];
  if (!expected.includes(response.status)) {
    throw new Problem(`${address.site}${address.path} could not be rendered (${String(response.status)}).`, {
      remedy: "Read the error above; run `npm run build` to see it again.",
    });
  }
  return Buffer.from(await response.arrayBuffer());
}

async function renderPages(content: Content, compiled: CompiledSite): Promise<Map<string, Buffer>> {
  const pages = new Map<string, Buffer>();
  for (const address of addressesOf(content)) {
    pages.set(`${address.site}/${address.file}`, await renderAddress(content, compiled, address));
    // Rendering is work without waiting: let requests through in between.
    if (pages.size % 16 === 0) await pause();
  }
  return pages;
}

async function compiledAssets(compiled: CompiledSite): Promise<[string, string][]> {
  const entries = await readdir(compiled.assets, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(compiled.assets.length + 1), file]);
}

async function pictureAssets(
  pages: ReadonlyMap<string, Buffer>,
  pictures: PictureStore,
): Promise<[string, string][]> {
  const shown = new Set([...pages.values()].flatMap((html) => picturesIn(html.toString("utf8"))));
  const files = await sideBySide(
    [...shown].sort(),
    2,
    async (address) => [address.slice(1), await pictures.file(address)] as const,
  );
  return files.flatMap(([path, file]) => (file ? [[path, file]] : []));
}

function searchable(site: string, pages: ReadonlyMap<string, Buffer>): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const [path, html] of pages) {
    if (!path.startsWith(`${site}/`) || !path.endsWith(".html") || !html.includes("data-pagefind-body"))
      continue;
    found.set(`/${path.slice(site.length + 1).replace(/\.html$/, "")}`, html);
  }
  return found;
}
