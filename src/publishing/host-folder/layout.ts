import { join } from "node:path";

/**
 * A host's folder:
 * ```
 * objects/<ab>/<sha256>   every file once, read-only
 * trees/<hash>/           a folder of a release under the hash of its text: files are hard links to objects, folders links to ../<hash>
 * texts/<hash>            the text that names what trees/<hash> holds
 * releases/<sequence>/    manifest.json and its signature, phien-ban.json, root → ../../trees/<hash>, previous
 * current → releases/<sequence>
 * incoming/               files on their way in
 * ```
 */
export interface Layout {
  folder: string;
  current: string;
  incoming: string;
  releases: string;
  trees: string;
  texts: string;
  objects: string;
  lock: string;
  stagingLock: string;
  object: (hash: string) => string;
  arriving: (hash: string) => string;
  tree: (hash: string) => string;
  text: (hash: string) => string;
  release: (sequence: number) => string;
}

export function layoutOf(folder: string): Layout {
  const below = (name: string) => join(folder, name);
  return {
    folder,
    current: below("current"),
    incoming: below("incoming"),
    releases: below("releases"),
    trees: below("trees"),
    texts: below("texts"),
    objects: below("objects"),
    lock: below(".activation.lock"),
    stagingLock: below(".staging.lock"),
    // Not join: these are made for every file of a release.
    object: (hash) => `${folder}/objects/${hash.slice(0, 2)}/${hash}`,
    arriving: (hash) => `${folder}/incoming/${hash}`,
    tree: (hash) => `${folder}/trees/${hash}`,
    text: (hash) => `${folder}/texts/${hash}`,
    release: (sequence) => `${folder}/releases/${String(sequence)}`,
  };
}
