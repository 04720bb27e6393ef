import { createHash } from "node:crypto";
import { z } from "zod";
import type { RenderedPortal } from "../rendering/render-portal.ts";
import { sideBySide } from "../foundation/side-by-side.ts";
import type { ObjectStore, ReleaseFile, Stored } from "./object-store.ts";

const fileSchema = z.object({ path: z.string(), size: z.number(), sha256: z.string() });

/** What a release consists of: equal roots mean equal sites. */
export const manifestSchema = z.object({
  /** Grows with every release. */
  sequence: z.number().int().positive(),
  commit: z.string(),
  /** Digest of the code that rendered it. */
  code: z.string(),
  /** Digest over the paths and hashes of all files. */
  root: z.string(),
  createdAt: z.string(),
  /** Below `<site>/`: swapped with the release. */
  files: z.array(fileSchema),
  /** Named by their bytes, shared by all sites and kept from release to release. */
  assets: z.array(fileSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** Files written at once: enough for the disk to gather their writes. */
const parallelFiles = 16;

export interface ReleaseFacts {
  sequence: number;
  commit: string;
  code: string;
  createdAt: Date;
}

/** Stores a rendered portal, compressed once for every reader to come, and lists it in a manifest. */
export async function assembleRelease(
  portal: RenderedPortal,
  facts: ReleaseFacts,
  store: ObjectStore,
): Promise<Manifest> {
  const keep = (path: string, stored: Promise<Stored>) =>
    stored.then((found) => withCompressed(path, found, store));
  const files = (
    await sideBySide(portal.pages, parallelFiles, ([path, data]) => keep(path, store.put(data)))
  ).flat();
  const assets = (
    await sideBySide(portal.assets, parallelFiles, ([path, file]) => keep(path, store.putFile(file)))
  ).flat();
  files.sort(byPath);
  assets.sort(byPath);
  return {
    ...facts,
    createdAt: facts.createdAt.toISOString(),
    root: rootOf([...files, ...assets]),
    files,
    assets,
  };
}

/** The paths whose bytes differ between two releases, added and removed ones included. */
export function changedPaths(before: Manifest | undefined, after: Manifest): string[] {
  const old = new Map(before?.files.map((file) => [file.path, file.sha256]));
  const current = new Set(after.files.map((file) => file.path));
  return [
    ...after.files.filter((file) => old.get(file.path) !== file.sha256).map((file) => file.path),
    ...[...old.keys()].filter((path) => !current.has(path)),
  ];
}

const compressible = /\.(?:html|css|js|mjs|json|xml|svg|txt)$/;

/** A saving below this is not worth a second file. */
const smallestCompressed = 600;

async function withCompressed(path: string, stored: Stored, store: ObjectStore): Promise<ReleaseFile[]> {
  const file = { path, ...stored };
  if (!compressible.test(path) || stored.size < smallestCompressed) return [file];
  return [
    file,
    { path: `${path}.br`, ...(await store.compressed(stored.sha256, "br")) },
    { path: `${path}.gz`, ...(await store.compressed(stored.sha256, "gz")) },
  ];
}

function rootOf(files: readonly ReleaseFile[]): string {
  const hash = createHash("sha256");
  for (const { path, sha256 } of files) hash.update(`${sha256} ${path}\n`);
  return hash.digest("hex");
}

const byPath = (a: ReleaseFile, b: ReleaseFile) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
