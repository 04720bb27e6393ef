import { createHash } from "node:crypto";
import { link, mkdir, readdir, readFile, readlink, rename, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Problem } from "../foundation/problem.ts";
import { sideBySide } from "../foundation/side-by-side.ts";
import { copyWhole, writeWhole, type ObjectStore, type ReleaseFile } from "./object-store.ts";
import { manifestSchema, type Manifest } from "./release.ts";

/** Where releases are put for a host to serve. */
export interface Target {
  name: string;
  /** Puts a release beside the live one and checks every new file there; nothing a reader sees changes. */
  stage: (manifest: Manifest, store: ObjectStore) => Promise<void>;
  /** Makes a staged release the live one, at once. */
  activate: (manifest: Manifest) => Promise<void>;
  /** The live release, if there is one. */
  live: () => Promise<Manifest | undefined>;
}

/** How many releases before the live one a host keeps. */
const keptReleases = 5;

/**
 * A host's folder on this machine:
 * `releases/<sequence>/<site>/…`, `assets/…` (names change with bytes, never removed), `current` → the live release.
 */
export function folderTarget(name: string, folder: string): Target {
  const releaseFolder = (sequence: number) => join(folder, "releases", String(sequence));

  async function live(): Promise<Manifest | undefined> {
    const text = await readFile(join(folder, "current", "manifest.json"), "utf8").catch(() => undefined);
    return text === undefined ? undefined : readManifest(text);
  }

  return {
    name,
    live,
    async stage(manifest, store) {
      const before = await live();
      await placeFiles(manifest.assets, join(folder, "assets"), undefined, store, name);
      const destination = releaseFolder(manifest.sequence);
      const partial = `${destination}.partial`;
      await rm(partial, { recursive: true, force: true });
      const previous = before && {
        folder: releaseFolder(before.sequence),
        files: new Map(before.files.map((file) => [file.path, file.sha256])),
      };
      await placeFiles(manifest.files, partial, previous, store, name);
      await writeWhole(join(partial, "manifest.json"), JSON.stringify(manifest));
      await writeWhole(join(partial, "phien-ban.json"), `${JSON.stringify(versionOf(manifest))}\n`);
      if ((await live())?.sequence === manifest.sequence)
        return rm(partial, { recursive: true, force: true });
      await rm(destination, { recursive: true, force: true });
      await rename(partial, destination);
    },
    async activate(manifest) {
      const pointer = join(folder, `current.${String(process.pid)}.new`);
      await rm(pointer, { force: true });
      await symlink(join("releases", String(manifest.sequence)), pointer);
      await rename(pointer, join(folder, "current"));
      await removeOld(folder);
    },
  };
}

/** A manifest that cannot be read is none: the release is put there again. */
function readManifest(text: string): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** What `/phien-ban.json` tells of a release. */
export function versionOf({ sequence, commit, root, createdAt }: Manifest): {
  sequence: number;
  commit: string;
  root: string;
  createdAt: string;
} {
  return { sequence, commit, root, createdAt };
}

interface Previous {
  folder: string;
  files: ReadonlyMap<string, string>;
}

/** Puts files in place: an unchanged one is linked from the previous release, a new one copied; all are read back. */
async function placeFiles(
  files: readonly ReleaseFile[],
  destination: string,
  previous: Previous | undefined,
  store: ObjectStore,
  host: string,
): Promise<void> {
  for (const folder of new Set(files.map((file) => dirname(join(destination, file.path)))))
    await mkdir(folder, { recursive: true });
  await sideBySide(files, 16, async (file) => {
    const path = join(destination, file.path);
    const unchanged = previous?.files.get(file.path) === file.sha256;
    if (unchanged) await linked(join(previous.folder, file.path), path);
    // Read even what was linked: bytes that changed on the host's disk must not be carried on.
    if ((await hashOf(path)) === file.sha256) return;
    await copyWhole(store.pathOf(file.sha256), path);
    if ((await hashOf(path)) === file.sha256) return;
    throw new Problem(`${host}: ${file.path} does not have the bytes of the manifest after copying.`, {
      remedy: "Check the disk of the host; the previous release stays live.",
    });
  });
}

/** Links if it can; a link that cannot be made is a copy to be made. */
async function linked(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => undefined);
}

async function hashOf(path: string): Promise<string | undefined> {
  const data = await readFile(path).catch(() => undefined);
  return data && createHash("sha256").update(data).digest("hex");
}

async function removeOld(folder: string): Promise<void> {
  const current = Number((await readlink(join(folder, "current"))).split("/").at(-1));
  const sequences = (await readdir(join(folder, "releases")))
    .map(Number)
    .filter((sequence) => Number.isInteger(sequence) && sequence < current)
    .sort((a, b) => b - a);
  for (const sequence of sequences.slice(keptReleases)) {
    await rm(join(folder, "releases", String(sequence)), { recursive: true, force: true });
  }
}
