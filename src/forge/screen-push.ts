import { createReadStream } from "node:fs";
import { openIncomingPack, type IncomingPack } from "../git/incoming-pack.ts";
import { GitError, type Repository } from "../git/repository.ts";
import type { ForgeContext } from "./context.ts";
import type { ReceiveCommand, ReceiveHead } from "./receive-commands.ts";
import { linesOfName } from "./screen.ts";

/**
 * Looks at every file of content that a push brings, before git takes any of it; the reason if it must not. The
 * program's own files are not content: its tests and handbooks may speak of what content must not hold.
 */
export async function screenPush(
  { repository, screen }: ForgeContext,
  { commands, end }: ReceiveHead,
  file: string,
): Promise<string | undefined> {
  const tips = commands.flatMap(({ after }) => after ?? []);
  if (!screen || tips.length === 0) return undefined;
  const incoming = await unpacked(repository, { pack: createReadStream(file, { start: end }), tips });
  if (!incoming) return unreadable;
  try {
    for (const { oid, path } of incoming.files) {
      if (path !== undefined && !path.startsWith("content/")) continue;
      const reason =
        (path === undefined ? undefined : await screen(linesOfName(path))) ??
        (await screen(await incoming.read(oid)));
      if (reason !== undefined) return path === undefined ? reason : `${path}: ${reason}`;
    }
    return undefined;
  } finally {
    await incoming.close();
  }
}

const unreadable = "Không đọc được gói đẩy lên; không có gì thay đổi. The pack cannot be read.";

/** Undefined where git cannot read the pack: what cannot be looked at is not taken. */
async function unpacked(
  repository: Repository,
  brought: Parameters<typeof openIncomingPack>[1],
): Promise<IncomingPack | undefined> {
  try {
    return await openIncomingPack(repository, brought);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/**
 * git's own way of saying that a push was taken in and none of its refs moved (protocol-capabilities, report-status),
 * with the reason as words of the remote; git shows nothing of any other answer.
 */
export function refusedPush(
  { commands, capabilities }: { commands: readonly ReceiveCommand[]; capabilities: ReadonlySet<string> },
  reason: string,
): Buffer {
  const lines = ["unpack ok\n", ...commands.map(({ ref }) => `ng ${ref} ${reason.replace(/\s+/g, " ")}\n`)];
  const status = Buffer.concat([...lines.map((line) => packet(Buffer.from(line))), Buffer.from("0000")]);
  if (!capabilities.has("report-status") && !capabilities.has("report-status-v2")) return Buffer.alloc(0);
  if (!capabilities.has("side-band-64k")) return status;
  return Buffer.concat([packet(Buffer.concat([Buffer.from([1]), status])), Buffer.from("0000")]);
}

/** One packet: its length in four hexadecimal digits, and its bytes. */
const packet = (bytes: Buffer) =>
  Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, "0")), bytes]);
