import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { blobId } from "./blob-id.ts";
import { runGit } from "./run.ts";

/** A working tree with its files. */
export interface Checkout {
  /** The files git tracks, with the blob id of what lies on disk now; a file removed on disk is left out. */
  trackedFiles: () => Promise<{ path: string; oid: string }[]>;
  /** Whether this is the top of a working tree with a commit. */
  isRepository: () => Promise<boolean>;
  /** Files below `folder` that differ from the last commit, new and removed ones included. */
  changedSince: (folder: string) => Promise<string[]>;
}

export function openCheckout(dir: string): Checkout {
  return {
    async isRepository() {
      const args = ["rev-parse", "--verify", "--quiet", "HEAD:./"];
      const here = await runGit(args, { dir, accept: [0, 1, 128] });
      const top = await runGit(["rev-parse", "--show-prefix"], { dir, accept: [0, 128] });
      return here.code === 0 && top.stdout.toString("utf8").trim() === "";
    },
    async changedSince(folder) {
      const args = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", folder];
      const { stdout } = await runGit(args, { dir });
      return stdout
        .toString("utf8")
        .split("\0")
        .flatMap((line) => (line === "" ? [] : [line.slice(3)]));
    },
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
