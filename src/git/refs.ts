import { GitError, gitText, runGit } from "./run.ts";

const NOTHING = "0".repeat(40);

/** A branch, tag or other name and the object it points at. */
export interface Ref {
  name: string;
  oid: string;
}

/**
 * One move of a ref. `oid: null` deletes it. `expected` is where it must be now: an id, null for "must not
 * exist", undefined for "anywhere".
 */
export interface RefChange {
  name: string;
  oid: string | null;
  expected: string | null | undefined;
}

/** A ref was not where the writer believed it was: somebody else moved it first. */
export class RefMoved extends Error {
  constructor(name: string) {
    super(`${name} was moved by somebody else meanwhile.`);
    this.name = "RefMoved";
  }
}

/** A ref cannot have this name: it is malformed, or another ref's name is a folder of it (`a` and `a/b`). */
export class RefNameRefused extends Error {
  constructor(name: string, reason: string) {
    super(`${name}: ${reason}`);
    this.name = "RefNameRefused";
  }
}

/** Every ref whose full name begins with `prefix` (`refs/heads/cms/`). */
export async function listRefs(dir: string, prefix: string): Promise<Ref[]> {
  // git takes whole folders; the rest of the prefix is looked at below.
  const folder = prefix.slice(0, prefix.lastIndexOf("/") + 1);
  const text = await gitText(["for-each-ref", "--format=%(objectname) %(refname)", folder], { dir });
  return parseRefLines(text).filter((ref) => ref.name.startsWith(prefix));
}

/** Reads lines of an id, a space and a name. */
export function parseRefLines(text: string): Ref[] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => ({ oid: line.slice(0, line.indexOf(" ")), name: line.slice(line.indexOf(" ") + 1) }));
}

/** Moves refs together: all of them or none. Throws `RefMoved` or `RefNameRefused`. */
export async function updateRefs(dir: string, changes: readonly RefChange[]): Promise<void> {
  const input = changes.map(instruction).join("");
  try {
    await runGit(["update-ref", "--stdin", "-z"], { dir, input });
  } catch (error) {
    throw error instanceof GitError ? refusal(error, changes) : error;
  }
}

/** Whether git accepts this as the full name of a ref (the rules of git-check-ref-format). */
export function isValidRefName(name: string): boolean {
  if (!name.includes("/") || name.endsWith(".") || /\.\.|@\{/.test(name)) return false;
  if (/[\u0000-\u0020\u007f~^:?*[\\]/.test(name)) return false;
  return name.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}

function instruction({ name, oid, expected }: RefChange): string {
  const now = expected === undefined ? "" : (expected ?? NOTHING);
  return oid === null ? `delete ${name}\0${now}\0` : `update ${name}\0${oid}\0${now}\0`;
}

function refusal(error: GitError, changes: readonly RefChange[]): Error {
  const name = changes.find((change) => error.stderr.includes(change.name))?.name ?? changes[0]?.name ?? "";
  if (/cannot create '|invalid ref format|refusing to update ref with bad name/.test(error.stderr)) {
    return new RefNameRefused(name, error.stderr.trim());
  }
  if (
    /but expected|reference already exists|unable to resolve reference|reference is missing/.test(
      error.stderr,
    )
  ) {
    return new RefMoved(name);
  }
  return error;
}
