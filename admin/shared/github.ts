import { z } from "zod";
import { bytesOfBase64, textOf } from "./base64.ts";
import * as shapes from "./github-shapes.ts";

/** The forge answered with an error; `message` is in words for people where the forge gave any. */
export class ForgeError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "ForgeError";
    this.status = status;
  }
}

/** GitHub's REST API, as far as these pages use it, for one repository. */
export type Github = ReturnType<typeof connectGithub>;

/** Connects to a forge. `token` is asked anew for each request, so that signing in again needs no new connection; `onExpired` hears of a refused one. */
export function connectGithub(options: {
  api: string;
  repo: string;
  token: () => string | undefined;
  onExpired: () => void;
}) {
  const { api, repo, token, onExpired } = options;

  async function call<T extends z.ZodType>(
    shape: T,
    path: string,
    init: { method?: string; body?: unknown } = {},
  ): Promise<z.infer<T>> {
    const response = await fetch(`${api}${path}`, {
      method: init.method ?? "GET",
      // Always ask whether it has changed: the answer is short if it has not.
      cache: "no-cache",
      headers: { Accept: "application/vnd.github+json", Authorization: `token ${token() ?? ""}` },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    }).catch(() => {
      throw new ForgeError(0, "Không kết nối được với máy chủ. Kiểm tra mạng rồi thử lại.");
    });
    if (!response.ok) {
      if (response.status === 401) onExpired();
      throw new ForgeError(response.status, await messageOf(response));
    }
    return shape.parse(response.status === 204 ? undefined : await response.json());
  }

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
    pull: (number: number) => call(shapes.pullSchema, pull(number)),
    reviews: (number: number) => all(shapes.reviewSchema, `${pull(number)}/reviews`),
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
      review: { event: "APPROVE" | "REQUEST_CHANGES"; body?: string; commit: string },
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

async function messageOf(response: Response): Promise<string> {
  const answer: unknown = await response.json().catch(() => undefined);
  const { message } = z.object({ message: z.string() }).catch({ message: "" }).parse(answer);
  if (response.status === 401) return "Phiên làm việc đã hết hạn. Hãy đăng nhập lại.";
  return message || `Máy chủ trả lời lỗi ${String(response.status)}.`;
}

/** An error in words for the page; nothing for a refused token, of which the page tells in its own place. */
export function wordsOf(error: unknown): string {
  if (error instanceof ForgeError && error.status === 401) return "";
  return error instanceof Error ? error.message : String(error);
}
