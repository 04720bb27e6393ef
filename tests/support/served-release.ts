import { createHash } from "node:crypto";
import { mkdir, rename, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Files of a release by path, as text or bytes. */
export type ReleaseFiles = Readonly<Record<string, string | Buffer>>;

/** Writes a release into a host's folder, as targets lay it out: a tree of immutable folders that link to each other. */
export async function layRelease(folder: string, sequence: number, files: ReleaseFiles): Promise<void> {
  const root = await layTree(folder, files);
  const release = join(folder, "releases", String(sequence));
  await mkdir(release, { recursive: true });
  await writeFile(join(release, "manifest.json"), "{}");
  await writeFile(join(release, "phien-ban.json"), `{"sequence":${sequence}}\n`);
  await symlink(join("../../trees", root), join(release, "root"));
}

/** Makes a release the live one, by one rename. */
export async function activate(folder: string, sequence: number): Promise<void> {
  await symlink(join("releases", String(sequence)), join(folder, "current.new"));
  await rename(join(folder, "current.new"), join(folder, "current"));
}

// The quickest: a test lays many releases, and their bytes need only come out as they went in.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 16 } };

/** Adds what a release holds compressed: the same file under `.br` and `.gz`. */
export function withCompressed(files: Readonly<Record<string, string>>): ReleaseFiles {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]): [string, string | Buffer][] => [
      [path, text],
      [`${path}.br`, brotliCompressSync(text, brotli)],
      [`${path}.gz`, gzipSync(text)],
    ]),
  );
}

async function layTree(folder: string, files: ReleaseFiles): Promise<string> {
  const below = new Map<string, Record<string, string | Buffer>>();
  const own: [string, string | Buffer][] = [];
  for (const [path, data] of Object.entries(files)) {
    const slash = path.indexOf("/");
    if (slash < 0) own.push([path, data]);
    else {
      const name = path.slice(0, slash);
      const part = below.get(name) ?? {};
      part[path.slice(slash + 1)] = data;
      below.set(name, part);
    }
  }
  const hash = createHash("sha256");
  for (const [name, data] of own) hash.update(`f ${name} `).update(data).update("\n");
  const folders: [string, string][] = [];
  for (const [name, part] of below) folders.push([name, await layTree(folder, part)]);
  for (const [name, part] of folders) hash.update(`d ${name} ${part}\n`);
  const digest = hash.digest("hex");
  const tree = join(folder, "trees", digest);
  if ((await mkdir(tree, { recursive: true })) === undefined) return digest;
  for (const [name, data] of own) await writeFile(join(tree, name), data);
  for (const [name, part] of folders) await symlink(join("..", part), join(tree, name));
  return digest;
}
