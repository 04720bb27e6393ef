import { isValidRefName } from "./refs.ts";

/**
 * A name that git can take for one thing only: `main` (the branch, whatever tags there are), an id or a full ref,
 * with `:path`, `^{tree}` or `^{commit}` behind it. Undefined for every other name: git would search for those.
 */
export function exactName(name: string): string | undefined {
  const [, base = "", suffix = ""] = /^([^:^]+)(\^\{(?:tree|commit)\}|:[^]*)?$/.exec(name) ?? [];
  if (suffix.startsWith(":") && suffix !== ":" && !isPlainPath(suffix.slice(1))) return undefined;
  if (base === "main") return `refs/heads/main${suffix}`;
  const isExact = /^[0-9a-f]{40}$/.test(base) || (base.startsWith("refs/") && isValidRefName(base));
  return isExact ? name : undefined;
}

/** As `exactName`, for commands that cannot answer "none": throws for a name that is not exact. */
export function exactRevision(name: string): string {
  const exact = exactName(name);
  if (exact === undefined) throw new Error(`${JSON.stringify(name)} is no id, no full ref and not main.`);
  return exact;
}

/** Whether a path goes straight down: git ends with an error at `./a` and `../a`. */
export function isPlainPath(path: string): boolean {
  return path.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
