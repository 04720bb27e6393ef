import { Hono } from "hono";
import type { ForgeContext, ForgeEnv } from "../context.ts";
import { paginate } from "../request.ts";
import { issueOf } from "../represent/issue.ts";

/** As much of GitHub's issue search as the CMS needs to find its notes: repo, label, state and quoted words. */
export function searchRoutes(forge: ForgeContext): Hono<ForgeEnv> {
  const routes = new Hono<ForgeEnv>();
  routes.get("/issues", async (c) => {
    const query = parseQuery(c.req.query("q") ?? "");
    const { owner, repo, origin } = forge.addresses();
    const here = query.repo === undefined || query.repo.toLowerCase() === `${owner}/${repo}`.toLowerCase();
    const { pull } = await forge.permissions(c.get("account").login);
    const found =
      !here || !pull
        ? []
        : forge.issues.list({ label: query.labels[0] }).filter((issue) => {
            const labels = forge.issues.labels(issue.number);
            const text = `${issue.title}\n${issue.body ?? ""}`.toLowerCase();
            return (
              (query.state === undefined || issue.state === query.state) &&
              (query.kind === undefined || issue.isPull === (query.kind === "pr")) &&
              query.labels.every((label) => labels.includes(label)) &&
              query.words.every((word) => text.includes(word.toLowerCase()))
            );
          });
    const items = paginate(c, origin, found).map((issue) => ({ ...issueOf(forge, issue), score: 1 }));
    return c.json({ total_count: found.length, incomplete_results: false, search_type: "lexical", items });
  });
  return routes;
}

interface IssueQuery {
  repo?: string;
  state?: string;
  kind?: string;
  labels: string[];
  words: string[];
}

function parseQuery(text: string): IssueQuery {
  const query: IssueQuery = { labels: [], words: [] };
  for (const [, key, quotedValue, value, quoted, word] of text.matchAll(
    /(?:(\w+):(?:"([^"]*)"|(\S+)))|"([^"]*)"|(\S+)/g,
  )) {
    const given = quotedValue ?? value ?? "";
    if (key === "repo") query.repo = given;
    else if (key === "label") query.labels.push(given);
    else if (key === "state") query.state = given;
    else if (key === "is" || key === "type") applyIs(query, given);
    else if (key === undefined) query.words.push(quoted ?? word ?? "");
  }
  return query;
}

function applyIs(query: IssueQuery, given: string): void {
  if (given === "open" || given === "closed") query.state = given;
  if (given === "pr" || given === "issue") query.kind = given;
}
