import { readFileSync } from "node:fs";
import { writeWhole } from "../../foundation/write-whole.ts";
import { keepLatest } from "../keep-latest.ts";
import { hashOf, parseTree, type Tree } from "../tree.ts";
import type { Layout } from "./layout.ts";

/** The texts of the folders of releases, as a host keeps them; read with their hash checked. */
export interface FolderTexts {
  /** A folder's entries; undefined if its text is not here or is not whole. */
  read: (hash: string) => Tree | undefined;
  /** Takes in a text under its hash; false if it is none. */
  take: (text: string) => boolean;
  /** The folders in a folder, without reading more than needed. */
  foldersOf: (hash: string) => readonly string[] | undefined;
}

export function openFolderTexts(layout: Layout): FolderTexts {
  const trees = keepLatest<Tree>(40_000);
  const folders = new Map<string, readonly string[]>();

  function read(hash: string): Tree | undefined {
    const cached = trees.find(hash);
    if (cached) return cached;
    const text = readText(layout.text(hash));
    const tree = text !== undefined && hashOf(text) === hash ? parseTree(text) : undefined;
    if (tree) trees.keep(hash, tree);
    return tree;
  }

  return {
    read,
    take(given) {
      const tree = parseTree(given);
      if (!tree) return false;
      const hash = hashOf(given);
      writeWhole(layout.text(hash), given, { durable: true });
      trees.keep(hash, tree);
      return true;
    },
    foldersOf(hash) {
      const known = folders.get(hash);
      if (known) return known;
      const found = read(hash)?.flatMap((entry) => (entry.kind === "folder" ? [entry.hash] : []));
      if (!found) return undefined;
      if (folders.size > 10_000) folders.clear();
      folders.set(hash, found);
      return found;
    },
  };
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
