import { Octokit } from "octokit";
import type { Remark } from "./remark.ts";

/** The newsroom's own account on the forge, through GitHub's REST API. */
export interface ForgeClient {
  openSubmissions: () => Promise<Submission[]>;
  submission: (number: number) => Promise<Submission>;
  /** What was said in reviews of a submission, oldest first, and by whom its commits are. */
  discussion: (number: number) => Promise<{ remarks: Remark[]; writers: string[] }>;
  setStatus: (commit: string, status: Status) => Promise<void>;
  /** Statuses of a commit, the latest of each context. */
  statuses: (commit: string) => Promise<Status[]>;
  /** Puts a label on a submission, or takes it off; does nothing where it is so already. */
  keepLabel: (number: number, label: string, wanted: boolean) => Promise<void>;
  /** Writes our one comment that carries `marker`: changed if it is there, else new. Does nothing if it says the same. */
  keepComment: (number: number, marker: string, body: string) => Promise<void>;
}

/** A pull request as the newsroom needs it. */
export interface Submission {
  number: number;
  title: string;
  state: "open" | "closed";
  branch: string;
  head: string;
  author: string;
  labels: string[];
}

export interface Status {
  context: string;
  state: "pending" | "success" | "failure" | "error";
  description: string;
  targetUrl?: string | undefined;
}

/** GitHub's own client for a forge's API. */
export function connectOctokit(api: string, token: string): Octokit {
  // The newsroom's own forge asks for no pauses between writes.
  return new Octokit({ baseUrl: api, auth: token, throttle: { enabled: false }, retry: { enabled: false } });
}

/** Connects to a forge's API, e.g. `http://127.0.0.1:4300/api/v3`, with a token. */
export function connectForge(options: {
  api: string;
  token: string;
  owner: string;
  repo: string;
}): ForgeClient {
  const { api, token, owner, repo } = options;
  const octokit = connectOctokit(api, token);
  const here = { owner, repo };
  let login: Promise<string> | undefined;
  const ownLogin = () => (login ??= octokit.rest.users.getAuthenticated().then(({ data }) => data.login));
  return {
    async openSubmissions() {
      const pulls = await octokit.paginate(octokit.rest.pulls.list, {
        ...here,
        state: "open",
        base: "main",
        per_page: 100,
      });
      return pulls.map(toSubmission);
    },
    async submission(number) {
      return toSubmission((await octokit.rest.pulls.get({ ...here, pull_number: number })).data);
    },
    async discussion(number) {
      const pull = (await octokit.rest.pulls.get({ ...here, pull_number: number })).data;
      const [reviews, comparison] = await Promise.all([
        octokit.paginate(octokit.rest.pulls.listReviews, { ...here, pull_number: number, per_page: 100 }),
        octokit.rest.repos.compareCommitsWithBasehead({ ...here, basehead: `main...${pull.head.sha}` }),
      ]);
      const writers = [pull.user.login, ...comparison.data.commits.flatMap(({ author }) => loginOf(author))];
      return {
        remarks: reviews.map(({ user, body, commit_id: commit, submitted_at: at }) => ({
          login: user?.login ?? "",
          body,
          commit: commit ?? "",
          at: at ?? "",
        })),
        writers: [...new Set(writers)],
      };
    },
    async setStatus(commit, { context, state, description, targetUrl }) {
      await octokit.rest.repos.createCommitStatus({
        ...here,
        sha: commit,
        context,
        state,
        // GitHub's limit.
        description: description.slice(0, 140),
        ...(targetUrl ? { target_url: targetUrl } : {}),
      });
    },
    async statuses(commit) {
      const { data } = await octokit.rest.repos.getCombinedStatusForRef({ ...here, ref: commit });
      return data.statuses.map(({ context, state, description, target_url }) => ({
        context,
        state: state as Status["state"],
        description: description ?? "",
        targetUrl: target_url ?? undefined,
      }));
    },
    async keepLabel(number, label, wanted) {
      const of = { ...here, issue_number: number };
      const { data } = await octokit.rest.issues.listLabelsOnIssue({ ...of, per_page: 100 });
      if (data.some(({ name }) => name === label) === wanted) return;
      if (wanted) await octokit.rest.issues.addLabels({ ...of, labels: [label] });
      else await octokit.rest.issues.removeLabel({ ...of, name: label });
    },
    async keepComment(number, marker, body) {
      const comments = await octokit.paginate(octokit.rest.issues.listComments, {
        ...here,
        issue_number: number,
        per_page: 100,
      });
      const me = await ownLogin();
      const own = comments.find((comment) => comment.user?.login === me && comment.body?.includes(marker));
      if (!own) await octokit.rest.issues.createComment({ ...here, issue_number: number, body });
      else if (own.body !== body)
        await octokit.rest.issues.updateComment({ ...here, comment_id: own.id, body });
    },
  };
}

const loginOf = (author: object | null | undefined): string[] =>
  author && "login" in author && typeof author.login === "string" ? [author.login] : [];

interface PullRequest {
  number: number;
  title: string;
  state: string;
  head: { ref: string; sha: string };
  user: { login: string } | null;
  labels: { name: string }[];
}

function toSubmission({ number, title, state, head, user, labels }: PullRequest): Submission {
  return {
    number,
    title,
    state: state === "open" ? "open" : "closed",
    branch: head.ref,
    head: head.sha,
    author: user?.login ?? "",
    labels: labels.map(({ name }) => name),
  };
}
