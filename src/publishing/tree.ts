import { createHash } from "node:crypto";

/** A file's bytes or a folder by its hash; the size of a folder is that of all files in it, in bytes. */
export interface Stored {
  hash: string;
  size: number;
}

/** One entry of a folder of a release. A folder's hash is the SHA-256 of its text, a file's that of its bytes. */
export interface TreeEntry extends Stored {
  kind: "file" | "folder";
  name: string;
}

/** A folder of a release: its entries in the order of their names' UTF-16 code units. */
export type Tree = readonly TreeEntry[];

const line = /^(f|d) ([0-9a-f]{64}) (\d+) ([^/\0\n]+)$/;

/** A folder as text, a line an entry: `f <sha256> <size> <name>` or `d <hash> <size> <name>`. */
export function formatTree(entries: Iterable<TreeEntry>): string {
  return [...entries]
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
    .map(({ kind, hash, size, name }) => `${kind === "file" ? "f" : "d"} ${hash} ${String(size)} ${name}\n`)
    .join("");
}

/** Reads what `formatTree` wrote; undefined for anything else. */
export function parseTree(text: string): Tree | undefined {
  const entries: TreeEntry[] = [];
  for (const row of text.split("\n").slice(0, -1)) {
    const [, kind, hash, size, name] = line.exec(row) ?? [];
    if (!hash || !name || name === "." || name === "..") return undefined;
    entries.push({ kind: kind === "f" ? "file" : "folder", hash, size: Number(size), name });
  }
  return formatTree(entries) === text ? entries : undefined;
}

export function hashOf(data: Uint8Array | string): string {
  return createHash("sha256").update(data).digest("hex");
}
