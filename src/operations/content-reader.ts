import { parse } from "yaml";
import type { Content } from "../content-store/content.ts";
import { loadContent, type ParsedFiles } from "../content-store/load.ts";
import { commitSource } from "../content-store/source.ts";
import { portalSchema, type Portal } from "../content-model/portal.ts";
import type { Clock } from "../foundation/clock.ts";
import { Problem } from "../foundation/problem.ts";
import { mainBranch } from "../git/main-branch.ts";
import type { Repository } from "../git/repository.ts";

/** Content of the repository at its commits; files are parsed once, whatever the number of commits that hold them. */
export interface ContentReader {
  at: (commit: string) => Promise<Content>;
  /** Main as it would be with this commit merged; the commit alone where the two do not go together. */
  with: (head: string) => Promise<Content | undefined>;
  /** The authority and its people, as main has them now. */
  portal: () => Promise<Portal>;
}

/** How many merge results are kept ready for previews. */
const keptResults = 16;

/** Parsed files that are kept whatever the size of the content. */
const keptFiles = 1000;

export function readContent(repository: Repository, clock: Clock): ContentReader {
  const parsed: ParsedFiles = new Map();
  const results = new Map<string, Content>();
  async function load(treeish: string): Promise<Content> {
    const source = commitSource(repository, treeish);
    // Files of submissions long gone would be kept for ever: begin anew when they outnumber those there are.
    const files = await source.list();
    if (parsed.size > keptFiles + 3 * files.length) parsed.clear();
    return loadContent({ ...source, list: () => Promise.resolve(files) }, clock(), parsed);
  }

  return {
    at: load,
    async with(head) {
      const [main, commit] = await Promise.all([repository.resolve(mainBranch), repository.resolve(head)]);
      if (!main || !commit) return undefined;
      const key = `${main} ${commit}`;
      const known = results.get(key);
      if (known) return known;
      const merge = await repository.mergeTree(main, commit);
      const content = await load(merge.conflicts.length > 0 ? commit : merge.tree);
      results.set(key, content);
      for (const old of [...results.keys()].slice(0, -keptResults)) results.delete(old);
      return content;
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
