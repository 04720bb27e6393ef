import type { Octokit } from "octokit";
import { connectOctokit } from "./forge-client.ts";

/** A repository on a forge, through GitHub's REST API, in somebody's name. */
export interface ForgeAccess {
  octokit: Octokit;
  owner: string;
  repo: string;
}

/** Access to `OWNER/NAME` on the forge with this API. */
export function accessForge(api: string, fullName: string, token: string): ForgeAccess {
  const [owner = "", repo = ""] = fullName.split("/");
  return { octokit: connectOctokit(api, token), owner, repo };
}

/** The text of a file on main, or at another commit; undefined if there is none. */
export async function readFromMain(
  { octokit, owner, repo }: ForgeAccess,
  path: string,
  ref = "main",
): Promise<string | undefined> {
  try {
    const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref });
    return "content" in data ? Buffer.from(data.content, "base64").toString("utf8") : undefined;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** Whether the forge answered that there is no such thing. */
export const isNotFound = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "status" in error && error.status === 404;
