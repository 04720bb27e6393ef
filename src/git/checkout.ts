import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { blobId } from "./blob-id.ts";
import { runGit } from "./run.ts";

/** A working tree with its files. */
export interface Checkout {
  /** The files git tracks, with the blob id of what lies on disk now; a file removed on disk is left out. */
  trackedFiles: () => Promise<{ path: string; oid: string }[]>;
}

export function openCheckout(dir: string): Checkout {
  return {
    async trackedFiles() {
      const staged = await runGit(["ls-files", "--stage", "-z"], { dir });
      const modified = await runGit(["ls-files", "--modified", "-z"], { dir });
      const changed = new Set(modified.stdout.toString("utf8").split("\0").filter(Boolean));
      const files = staged.stdout
        .toString("utf8")
        .split("\0")
        .filter(Boolean)
        .map((line) => {
          const [meta = "", path = ""] = line.split("\t");
          return { path, oid: meta.split(" ")[1] ?? "" };
        });
      const current = await Promise.all(
        files.map(async (file) =>
          changed.has(file.path) ? { path: file.path, oid: await blobOnDisk(join(dir, file.path)) } : file,
        ),
      );
      return current.filter((file): file is { path: string; oid: string } => file.oid !== undefined);
    },
  };
}

async function blobOnDisk(path: string): Promise<string | undefined> {
  const data = await readFile(path).catch(() => undefined);
  return data && blobId(data);
}
