import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createReadStream } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { openObjectReader } from "./object-reader.ts";
import type { Repository } from "./repository.ts";
import { gitText, runGit } from "./run.ts";

/** A file that a push brings and the repository has not; `path` where a commit of the push names one. */
export interface IncomingFile {
  oid: string;
  path: string | undefined;
}

/** What a push brings, unpacked beside the repository: nothing of it is in the repository yet. */
export interface IncomingPack {
  files: readonly IncomingFile[];
  read(oid: string): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Unpacks the pack of a push where it can be looked at before the repository takes it. `tips` are the commits that the
 * push wants refs to name. Files that no commit names are among them: they would lie in the repository all the same.
 */
export async function openIncomingPack(
  { dir, inspect }: Pick<Repository, "dir" | "inspect">,
  { pack, tips }: { pack: Readable; tips: readonly string[] },
): Promise<IncomingPack> {
  const folder = await mkdtemp(join(tmpdir(), "cong-incoming-"));
  const env = {
    GIT_OBJECT_DIRECTORY: folder,
    GIT_ALTERNATE_OBJECT_DIRECTORIES: join(dir, "objects"),
  };
  const reader = openObjectReader(dir, env);
  const close = async () => {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await mkdir(join(folder, "pack"));
    const options = { dir, env };
    const answer = await gitText(["index-pack", "--stdin", "--fix-thin"], { ...options, input: pack });
    const name = /[0-9a-f]{40}/.exec(answer)?.[0] ?? "";
    const named = await namedFiles(tips, options);
    const packed = await packedObjects(createReadStream(join(folder, "pack", `pack-${name}.idx`)), options);
    const files: IncomingFile[] = [];
    for (const oid of packed) {
      // What the pack only needed to be read is in the repository already.
      if ((await reader.info(oid))?.type !== "blob" || (await inspect(oid))) continue;
      const paths = named.get(oid) ?? [undefined];
      files.push(...paths.map((path) => ({ oid, path })));
    }
    return { files, close, read: async (oid) => (await reader.contents(oid))?.data ?? Buffer.alloc(0) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The paths under which the new commits name each object. A listing by commits alone would name but the first of them. */
async function namedFiles(
  tips: readonly string[],
  options: { dir: string; env: Record<string, string> },
): Promise<Map<string, string[]>> {
  const named = new Map<string, string[]>();
  const args = ["log", "--format=", "--raw", "--no-abbrev", "--no-renames", "-z", "-m", "--root"];
  const { stdout } = await runGit([...args, ...tips, "--not", "--all"], options);
  const fields = stdout.toString("utf8").split("\0");
  fields.forEach((field, at) => {
    const oid = /^\s*:\d+ \d+ [0-9a-f]+ ([0-9a-f]{40}) /.exec(field)?.[1];
    const path = fields[at + 1];
    if (oid === undefined || path === undefined) return;
    const paths = named.get(oid) ?? [];
    if (!paths.includes(path)) named.set(oid, [...paths, path]);
  });
  return named;
}

/** The ids of all objects of a pack, by its index. */
async function packedObjects(
  index: Readable,
  options: { dir: string; env: Record<string, string> },
): Promise<string[]> {
  const text = await gitText(["show-index"], { ...options, input: index });
  return text.split("\n").flatMap((line) => /^\d+ ([0-9a-f]{40})/.exec(line)?.[1] ?? []);
}
