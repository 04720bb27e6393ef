import { exactRevision } from "./exact-name.ts";
import { runGit } from "./run.ts";
import type { Repository } from "./repository.ts";

/** Which commits changed which file, answered from memory: a `git log` per file would read history every time. */
export interface FileHistory {
  /** Ids of the commits reachable from `tip` that changed the file at `path`, newest first; merges left out. */
  commitsOf(tip: string, path: string): Promise<readonly string[]>;
}

interface Index {
  tip: string;
  commits: Map<string, string[]>;
}

/**
 * Keeps an index of one line of history (main). It grows by the new commits when the tip moves forward, and is
 * made anew when the tip is asked for somewhere else.
 */
export function openFileHistory(repository: Repository): FileHistory {
  let index: Promise<Index> = Promise.resolve({ tip: "", commits: new Map<string, string[]>() });
  return {
    async commitsOf(tip, path) {
      index = index.then(
        (old) => bringTo(repository, old, tip),
        () => read(repository, tip),
      );
      return (await index).commits.get(path) ?? [];
    },
  };
}

async function bringTo(repository: Repository, old: Index, tip: string): Promise<Index> {
  if (old.tip === tip) return old;
  if (old.tip === "" || !(await repository.isAncestor(old.tip, tip))) return read(repository, tip);
  const newer = await read(repository, tip, old.tip);
  for (const [path, commits] of newer.commits) {
    old.commits.set(path, [...commits, ...(old.commits.get(path) ?? [])]);
  }
  return { tip, commits: old.commits };
}

async function read({ dir }: Repository, tip: string, since?: string): Promise<Index> {
  const range = since === undefined ? [exactRevision(tip)] : [exactRevision(tip), `^${exactRevision(since)}`];
  const args = ["log", "--no-merges", "--date-order", "--name-only", "--no-renames", "-z", "--format=%x01%H"];
  const { stdout } = await runGit([...args, "--end-of-options", ...range, "--"], { dir });
  const commits = new Map<string, string[]>();
  let commit = "";
  for (const field of stdout.toString("utf8").split("\0")) {
    // With -z git puts a line break between a commit's line and its first file.
    const text = field.replace(/^\n/, "");
    if (text.startsWith("\u0001")) {
      commit = text.slice(1);
    } else if (text !== "") {
      const known = commits.get(text);
      if (known) known.push(commit);
      else commits.set(text, [commit]);
    }
  }
  return { tip, commits };
}
