import { z } from "zod";
import type { Repository, TreeChange } from "../git/repository.ts";
import type { ForgeContext } from "./context.ts";
import { Refusal } from "./refusal.ts";
import { screenName, storeBlob } from "./screen.ts";

const entryShape = z.object({
  path: z.string(),
  mode: z.enum(["100644", "100755", "040000"]).default("100644"),
  sha: z.string().nullable().optional(),
  content: z.string().optional(),
});

/** The body of POST git/trees. Links and submodules are not among the modes: nothing here needs them. */
export const treeShape = z.object({
  base_tree: z.string().optional(),
  tree: z.array(entryShape).max(10_000),
});

/** Turns the entries of a request into changes that git can make, each checked. */
export async function treeChanges(
  forge: ForgeContext,
  entries: readonly z.infer<typeof entryShape>[],
): Promise<TreeChange[]> {
  const { repository } = forge;
  const changes: TreeChange[] = [];
  for (const { path, mode, sha, content } of entries) {
    refuseUnsafePath(path);
    if (sha !== null) await screenName(forge, path);
    if (sha === null) {
      changes.push({ path, oid: null });
    } else if (sha === undefined) {
      if (content === undefined) throw new Refusal(422, `${path}: sha or content is missing`);
      changes.push({ path, mode, oid: await storeBlob(forge, Buffer.from(content, "utf8")) });
    } else {
      changes.push(...(await putObject(repository, { path, mode, sha })));
    }
  }
  return changes;
}

/** A folder is put in place file by file. */
async function putObject(
  repository: Repository,
  { path, mode, sha }: { path: string; mode: string; sha: string },
): Promise<TreeChange[]> {
  const type = /^[0-9a-f]{40}$/.test(sha) ? (await repository.inspect(sha))?.type : undefined;
  if (mode !== "040000" && type === "blob") return [{ path, mode, oid: sha }];
  if (mode !== "040000" || type !== "tree")
    throw new Refusal(422, `${path}: tree.sha ${sha} is not a valid object`);
  const files = await repository.listTree(sha, { recursive: true });
  return files
    .filter((file) => file.type === "blob")
    .map((file) => ({ path: `${path}/${file.path}`, mode: file.mode, oid: file.oid }));
}

/** A path must stay inside the repository and must not touch git's own folder, on any file system. */
function refuseUnsafePath(path: string): void {
  const unsafe = path
    .split("/")
    .some((part) => part === "" || part === "." || part === ".." || /^(\.git|git~\d+)[\s.]*$/i.test(part));
  if (unsafe || /[\0\\]/.test(path)) {
    throw new Refusal(
      422,
      `Đường dẫn không hợp lệ: ${JSON.stringify(path)}. (tree.path contains a malformed path component)`,
    );
  }
}
