import type { Tree } from "./tree.ts";

/** The folders read or made last, up to so many entries (some 250 bytes each): one of 15,000 need not be parsed again. */
export function openTreeCache(mostEntries: number): {
  find: (hash: string) => Tree | undefined;
  keep: (hash: string, tree: Tree) => void;
} {
  const trees = new Map<string, Tree>();
  let entries = 0;
  const drop = (hash: string) => {
    entries -= trees.get(hash)?.length ?? 0;
    trees.delete(hash);
  };
  return {
    find(hash) {
      const tree = trees.get(hash);
      if (tree) {
        // The order of a map is that of insertion: what is used goes to its end.
        trees.delete(hash);
        trees.set(hash, tree);
      }
      return tree;
    },
    keep(hash, tree) {
      drop(hash);
      trees.set(hash, tree);
      entries += tree.length;
      for (const oldest of trees.keys()) {
        if (entries <= mostEntries || oldest === hash) break;
        drop(oldest);
      }
    },
  };
}
