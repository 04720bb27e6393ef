import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { personEnvironment, type Person } from "./commit.ts";
import { exactRevision } from "./exact-name.ts";
import type { Repository } from "./repository.ts";
import { gitText } from "./run.ts";

/** One file that a commit brings: its bytes, or `null` to take it away. Paths are plain ASCII. */
export interface BroughtFile {
  path: string;
  data: string | Uint8Array | null;
}

export interface BroughtCommit {
  /** The commit that it follows. */
  parent: string;
  author: Person;
  message: string;
  files: AsyncIterable<BroughtFile> | Iterable<BroughtFile>;
}

/** Where commits lie until main takes them; whoever was interrupted left one here. */
const waiting = "refs/imports/";

/**
 * Writes a commit of any number of files in one pass of `git fast-import`, and returns its id. No branch is moved. One file
 * after the other is read, so that memory stays small.
 */
export async function bringCommit(repository: Repository, commit: BroughtCommit): Promise<string> {
  const ref = `${waiting}${randomBytes(8).toString("hex")}`;
  const input = Readable.from(stream(ref, commit), { objectMode: false, highWaterMark: 1 << 18 });
  const failure = new Promise<never>((_, reject) => input.once("error", reject));
  failure.catch(() => undefined);
  try {
    const answer = await Promise.race([
      gitText(["fast-import", "--quiet", "--done", "--date-format=raw"], { dir: repository.dir, input }),
      failure,
    ]);
    const oid = /^[0-9a-f]{40}$/m.exec(answer)?.[0];
    if (oid === undefined) throw new Error("git fast-import named no commit.");
    return oid;
  } finally {
    await repository.updateRef(ref, null, undefined).catch(() => undefined);
  }
}

/** Removes what interrupted commits left behind; git clears their objects away in time. */
export async function forgetBroughtCommits(repository: Repository): Promise<void> {
  const left = await repository.refs(waiting);
  if (left.length > 0)
    await repository.updateRefs(left.map(({ name }) => ({ name, oid: null, expected: undefined })));
}

async function* stream(
  ref: string,
  { parent, author, message, files }: BroughtCommit,
): AsyncGenerator<Buffer> {
  const who = personEnvironment("COMMITTER", author);
  const line = `${who["GIT_COMMITTER_NAME"] ?? ""} <${who["GIT_COMMITTER_EMAIL"] ?? ""}> ${(who["GIT_COMMITTER_DATE"] ?? "@0 +0000").slice(1)}`;
  yield Buffer.concat([
    Buffer.from(`commit ${ref}\nmark :1\nauthor ${line}\ncommitter ${line}\n`),
    dataOf(message),
    Buffer.from(`from ${exactRevision(parent)}\n`),
  ]);
  let parts: Buffer[] = [];
  let size = 0;
  for await (const { path, data } of files) {
    if (!/^[\w./-]+$/.test(path)) throw new Error(`${JSON.stringify(path)} is no plain path.`);
    parts.push(
      data === null
        ? Buffer.from(`D ${path}\n`)
        : Buffer.concat([Buffer.from(`M 100644 inline ${path}\n`), dataOf(data)]),
    );
    size += parts.at(-1)?.length ?? 0;
    if (size > 1 << 17) {
      yield Buffer.concat(parts);
      parts = [];
      size = 0;
    }
  }
  yield Buffer.concat([...parts, Buffer.from("\nget-mark :1\ndone\n")]);
}

function dataOf(content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content as string);
  return Buffer.concat([Buffer.from(`data ${String(bytes.length)}\n`), bytes, Buffer.from("\n")]);
}
