import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseCommit, personEnvironment, type Commit } from "./commit.ts";
import { changedFiles, patches, type ChangedFile, type FilePatch } from "./diff.ts";
import { exactRevision } from "./exact-name.ts";
import { openObjectReader, type GitObject, type ObjectInfo } from "./object-reader.ts";
import { listRefs, updateRefs, type Ref, type RefChange } from "./refs.ts";
import { rememberAnswers } from "./remember.ts";
import { GitError, gitText, runGit } from "./run.ts";
import { listTree, type TreeChange, type TreeEntry } from "./tree.ts";

export type { Commit, Person } from "./commit.ts";
export { EMPTY_TREE, type ChangedFile, type FilePatch } from "./diff.ts";
export { isPlainPath } from "./exact-name.ts";
export { isValidRefName, RefMoved, RefNameRefused, type Ref, type RefChange } from "./refs.ts";
export type { TreeChange, TreeEntry } from "./tree.ts";

/**
 * A bare git repository. Revisions are named by an id, a full ref or `main`, which is always the branch; any other
 * name names nothing, and where "nothing" is no answer it is an error. Paths are never quoted, so Vietnamese names work. Writes are on the disk when a promise resolves.
 */
export interface Repository {
  readonly dir: string;
  /** The id of the commit that `rev` names; undefined if there is none. */
  resolve(rev: string): Promise<string | undefined>;
  /** What `name` is, of any type, without its bytes. */
  inspect(name: string): Promise<ObjectInfo | undefined>;
  refs(prefix: string): Promise<Ref[]>;
  /** An object by its id; throws if there is none. */
  readObject(oid: string): Promise<GitObject>;
  readFile(rev: string, path: string): Promise<Buffer | undefined>;
  /** Throws if `rev` names no commit. */
  readCommit(rev: string): Promise<Commit>;
  /** A folder's entries (the root's without `path`), with their full paths; nothing if there is no such folder. */
  listTree(treeish: string, options?: { path?: string; recursive?: boolean }): Promise<TreeEntry[]>;
  changedFiles(from: string, to: string, options?: { renames?: boolean }): Promise<ChangedFile[]>;
  /** Changed files with their changed lines. */
  patches(from: string, to: string): Promise<FilePatch[]>;
  mergeBase(a: string, b: string): Promise<string | undefined>;
  isAncestor(ancestor: string, descendant: string): Promise<boolean>;
  /** The tree of merging `theirs` into `ours`, and the files in conflict (the tree then holds conflict marks). */
  mergeTree(ours: string, theirs: string): Promise<{ tree: string; conflicts: string[] }>;
  writeBlob(data: Uint8Array): Promise<string>;
  /** A tree made of `base` (a commit or tree; undefined for the empty one) and changes to it. */
  writeTree(base: string | undefined, changes: readonly TreeChange[]): Promise<string>;
  writeCommit(commit: Omit<Commit, "oid">): Promise<string>;
  /** Compare-and-swap of one ref; see `RefChange` for `expected`. Throws `RefMoved`. */
  updateRef(name: string, oid: string | null, expected: string | null | undefined): Promise<void>;
  /** Moves several refs together, all or none. */
  updateRefs(changes: readonly RefChange[]): Promise<void>;
  /** Ids of commits, newest first. */
  revisions(rev: string, options?: LogOptions): Promise<string[]>;
  /** Commits, newest first. */
  log(rev: string, options?: LogOptions): Promise<Commit[]>;
  close(): Promise<void>;
}

/** Which commits of a history are wanted. */
export interface LogOptions {
  /** Leaves out what is reachable from here. */
  not?: string | readonly string[];
  limit?: number;
  skip?: number;
  /** Only commits that changed this file or folder. */
  path?: string;
  firstParent?: boolean;
  merges?: "only" | "none";
}

