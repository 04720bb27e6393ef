import { createHash } from "node:crypto";
import { close } from "pagefind";
import { foldD } from "../../content-model/fold-d.ts";
import { writePageTable } from "../../content-model/page-table.ts";
import { makeIndex, readIndex, type BuiltIndex } from "./index-files.ts";
import { makeIndexBeside } from "./index-beside.ts";
import { listedPage, newestFirst, recordText } from "./index-record.ts";
import type { AttachedWords } from "./attached-words.ts";
import type { Searchable } from "./searchable.ts";

/** Changes with what an index is made of besides the pages. */
const format = "pagefind 1.6, 8";

/** Pages that are read and handed over at once. */
const together = 200;

export interface IndexOptions {
  /** Words of a page's body and attachments that are indexed, at most. */
  mostWords?: number;
  wordsOf?: AttachedWords | undefined;
  /** Makes it in a thread of its own: an index of a whole portal keeps one busy for many seconds, and people would wait for that. */
  beside?: boolean;
  /** Ends the making of one beside. */
  signal?: AbortSignal | undefined;
}

/**
 * Indexes pages with Pagefind into `<cache>/<id>`, unless it was done before. đ is written as d with a stroke, so that a
 * query without it finds it; the search page does the same and maps it back. What narrows and sorts pages is in a table
 * beside the index, `bang.json`.
 */
export async function buildIndex(
  all: readonly Searchable[],
  cache: string,
  { mostWords = Infinity, wordsOf, beside = false, signal }: IndexOptions = {},
): Promise<BuiltIndex> {
  const pages = newestFirst(all);
  const hash = createHash("sha256").update(`${format} ${String(mostWords)}`);
  for (const { address, version } of pages) hash.update(`\0${address}\0${version}`);
  const id = hash.digest("hex").slice(0, 16);
  const known = await readIndex(cache, id);
  if (known) return known;
  const maker = beside ? makeIndexBeside(signal) : await makeIndex();
  try {
    for (let first = 0; first < pages.length; first += together) {
      signal?.throwIfAborted();
      const records = pages.slice(first, first + together).map(async (page, at) => {
        const attached = wordsOf ? await Promise.all((page.attachments ?? []).map(wordsOf)) : [];
        const content = foldD(recordText(page, first + at, mostWords, attached.join(" ")));
        return { url: page.address, content };
      });
      await maker.add(await Promise.all(records));
    }
    return await maker.finish({
      ...{ id, cache },
      pages: pages.map(({ address, version }) => ({ address, version })),
      table: JSON.stringify(writePageTable(pages.map(listedPage))),
    });
  } finally {
    await maker.close();
  }
}

/** Ends Pagefind's own process; the next index starts it again. */
export const closeSearchIndexer = (): Promise<unknown> => close();
