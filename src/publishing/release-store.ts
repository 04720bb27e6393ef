import { readFileSync, rmSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { Problem } from "../foundation/problem.ts";
import { writeWhole } from "../foundation/write-whole.ts";
import { openCompressedNotes, type CompressedNotes, type Encoding } from "./compressed-notes.ts";
import type { ReleaseStore } from "./target.ts";
import { formatTree, hashOf, parseTree, type Stored, type Tree } from "./tree.ts";
import { keepLatest } from "./keep-latest.ts";

/**
 * The publisher's own store: files by their SHA-256 (`objects/<ab>/<hash>`), folders by the hash of their text
 * (`trees/<ab>/<hash>`). Nothing in it is trusted for its name: a file of another size is written again, a folder's text
 * is hashed when it is read, and every host hashes what it is given.
 */
export interface PublisherStore extends ReleaseStore {
  folder: string;
  put: (data: Uint8Array) => Stored;
  putFile: (file: string) => Promise<Stored>;
  /** The bytes compressed once, for hosts that send precompressed files. */
  compressed: (hash: string, encoding: Encoding) => Promise<Stored>;
  /** Entries in the order of `Tree`. */
  putTree: (entries: Tree) => Stored;
  notes: CompressedNotes;
}

// A small window: pages are small, and setting up the default one (4 MB) takes ten times as long as compressing a page.
const brotli = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 16 };

const compressors: Record<Encoding, (data: Buffer) => Promise<Buffer>> = {
  br: (data) => promisify(brotliCompress)(data, { params: brotli }),
  gz: (data) => promisify(gzip)(data, { level: 9 }),
};

export function openReleaseStore(folder: string): PublisherStore {
  const pathOf = (hash: string) => join(folder, "objects", hash.slice(0, 2), hash);
  const treePath = (hash: string) => join(folder, "trees", hash.slice(0, 2), hash);
  /** The folders read or made last (some 250 bytes an entry): one of 15,000 need not be parsed again. */
  const trees = keepLatest<Tree>(100_000);
  const notes = openCompressedNotes(join(folder, "compressed.txt"));
  /** Files whose name changes with their bytes are read once. */
  const known = new Map<string, Stored>();

  const holds = ({ hash, size }: Stored) => sizeOf(pathOf(hash)) === size;

  function put(data: Uint8Array): Stored {
    const stored = { hash: hashOf(data), size: data.byteLength };
    // Not forced onto the disk, for speed: what a power cut tears is found by its size here and by its hash on the host.
    if (!holds(stored)) writeWhole(pathOf(stored.hash), data, { mode: 0o444 });
    return stored;
  }

  return {
    folder,
    pathOf,
    put,
    notes,
    async putFile(file) {
      const seen = known.get(file);
      if (seen && holds(seen)) return seen;
      const stored = put(await readFile(file));
      known.set(file, stored);
      return stored;
    },
    async compressed(hash, encoding) {
      const kept = notes.find(hash, encoding);
      if (kept && holds(kept)) return kept;
      const stored = put(await compressors[encoding](await readFile(pathOf(hash))));
      notes.add(hash, encoding, stored);
      return stored;
    },
    putTree(entries) {
      const data = Buffer.from(formatTree(entries));
      const hash = hashOf(data);
      if (sizeOf(treePath(hash)) !== data.byteLength) writeWhole(treePath(hash), data, { mode: 0o444 });
      trees.keep(hash, entries);
      return { hash, size: entries.reduce((sum, entry) => sum + entry.size, 0) };
    },
    tree(hash) {
      const cached = trees.find(hash);
      if (cached) return Promise.resolve(cached);
      const text = readText(treePath(hash));
      const entries = text !== undefined && hashOf(text) === hash ? parseTree(text) : undefined;
      if (!entries)
        return Promise.reject(
          new Problem(`The release store has no whole folder ${hash}.`, {
            remedy: "Publish again: the folder is made anew from the rendered pages.",
          }),
        );
      trees.keep(hash, entries);
      return Promise.resolve(entries);
    },
    discard(hash) {
      rmSync(pathOf(hash), { force: true });
    },
  };
}

function sizeOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.size;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
