import { createHash } from "node:crypto";
import { watch, type FSWatcher } from "node:fs";
import { mkdir, open, readdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../../../foundation/clock.ts";
import { describeProblem } from "../../../foundation/problem.ts";
import { callAt, type PlannedCall } from "../../call-at.ts";
import { createTaskQueue } from "../../task-queue.ts";
import { attachmentLimits } from "../attachment-kind.ts";
import type { ReceivedFile } from "../contribution.ts";
import type { Intake } from "../intake.ts";
import type { IntakeStore } from "../intake-store.ts";
import { readMessage } from "./read-message.ts";

export interface MailboxOptions {
  intake: Pick<Intake, "receive">;
  store: Pick<IntakeStore, "countFrom">;
  /** A Maildir: `new`, `cur`, `tmp`. */
  folder: string;
  /** The folder of files that come in. */
  files: string;
  /** The site that messages are for. */
  site: () => Promise<string>;
  /** The newsroom's own address. */
  own: string | undefined;
  clock: Clock;
  log: (line: string) => void;
}

/** Takes in what arrives in a Maildir. */
export interface Mailbox {
  /** Resolves when everything that was there has been looked at. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
}

/** A message in base64 is a third larger than what it holds. */
const largestMessage = attachmentLimits.all * 1.4;
/** From one sender in a day: a flood must not fill the board. What is more waits for the next day. */
const mostPerSender = 30;
const betweenLooks = 30_000;
const day = 86_400_000;

/**
 * Watches a Maildir. A message leaves `new` once what is in it is on the disk; one that is seen again after a crash is known by
 * its Message-ID and bytes, and makes nothing new.
 */
export async function watchMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { folder, clock, log } = options;
  for (const name of ["new", "cur", "tmp"]) await mkdir(join(folder, name), { recursive: true, mode: 0o700 });
  const queue = createTaskQueue((name, error) => log(`${name} could not be read: ${describeProblem(error)}`));
  let planned: PlannedCall | undefined;
  let watcher: FSWatcher | undefined;
  /** Those that are to wait, so that they are told of once. */
  const waiting = new Set<string>();

  async function takeAll(): Promise<void> {
    for (const name of (await readdir(join(folder, "new"))).sort()) {
      if (name.startsWith(".")) continue;
      try {
        await take(name);
      } catch (error) {
        if (!waiting.has(name))
          log(`ALARM: the message ${name} could not be taken in: ${describeProblem(error)}`);
        waiting.add(name);
      }
    }
  }

  async function take(name: string): Promise<void> {
    const path = join(folder, "new", name);
    if ((await stat(path)).size > largestMessage) {
      log(`The message ${name} is too large and is left to be read by hand (${join(folder, "cur")}).`);
      await done(name, "F");
      return;
    }
    const raw = await readFile(path);
    const message = await readMessage(raw, options.own);
    if ("ignored" in message) {
      log(`The message ${name} is left alone: ${message.ignored}.`);
      await done(name, "S");
      return;
    }
    const { from, subject, text, files, messageId } = message;
    if (options.store.countFrom(from.address, new Date(clock().getTime() - day)) >= mostPerSender) {
      if (!waiting.has(name))
        log(`The message ${name} waits: its sender has sent ${String(mostPerSender)} today.`);
      waiting.add(name);
      return;
    }
    const key = createHash("sha256")
      .update(messageId ?? raw)
      .digest("hex");
    options.intake.receive(
      `mail/${key}`,
      {
        ...{ site: await options.site(), title: subject === "" ? "Thư không có tiêu đề" : subject },
        ...{ name: from.name, penName: "", unit: "", email: from.address, phone: "", text },
      },
      {
        by: "mail",
        ...(messageId === undefined ? {} : { answers: messageId }),
        files: await keep(
          files.slice(0, attachmentLimits.count),
          join(options.files, "mail", key.slice(0, 32)),
        ),
      },
    );
    waiting.delete(name);
    await done(name, "S");
  }

  /** Moves a message to those that were seen. Two names never meet: a Maildir's are unique. */
  const done = (name: string, flag: string) =>
    rename(join(folder, "new", name), join(folder, "cur", `${name.replace(/:2,.*$/, "")}:2,${flag}`));

  function look(): void {
    queue.add("The mailbox", takeAll);
    planned?.cancel();
    planned = callAt(new Date(clock().getTime() + betweenLooks), clock, look);
  }

  try {
    watcher = watch(join(folder, "new"), look);
    watcher.on("error", () => watcher?.close());
  } catch {
    // Where nothing tells of changes, as on some network disks, it is looked at every half minute.
  }
  look();
  return {
    idle: () => queue.idle(),
    async stop() {
      watcher?.close();
      planned?.cancel();
      await queue.stop();
    },
  };
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
