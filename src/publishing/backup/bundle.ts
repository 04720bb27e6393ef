import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { Problem } from "../../foundation/problem.ts";
import type { Clock } from "../../foundation/clock.ts";
import { bundleRefs, createBundle } from "../../git/bundle.ts";
import { checkObjects } from "../../git/check-objects.ts";
import { cloneMirror } from "../../git/remote.ts";
import { listRefs } from "../../git/refs.ts";

const bundleName = /^cong-\d{8}T\d{6}Z\.bundle$/;

/**
 * Puts the whole repository into one file in `folder`, with its SHA-256 beside it (`sha256sum -c` reads it), and proves
 * that it can be restored before it counts. Older ones are removed when more than `keep` are there.
 */
export async function makeBundle(
  repositoryDir: string,
  folder: string,
  options: { clock: Clock; keep?: number },
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const stamp = options
    .clock()
    .toISOString()
    .replace(/[-:]|\.\d+/g, "");
  const file = join(resolve(folder), `cong-${stamp}.bundle`);
  const making = `${file}.making`;
  try {
    await createBundle(repositoryDir, making);
    await writeFile(`${making}.sha256`, `${await sha256Of(making)}  ${basename(file)}\n`);
    await proveBundle(making, basename(file));
    await rename(`${making}.sha256`, checksumFile(file));
    await rename(making, file);
  } finally {
    await rm(making, { force: true });
    await rm(`${making}.sha256`, { force: true });
  }
  await removeOld(folder, options.keep ?? 14);
  return file;
}

/** Proves that a bundle is whole: its SHA-256, then a clone of it whose every object is read. `git bundle verify` proves neither. */
export async function verifyBundle(file: string): Promise<void> {
  await proveBundle(resolve(file), basename(file));
}

/** The newest bundle of a folder and its age in seconds; undefined if there is none. */
export async function newestBundle(
  folder: string,
  clock: Clock,
): Promise<{ file: string; age: number } | undefined> {
  const newest = (await bundlesIn(folder)).at(-1);
  if (newest === undefined) return undefined;
  const file = join(folder, newest);
  return { file, age: (clock().getTime() - (await stat(file)).mtimeMs) / 1000 };
}

async function proveBundle(file: string, name: string): Promise<void> {
  const written = await readFile(checksumFile(file), "utf8").catch(() => "");
  const [expected = ""] = written.split(/\s/);
  if (expected !== (await sha256Of(file))) {
    throw new Problem(
      expected === ""
        ? `${file} has no SHA-256 file beside it.`
        : `${file} does not have the SHA-256 it was made with.`,
      { remedy: `Do not restore from ${name}. Use an older bundle or a mirror, and look at the disk.` },
    );
  }
  const folder = await mkdtemp(join(tmpdir(), "cong-bundle-"));
  try {
    const copy = join(folder, "copy.git");
    await cloneMirror({ url: file }, copy, folder).catch((error: unknown) => {
      throw rejected(file, name, [(error as Error).message]);
    });
    const faults = await checkObjects(copy);
    if (faults.length > 0) throw rejected(file, name, faults);
    const copied = new Map((await listRefs(copy, "refs/")).map((ref) => [ref.name, ref.oid]));
    const lost = (await bundleRefs(file, folder)).filter((ref) => copied.get(ref.name) !== ref.oid);
    if (lost.length > 0)
      throw rejected(
        file,
        name,
        lost.map((ref) => `${ref.name} is not in the copy`),
      );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function rejected(file: string, name: string, faults: readonly string[]): Problem {
  return new Problem(`${file} cannot be restored:\n${faults.map((line) => `  ${line}`).join("\n")}`, {
    remedy: `Do not restore from ${name}. Use an older bundle or a mirror.`,
  });
}

const checksumFile = (file: string): string => `${file}.sha256`;

async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function bundlesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => bundleName.test(name)).sort();
}

async function removeOld(folder: string, keep: number): Promise<void> {
  for (const name of (await bundlesIn(folder)).slice(0, -keep)) {
    await rm(join(folder, name), { force: true });
    await rm(checksumFile(join(folder, name)), { force: true });
  }
}
