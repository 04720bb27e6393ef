import type { ImapFlow } from "imapflow";
import { growingPauses } from "../../../foundation/growing-pauses.ts";
import { describeProblem } from "../../../foundation/problem.ts";
import { callAt, type PlannedCall } from "../../call-at.ts";
import { createTaskQueue } from "../../task-queue.ts";
import type { IntakeStore, MailboxPlace } from "../intake-store.ts";
import { tlsFor, type ImapSettings } from "./imap-settings.ts";
import { largestMessage, takeMessage, type TakeOptions, type Taking } from "./take-message.ts";
import type { Mailbox } from "./watch-mailbox.ts";

export interface ImapOptions extends TakeOptions {
  server: ImapSettings;
  store: Pick<IntakeStore, "byKey" | "countFrom" | "mailboxPlace" | "keepMailboxPlace">;
  log: (line: string) => void;
}

/** The server tells of new messages by itself, mostly; looked is all the same, so often (ms). */
const betweenLooks = 60_000;
/** How soon a server that was away is tried again (ms), the first time and later ones. */
const untilNextTry = [1000, 5000, 30_000, 300_000] as const;
/** How soon a message that had to wait is looked at again (ms). */
const untilNextLook = 600_000;
/** Milliseconds: to connect; and for an answer, well above the pause in which the server only waits. */
const patience = { connect: 30_000, answer: 600_000, idle: 240_000 };

/**
 * Takes in what arrives in a mailbox on a mail server. Which messages are still to be taken is written down here and not
 * learnt from the server: somebody may have opened the mailbox and read them. A message is marked there once what is in it is
 * on the disk here; one that is seen again after a crash is known by its words, and makes nothing new. The first time, what
 * nobody has read is taken in, and what was read before is let alone.
 */
