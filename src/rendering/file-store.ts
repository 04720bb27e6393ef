import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Content, LibraryFile } from "../content-store/content.ts";
import { libraryFileAddress } from "../content-store/library-file-address.ts";
import { writeWhole } from "../foundation/write-whole.ts";

/** The library's documents and recordings as files on disk, each written once and kept. */
export interface FileStore {
  /** Where the bytes of a file lie. */
  file: (file: LibraryFile) => Promise<string>;
  /** The file at a public address (`/_tep/…`) of a content made known; undefined where there is none. */
  at: (address: string) => Promise<string | undefined>;
  /** Makes the files of a content known, so that they can be asked for by address. */
  know: (content: Content) => void;
}

/** Keeps files in `folder` under their public addresses. */
export function openFileStore(folder: string, read: (file: LibraryFile) => Promise<Buffer>): FileStore {
  const byAddress = new Map<string, LibraryFile>();
  const seen = new WeakSet<ReadonlyMap<string, LibraryFile>>();

  async function file(wanted: LibraryFile): Promise<string> {
    const path = join(folder, libraryFileAddress(wanted).replace("/_tep/", ""));
    const there = await stat(path).catch(() => undefined);
    if (there?.size === wanted.size) return path;
    writeWhole(path, await read(wanted));
    return path;
  }

  return {
    file,
    async at(address) {
      const found = byAddress.get(address);
      return found && file(found);
    },
    know(content) {
      for (const { files } of content.sites.values()) {
        if (seen.has(files)) continue;
        seen.add(files);
        for (const one of files.values()) byAddress.set(libraryFileAddress(one), one);
      }
    },
  };
}
