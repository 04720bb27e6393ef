import { readContentPath } from "../content-model/content-path.ts";
import type { Content, NewsEntry } from "../content-store/content.ts";
import type { ChangedFile } from "../git/repository.ts";
import { resembles, type Fingerprint } from "./check-duplicates.ts";
import type { MergeResult } from "./check-submission.ts";

/**
 * What the findings on a submission rest on: whatever of main was looked at to come to them. As long as main changes nothing
 * of it, checking again would find the same.
 */
export interface Grounds {
  /** Files that were read, or looked for in vain, and those that the submission changes. */
  paths: Set<string>;
  /** Folders whose file names were looked through, and for which. */
  folders: { folder: string; like: (path: string) => boolean }[];
  /** Sites whose entries or addresses were looked through as a whole. */
  sites: Set<string>;
  /** Articles that were compared with all others of their site. */
  articles: { site: string; is: Fingerprint }[];
}

/** Notes down what the checks look at while they read a merge result. */
export function noteGrounds(own: Iterable<string>): {
  grounds: Grounds;
  noting: <Result extends Pick<MergeResult, "read" | "list">>(result: Result) => Result;
} {
  const grounds: Grounds = { paths: new Set(own), folders: [], sites: new Set(), articles: [] };
  return {
    grounds,
    noting: (result) => ({
      ...result,
      read: (path) => {
        grounds.paths.add(path);
        return result.read(path);
      },
      list: (folder, like = () => true) => {
        grounds.folders.push({ folder, like });
        return result.list(folder, like);
      },
    }),
  };
}

/** What main became between two commits. */
export interface MainChange {
  files: readonly ChangedFile[];
  /** Main as it is now. */
  content: Content;
}

/** What a change of main may have changed of what was found: the verdict, what is advised besides, or nothing. */
export type Bearing = "verdict" | "advice" | "none";

/**
 * What a change of main means for what was found on a submission. It may say too much, and never too little: main is judged by
 * what of it was looked at.
 */
export function bearingOf(change: MainChange, grounds: Grounds): Bearing {
  if (mayChangeVerdict(change, grounds)) return "verdict";
  return change.files.some(({ path }) => isLikeOne(path, change.content, grounds)) ? "advice" : "none";
}

function mayChangeVerdict({ files, content }: MainChange, grounds: Grounds): boolean {
  // What is wrong on main is wrong in every merge.
  if (content.problems.length > 0) return true;
  const sites = new Set([...grounds.paths].flatMap(siteOf));
  return files.some(({ path, status }) => {
    const { kind } = readContentPath(path);
    if (kind === "portal" || kind === "site" || grounds.paths.has(path)) return true;
    const [site] = siteOf(path);
    if (site !== undefined && grounds.sites.has(site)) return true;
    // Git may take what is gone here and new there for moved, and a submission's file along with it.
    if (status === "removed") return site === undefined || sites.has(site);
    return status === "added" && grounds.folders.some((one) => isIn(one.folder, path) && one.like(path));
  });
}

/** Whether an article of main says much the same as one of the submission's. */
function isLikeOne(path: string, content: Content, { articles }: Grounds): boolean {
  const [site] = siteOf(path);
  const among = articles.filter((one) => one.site === site);
  const entry = among.length > 0 ? articleAt(path, site, content) : undefined;
  return entry !== undefined && among.some(({ is }) => resembles(is, entry));
}

function articleAt(path: string, site: string | undefined, { sites }: Content): NewsEntry | undefined {
  const home = sites.get(site ?? "");
  const isIt = ({ file }: NewsEntry) => file === path;
  return home?.news.find(isIt) ?? home?.scheduled.find(isIt);
}

const isIn = (folder: string, path: string) =>
  path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes("/");

/** The site that a path belongs to, if any. */
function siteOf(path: string): string[] {
  const [, site] = /^content\/sites\/([^/]+)\//.exec(path) ?? [];
  return site === undefined ? [] : [site];
}
