import { createHash } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { escapeMarkdown } from "../../../editorial/word/html-to-markdown.ts";
import type { Clock } from "../../../foundation/clock.ts";
import { attachmentLimits } from "../attachment-kind.ts";
import { longestText, type ReceivedFile } from "../contribution.ts";
import type { Intake } from "../intake.ts";
import type { IntakeStore } from "../intake-store.ts";
import { readMessage, type ReadMessage } from "./read-message.ts";

export interface TakeOptions {
  intake: Pick<Intake, "receive">;
  store: Pick<IntakeStore, "byKey" | "countFrom">;
  /** The folder of files that come in. */
  files: string;
  /** The site that messages are for. */
  site: () => Promise<string>;
  /** The newsroom's own address. */
  own: string | undefined;
  clock: Clock;
}

/** What became of a message: its words are on the disk, a person must read it, it is nobody's to answer, or it must wait. */
export type Taking = { taken: true } | { byHand: string } | { ignored: string } | { waits: string };

/** A message in base64 is a third larger than what it holds (bytes). */
export const largestMessage = attachmentLimits.all * 1.4;
const longestTitle = 150;
/** From one sender in a day: a flood must not fill the board. What is more waits for the next day. */
const mostPerSender = 30;
const day = 86_400_000;

/**
 * Takes in one message, by whatever way it came. Once this returns that it is taken, it is on the disk. The same message seen
 * again, after a crash or by another way, makes nothing new: it is known by its Message-ID and by what is in it, since the
 * first alone is anybody's to choose.
 */
export async function takeMessage(raw: Uint8Array, options: TakeOptions): Promise<Taking> {
  const message = await readMessage(raw, options.own);
  if ("ignored" in message) return message;
  const { from, subject, files, messageId } = message;
  // A title has so much room; what does not fit is not cut off.
  const text = subject.length > longestTitle ? `${escapeMarkdown(subject)}\n\n${message.text}` : message.text;
  if (text.length > longestText) return { byHand: "its text is too long" };
  if (files.length > attachmentLimits.count) return { byHand: "it has too many files" };
  const digest = digestOf(message);
  const key = `mail/${digest}`;
  if (options.store.byKey(key)) return { taken: true };
  const since = new Date(options.clock().getTime() - day);
  if (options.store.countFrom(from.address, since) >= mostPerSender)
    return { waits: `its sender has sent ${String(mostPerSender)} today` };
  options.intake.receive(
    key,
    {
      ...{ site: await options.site(), title: titleOf(subject) },
      ...{ name: from.name, penName: "", unit: "", email: from.address, phone: "", text },
    },
    {
      by: "mail",
      ...(messageId === undefined ? {} : { answers: messageId }),
      files: await keep(files, join(options.files, "mail", digest.slice(0, 32))),
    },
  );
  return { taken: true };
}

const titleOf = (subject: string) =>
  subject === "" ? "Thư không có tiêu đề" : subject.slice(0, longestTitle);

/** The same for the same words from the same sender, whichever servers it went through. */
function digestOf({
  from,
  subject,
  text,
  files,
  messageId,
}: Exclude<ReadMessage, { ignored: string }>): string {
  const hash = createHash("sha256");
  hash.update(JSON.stringify([messageId, from.address, subject, text]));
  for (const { name, bytes } of files) hash.update(JSON.stringify([name, bytes.length])).update(bytes);
  return hash.digest("hex");
}

async function keep(
  files: readonly { name: string; bytes: Uint8Array }[],
  folder: string,
): Promise<ReceivedFile[]> {
  const kept: ReceivedFile[] = [];
  for (const [index, { name, bytes }] of files.entries()) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // The same names again for a message that is seen again.
    const path = join(folder, String(index));
    const file = await open(path, "w", 0o600);
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    kept.push({ name, path, size: bytes.length });
  }
  return kept;
}
