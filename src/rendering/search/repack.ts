import { gunzipSync, gzipSync } from "node:zlib";
import { arrayOf, itemsAt, numberOf, textAt, textOf, UnexpectedFormat } from "./cbor.ts";

export interface IndexFile {
  path: string;
  content: Uint8Array;
}

const signature = Buffer.from("pagefind_dcd");
const chunkName = /^index\/(.+)\.pf_index$/;
const fragmentName = /^fragment\/(.+)\.pf_fragment$/;

/** Words share a file up to this size, before compression. */
const chunkSize = 4500;
/** An index whose words need no more than this, before compression, is one file: asking for parts would cost more. */
const smallIndex = 100_000;

/** How long every page is said to be: length would change the order of results a little, and cost ten kilobytes to tell. */
const wordsOfPage = 100;

/**
 * Makes an index cheaper to download. Pagefind packs some twenty thousand occurrences of words into each file, so that a
 * query of four syllables, the usual kind in Vietnamese, would load a hundred kilobytes to use a tenth; they are cut into
 * smaller ones. Pages get running numbers after `prefix` for names, which compress where digests do not.
 *
 * Works on what Pagefind 1.6 writes. A file of words is an array that holds an array of words, each an array that begins
 * with the word. The `.pf_meta` file is an array: version, pages (name, length, group), files of words (first word, last
 * word, name), and more. Anything else is left as it is, and search then works, at more cost.
 */
export function repack(files: readonly IndexFile[], prefix: string): IndexFile[] {
  const metaFile = files.find(({ path }) => path.endsWith(".pf_meta"));
  if (!metaFile) return [...files];
  try {
    const meta = unpack(metaFile.content);
    const parts = itemsAt(meta, 0);
    const [, pageList, chunkList] = parts.map(([from]) => from);
    const pages = renamePages(meta, pageList ?? 0, prefix);
    const chunks = splitChunks(meta, chunkList ?? 0, contentsOf(files, chunkName));
    const whole = parts.map(([from, to]) => {
      if (from === pageList) return pages.list;
      return from === chunkList ? chunks.list : meta.subarray(from, to);
    });
    const renamed = [...contentsOf(files, fragmentName)].map(([name, content]) => {
      const fresh = pages.names.get(name);
      if (fresh === undefined) throw new UnexpectedFormat(`there is no page ${name}`);
      return { path: `fragment/${fresh}.pf_fragment`, content };
    });
    return [
      ...files.filter(
        (file) => file !== metaFile && !chunkName.test(file.path) && !fragmentName.test(file.path),
      ),
      { path: metaFile.path, content: pack(arrayOf(whole)) },
      ...renamed,
      ...chunks.files,
    ];
  } catch (error) {
    if (!(error instanceof UnexpectedFormat)) throw error;
    return [...files];
  }
}

function contentsOf(files: readonly IndexFile[], pattern: RegExp): Map<string, Uint8Array> {
  return new Map(
    files.flatMap(({ path, content }): [string, Uint8Array][] => {
      const name = pattern.exec(path)?.[1];
      return name === undefined ? [] : [[name, content]];
    }),
  );
}

function renamePages(
  meta: Uint8Array,
  at: number,
  prefix: string,
): { list: Uint8Array; names: Map<string, string> } {
  const names = new Map<string, string>();
  const pages = itemsAt(meta, at).map(([from], place) => {
    const [name, , group] = itemsAt(meta, from);
    const fresh = prefix + place.toString(36).padStart(3, "0");
    names.set(textAt(meta, name?.[0] ?? 0), fresh);
    return arrayOf([textOf(fresh), numberOf(wordsOfPage), meta.subarray(...(group ?? [0, 0]))]);
  });
  return { list: arrayOf(pages), names };
}

function splitChunks(
  meta: Uint8Array,
  at: number,
  contents: ReadonlyMap<string, Uint8Array>,
): { list: Uint8Array; files: IndexFile[] } {
  const words = itemsAt(meta, at).flatMap(([from]) => {
    const name = itemsAt(meta, from)[2];
    const content = contents.get(textAt(meta, name?.[0] ?? 0));
    if (!content) throw new UnexpectedFormat("a file of words is missing");
    return wordsIn(unpack(content));
  });
  const files: IndexFile[] = [];
  const entries = groupsOf(words).map((group, place) => {
    const name = place.toString(36);
    files.push({ path: `index/${name}.pf_index`, content: pack(arrayOf([arrayOf(group)])) });
    return arrayOf([textOf(wordOf(group[0])), textOf(wordOf(group.at(-1))), textOf(name)]);
  });
  return { list: arrayOf(entries), files };
}

/** The entries of the words in a file. */
function wordsIn(chunk: Uint8Array): Uint8Array[] {
  const [words] = itemsAt(chunk, 0);
  return itemsAt(chunk, words?.[0] ?? 0).map(([from, to]) => chunk.subarray(from, to));
}

/** Words in groups of neighbours; one that fills a file has it to itself. */
function groupsOf(words: readonly Uint8Array[]): Uint8Array[][] {
  const all = words.reduce((sum, { length }) => sum + length, 0);
  const most = all <= smallIndex ? smallIndex : chunkSize;
  const groups: Uint8Array[][] = [];
  let size = Infinity;
  for (const word of words) {
    if (size + word.length > most) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(word);
    size += word.length;
  }
  return groups;
}

/** The word of an entry, which begins with it. */
function wordOf(entry: Uint8Array | undefined): string {
  if (!entry) throw new UnexpectedFormat("there is no word");
  return textAt(entry, itemsAt(entry, 0)[0]?.[0] ?? 0);
}

function unpack(content: Uint8Array): Uint8Array {
  const data = gunzipSync(content);
  if (!data.subarray(0, signature.length).equals(signature))
    throw new UnexpectedFormat("the signature is missing");
  return data.subarray(signature.length);
}

const pack = (content: Uint8Array) => gzipSync(Buffer.concat([signature, content]), { level: 9 });
