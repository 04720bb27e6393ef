import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import { z } from "zod";
import { foldD } from "../../content-model/fold-d.ts";
import { writePageTable } from "../../content-model/page-table.ts";
import { exists } from "../../foundation/exists.ts";
import { Problem } from "../../foundation/problem.ts";
import { listedPage, newestFirst, recordText } from "./index-record.ts";
import { repack, type IndexFile } from "./repack.ts";
import type { AttachedWords } from "./attached-words.ts";
import type { Searchable } from "./searchable.ts";

const indexedPage = z.object({ version: z.string(), fragment: z.string() });

const builtSchema = z.object({
  id: z.string(),
  files: z.array(z.string()),
  /** By address: which version is in it, and under which id the search engine knows it. */
  pages: z.record(z.string(), indexedPage),
});

/** A finished index in a folder of its own, named by the digest of what it is made from. */
export type BuiltIndex = z.infer<typeof builtSchema>;

/** What Pagefind writes for its own user interfaces, which the portal does not use. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight|playground)|playground\//;

/** Changes with what an index is made of besides the pages. */
const format = "pagefind 1.6, 8";

/**
 * Indexes pages with Pagefind into `<cache>/<id>`, unless it was done before. đ is written as d with a stroke, so that a
 * query without it finds it; the search page does the same and maps it back. What narrows and sorts pages is in a table
 * beside the index, `bang.json`. Of no page more than `mostWords` words of its body and attachments are indexed.
 */
export async function buildIndex(
  all: readonly Searchable[],
  cache: string,
  { mostWords = Infinity, wordsOf }: { mostWords?: number; wordsOf?: AttachedWords | undefined } = {},
): Promise<BuiltIndex> {
  const pages = newestFirst(all);
  const hash = createHash("sha256").update(`${format} ${String(mostWords)}`);
  for (const { address, version } of pages) hash.update(`\0${address}\0${version}`);
  const id = hash.digest("hex").slice(0, 16);
  const known = await readIndex(cache, id);
  if (known) return known;
  const { index, errors } = await createIndex({ forceLanguage: "vi" });
  if (!index) throw new Problem(`The search index could not be made: ${errors.join("; ")}`);
  for (const [place, page] of pages.entries()) {
    const attached = wordsOf ? await Promise.all((page.attachments ?? []).map(wordsOf)) : [];
    const content = foldD(recordText(page, place, mostWords, attached.join(" ")));
    // One after the other: the table lists pages in the order in which the engine numbers them.
    const added = await index.addCustomRecord({ url: page.address, content, language: "vi" });
    if (added.errors.length > 0)
      throw new Problem(`${page.address} could not be indexed: ${added.errors.join("; ")}`);
  }
  const written = await index.getFiles();
  await index.deleteIndex();
  const used = written.files.filter(({ path }) => !unused.test(path));
  // Names of pages differ from one index to another: two of them are searched as one.
  const files = repack(used, id.slice(0, 7));
  const table = JSON.stringify(writePageTable(pages.map(listedPage)));
  return keep(cache, id, pages, [...files, { path: "bang.json", content: Buffer.from(table) }]);
}

/** An index that was built before; undefined if it is not there. */
export async function readIndex(cache: string, id: string): Promise<BuiltIndex | undefined> {
  const text = await readFile(join(cache, id, "index.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : builtSchema.safeParse(JSON.parse(text)).data;
}

/** Ends Pagefind's own process; the next index starts it again. */
export const closeSearchIndexer = (): Promise<unknown> => close();

async function keep(
  cache: string,
  id: string,
  pages: readonly Searchable[],
  files: readonly IndexFile[],
): Promise<BuiltIndex> {
  const folder = join(cache, id);
  const partial = `${folder}.${String(process.pid)}.partial`;
  await rm(partial, { recursive: true, force: true });
  const fragments = fragmentsOf(files);
  const built: BuiltIndex = {
    id,
    files: files.map(({ path }) => path).sort(),
    pages: Object.fromEntries(
      pages.map(({ address, version }) => [address, { version, fragment: fragments.get(address) ?? "" }]),
    ),
  };
  for (const folderName of new Set(files.map(({ path }) => dirname(join(partial, path)))))
    await mkdir(folderName, { recursive: true });
  for (const { path, content } of files) await writeFile(join(partial, path), content);
  await writeFile(join(partial, "index.json"), JSON.stringify(built));
  await rm(folder, { recursive: true, force: true });
  await rename(partial, folder).catch(async (error: unknown) => {
    // Another process was quicker: its index is the same.
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  });
  return built;
}

/** The id that Pagefind gave each page: the name of the file that holds its text. */
function fragmentsOf(files: readonly IndexFile[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { path, content } of files) {
    const id = /^fragment\/(.+)\.pf_fragment$/.exec(path)?.[1];
    if (id === undefined) continue;
    const { url } = z
      .object({ url: z.string() })
      .parse(JSON.parse(gunzipSync(content).toString("utf8").slice("pagefind_dcd".length)));
    found.set(url, id);
  }
  return found;
}
