import { entryOfBranch, fileOfEntry, type EntryPlace } from "../../src/editorial/collection-name.ts";

/** What the save under way replaces: the version that the guard saw, or none. */
interface Replaced extends EntryPlace {
  /** Blob id; undefined where the entry was never saved. */
  sha: string | undefined;
}

let replaced: Replaced | undefined;

/** Notes which version the save that begins now may replace; undefined if the forge could not be asked. */
export function noteReplaced(version: Replaced | undefined): void {
  replaced = version;
}

/**
 * The header that tells the forge which version a branch's new commit was written upon, so that it looks again when
 * nobody else can write; undefined for a request that saves no entry. Decap builds on the newest head, whatever the form
 * was filled from.
 */
export async function replacesHeader(request: Request): Promise<string | undefined> {
  const entry = replaced && entryOfBranch((await branchMoved(request)) ?? "");
  const path = entry && fileOfEntry(entry);
  if (!replaced || !path || entry.collection !== replaced.collection) return undefined;
  // A new entry gets its address only now.
  if (replaced.slug !== "" && entry.slug !== replaced.slug) return undefined;
  return `${replaced.sha ?? "none"} ${encodeURIComponent(path)}`;
}

async function branchMoved(request: Request): Promise<string | undefined> {
  const { pathname } = new URL(request.url);
  if (request.method === "PATCH")
    return branchOf(/\/git\/(refs\/.+)$/.exec(decodeURIComponent(pathname))?.[1]);
  if (request.method !== "POST" || !pathname.endsWith("/git/refs")) return undefined;
  const body: unknown = await request.clone().json();
  return typeof body === "object" && body !== null && "ref" in body ? branchOf(String(body.ref)) : undefined;
}

const branchOf = (ref: string | undefined) => /^refs\/heads\/(.+)$/.exec(ref ?? "")?.[1];
