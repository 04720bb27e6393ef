import type { ReleaseStore } from "./target.ts";

/** Some paths of a release, spread over its folders; the same for the same root. */
export async function sampleFiles(store: ReleaseStore, root: string, count: number): Promise<string[]> {
  const found = new Set<string>();
  for (let turn = 0; turn < count * 3 && found.size < count; turn += 1) {
    const path = await descend(store, root, numbersOf(root, turn));
    if (path !== undefined) found.add(path);
  }
  return [...found];
}

/** One way from the root to a file, chosen by these numbers. */
async function descend(store: ReleaseStore, root: string, choose: () => number): Promise<string | undefined> {
  let path = "";
  let folder = root;
  for (;;) {
    const tree = await store.tree(folder);
    const entry = tree[choose() % tree.length];
    if (!entry) return undefined;
    path += entry.name;
    if (entry.kind === "file") return path;
    path += "/";
    folder = entry.hash;
  }
}

/** Numbers that a hash decides: each release is sampled elsewhere, and the same on every host. */
function numbersOf(hash: string, turn: number): () => number {
  let state = (Number.parseInt(hash.slice(0, 8), 16) + Math.imul(turn + 1, 0x9e3779b1)) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state ^ (state >>> 13)) >>> 0;
  };
}
