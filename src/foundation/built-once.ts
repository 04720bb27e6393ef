import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { exists } from "./exists.ts";

/**
 * The folder of something built from files of a checkout: built when these files have changed, else found in `cache` under
 * their digest. A build is seen whole or not at all; earlier ones are removed.
 */
export async function builtOnce(
  checkout: string,
  options: { inputs: readonly string[]; cache: string; build: (folder: string) => Promise<void> },
): Promise<{ id: string; folder: string }> {
  const id = digestOf(checkout, options.inputs);
  const folder = join(options.cache, id);
  if (!(await exists(folder))) {
    const partial = join(options.cache, `.partial-${randomUUID()}`);
    await mkdir(partial, { recursive: true });
    try {
      await options.build(partial);
      await rename(partial, folder).catch(async (error: unknown) => {
        // Another process was quicker: its result is the same.
        if (!(await exists(folder))) throw error;
      });
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
    await keepNewest(options.cache);
  }
  return { id, folder };
}

// Many small files: waiting for each would take longer than reading it.
function digestOf(checkout: string, inputs: readonly string[]): string {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const file of filesBelow(join(checkout, input))) {
      hash.update(file.slice(checkout.length)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex").slice(0, 16);
}

function filesBelow(path: string): string[] {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (!kind?.isDirectory()) return kind ? [path] : [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

const keptBuilds = 4;

async function keepNewest(cache: string): Promise<void> {
  const names = (await readdir(cache)).filter((name) => !name.startsWith("."));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, time: (await stat(join(cache, name))).mtimeMs })),
  );
  dated.sort((a, b) => b.time - a.time);
  for (const { name } of dated.slice(keptBuilds))
    await rm(join(cache, name), { recursive: true, force: true });
}
