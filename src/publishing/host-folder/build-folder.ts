import { existsSync, mkdirSync, renameSync, symlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setImmediate as turn } from "node:timers/promises";
import { partialOf } from "../../foundation/write-whole.ts";
import type { TreeEntry } from "../tree.ts";
import type { HostContext } from "./context.ts";
import { placeObject } from "./objects.ts";
import type { WantedObject } from "./stage.ts";

/** How many files are placed before other work of this process gets its turn. */
const batch = 256;

/** A folder under way: what is in place stays so while the rest is sent. */
interface Building {
  partial: string;
  left: readonly TreeEntry[];
}

/** Makes the folders of releases out of objects; each file is hashed where it is put. */
export function openBuilder({ layout, texts }: HostContext): {
  /** Builds a folder whose text is here; resolves with the files that it lacks. */
  build: (hash: string, path: string) => Promise<WantedObject[]>;
  /** Whether the folder was built, and so its files hashed, since `forget`. */
  isSound: (hash: string) => boolean;
  /** Trusts no folder built so far: what stands on a disk for long may rot. */
  forget: () => void;
} {
  const underWay = new Map<string, Building>();
  const built = new Set<string>();

  return {
    isSound: (hash) => built.has(hash),
    forget: () => built.clear(),
    async build(hash, path) {
      const { partial, left } = underWay.get(hash) ?? begin(hash);
      // Bytes are trusted while this folder is built and no longer.
      const sound = new Set<string>();
      const lacking: TreeEntry[] = [];
      for (const [index, entry] of left.entries()) {
        const place = `${partial}/${entry.name}`;
        if (entry.kind === "folder") symlinkSync(`../${entry.hash}`, place);
        else if (!placeObject(layout, entry.hash, place, sound)) lacking.push(entry);
        if (index % batch === batch - 1) await turn();
      }
      if (lacking.length > 0) {
        underWay.set(hash, { partial, left: lacking });
        return lacking.map((entry) => ({ hash: entry.hash, path: path + entry.name }));
      }
      underWay.delete(hash);
      await putInPlace(partial, layout.tree(hash));
      built.add(hash);
      return [];
    },
  };

  function begin(hash: string): Building {
    const partial = partialOf(layout.tree(hash));
    mkdirSync(partial, { recursive: true });
    return { partial, left: texts.read(hash) ?? [] };
  }
}

/** A folder that is there already is not part of the live release (see `stage`): it may be put aside. */
async function putInPlace(partial: string, destination: string): Promise<void> {
  const aside = partialOf(destination);
  if (existsSync(destination)) renameSync(destination, aside);
  renameSync(partial, destination);
  await rm(aside, { recursive: true, force: true });
}
