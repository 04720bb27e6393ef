import { Hono, type Context } from "hono";
import { isPlainPath } from "../../git/repository.ts";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { MAIN } from "../branches.ts";
import { linkPages, pageOf, paginate } from "../request.ts";
import { notFound, Refusal } from "../refusal.ts";
import { changesOf, diffEntry, fullCommit } from "../represent/commit.ts";
import { combinedStatus, statusOf } from "../represent/status.ts";
import { commitNamed } from "../revision.ts";

/** As many files as GitHub shows of one comparison. */
const mostFiles = 300;

/** Commits, their statuses, and comparisons. */
export function commitRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes
    .get("/commits", (c) => listCommits(forge, c))
    .get("/commits/:rest{.+}", async (c) => {
      // A branch may have slashes of its own, so the last word is looked at by hand.
      const [, name = "", what] = /^(.+?)(?:\/(status|statuses))?$/.exec(c.req.param("rest")) ?? [];
      const sha = await commitNamed(forge, name);
      if (what === "status") return c.json(combinedStatus(forge, sha));
      if (what === "statuses") {
        const statuses = forge.statuses.list(sha).map((status) => statusOf(forge, status));
        return c.json(paginate(c, forge.addresses().origin, statuses));
      }
      return c.json(await commitWithFiles(forge, sha));
    })
    .get("/compare/:basehead{.+}", async (c) => {
      const [base, head] = c.req.param("basehead").split("...", 2);
      if (!base || !head) throw notFound();
      return c.json(await compare(forge, await commitNamed(forge, base), await commitNamed(forge, head)));
    });
  return routes;
}

async function listCommits(forge: ForgeContext, c: Context<ForgeEnv>): Promise<Response> {
  const { repository, accounts, history } = forge;
  const at = forge.addresses();
  const { page, perPage } = pageOf(c);
  const tip = await commitNamed(forge, c.req.query("sha") ?? "main");
  const path = c.req.query("path")?.replace(/^\/+|\/+$/g, "");
  if (path && !isPlainPath(path)) return c.json([]);
  const from = (page - 1) * perPage;

  let wanted: readonly string[];
  // The CMS asks for every entry of a list one by one: those answers come from memory.
  const indexed = path && tip === (await repository.resolve(MAIN)) ? await history.commitsOf(tip, path) : [];
  if (indexed.length > 0) {
    wanted = indexed.slice(from, from + perPage + 1);
  } else {
    const range = { skip: from, limit: perPage + 1 };
    wanted = await repository.revisions(tip, path ? { ...range, path, merges: "none" } : range);
  }
  // One more than asked for tells whether there is a next page without counting all of history.
  linkPages(c, at.origin, { page, last: wanted.length > perPage ? page + 1 : page });
  const commits = await Promise.all(wanted.slice(0, perPage).map((oid) => repository.readCommit(oid)));
  return c.json(commits.map((commit) => fullCommit(at, accounts, commit)));
}

async function commitWithFiles(forge: ForgeContext, sha: string) {
  const at = forge.addresses();
  const commit = await forge.repository.readCommit(sha);
  const files = (await changesOf(forge.repository, commit)).map((file) => diffEntry(at, file, sha));
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return {
    ...fullCommit(at, forge.accounts, commit),
    stats: { additions, deletions, total: additions + deletions },
    files: files.slice(0, mostFiles),
  };
}

/** What `head` has that `base` has not, since they parted. */
async function compare({ repository, accounts, addresses }: ForgeContext, base: string, head: string) {
  const at = addresses();
  const parting = await repository.mergeBase(base, head);
  if (parting === undefined) throw new Refusal(404, "No common ancestor");
  const [log, behind, files] = await Promise.all([
    repository.log(head, { not: base }),
    repository.revisions(base, { not: head }),
    repository.patches(parting, head),
  ]);
  const commits = log.reverse();
  const url = `${at.repository}/compare/${base}...${head}`;
  const html = `${at.web}/compare/${base}...${head}`;
  return {
    url,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: fullCommit(at, accounts, await repository.readCommit(base)),
    merge_base_commit: fullCommit(at, accounts, await repository.readCommit(parting)),
    status: statusOfComparison(commits.length, behind.length),
    ahead_by: commits.length,
    behind_by: behind.length,
    total_commits: commits.length,
    commits: commits.map((commit) => fullCommit(at, accounts, commit)),
    files: files.slice(0, mostFiles).map((file) => diffEntry(at, file, head)),
  };
}

function statusOfComparison(ahead: number, behind: number): "diverged" | "ahead" | "behind" | "identical" {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}
