import { readEntryPath } from "../../content-model/content-path.ts";
import { entryAddress } from "../../content-model/entry-kinds.ts";
import { entryName, readEntry, textField } from "../../editorial/changes.ts";
import { readFromMain, type ForgeAccess } from "../../editorial/forge-access.ts";
import type { ActedPage } from "./letters.ts";
import { pathsOf, type ReadSubmission } from "./read-submission.ts";
import type { Publication } from "./untold.ts";

/**
 * The pages that a submission took down or gave back with others, by the logins of those who wrote them; whoever acted is
 * left out.
 */
export async function pagesByAuthor(
  access: ForgeAccess,
  { number, writers }: Pick<ReadSubmission, "number" | "writers">,
  { commit, links }: Pick<Publication, "commit" | "links">,
): Promise<Map<string, ActedPage[]>> {
  const byAuthor = new Map<string, ActedPage[]>();
  for (const { path } of await pathsOf(access, number)) {
    const text = await readFromMain(access, path, commit);
    if (text === undefined) continue;
    const place = readEntryPath(path);
    const onSite = place && entryAddress(place);
    const page = {
      title: entryName(readEntry(text).data),
      address: links.find(({ url }) => onSite !== undefined && url.endsWith(onSite))?.url,
      told: textField(text, "withdrawnReason"),
    };
    for (const login of await authorsOf(access, path, commit)) {
      if (!writers.includes(login)) byAuthor.set(login, [...(byAuthor.get(login) ?? []), page]);
    }
  }
  return byAuthor;
}

/** Logins of the people whose commits made a file what it is. */
async function authorsOf(
  { octokit, owner, repo }: ForgeAccess,
  path: string,
  sha: string,
): Promise<Set<string>> {
  const asked = { owner, repo, path, sha, per_page: 100 };
  const commits = await octokit.paginate(octokit.rest.repos.listCommits, asked);
  return new Set(commits.flatMap(({ author }) => (author && author.type !== "Bot" ? [author.login] : [])));
}
