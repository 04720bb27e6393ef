import { runGit } from "./run.ts";

/** The id of the tree without files: what the first commit is compared with. */
export const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

/** A file that differs between two trees. `oid` is absent for a removed file, `previousOid` for an added one. */
export interface ChangedFile {
  status: "added" | "modified" | "removed" | "renamed";
  path: string;
  previousPath?: string;
  oid?: string;
  previousOid?: string;
  /** git's file mode after the change (before it for a removed file); 120000 is a symbolic link. */
  mode: string;
}

/** A changed file with its lines. `patch` starts at the first `@@`; it is absent for binary files and pure renames. */
export interface FilePatch extends ChangedFile {
  additions: number;
  deletions: number;
  patch?: string;
}

/** The files that differ between two commits or trees. */
export async function changedFiles(
  dir: string,
  from: string,
  to: string,
  options: { renames?: boolean } = {},
): Promise<ChangedFile[]> {
  const args = ["diff-tree", "-r", "-z", "--raw", "--no-abbrev", options.renames ? "-M" : "--no-renames"];
  const { stdout } = await runGit([...args, "--end-of-options", from, to], { dir });
  return parseRaw(stdout.toString("utf8")).map(({ file }) => file);
}

/** The files that differ, with the changed lines of each; renames are found. */
export async function patches(dir: string, from: string, to: string): Promise<FilePatch[]> {
  const common = ["diff-tree", "-r", "-M", "--no-ext-diff", "--no-textconv", "--no-color"];
  const revisions = ["--end-of-options", from, to];
  const [raw, text] = await Promise.all([
    runGit([...common, "-z", "--raw", "--no-abbrev", ...revisions], { dir }),
    runGit([...common, "--patch", ...revisions], { dir }),
  ]);
  // git writes both lists in the same order, and no changed line can begin with "diff --git".
  const sections = text.stdout
    .toString("utf8")
    .split(/^diff --git /m)
    .slice(1);
  return parseRaw(raw.stdout.toString("utf8")).map(({ file, sections: count }) =>
    withLines(file, sections.splice(0, count).join("")),
  );
}

function parseRaw(text: string): { file: ChangedFile; sections: number }[] {
  const fields = text.split("\0");
  const found: { file: ChangedFile; sections: number }[] = [];
  for (let at = 0; fields[at]?.startsWith(":");) {
    const [oldMode = "", newMode = "", oldOid = "", newOid = "", status = ""] = (fields[at] ?? "")
      .slice(1)
      .split(" ");
    const letter = status.charAt(0);
    const renamed = letter === "R" || letter === "C";
    const first = fields[at + 1] ?? "";
    const path = renamed ? (fields[at + 2] ?? "") : first;
    at += renamed ? 3 : 2;
    const file: ChangedFile = { status: statusOf(letter), path, mode: letter === "D" ? oldMode : newMode };
    if (renamed) file.previousPath = first;
    if (letter !== "D") file.oid = newOid;
    if (letter !== "A") file.previousOid = oldOid;
    // A file that became a link is shown as one removed and one added.
    found.push({ file, sections: letter === "T" ? 2 : 1 });
  }
  return found;
}

function statusOf(letter: string): ChangedFile["status"] {
  if (letter === "A") return "added";
  if (letter === "D") return "removed";
  return letter === "R" || letter === "C" ? "renamed" : "modified";
}

function withLines(file: ChangedFile, section: string): FilePatch {
  const start = section.search(/^@@ /m);
  if (start < 0) return { ...file, additions: 0, deletions: 0 };
  const patch = section.slice(start).replace(/\n$/, "");
  const lines = patch.split("\n");
  return {
    ...file,
    additions: lines.filter((line) => line.startsWith("+")).length,
    deletions: lines.filter((line) => line.startsWith("-")).length,
    patch,
  };
}
