import type { Context } from "hono";
import { isPlainPath, type Repository } from "../git/repository.ts";
import type { ForgeEnv } from "./context.ts";
import { Refusal } from "./refusal.ts";

/** The version of a file that a client's new commit was written upon; `oid` null: there was none. */
export interface ReplacedFile {
  path: string;
  oid: string | null;
}

/**
 * What a request that moves a branch says it replaces, in the header `Cong-Replaces: <blob id or none> <path, encoded>`.
 * A client that builds its commit on the newest head loses what somebody saved between its look at the file and
 * its write; with this header the forge looks once more, when nobody else can write. GitHub has nothing like it.
 */
export function replacedFile(c: Context<ForgeEnv>): ReplacedFile | undefined {
  const header = c.req.header("Cong-Replaces");
  if (header === undefined) return undefined;
  const [, oid = "", encoded = ""] = /^(none|[0-9a-f]{40}) (\S{1,1000})$/.exec(header) ?? [];
  const path = decode(encoded);
  if (path === undefined || !isPlainPath(path))
    throw new Refusal(400, "Cong-Replaces: expected a blob id or «none», and a path.");
  return { path, oid: oid === "none" ? null : oid };
}

/** Refuses a commit if the file at the head of its submission (for a new one: where it begins) is not the version that the client wrote upon. */
export async function requireUnchanged(
  repository: Repository,
  { path, oid }: ReplacedFile,
  { head, commit }: { head: string | null; commit: string },
): Promise<void> {
  const base = head ?? (await repository.readCommit(commit)).parents[0];
  const now = base === undefined ? undefined : await repository.inspect(`${base}:${path}`);
  if ((now?.oid ?? null) === oid) return;
  throw new Refusal(
    409,
    "Bài vừa được lưu ở nơi khác trong lúc bạn bấm «Lưu». Chưa có gì bị ghi đè; hãy bấm «Lưu» lần nữa để xem ai đã sửa.",
  );
}

function decode(text: string): string | undefined {
  try {
    return text === "" ? undefined : decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
