import { watch, type FSWatcher } from "node:fs";
import { mkdir, readdir, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { describeProblem } from "../../../foundation/problem.ts";
import { callAt, type PlannedCall } from "../../call-at.ts";
import { createTaskQueue } from "../../task-queue.ts";
import { largestMessage, takeMessage, type TakeOptions } from "./take-message.ts";

export interface MailboxOptions extends TakeOptions {
  /** A Maildir: `new`, `cur`, `tmp`. */
  folder: string;
  log: (line: string) => void;
}

/** Takes in what arrives in a Maildir. */
export interface Mailbox {
  /** Resolves when everything that was there has been looked at. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
}

const betweenLooks = 30_000;

/**
 * Watches a Maildir. A message leaves `new` once what is in it is on the disk; one that is seen again after a crash is known by
 * its words, and makes nothing new.
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
    const tooLarge = (await stat(path)).size > largestMessage;
    const taking = tooLarge
      ? { byHand: "it is too large" }
      : await takeMessage(await readFile(path), options);
    if ("waits" in taking) {
      if (!waiting.has(name)) log(`The message ${name} waits: ${taking.waits}.`);
      waiting.add(name);
      return;
    }
    if ("byHand" in taking)
      log(`ALARM: the message ${name} must be read by hand in ${join(folder, "cur")}: ${taking.byHand}.`);
    if ("ignored" in taking) log(`The message ${name} is left alone: ${taking.ignored}.`);
    waiting.delete(name);
    await done(name, "byHand" in taking ? "F" : "S");
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
