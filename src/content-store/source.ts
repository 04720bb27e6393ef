import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { blobId } from "../git/blob-id.ts";
import { openCheckout } from "../git/checkout.ts";
import { lastChanges } from "../git/last-changes.ts";
import { openRepository, type Repository } from "../git/repository.ts";
import { recordsOf, type Records } from "./records.ts";

/** One file below `content/`, named by its repository path and its git blob id. */
export interface SourceFile {
  path: string;
  oid: string;
  /** In bytes. */
  size: number;
}

/** Where content is read from: a commit, or the folder of a checkout. Both name the same bytes by the same id. */
export interface ContentSource {
  /** Where its files can be read from in another thread. */
  readonly place: SourcePlace;
  list(): Promise<SourceFile[]>;
  read(file: SourceFile): Promise<Buffer>;
}

/** A checkout's folder, or that of a bare repository. */
export type SourcePlace = { checkout: string } | { repository: string };

/** Reads the files of a source whose place is known, for a thread of its own that ends with it. */
export function readerAt(place: SourcePlace): Pick<ContentSource, "read"> {
  return "checkout" in place ? readerOfFolder(place.checkout) : readerOf(openRepository(place.repository));
}

const readerOf = (repository: Repository): Pick<ContentSource, "read"> => ({
  read: async (file) => (await repository.readObject(file.oid)).data,
});

const readerOfFolder = (checkout: string): Pick<ContentSource, "read"> => ({
  // Many small files: waiting for each would take longer than reading it.
  read: (file) => Promise.resolve(readFileSync(join(checkout, file.path))),
});

/** The content of a commit or tree in a bare repository. */
export function commitSource(repository: Repository, treeish: string): ContentSource {
  return {
    place: { repository: repository.dir },
    ...readerOf(repository),
    async list() {
      const entries = await repository.listTree(treeish, { path: "content", recursive: true });
      return entries
        .filter((entry) => entry.type === "blob")
        .map(({ path, oid, size = 0 }) => ({ path, oid, size }));
    },
  };
}

/** The content folder of a checkout, as it lies on disk. */
export function folderSource(checkout: string): ContentSource {
  return {
    place: { checkout },
    ...readerOfFolder(checkout),
    list() {
      const entries = readdirSync(join(checkout, "content"), { recursive: true, withFileTypes: true });
      const paths = entries
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(checkout.length + 1)
            .replaceAll("\\", "/"),
        )
        .sort();
      const files = paths.map((path) => {
        const data = readFileSync(join(checkout, path));
        return { path, oid: blobId(data), size: data.byteLength };
      });
      return Promise.resolve(files);
    },
  };
}

/** Where the files of a checkout come from; those changed since its commit come from nowhere yet. */
export async function folderRecords(checkout: string): Promise<Records> {
  const tree = openCheckout(checkout);
  if (!(await tree.isRepository())) return new Map();
  const records = recordsOf(await lastChanges(checkout, "HEAD", { folder: "content" }));
  for (const path of await tree.changedSince("content")) records.delete(path);
  return records;
}