/** Opens the bare repository in `dir`; close it to end its reader process. */
export function openRepository(dir: string): Repository {
  const reader = openObjectReader(dir);
  const remembered = rememberAnswers();

  const readCommit = async (rev: string): Promise<Commit> => {
    const object = await reader.contents(`${rev}^{commit}`);
    if (!object) throw new Error(`${rev} names no commit in ${dir}.`);
    return parseCommit(object.oid, object.data);
  };
  const revisions = (rev: string, options: LogOptions = {}): Promise<string[]> => {
    const { not, ...rest } = options;
    const ids = [rev, ...[not ?? []].flat()];
    return remembered(`revisions ${JSON.stringify(rest)}`, ids, () => listRevisions(dir, rev, options));
  };

  return {
    dir,
    resolve: async (rev) => (await reader.info(`${rev}^{commit}`))?.oid,
    inspect: (name) => reader.info(name),
    refs: (prefix) => listRefs(dir, prefix),
    async readObject(oid) {
      const object = await reader.contents(oid);
      if (!object) throw new Error(`There is no object ${oid} in ${dir}.`);
      return object;
    },
    async readFile(rev, path) {
      const object = await reader.contents(`${rev}:${path}`);
      return object?.type === "blob" ? object.data : undefined;
    },
    readCommit,
    async listTree(treeish, options = {}) {
      const folder = (options.path ?? "").replace(/^\/+|\/+$/g, "");
      const tree = await reader.info(folder ? `${treeish}:${folder}` : `${treeish}^{tree}`);
      if (tree?.type !== "tree") return [];
      const prefix = folder ? `${folder}/` : "";
      return listTree(dir, tree.oid, { prefix, recursive: options.recursive ?? false });
    },
    changedFiles: (from, to, options = {}) =>
      remembered(`changed files ${JSON.stringify(options)}`, [from, to], async () =>
        changedFiles(dir, exactRevision(from), exactRevision(to), options),
      ),
    patches: (from, to) =>
      remembered("patches", [from, to], async () => patches(dir, exactRevision(from), exactRevision(to))),
    mergeBase: (a, b) =>
      remembered("merge base", [a, b], async () => {
        const args = ["merge-base", "--end-of-options", ...[a, b].map(exactRevision)];
        const { code, stdout } = await runGit(args, { dir, accept: [0, 1] });
        return code === 0 ? stdout.toString("utf8").trim() : undefined;
      }),
    isAncestor: (ancestor, descendant) =>
      remembered("is ancestor", [ancestor, descendant], async () => {
        const args = ["merge-base", "--is-ancestor", "--end-of-options"];
        const ids = [ancestor, descendant].map(exactRevision);
        return (await runGit([...args, ...ids], { dir, accept: [0, 1] })).code === 0;
      }),
    async mergeTree(ours, theirs) {
      const merge = async () => mergeTree(dir, exactRevision(ours), exactRevision(theirs));
      const merged = await remembered("merge", [ours, theirs], merge);
      // Git throws away in time what no branch holds.
      return (await reader.info(merged.tree)) ? merged : merge();
    },
    writeBlob: (data) => gitText(["hash-object", "-w", "--stdin"], { dir, input: data }),
    writeTree: (base, changes) => writeTree(dir, base, changes),
    writeCommit: (commit) => writeCommit(dir, commit),
    updateRef: (name, oid, expected) => updateRefs(dir, [{ name, oid, expected }]),
    updateRefs: (changes) => updateRefs(dir, changes),
    revisions,
    log: async (rev, options) => Promise.all((await revisions(rev, options)).map(readCommit)),
    close: () => reader.close(),
  };
}

async function listRevisions(dir: string, rev: string, options: LogOptions): Promise<string[]> {
  const args = ["rev-list", "--date-order"];
  if (options.limit !== undefined) args.push(`--max-count=${options.limit}`);
  if (options.skip !== undefined) args.push(`--skip=${options.skip}`);
  if (options.firstParent) args.push("--first-parent");
  if (options.merges) args.push(options.merges === "only" ? "--merges" : "--no-merges");
  const excluded = [options.not ?? []].flat().map((one) => `^${exactRevision(one)}`);
  const paths = options.path === undefined ? [] : ["--", `:(literal)${options.path}`];
  const text = await gitText([...args, "--end-of-options", exactRevision(rev), ...excluded, ...paths], {
    dir,
  });
  return text === "" ? [] : text.split("\n");
}

async function mergeTree(
  dir: string,
  ours: string,
  theirs: string,
): Promise<{ tree: string; conflicts: string[] }> {
  const args = ["merge-tree", "--write-tree", "-z", "--name-only", "--no-messages"];
  const { stdout } = await runGit([...args, "--end-of-options", ours, theirs], { dir, accept: [0, 1] });
  const [tree = "", ...conflicts] = stdout.toString("utf8").split("\0");
  return { tree, conflicts: conflicts.filter((path) => path !== "") };
}

/** The index is a private file, so that writers never wait for each other. */
async function writeTree(
  dir: string,
  base: string | undefined,
  changes: readonly TreeChange[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "cong-index-"));
  const options = { dir, env: { GIT_INDEX_FILE: join(folder, "index") } };
  try {
    if (base !== undefined) await runGit(["read-tree", "--end-of-options", exactRevision(base)], options);
    const input = changes.map(indexLine).join("");
    await runGit(["update-index", "-z", "--index-info"], { ...options, input });
    return await gitText(["write-tree"], options);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function indexLine({ path, mode, oid }: TreeChange): string {
  if (path.includes("\0")) throw new Error("A path must not contain a NUL byte.");
  return oid === null ? `0 ${"0".repeat(40)}\t${path}\0` : `${mode ?? "100644"} ${oid}\t${path}\0`;
}

async function writeCommit(dir: string, commit: Omit<Commit, "oid">): Promise<string> {
  const parents = commit.parents.flatMap((parent) => ["-p", parent]);
  return gitText(["commit-tree", commit.tree, ...parents], {
    dir,
    input: commit.message,
    env: {
      ...personEnvironment("AUTHOR", commit.author),
      ...personEnvironment("COMMITTER", commit.committer),
    },
  });
}

export { GitError };
