import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { blobId } from "../git/blob-id.ts";
import type { Repository } from "../git/repository.ts";

/** One file below `content/`, named by its repository path and its git blob id. */
export interface SourceFile {
  path: string;
  oid: string;
  /** In bytes. */
  size: number;
}

/** Where content is read from: a commit, or the folder of a checkout. Both name the same bytes by the same id. */
export interface ContentSource {
  list(): Promise<SourceFile[]>;
  read(file: SourceFile): Promise<Buffer>;
}

/** The content of a commit or tree in a bare repository. */
export function commitSource(repository: Repository, treeish: string): ContentSource {
  return {
    async list() {
      const entries = await repository.listTree(treeish, { path: "content", recursive: true });
      return entries
        .filter((entry) => entry.type === "blob")
        .map(({ path, oid, size = 0 }) => ({ path, oid, size }));
    },
    async read(file) {
      return (await repository.readObject(file.oid)).data;
    },
  };
}

/** The content folder of a checkout, as it lies on disk. */
export function folderSource(checkout: string): ContentSource {
  return {
    async list() {
      const entries = await readdir(join(checkout, "content"), { recursive: true, withFileTypes: true });
      const paths = entries
        .filter((entry) => entry.isFile())
        .map((entry) =>
          join(entry.parentPath, entry.name)
            .slice(checkout.length + 1)
            .replaceAll("\\", "/"),
        )
        .sort();
      return Promise.all(
        paths.map(async (path) => {
          const data = await readFile(join(checkout, path));
          return { path, oid: blobId(data), size: data.byteLength };
        }),
      );
    },
    read: (file) => readFile(join(checkout, file.path)),
  };
}
