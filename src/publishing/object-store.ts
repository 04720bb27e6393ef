import { createHash } from "node:crypto";
import { copyFile, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A file of a release: its path, its size in bytes and the SHA-256 of its bytes. */
export interface ReleaseFile {
  path: string;
  size: number;
  sha256: string;
}

export type Stored = Omit<ReleaseFile, "path">;

/** Bytes by their SHA-256, written once and never changed. */
export interface ObjectStore {
  put: (data: Buffer) => Promise<Stored>;
  putFile: (file: string) => Promise<Stored>;
  /** The bytes compressed once, for hosts that send precompressed files; kept under the hash of what they were made from. */
  compressed: (sha256: string, encoding: Encoding) => Promise<Stored>;
  pathOf: (sha256: string) => string;
}

export type Encoding = "br" | "gz";

// A small window: pages are small, and setting up the default one (4 MB) takes ten times as long as compressing a page.
const brotli = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 16 };

const compressors: Record<Encoding, (data: Buffer) => Promise<Buffer>> = {
  br: (data) => promisify(brotliCompress)(data, { params: brotli }),
  gz: (data) => promisify(gzip)(data, { level: 9 }),
};

export function openObjectStore(folder: string): ObjectStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  /** Hashes of files whose name changes with their bytes need to be taken once. */
  const known = new Map<string, Stored>();

  async function put(data: Buffer): Promise<Stored> {
    const sha256 = createHash("sha256").update(data).digest("hex");
    await writeOnce(pathOf(sha256), data);
    return { sha256, size: data.byteLength };
  }

  return {
    pathOf,
    put,
    async putFile(file) {
      const seen = known.get(file);
      if (seen && (await exists(pathOf(seen.sha256)))) return seen;
      const stored = await put(await readFile(file));
      known.set(file, stored);
      return stored;
    },
    async compressed(sha256, encoding) {
      const note = `${pathOf(sha256)}.${encoding}`;
      const kept = await readFile(note, "utf8").catch(() => undefined);
      if (kept && (await exists(pathOf(kept))))
        return { sha256: kept, size: (await stat(pathOf(kept))).size };
      const stored = await put(await compressors[encoding](await readFile(pathOf(sha256))));
      await writeOnce(note, Buffer.from(stored.sha256));
      return stored;
    },
  };
}

/** Copies bytes to a new file and makes sure they are on the disk; the file is there whole or not at all. */
export async function copyWhole(from: string, to: string): Promise<void> {
  const partial = await partialOf(to);
  await copyFile(from, partial);
  await settle(partial, to);
}

/** Writes a file whole or not at all. */
export async function writeWhole(path: string, data: Uint8Array | string, mode = 0o666): Promise<void> {
  const partial = await partialOf(path);
  const handle = await open(partial, "w", mode);
  try {
    await handle.writeFile(data);
  } finally {
    await handle.close();
  }
  await settle(partial, path);
}

async function writeOnce(path: string, data: Uint8Array): Promise<void> {
  if (!(await exists(path))) await writeWhole(path, data);
}

let counter = 0;

async function partialOf(path: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  counter += 1;
  return `${path}.${String(process.pid)}-${String(counter)}.partial`;
}

async function settle(partial: string, path: string): Promise<void> {
  try {
    const handle = await open(partial, "r+");
    await handle.datasync();
    await handle.close();
    await rename(partial, path);
  } finally {
    await rm(partial, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
