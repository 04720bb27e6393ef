import { mkdirSync, writeFileSync } from "node:fs";
import { copyFile, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { addressesOf } from "../src/content-store/addresses.ts";
import { openEntryStore } from "../src/content-store/entry-store.ts";
import { loadContent } from "../src/content-store/load.ts";
import { readFilesInThreads } from "../src/content-store/read-files.ts";
import { folderRecords, folderSource } from "../src/content-store/source.ts";
import { runCommand } from "../src/operations/run-command.ts";
import { refuseBroken } from "../src/publishing/refuse-broken.ts";
import { compileSite } from "../src/rendering/compile.ts";
import { openFileStore } from "../src/rendering/file-store.ts";
import type { AssetSource } from "../src/rendering/picture-assets.ts";
import { openPictureStore } from "../src/rendering/pictures.ts";
import {
  renderPages,
  startRenderers,
  type RenderedPage,
  type Renderer,
} from "../src/rendering/render-pages.ts";
import { renderPortal } from "../src/rendering/render-portal.ts";
import { closeSearchIndexer } from "../src/rendering/search/build-index.ts";
import { attachedWords } from "../src/rendering/search/attached-words.ts";
import { openSearchIndexes } from "../src/rendering/search/search-indexes.ts";

const usage = `npm run build [-- --out DIR] [--content DIR] [--pages-only]

  Builds every site from the content of this checkout into DIR (default dist): a folder per site, ready for any web server.

  --content DIR   the folder that holds content/, instead of this checkout
  --pages-only    pages, feeds and styles alone: no pictures, no search index`;

const options = {
  out: { type: "string", default: "dist" },
  content: { type: "string" },
  "pages-only": { type: "boolean", default: false },
} as const;

await runCommand({ usage, options }, ({ values, checkout }) =>
  buildPortal(values, checkout).finally(closeSearchIndexer),
);

async function buildPortal(
  values: { out: string; content?: string | undefined; "pages-only": boolean },
  checkout: string,
): Promise<void> {
  const from = resolve(values.content ?? checkout);
  const out = resolve(checkout, values.out);
  const cache = join(checkout, "node_modules/.cache/cong");
  const begun = performance.now();
  await mkdir(cache, { recursive: true });
  // Begun anew each time: a plain build owes nothing to an earlier one.
  const file = join(cache, `build-${String(process.pid)}.db`);
  const store = openEntryStore(file, "build", { lasting: false });
  let renderers: Renderer[] = [];
  try {
    const readContent = async () => {
      const records = await folderRecords(from);
      const options = { store, records, read: readFilesInThreads };
      const content = await loadContent(folderSource(from), new Date(), options);
      refuseBroken(content);
      renderers = startRenderers(content);
      return { content, addresses: addressesOf(content) };
    };
    // While a process compiles, threads read content and make ready for the pages.
    const [compiled, { content, addresses }] = await Promise.all([
      compileSite(checkout, console.log),
      readContent(),
    ]);
    await rm(out, { recursive: true, force: true });
    const take = writePages(out);
    if (values["pages-only"]) {
      await renderPages(content, addresses, compiled, take, renderers);
    } else {
      const bytesOf = ({ file: path }: { file: string }) => readFile(join(from, path));
      const pictures = openPictureStore(join(cache, "pictures"), bytesOf);
      const files = openFileStore(join(cache, "files"), bytesOf);
      const search = openSearchIndexes(join(cache, "search"), attachedWords(join(cache, "pdf-words"), files));
      await search.renew(content, 0);
      const tools = { compiled, pictures, files, search, renderers };
      const { assets } = await renderPortal(undefined, content, tools, take);
      await writeAssets(assets, [...content.sites.keys()], out);
    }
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(`${take.count()} pages of ${content.sites.size} sites in ${seconds} s: ${out}`);
  } finally {
    for (const renderer of renderers) await renderer.stop();
    store.close();
    for (const suffix of ["", "-wal", "-shm"]) await rm(file + suffix, { force: true });
  }
}

function writePages(out: string): ((pages: RenderedPage[]) => Promise<void>) & { count: () => number } {
  const folders = new Set<string>();
  let count = 0;
  const take = (pages: RenderedPage[]) => {
    for (const [path, data] of pages) {
      const file = join(out, path);
      if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
      folders.add(dirname(file));
      writeFileSync(file, data);
      count += 1;
    }
    return Promise.resolve();
  };
  return Object.assign(take, { count: () => count });
}

async function writeAssets(
  assets: ReadonlyMap<string, AssetSource>,
  sites: readonly string[],
  out: string,
): Promise<void> {
  for (const [path, source] of assets) {
    const file = typeof source === "string" ? source : await source();
    for (const site of sites) {
      await mkdir(dirname(join(out, site, path)), { recursive: true });
      await copyFile(file, join(out, site, path));
    }
  }
}
