import { existsSync, mkdirSync, renameSync, symlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setImmediate as turn } from "node:timers/promises";
import { partialOf } from "../../foundation/write-whole.ts";
import type { TreeEntry } from "../tree.ts";
import { keepLatest } from "../keep-latest.ts";
import type { HostContext } from "./context.ts";
import { carryFile, changedAt, placeObject } from "./objects.ts";
import type { WantedObject } from "./stage.ts";

/** How many files are placed before other work of this process gets its turn. */
const batch = 256;

/** A folder under way: what is in place stays so while the rest is sent. */
interface Building {
  partial: string;
  /** Entries that are not in place, each with its number in the folder. */
  left: readonly [number, TreeEntry][];
  /** When each file was last changed, as it was put in place. */
  moments: Float64Array;
  /** Puts a file in place that the live release has there, too. */
  carry: (entry: TreeEntry, place: string) => boolean;
}

/** Folders whose files need not be hashed again are remembered up to so many files (8 bytes each). */
const mostRemembered = 500_000;

/**
 * Makes the folders of releases out of objects. Each file is hashed where it is put, unless this process hashed it for the
 * live release and nobody has written to it since.
 */
export function openBuilder({ layout, texts }: HostContext): {
  /** Builds a folder whose text is here, beside the live one of its path; resolves with the files that it lacks. */
  build: (hash: string, path: string, live: string | undefined) => Promise<WantedObject[]>;
  /** Whether the folder was built, and so its files hashed, since `forget`. */
  isSound: (hash: string) => boolean;
  /** Trusts no folder built so far: what stands on a disk for long may rot. */
  forget: () => void;
} {
  const underWay = new Map<string, Building>();
  const built = new Set<string>();
  /** Of folders that were built here: when each of their files was last changed, in the order of their entries. */
  const hashed = keepLatest<Float64Array>(mostRemembered);

  return {
    isSound: (hash) => built.has(hash),
    forget: () => built.clear(),
    async build(hash, path, live) {
      const building = underWay.get(hash) ?? begin(hash, live);
      const { partial, moments, carry } = building;
      // Bytes are trusted while this folder is built and no longer.
      const sound = new Set<string>();
      const lacking: [number, TreeEntry][] = [];
      for (const [index, entry] of building.left) {
        const place = `${partial}/${entry.name}`;
        if (entry.kind === "folder") symlinkSync(`../${entry.hash}`, place);
        else if (carry(entry, place) || placeObject(layout, entry.hash, place, sound))
          moments[index] = changedAt(place);
        else lacking.push([index, entry]);
        if (index % batch === batch - 1) await turn();
      }
      if (lacking.length > 0) {
        underWay.set(hash, { ...building, left: lacking });
        return lacking.map(([, entry]) => ({ hash: entry.hash, path: path + entry.name }));
      }
      underWay.delete(hash);
      hashed.keep(hash, moments);
      await putInPlace(partial, layout.tree(hash));
      built.add(hash);
      return [];
    },
  };

  function begin(hash: string, live: string | undefined): Building {
    const partial = partialOf(layout.tree(hash));
    mkdirSync(partial, { recursive: true });
    const tree = texts.read(hash) ?? [];
    return {
      partial,
      left: [...tree.entries()],
      moments: new Float64Array(tree.length),
      carry: carryFrom(live),
    };
  }

  function carryFrom(live: string | undefined): Building["carry"] {
    const moments = live === undefined ? undefined : hashed.find(live);
    if (live === undefined || !moments) return () => false;
    const folder = layout.tree(live);
    const there = new Map(
      (texts.read(live) ?? []).map(({ name, hash }, index) => [
        name,
        { hash, moment: moments[index] ?? NaN },
      ]),
    );
    return ({ name, hash }, place) => {
      const same = there.get(name);
      return same?.hash === hash && carryFile(`${folder}/${name}`, place, same.moment);
    };
  }
}

/** A folder that is there already is not part of the live release (see `stage`): it may be put aside. */
async function putInPlace(partial: string, destination: string): Promise<void> {
  const aside = partialOf(destination);
  if (existsSync(destination)) renameSync(destination, aside);
  renameSync(partial, destination);
  await rm(aside, { recursive: true, force: true });
}
