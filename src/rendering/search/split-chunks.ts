import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { arrayOf, itemsAt, textAt, textOf } from "./cbor.ts";

export interface IndexFile {
  path: string;
  content: Uint8Array;
}

const signature = Buffer.from("pagefind_dcd");
const chunkName = /^index\/(.+)\.pf_index$/;

/** Words share a file up to this size, before compression. */
const chunkSize = 9_000;

/**
 * Cuts the files that hold an index's words into smaller ones. Pagefind packs some twenty thousand occurrences into each,
 * so that a query of four syllables, the usual kind in Vietnamese, would download a hundred kilobytes to use a tenth.
 * Works on what Pagefind 1.6 writes: a file of words is an array that holds an array of words, the `.pf_meta` file lists
 * for each its first word, its last one and its name. Anything else is left as it is, and search then works, at more cost.
 */
export function splitChunks(files: readonly IndexFile[]): IndexFile[] {
  const meta = files.find(({ path }) => path.endsWith(".pf_meta"));
  if (!meta) return [...files];
  try {
    const chunks = new Map(files.flatMap(({ path, content }) => named(chunkName.exec(path)?.[1], content)));
    const { content, pieces } = splitMeta(unpack(meta.content), chunks);
    return [
      ...files.filter((file) => file !== meta && !chunkName.test(file.path)),
      { path: meta.path, content: pack(content) },
      ...[...pieces].map(([name, piece]) => ({ path: `index/${name}.pf_index`, content: pack(piece) })),
    ];
  } catch {
    return [...files];
  }
}

const named = (name: string | undefined, content: Uint8Array): [string, Uint8Array][] =>
  name === undefined ? [] : [[name, content]];

interface Split {
  content: Uint8Array;
  pieces: Map<string, Uint8Array>;
}

/** Where in the `.pf_meta` file the list of chunks stands, after the version and the pages. */
const chunkList = 2;

function splitMeta(meta: Uint8Array, chunks: ReadonlyMap<string, Uint8Array>): Split {
  const parts = itemsAt(meta, 0);
  const pieces = new Map<string, Uint8Array>();
  const entries = itemsAt(meta, parts[chunkList]?.[0] ?? 0).flatMap(([from]) => {
    const [, , last] = itemsAt(meta, from);
    const name = textAt(meta, last?.[0] ?? 0);
    const chunk = chunks.get(name);
    if (!chunk) throw new Error(`there is no chunk ${name}`);
    return splitChunk(unpack(chunk), name).map(({ from: first, to, name: piece, content }) => {
      pieces.set(piece, content);
      return arrayOf([textOf(first), textOf(to), textOf(piece)]);
    });
  });
  const content = arrayOf(
    parts.map(([from, to], place) => (place === chunkList ? arrayOf(entries) : meta.subarray(from, to))),
  );
  return { content, pieces };
}

interface Piece {
  /** First and last word. */
  from: string;
  to: string;
  name: string;
  content: Uint8Array;
}

function splitChunk(chunk: Uint8Array, name: string): Piece[] {
  const [words] = itemsAt(chunk, 0);
  const groups: Uint8Array[][] = [];
  let size = Infinity;
  for (const [from, to] of itemsAt(chunk, words?.[0] ?? 0)) {
    if (size + to - from > chunkSize) {
      groups.push([]);
      size = 0;
    }
    groups.at(-1)?.push(chunk.subarray(from, to));
    size += to - from;
  }
  const language = name.slice(0, name.indexOf("_") + 1);
  return groups.map((group) => {
    const content = arrayOf([arrayOf(group)]);
    return {
      from: wordOf(group[0]),
      to: wordOf(group.at(-1)),
      name: language + createHash("sha256").update(content).digest("hex").slice(0, 7),
      content,
    };
  });
}

/** The word of an entry, which begins with it. */
function wordOf(entry: Uint8Array | undefined): string {
  if (!entry) throw new Error("there is no word");
  return textAt(entry, itemsAt(entry, 0)[0]?.[0] ?? 0);
}

function unpack(content: Uint8Array): Uint8Array {
  const data = gunzipSync(content);
  if (!data.subarray(0, signature.length).equals(signature)) throw new Error("the signature is missing");
  return data.subarray(signature.length);
}

const pack = (content: Uint8Array) => gzipSync(Buffer.concat([signature, content]), { level: 9 });
