import { createHash } from "node:crypto";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { close, createIndex } from "pagefind";
import { foldD } from "../content-model/fold-d.ts";
import { Problem } from "../foundation/problem.ts";

/** What the search index of one site is made from: the pages that ask to be searched, by their address. */
export type SearchablePages = ReadonlyMap<string, Buffer>;

/** A finished index: its digest and the folder its files lie in. */
export interface SearchIndex {
  id: string;
  folder: string;
  files: string[];
}

/** What Pagefind writes for its own user interfaces, which the portal does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight|playground)|playground\//;

/**
 * Indexes a site's articles with Pagefind. The index is named by the digest of what it is made from, so an unchanged site
 * costs nothing and a reader in the middle of a search keeps the index they began with.
 * đ is written as d with a stroke, so that a query without it finds it; the search page does the same and maps it back.
 */
export async function buildSearchIndex(pages: SearchablePages, cache: string): Promise<SearchIndex> {
  const id = digestOf(pages);
  const folder = join(cache, id);
  if (!(await exists(folder))) {
    const { index, errors } = await createIndex({ forceLanguage: "vi" });
    if (!index) throw new Problem(`The search index could not be made: ${errors.join("; ")}`);
    for (const [url, html] of pages) {
      const added = await index.addHTMLFile({ url, content: foldD(html.toString("utf8")) });
      if (added.errors.length > 0)
        throw new Problem(`${url} could not be indexed: ${added.errors.join("; ")}`);
    }
    const written = await index.getFiles();
    await index.deleteIndex();
    await keep(folder, written.files);
  }
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  return {
    id,
    folder,
    files: files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(folder.length + 1))
      .sort(),
  };
}

/** Ends Pagefind's own process; the next index starts it again. */
export const closeSearchIndexer = (): Promise<unknown> => close();

async function keep(folder: string, files: readonly { path: string; content: Uint8Array }[]): Promise<void> {
  const partial = `${folder}.${String(process.pid)}.partial`;
  for (const { path, content } of files) {
    if (unused.test(path)) continue;
    await mkdir(dirname(join(partial, path)), { recursive: true });
    await writeFile(join(partial, path), content);
  }
  await rename(partial, folder).catch(async (error: unknown) => {
    // Another process was quicker: its index is the same.
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  });
}

function digestOf(pages: SearchablePages): string {
  const hash = createHash("sha256").update("pagefind 1.6\0");
  for (const [url, html] of pages) {
    hash.update(url).update("\0").update(createHash("sha256").update(html).digest());
  }
  return hash.digest("hex").slice(0, 16);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
