import { existsSync, realpathSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { markers } from "./address-rules.ts";
import type { Encoding } from "./encodings.ts";
import { readRedirect } from "./redirect-marker.ts";

/** A file of a release as it lies on disk, in the form that the reader takes. */
export interface FoundFile {
  path: string;
  size: number;
  /** Of this form; the same as nginx makes it. */
  etag: string;
  encoding: Encoding | undefined;
}

/** One release, looked up once for a request: whatever is swapped meanwhile, the answer is of this one. */
export interface OpenRelease {
  /** The folder with the release's manifest. */
  folder: string;
  /** A file below the release's root, compressed if the reader takes it so and it is there. */
  find: (file: string, accepted: readonly Encoding[]) => Promise<FoundFile | undefined>;
  /** The address a marker beside this path leads to. */
  redirectOf: (path: string) => Promise<string | undefined>;
}

/** The file in a host's folder that puts a maintenance page in the place of everything. */
export const maintenanceFile = "maintenance";

/** Files remembered per release: more than the readers of an hour ask for. */
const rememberedFiles = 20_000;

/** Gives the live release of a host's folder; undefined before the first one and during maintenance. */
export function releaseOpener(hostFolder: string): () => OpenRelease | undefined {
  const current = join(hostFolder, "current");
  const maintenance = join(hostFolder, maintenanceFile);
  let remembered = { root: "", files: new Map<string, FoundFile>() };

  // The kernel answers these from memory: asking in turn costs less than handing the question to another thread.
  return () => {
    if (existsSync(maintenance)) return undefined;
    const folder = realPath(current);
    const root = folder && realPath(join(folder, "root"));
    if (!root) return undefined;
    // A root is named by the hash of all it holds, so what was found below it stays true.
    if (remembered.root !== root) remembered = { root, files: new Map() };
    const { files } = remembered;
    return {
      folder,
      find: (file, accepted) => find(join(root, file), accepted, files),
      redirectOf: async (path) => {
        const text = await readFile(join(root, path) + markers.moved, "latin1").catch(() => undefined);
        return text === undefined ? undefined : readRedirect(text);
      },
    };
  };
}

async function find(
  path: string,
  accepted: readonly Encoding[],
  files: Map<string, FoundFile>,
): Promise<FoundFile | undefined> {
  const key = `${accepted.map(({ extension }) => extension).join(",")}:${path}`;
  const known = files.get(key);
  if (known) return known;
  const found = await findForm(path, accepted);
  // What is not there is not remembered: a host that lost a file is mended in place.
  if (!found) return undefined;
  if (files.size >= rememberedFiles) files.clear();
  files.set(key, found);
  return found;
}

async function findForm(path: string, accepted: readonly Encoding[]): Promise<FoundFile | undefined> {
  for (const encoding of accepted) {
    const compressed = await describe(`${path}.${encoding.extension}`, encoding);
    if (compressed) return compressed;
  }
  return describe(path, undefined);
}

/** A file as it is now, without asking what was remembered. */
export async function describe(path: string, encoding?: Encoding): Promise<FoundFile | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) return undefined;
  const seconds = Math.floor(found.mtimeMs / 1000);
  return {
    path,
    size: found.size,
    etag: `"${seconds.toString(16)}-${found.size.toString(16)}"`,
    encoding,
  };
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path);
  } catch {
    return undefined;
  }
}
