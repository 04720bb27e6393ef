import { readEntryPath } from "../content-model/content-path.ts";
import { readLoosely } from "../content-model/entry-file.ts";
import { isImportPlace } from "../content-model/import-places.ts";
import { sideBySide } from "../foundation/side-by-side.ts";
import type { ChangedFile, Repository } from "../git/repository.ts";

/** Files that are looked at together. */
const atOnce = 64;

/**
 * Why main must not take an import; undefined where it may. An import holds documents, their attachments and results of
 * cases, takes no document away, and changes none that a person entered.
 */
export async function importRefusal(
  repository: Repository,
  before: string,
  commit: string,
): Promise<string | undefined> {
  const files = await repository.changedFiles(before, commit, { renames: false });
  if (files.length === 0) return "Bản nhập không có gì.";
  const refusals = await sideBySide(files, atOnce, (file) => refusalOf(repository, file));
  return refusals.find((refusal) => refusal !== undefined);
}

async function refusalOf(
  repository: Repository,
  { path, oid, previousOid, mode }: ChangedFile,
): Promise<string | undefined> {
  if (!isImportPlace(path)) return `${path}: chỗ này không dành cho nhập tự động.`;
  if (mode !== "100644") return `${path}: không phải tệp thường.`;
  if (readEntryPath(path)?.kind !== "document") return undefined;
  if (oid === undefined) return `${path}: nhập tự động không xoá văn bản; văn bản bị rút thì ghi là đã gỡ.`;
  const now = await sourceIn(repository, oid);
  if (now === "") return `${path}: văn bản nhập phải ghi nguồn.`;
  if (previousOid !== undefined && (await sourceIn(repository, previousOid)) !== now)
    return `${path}: văn bản này của nguồn khác hoặc do người nhập.`;
  return undefined;
}

/** The source that a document says it is from; `""` for one that a person entered. */
async function sourceIn(repository: Repository, oid: string): Promise<string> {
  const { data } = await repository.readObject(oid);
  const { source } = readLoosely(data.toString("utf8")).data;
  const from = typeof source === "object" && source !== null && "from" in source ? source.from : undefined;
  return typeof from === "string" ? from : "";
}
