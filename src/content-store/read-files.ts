import { setImmediate as pause } from "node:timers/promises";
import { startHelpers } from "../foundation/helper-threads.ts";
import { sideBySide } from "../foundation/side-by-side.ts";
import { keyOf, type EntryStore, type Parsed, type ParsedFile } from "./entry-store.ts";
import { parseFile } from "./parse-file.ts";
import type { ContentSource, SourceFile, SourcePlace } from "./source.ts";

/** Files read and stored at once. */
const batch = 250;

/** From so many files on, starting threads of their own costs less than they save. */
const worthThreads = 2000;

/** A file of a source and what it holds. */
export interface ReadFile {
  path: string;
  oid: string;
  file: ParsedFile;
}

/** Reads files and hands them on in groups, in no fixed order. */
export type ReadFiles = (
  files: readonly SourceFile[],
  source: ContentSource,
  take: (read: ReadFile[]) => void,
) => Promise<void>;

/** Reads files in this thread. */
export const readFilesHere: ReadFiles = async (files, source, take) => {
  for (const part of groups(files)) take(await readGroup(part, source));
};

/** Reads many files with the help of other threads, so that every core has one; few files are read here. */
export const readFilesInThreads: ReadFiles = async (files, source, take) => {
  if (files.length < worthThreads) return readFilesHere(files, source, take);
  const helpers = startHelpers<readonly SourceFile[], ReadFile[]>(
    new URL("./reader-thread.ts", import.meta.url),
    source.place satisfies SourcePlace,
  );
  const parts = groups(files);
  const readers = [
    // Each has its next group before it has done with one.
    ...helpers.flatMap(({ ask }) => [ask, ask]),
    async (part: readonly SourceFile[]) => {
      // Reading is work without waiting: let in what the others have read.
      await pause();
      return readGroup(part, source);
    },
  ];
  try {
    let next = 0;
    await Promise.all(
      readers.map(async (read) => {
        for (let part = parts[next++]; part; part = parts[next++]) take(await read(part));
      }),
    );
  } finally {
    await Promise.all(helpers.map((helper) => helper.stop()));
  }
};

/** A file so large, in bytes, that many of them at once could take all memory. */
const large = 1_000_000;

/** Reads some files at once: many small ones, large ones in turn. */
export async function readGroup(
  files: readonly SourceFile[],
  source: Pick<ContentSource, "read">,
): Promise<ReadFile[]> {
  const read = async (file: SourceFile) => ({
    path: file.path,
    oid: file.oid,
    file: await parseFile(file, () => source.read(file)),
  });
  const small = files.filter(({ size }) => size < large);
  const others = files.filter(({ size }) => size >= large);
  return [...(await sideBySide(small, 64, read)), ...(await sideBySide(others, 2, read))];
}

/** Keeps what is read in the store, and tells what it holds by path and blob id. */
export async function readInto(
  store: EntryStore,
  files: readonly SourceFile[],
  source: ContentSource,
  read: ReadFiles,
): Promise<Map<string, Parsed>> {
  const found = new Map<string, Parsed>();
  await read(files, source, (group) => {
    store.put(group);
    for (const { path, oid, file } of group) found.set(keyOf(path, oid), file.parsed);
  });
  return found;
}

function groups(files: readonly SourceFile[]): (readonly SourceFile[])[] {
  return Array.from({ length: Math.ceil(files.length / batch) }, (_, index) =>
    files.slice(index * batch, (index + 1) * batch),
  );
}
