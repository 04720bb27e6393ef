import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { addressesOf } from "../content-store/addresses.ts";
import type { Content } from "../content-store/content.ts";
import { libraryFileAddress } from "../content-store/library-file-address.ts";
import { everyVariantOf } from "../content-store/picture-variants.ts";
import { shownFiles, withdrawnFiles } from "../content-store/shown-files.ts";
import { withdrawnPictures } from "../content-store/shown-pictures.ts";
import type { CompiledSite } from "./compile.ts";
import type { FileStore } from "./file-store.ts";
import { pictureAssets, type AssetSource } from "./picture-assets.ts";
import type { PictureStore } from "./pictures.ts";
import { renderPages, type RenderedPage, type Renderer } from "./render-pages.ts";
import type { SearchIndexes } from "./search/search-indexes.ts";

export interface RenderingTools {
  compiled: CompiledSite;
  pictures: PictureStore;
  files: FileStore;
  search: SearchIndexes;
  /** Threads that were started for this content already. */
  renderers?: readonly Renderer[];
}

/** What hosts must change to show a content. */
export interface Rendering {
  /** How many pages were rendered. */
  pages: number;
  /** Files `<site>/<file below its document root>` that are no more; everything else stays. Undefined: only what was rendered stays. */
  removed: readonly string[] | undefined;
  /** Every file that pages load, by its address without the leading slash: its name changes with its bytes, all sites serve it. */
  assets: ReadonlyMap<string, AssetSource>;
  /** Assets that readers must not find any more, at once: pictures, files and texts of what was taken back. */
  withdrawn: readonly string[];
}

/**
 * Renders what differs between two contents (everything, without `before`) and hands it to `take` in groups, then tells
 * what else belongs to it.
 */
export async function renderPortal(
  before: Content | undefined,
  after: Content,
  tools: RenderingTools,
  take: (pages: RenderedPage[]) => Promise<void>,
): Promise<Rendering> {
  const { compiled } = tools;
  const touched = before
    ? compiled.touched(before, after)
    : { render: addressesOf(after), remove: undefined };
  // Indexing is done by a process of its own, while pages are rendered here.
  const [search] = await Promise.all([
    tools.search.follow(after),
    renderPages(after, touched.render, compiled, take, tools.renderers),
  ]);
  await take([...search].map(([site, { pointer }]) => [`${site}/tim-kiem.json`, Buffer.from(pointer)]));
  const assets = new Map<string, AssetSource>(await compiledAssets(compiled));
  for (const [path, source] of pictureAssets(after, tools.pictures)) assets.set(path, source);
  for (const file of shownFiles(after))
    assets.set(libraryFileAddress(file).slice(1), () => tools.files.file(file));
  for (const { files } of search.values()) for (const [path, file] of files) assets.set(path, file);
  const withdrawn = before ? withdrawnAssets(before, after) : [];
  for (const site of search.values()) withdrawn.push(...site.withdrawn);
  return {
    pages: touched.render.length,
    removed: touched.remove?.map(({ site, file }) => `${site}/${file}`),
    assets,
    withdrawn,
  };
}

function withdrawnAssets(before: Content, after: Content): string[] {
  const pictures = [...withdrawnPictures(before, after)].flatMap(everyVariantOf);
  const files = [...withdrawnFiles(before, after)].map(libraryFileAddress);
  return [...pictures.map(({ address }) => address), ...files].map((address) => address.slice(1));
}

const assetsOf = new WeakMap<CompiledSite, Promise<[string, string][]>>();

function compiledAssets(compiled: CompiledSite): Promise<[string, string][]> {
  const known = assetsOf.get(compiled);
  if (known) return known;
  const listed = listAssets(compiled);
  assetsOf.set(compiled, listed);
  return listed;
}

async function listAssets(compiled: CompiledSite): Promise<[string, string][]> {
  const entries = await readdir(compiled.assets, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(compiled.assets.length + 1), file]);
}
