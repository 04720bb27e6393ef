import { exactRevision } from "./exact-name.ts";
import { runGit } from "./run.ts";

/** The commit of a line of history that last changed a file. */
export interface FileChange {
  path: string;
  commit: string;
  message: string;
}

/**
 * For every file below `folder`, the last commit on the line of first parents up to `tip` that changed it: a merge counts
 * as the change it brought. With `since`, only files that changed after that commit. `tip` is `HEAD` or a commit's id.
 */
export async function lastChanges(
  dir: string,
  tip: string,
  options: { folder: string; since?: string },
): Promise<FileChange[]> {
  const range = [
    tip === "HEAD" ? tip : exactRevision(tip),
    ...(options.since === undefined ? [] : [`^${exactRevision(options.since)}`]),
  ];
  const args = [
    "log",
    "--first-parent",
    "--diff-merges=first-parent",
    "--root",
    "--name-only",
    "--no-renames",
    "-z",
  ];
  const { stdout } = await runGit(
    [...args, "--format=%x01%H%x02%B%x03", "--end-of-options", ...range, "--", options.folder],
    { dir },
  );
  return parse(stdout.toString("utf8"));
}

function parse(text: string): FileChange[] {
  const found = new Map<string, FileChange>();
  for (const part of text.split("\u0001").slice(1)) {
    const [head = "", files = ""] = part.split("\u0003");
    const [commit = "", message = ""] = head.split("\u0002");
    for (const field of files.split("\0")) {
      const path = field.replace(/^\n/, "");
      // Newest first: what was seen already is the last change.
      if (path !== "" && !found.has(path)) found.set(path, { path, commit, message });
    }
  }
  return [...found.values()];
}
