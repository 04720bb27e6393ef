import { z } from "zod";
import { bytesOfBase64, textOf } from "./base64.ts";
import { callerOf, ForgeError } from "./call.ts";
import * as shapes from "./github-shapes.ts";

export { ForgeError, wordsOf } from "./call.ts";

/** GitHub's REST API, as far as these pages use it, for one repository. */
export type Github = ReturnType<typeof connectGithub>;

/** Connects to a forge. `token` is asked anew for each request, so that signing in again needs no new connection; `onExpired` hears of a refused one. */
export function connectGithub(options: {
  api: string;
  repo: string;
  token: () => string | undefined;
  onExpired: () => void;
}) {
  const { api, repo, ...rest } = options;
  const call = callerOf({ root: api, ...rest });

  async function all<T extends z.ZodType>(shape: T, path: string, pages = 10): Promise<z.infer<T>[]> {
    const found: z.infer<T>[] = [];
    for (let page = 1; page <= pages; page++) {
      const separator = path.includes("?") ? "&" : "?";
      const some = await call(z.array(shape), `${path}${separator}per_page=100&page=${String(page)}`);
      found.push(...some);
      if (some.length < 100) break;
    }
    return found;
  }

  async function contents(path: string, ref: string): Promise<z.infer<typeof shapes.blobSchema> | undefined> {
    const address = path.split("/").map(encodeURIComponent).join("/");
    try {
      return await call(shapes.blobSchema, `${here}/contents/${address}?ref=${encodeURIComponent(ref)}`);
    } catch (error) {
      if (error instanceof ForgeError && error.status === 404) return undefined;
      throw error;
    }
  }

  const here = `/repos/${repo}`;
  const pull = (number: number) => `${here}/pulls/${String(number)}`;
  const issue = (number: number) => `${here}/issues/${String(number)}`;
  const [owner = ""] = repo.split("/");

  return {
    openPulls: () => all(shapes.pullSchema, `${here}/pulls?state=open&base=main`),
    /** The latest closed ones, merged or not. */
    closedPulls: () =>
      call(
        z.array(shapes.pullSchema),
        `${here}/pulls?state=closed&base=main&sort=updated&direction=desc&per_page=30`,
      ),
    /** Latest first, closed ones included. */
    pullsOfBranch: async (branch: string) => {
      const head = encodeURIComponent(`${owner}:${branch}`);
      const found = await call(
        z.array(shapes.pullSchema),
        `${here}/pulls?state=all&head=${head}&per_page=100`,
      );
      return found.sort((a, b) => b.number - a.number);
    },
    /** The numbers of merged pull requests with a label, the latest first. */
    mergedWithLabel: async (label: string) => {
      const query = new URLSearchParams({
        q: `repo:${repo} is:pr is:closed label:"${label}"`,
        per_page: "100",
      });
      const { items } = await call(shapes.foundIssuesSchema, `/search/issues?${query.toString()}`);
      return items.filter(({ pull_request: pull }) => pull?.merged_at).map(({ number }) => number);
    },
    pull: (number: number) => call(shapes.pullSchema, pull(number)),
    reviews: (number: number) => all(shapes.reviewSchema, `${pull(number)}/reviews`),
    /** Labels that came and went, oldest first. */
    labelEvents: async (number: number) =>
      (await all(shapes.issueEventSchema, `${issue(number)}/events`)).flatMap(
        ({ event, created_at, label }) => (label ? [{ event, at: created_at, name: label.name }] : []),
      ),
    comments: (number: number) => all(shapes.commentSchema, `${issue(number)}/comments`),
    statuses: async (commit: string) =>
      (await call(shapes.combinedStatusSchema, `${here}/commits/${commit}/status?per_page=100`)).statuses,
    commit: (sha: string) => call(shapes.commitSchema, `${here}/commits/${sha}`),
    compare: (base: string, head: string) =>
      call(
        shapes.comparisonSchema,
        `${here}/compare/${encodeURIComponent(base)}...${encodeURIComponent(head)}`,
      ),
    /** A file's bytes at a commit or branch; undefined if it is not there. */
    file: async (path: string, ref: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
      const found = await contents(path, ref);
      return found && bytesOfBase64(found.content);
    },
    /** A text file at a commit or branch, with its blob id; undefined if it is not there. */
    version: async (path: string, ref: string): Promise<{ sha: string; text: string } | undefined> => {
      const found = await contents(path, ref);
      return found && { sha: found.sha, text: textOf(bytesOfBase64(found.content)) ?? "" };
    },
    /** The last commit, as seen from a commit or branch, that changed a file. */
    lastChange: async (path: string, ref: string) => {
      const query = new URLSearchParams({ path, sha: ref, per_page: "1" });
      const [last] = await call(z.array(shapes.commitSchema), `${here}/commits?${query.toString()}`);
      return last;
    },
    blob: async (sha: string) =>
      bytesOfBase64((await call(shapes.blobSchema, `${here}/git/blobs/${sha}`)).content),
    review: (
      number: number,
      review: { event: "APPROVE" | "REQUEST_CHANGES" | "COMMENT"; body?: string; commit: string },
    ) =>
      call(shapes.reviewSchema, `${pull(number)}/reviews`, {
        method: "POST",
        body: { event: review.event, body: review.body ?? "", commit_id: review.commit },
      }),
    setLabels: (number: number, labels: readonly string[]) =>
      call(z.unknown(), `${issue(number)}/labels`, { method: "PUT", body: { labels } }),
    comment: (number: number, body: string) =>
      call(shapes.commentSchema, `${issue(number)}/comments`, { method: "POST", body: { body } }),
    /** Merges exactly the commit that was looked at; a newer one is refused. */
    merge: (number: number, head: string) =>
      call(shapes.mergeSchema, `${pull(number)}/merge`, {
        method: "PUT",
        body: { sha: head, merge_method: "merge" },
      }),
  };
}
