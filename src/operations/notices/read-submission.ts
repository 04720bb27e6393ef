import type { ForgeAccess } from "../../editorial/forge-access.ts";

/** A submission as letters tell of it. */
export interface ReadSubmission {
  number: number;
  title: string;
  /** What its author wrote below the title. */
  body: string;
  state: "open" | "merged" | "closed";
  labels: string[];
  branch: string;
  /** The address of its page. */
  page: string;
  author: string;
  /** Logins of those who wrote any of it, programs left out. */
  writers: string[];
  /** Logins of those who go on with it for its author. */
  assignees: string[];
  /** Its last commit. */
  head: string;
  returns: { id: number; login: string; reason: string; at: Date }[];
}

/** Reads it from the forge in the newsroom's name. */
export async function readSubmission(
  { octokit, owner, repo }: ForgeAccess,
  number: number,
): Promise<ReadSubmission> {
  const pull = { owner, repo, pull_number: number, per_page: 100 };
  const [{ data }, commits, reviews] = await Promise.all([
    octokit.rest.pulls.get(pull),
    octokit.paginate(octokit.rest.pulls.listCommits, pull),
    octokit.paginate(octokit.rest.pulls.listReviews, pull),
  ]);
  const people = [data.user, ...commits.map(({ author }) => author)].flatMap((user) =>
    user && user.type !== "Bot" ? [user.login] : [],
  );
  return {
    number,
    title: data.title,
    body: data.body ?? "",
    state: data.merged ? "merged" : data.state === "open" ? "open" : "closed",
    labels: data.labels.map(({ name }) => name),
    branch: data.head.ref,
    page: data.html_url,
    author: data.user.login,
    writers: [...new Set(people)],
    assignees: (data.assignees ?? []).map(({ login }) => login),
    head: data.head.sha,
    returns: reviews
      .filter(({ state }) => state === "CHANGES_REQUESTED")
      .map(({ id, user, body, submitted_at }) => ({
        id,
        login: user?.login ?? "",
        reason: body,
        at: new Date(submitted_at ?? 0),
      })),
  };
}

/** Repository paths that a submission changes, or changed when main took it. */
export async function pathsOf(
  { octokit, owner, repo }: ForgeAccess,
  number: number,
): Promise<{ path: string }[]> {
  const pull = { owner, repo, pull_number: number, per_page: 100 };
  const files = await octokit.paginate(octokit.rest.pulls.listFiles, pull);
  return files.map(({ filename }) => ({ path: filename }));
}
