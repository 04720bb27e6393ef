import { readFile } from "node:fs/promises";
import type { LibraryFile } from "../../content-store/content.ts";
import type { FileStore } from "../file-store.ts";
import { pdfWordCache } from "./pdf-words.ts";

/** The first words of a file of the library; an empty text for a kind that is not read. */
export type AttachedWords = (file: LibraryFile) => Promise<string>;

/** Reads PDFs, each once; their words are kept in `folder`. */
export function attachedWords(folder: string, files: FileStore): AttachedWords {
  const words = pdfWordCache(folder);
  return (file) =>
    /\.pdf$/i.test(file.address)
      ? words(file.oid, async () => readFile(await files.file(file)))
      : Promise.resolve("");
}
