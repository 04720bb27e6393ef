import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openObjectStore, type ObjectStore } from "../../src/publishing/object-store.ts";
import { assembleRelease, type Manifest } from "../../src/publishing/release.ts";
import { aFolder } from "./folder.ts";

/** A release of one site `tinh` with these pages (path → text) and assets. */
export async function aRelease(
  sequence: number,
  pages: Record<string, string>,
  options: { store?: ObjectStore; assets?: Record<string, string> } = {},
): Promise<{ manifest: Manifest; store: ObjectStore }> {
  const folder = await aFolder();
  const store = options.store ?? openObjectStore(join(folder, "objects"));
  const assets = new Map<string, string>();
  for (const [path, text] of Object.entries(options.assets ?? {})) {
    const file = join(folder, path.replaceAll("/", "-"));
    await writeFile(file, text);
    assets.set(path, file);
  }
  const portal = {
    pages: new Map(Object.entries(pages).map(([path, text]) => [`tinh/${path}`, Buffer.from(text)])),
    assets,
  };
  const manifest = await assembleRelease(
    portal,
    { sequence, commit: `c${sequence}`, code: "code", createdAt: new Date(sequence) },
    store,
  );
  return { manifest, store };
}

/** A page long enough to be worth compressing, the same word all through, so that a torn one shows. */
export function aPage(word: string): string {
  return `<!doctype html><title>${word}</title>${`<p>${word}</p>`.repeat(400)}`;
}
