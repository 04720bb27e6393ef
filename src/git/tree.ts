import { runGit } from "./run.ts";

/** One line of a tree; `path` from the root of the tree that was asked for; `size` in bytes, files only. */
export interface TreeEntry {
  path: string;
  mode: string;
  type: "blob" | "tree" | "commit";
  oid: string;
  size?: number;
}

/** One change to a tree: a file to put at `path`, or `oid: null` to take it away. `mode` is 100644 unless told. */
export interface TreeChange {
  path: string;
  mode?: string;
  oid: string | null;
}

/** Lists the tree with this id, its sub-folders' contents too when `recursive`; `prefix` goes before every path. */
export async function listTree(
  dir: string,
  oid: string,
  options: { prefix: string; recursive: boolean },
): Promise<TreeEntry[]> {
  const args = ["ls-tree", "-z", "-l", ...(options.recursive ? ["-r", "-t"] : [])];
  const { stdout } = await runGit([...args, oid], { dir });
  return stdout
    .toString("utf8")
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => parseEntry(line, options.prefix));
}

function parseEntry(line: string, prefix: string): TreeEntry {
  const tab = line.indexOf("\t");
  const [mode = "", type = "blob", oid = "", size = "-"] = line.slice(0, tab).split(/ +/);
  const entry: TreeEntry = {
    path: prefix + line.slice(tab + 1),
    mode,
    type: type === "tree" || type === "commit" ? type : "blob",
    oid,
  };
  if (size !== "-") entry.size = Number(size);
  return entry;
}