export function watchImap(options: ImapOptions): Mailbox {
  const { server, store, clock, log } = options;
  const name = `${server.user} at ${server.host} (${server.folder})`;
  let client: ImapFlow | undefined;
  let planned: PlannedCall | undefined;
  const pauses = growingPauses(...untilNextTry);
  let stopping = false;
  /** When a message that had to wait is looked at again, by its number. */
  const waits = new Map<number, number>();
  const queue = createTaskQueue((_, error) => {
    client?.close();
    client = undefined;
    if (stopping) return;
    if (!pauses.failing()) log(`ALARM: the mailbox ${name} cannot be read: ${describeFailure(error)}`);
    plan(pauses.next());
  });

  function plan(wait: number): void {
    planned?.cancel();
    planned = callAt(new Date(clock().getTime() + wait), clock, look);
  }

  function look(): void {
    if (!stopping) queue.add("The mailbox", takeAll);
  }

  async function takeAll(): Promise<void> {
    const open = await opened();
    await noteNew(open);
    for (const uid of placeOf(open).waiting) {
      if ((waits.get(uid) ?? 0) > clock().getTime()) continue;
      const taking = await take(open, uid);
      if ("waits" in taking) waits.set(uid, clock().getTime() + untilNextLook);
      else {
        await mark(open, uid, taking);
        finish(open, uid);
      }
    }
    if (pauses.failing()) log(`The mailbox ${name} is read again.`);
    pauses.reset();
    plan(betweenLooks);
  }

  /** The connection that is there, or a new one. */
  async function opened(): Promise<ImapFlow> {
    if (client?.usable) {
      await client.noop();
      return client;
    }
    const { ImapFlow: Client } = await import("imapflow");
    const { host, port, user, password, encryption } = server;
    const fresh = new Client({
      ...{ host, port, auth: { user, pass: password }, logger: false, tls: tlsFor(server) },
      secure: encryption === "always",
      ...(encryption === "first" ? { doSTARTTLS: true } : {}),
      ...{ connectionTimeout: patience.connect, greetingTimeout: patience.connect },
      ...{ socketTimeout: patience.answer, maxIdleTime: patience.idle, autoIdleDelay: 1000 },
      maxLiteralSize: Math.ceil(largestMessage) + 1_000_000,
    });
    client = fresh;
    fresh.on("error", () => undefined);
    await fresh.connect();
    await fresh.mailboxOpen(server.folder);
    fresh.on("exists", look);
    fresh.on("close", () => {
      if (client === fresh && !stopping) plan(untilNextTry[0]);
    });
    return fresh;
  }

  /** How far the mailbox has been read; `next` is 0 before the first look. */
  function placeOf(open: ImapFlow): MailboxPlace {
    const validity = validityOf(open);
    const kept = store.mailboxPlace(name);
    return kept?.validity === validity ? kept : { validity, next: 0, waiting: [] };
  }

  /** Writes down which messages have come, before any is taken in. */
  async function noteNew(open: ImapFlow): Promise<void> {
    const { validity, next, waiting } = placeOf(open);
    const uidNext = open.mailbox ? open.mailbox.uidNext : 0;
    if (next === 0 && store.mailboxPlace(name))
      log(`ALARM: the mailbox ${name} was made anew by its server; what nobody has read there is taken in.`);
    // A range that ends in * always holds the last message, however old.
    const found =
      (await open.search(next === 0 ? { seen: false } : { uid: `${next}:*` }, { uid: true })) || [];
    const fresh = found.filter((uid) => uid >= next && !waiting.includes(uid));
    const beyond = Math.max(1, next, next === 0 ? uidNext : 0, ...found.map((uid) => uid + 1));
    if (fresh.length === 0 && beyond === next) return;
    const all = [...waiting, ...fresh].sort((a, b) => a - b);
    store.keepMailboxPlace(name, { validity, next: beyond, waiting: all });
  }

  function finish(open: ImapFlow, uid: number): void {
    const place = placeOf(open);
    waits.delete(uid);
    store.keepMailboxPlace(name, { ...place, waiting: place.waiting.filter((one) => one !== uid) });
  }

  /** What becomes of one message; a failure of its own keeps no other from being taken in. */
  async function take(open: ImapFlow, uid: number): Promise<Taking | { gone: true }> {
    const told = waits.has(uid);
    const size = await open.fetchOne(String(uid), { size: true }, { uid: true });
    if (!size) return { gone: true };
    if ((size.size ?? 0) > largestMessage) return { byHand: "it is too large" };
    const message = await open.fetchOne(String(uid), { source: true }, { uid: true });
    if (!message || !message.source) return { gone: true };
    try {
      const taking = await takeMessage(message.source, options);
      if ("waits" in taking && !told) log(`The message ${uid} in ${name} waits: ${taking.waits}.`);
      return taking;
    } catch (error) {
      const why = describeProblem(error);
      if (!told) log(`ALARM: the message ${uid} in ${name} could not be taken in: ${why}`);
      return { waits: why };
    }
  }

  /** Shows people who open the mailbox what became of a message. */
  async function mark(open: ImapFlow, uid: number, taking: Taking | { gone: true }): Promise<void> {
    if ("gone" in taking) return;
    if ("ignored" in taking) log(`The message ${uid} in ${name} is left alone: ${taking.ignored}.`);
    if ("byHand" in taking) {
      log(`ALARM: the message ${uid} in ${name} must be read by hand: ${taking.byHand}.`);
      await open.messageFlagsAdd(String(uid), ["\\Flagged"], { uid: true });
      return;
    }
    await open.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    if (server.done === undefined) return;
    await open.mailboxCreate(server.done);
    await open.messageMove(String(uid), server.done, { uid: true });
  }

  look();
  return {
    idle: () => queue.idle(),
    async stop() {
      stopping = true;
      planned?.cancel();
      const open = client;
      client = undefined;
      open?.close();
      await queue.stop();
    },
  };
}

function validityOf({ mailbox }: ImapFlow): string {
  if (!mailbox) throw new Error("The mailbox is not open any more.");
  return String(mailbox.uidValidity);
}

/** What went wrong, with what the server said; never what was sent to it. */
function describeFailure(error: unknown): string {
  const said =
    error instanceof Error && "responseText" in error && typeof error.responseText === "string"
      ? ` (${error.responseText})`
      : "";
  const refused = error instanceof Error && "authenticationFailed" in error && error.authenticationFailed;
  const remedy = refused ? "\nCheck the user and password in CONG_IMAP_URL." : "";
  return `${describeProblem(error)}${said}${remedy}`;
}
