import { parse } from "yaml";
import type { Content } from "../content-store/content.ts";
import type { EntryStore } from "../content-store/entry-store.ts";
import { contentAt, loadContent, updateContent } from "../content-store/load.ts";
import { recordsOf } from "../content-store/records.ts";
import { readFilesInThreads } from "../content-store/read-files.ts";
import { commitSource } from "../content-store/source.ts";
import { portalSchema, type Portal } from "../content-model/portal.ts";
import type { Clock } from "../foundation/clock.ts";
import { Problem } from "../foundation/problem.ts";
import { lastChanges } from "../git/last-changes.ts";
import { mainBranch } from "../git/main-branch.ts";
import type { Repository } from "../git/repository.ts";

/** Content of the repository at its commits; each costs what differs from the one read before. */
export interface ContentReader {
  /** The content of a commit on main, with the records of its entries, as it is now or at a moment. */
  at: (commit: string, moment?: Date) => Promise<Content>;
  /** The content of a tree that is not on main. */
  ofTree: (tree: string) => Promise<Content>;
  /** Main as it would be with this commit merged; the commit alone where the two do not go together. */
  with: (head: string) => Promise<Content | undefined>;
  /** The authority and its people, as main has them now. */
  portal: () => Promise<Portal>;
}

/** How many merge results are kept ready: a check, its preview and the merge itself ask for the same one. */
const keptResults = 8;

interface Known {
  commit: string;
  content: Content;
}

/** How many commits of main are kept: what is live, what is being published, what came meanwhile. */
const keptCommits = 4;

export function readContent(repository: Repository, clock: Clock, store: EntryStore): ContentReader {
  /** Merge results, by what was merged, and contents of trees, by main and the tree. */
  const results = new Map<string, Promise<Content>>();
  const trees = new Map<string, Promise<Content>>();
  /** Commits of main that were read, the last one used last: promises, so that those who ask together wait for one reading. */
  const known = new Map<string, Promise<Known>>();

  async function read(commit: string): Promise<Known> {
    const records = recordsOf(await lastChanges(repository.dir, commit, { folder: "content" }));
    const options = { store, records, read: readFilesInThreads };
    return { commit, content: await loadContent(commitSource(repository, commit), clock(), options) };
  }

  /** Read from the newest commit before it that is known. */
  async function bring(commit: string, others: readonly Promise<Known>[]): Promise<Known> {
    for (const other of others) {
      const last = await other.catch(() => undefined);
      if (!last || !(await repository.isAncestor(last.commit, commit))) continue;
      const changes = await lastChanges(repository.dir, commit, { folder: "content", since: last.commit });
      return { commit, content: await changed(last.content, last.commit, commit, recordsOf(changes)) };
    }
    return read(commit);
  }

  async function changed(
    before: Content,
    from: string,
    to: string,
    records: ReturnType<typeof recordsOf>,
  ): Promise<Content> {
    const files = (await repository.changedFiles(from, to)).filter(({ path }) => path.startsWith("content/"));
    const added = files.filter((file) => file.oid !== undefined && file.mode !== "120000");
    const sized = await Promise.all(
      added.map(async ({ path, oid = "" }) => ({
        path,
        oid,
        size: (await repository.inspect(oid))?.size ?? 0,
      })),
    );
    const removed = files.filter((file) => !added.includes(file)).map(({ path }) => path);
    const source = commitSource(repository, to);
    return updateContent(before, { source, changed: sized, removed, records }, clock());
  }

  function onMain(commit: string): Promise<Known> {
    const found = known.get(commit) ?? bring(commit, [...known.values()].reverse());
    known.delete(commit);
    known.set(commit, found);
    // What cannot be read does not stand in the way of what can.
    found.catch(() => known.delete(commit));
    for (const old of [...known.keys()].slice(0, -keptCommits)) known.delete(old);
    return found;
  }

  async function main(): Promise<Known> {
    const commit = await repository.resolve(mainBranch);
    if (!commit) throw new Problem("The repository has no main.", { remedy: "Restore it from a backup." });
    return onMain(commit);
  }

  async function ofTree(tree: string): Promise<Content> {
    const { commit, content } = await main();
    const read = await kept(trees, `${commit} ${tree}`, () => changed(content, commit, tree, new Map()));
    return contentAt(read, clock());
  }

  return {
    async at(name, moment) {
      const commit = await repository.resolve(name);
      if (!commit) throw new Problem(`There is no commit ${name}.`);
      const { content } = await onMain(commit);
      return contentAt(content, moment ?? clock());
    },
    ofTree,
    async with(head) {
      const [onto, commit] = await Promise.all([repository.resolve(mainBranch), repository.resolve(head)]);
      if (!onto || !commit) return undefined;
      return kept(results, `${onto} ${commit}`, async () => {
        const merge = await repository.mergeTree(onto, commit);
        return ofTree(merge.conflicts.length > 0 ? commit : merge.tree);
      });
    },
    async portal() {
      const text = await repository.readFile(mainBranch, "content/portal.yaml");
      const portal = portalSchema.safeParse(parse(text?.toString("utf8") ?? ""));
      if (portal.success) return portal.data;
      throw new Problem("content/portal.yaml on main cannot be read.", {
        remedy: "Restore it from history in a branch and let an operator approve it.",
        cause: portal.error,
      });
    },
  };
}

/** A result that was asked for before, or a new one; those asked for last are kept, and none that failed. */
function kept<Result>(
  known: Map<string, Promise<Result>>,
  key: string,
  make: () => Promise<Result>,
): Promise<Result> {
  const result = known.get(key) ?? make();
  known.delete(key);
  known.set(key, result);
  result.catch(() => known.delete(key));
  for (const old of [...known.keys()].slice(0, -keptResults)) known.delete(old);
  return result;
}
