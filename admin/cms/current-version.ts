import { branchOfEntry, fileOfEntry, type EntryPlace } from "../../src/editorial/collection-name.ts";
import type { Github } from "../shared/github.ts";

/** An entry's file as the forge has it now. */
export interface Version {
  /** Blob id. */
  sha: string;
  text: string;
  /** Repository path. */
  path: string;
  /** The commit or branch it was read from. */
  ref: string;
}

/** Reads the file that a save of this entry would replace: in its open submission, else on main; undefined if there is none. */
export async function currentVersion(github: Github, entry: EntryPlace): Promise<Version | undefined> {
  const path = fileOfEntry(entry);
  if (!path) return undefined;
  const pulls = await github.pullsOfBranch(branchOfEntry(entry));
  const ref = pulls.find((pull) => pull.state === "open")?.head.sha ?? "main";
  const found = await github.version(path, ref);
  return found && { ...found, path, ref };
}
