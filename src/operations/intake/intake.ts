import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { ForgeAccess } from "../../editorial/forge-access.ts";
import type { ForgeClient } from "../../editorial/forge-client.ts";
import { outsideComment, outsideMarker, type OutsideWord } from "../../editorial/outside-comment.ts";
import { stageLabel } from "../../editorial/status-context.ts";
import type { Forge } from "../../forge/forge.ts";
import type { Clock } from "../../foundation/clock.ts";
import { growingPauses } from "../../foundation/growing-pauses.ts";
import { describeProblem } from "../../foundation/problem.ts";
import { callAt, callEachNight, type PlannedCall } from "../call-at.ts";
import type { Letter } from "../mail/letter.ts";
import type { Mail } from "../mail/open-mail.ts";
import type { AnswerLinks } from "../notices/letters.ts";
import type { Publication } from "../notices/untold.ts";
import type { FileText } from "../file-text/file-text.ts";
import { createTaskQueue } from "../task-queue.ts";
import type { Contribution, ReceivedFile } from "./contribution.ts";
import { followCorrections, type CorrectionRequests } from "./correction-requests.ts";
import type { Answer, IntakeStore, Received } from "./intake-store.ts";
import * as letters from "./letters.ts";
import { createDraftMaker } from "./make-drafts.ts";
import { signLink } from "./signed-link.ts";
import type { VirusScan } from "./virus-scan.ts";

export interface IntakeOptions {
  store: IntakeStore;
  /** The folder of files that came in. */
  folder: string;
  forge: Pick<Forge, "onEvent">;
  client: ForgeClient;
  access: ForgeAccess;
  mail: Pick<Mail, "outbox" | "by">;
  scan: VirusScan | undefined;
  textOf: FileText;
  /** Where the public service is served. */
  origin: () => string;
  /** Signs the links in letters. */
  secret: Buffer;
  /** Hears of a correction that somebody asked for. */
  correctionAsked: (number: number, answer: Answer) => Promise<void>;
  /** Where somebody of the newsroom is written to; undefined where they are not. */
  addressOf: (login: string) => { name: string; address: string } | undefined;
  /** How long names and addresses are kept once a piece is published or left out (ms). */
  retention: number;
  clock: Clock;
  log: (line: string) => void;
}

/** Takes in what people without an account send, makes drafts of it, and tells them what became of it. */
export interface Intake {
  /** Goes on with what was not finished; to be called once the public service has its address. */
  start: () => void;
  /** Keeps a contribution: once this returns, it is on the disk and will become a draft. */
  receive: (
    key: string,
    contribution: Contribution,
    options: { by: Received["by"]; answers?: string; files: readonly ReceivedFile[] },
  ) => Received;
  /** Keeps an answer to a letter; false if the same link was used before. */
  answer: (token: string, answer: Omit<Answer, "id" | "at">) => boolean;
  /** Ends a contribution that is not used, with a word for who sent it. */
  leaveOut: (number: number, reason: string) => Promise<void>;
  /** The letter to who sent a submission, when it is live; undefined for one that came from nobody outside. */
  requesterLetter: (
    publication: Publication,
  ) => { to: { name: string; address: string }; letter: Letter } | undefined;
  /** Readers see it, or see no more of it. */
  live: (publication: Publication) => void;
  answerLinks: (number: number, who: string) => AnswerLinks;
  /** What people ask to be corrected. */
  corrections: Pick<CorrectionRequests, "open" | "decline">;
  receiptAddress: (code: string) => string;
  /** Resolves when nothing waits but what failed. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
}

/** How soon what failed is tried again (ms), the first time and later ones: most of it was a moment's trouble. */
const untilNextTry = [5000, 20_000, 60_000] as const;
const linkDays = 60;
const day = 86_400_000;

export async function openIntake(options: IntakeOptions): Promise<Intake> {
  const { store, folder, forge, client, access, mail, secret, clock, log } = options;
  const { octokit, owner, repo } = access;
  const here = { owner, repo };
  const quarantine = join(folder, "quarantine");
  await mkdir(quarantine, { recursive: true, mode: 0o700 });
  let retry: PlannedCall | undefined;
  const pauses = growingPauses(...untilNextTry);
  /** What was said of what must wait: once, not every minute. */
  const told = new Set<string>();
  const queue = createTaskQueue((name, error) => {
    const words = `ALARM: ${name} must wait: ${describeProblem(error)}`;
    if (!told.has(words)) log(words);
    told.add(words);
    retry?.cancel();
    retry = callAt(new Date(clock().getTime() + pauses.next()), clock, catchUp);
  });

  const receiptAddress = (code: string) => `${options.origin()}/bien-nhan/${code}`;
  const senderOf = ({ name, email }: Received) => ({ name, address: email });

  const tellHistory = (number: number, word: OutsideWord) =>
    client.keepComment(number, outsideMarker(word.id), outsideComment(word));
  const tellUnused = (piece: Received) =>
    write(piece, "unused", letters.unusedLetter(piece, receiptAddress(piece.code)));

  /** Writes to who sent a piece, once for an event; not to one who left no address. */
  function write(piece: Received, event: string, letter: Letter): void {
    if (!mail.by.has("mail") || piece.email === "") return;
    mail.outbox.post([
      {
        key: `${event}/${piece.code}`,
        to: { by: "mail", ...senderOf(piece) },
        letter,
        ...(piece.answers === undefined ? {} : { answers: piece.answers }),
      },
    ]);
  }

  const makeDraft = createDraftMaker({ ...options, quarantine, tellUnused, tellHistory });

  /** Where the submission of a piece stands now. */
  async function look(number: number): Promise<void> {
    const piece = store.byNumber(number);
    if (!piece || piece.state === "published" || piece.state === "received") return;
    const { data } = await octokit.rest.pulls.get({ ...here, pull_number: number });
    if (data.merged) return;
    if (data.state === "closed") {
      tellUnused(piece);
      if (piece.state !== "unused") store.leaveOut(piece.id, "");
      return;
    }
    const waits = data.labels.some(({ name }) => name === stageLabel.review || name === stageLabel.approved);
    const state = waits || data.commits > 1 ? "editing" : "drafted";
    if (piece.state !== state) store.move(piece.id, state);
  }

  async function postAnswer(answer: Answer): Promise<void> {
    const kind = answer.purpose === "confirm" ? "confirmed" : "correction";
    const { number, who, text } = answer;
    await tellHistory(number, { id: `answer-${String(answer.id)}`, kind, who, text });
    if (answer.purpose === "correct") await options.correctionAsked(number, answer);
    store.answerPosted(answer.id);
  }

  const corrections = followCorrections({
    ...{ store, access, mail, tellHistory },
    addressOf: options.addressOf,
  });
  const addCorrections = () => queue.add("What is asked to be corrected", corrections.look);

  const addDraft = (piece: Received) =>
    queue.add(`Contribution ${piece.code}`, async () => {
      const now = store.byCode(piece.code);
      if (now?.state !== "received") return;
      const number = await makeDraft(now);
      pauses.reset();
      if (number !== undefined) addLook(number);
    });
  const addLook = (number: number) =>
    queue.add(`The contribution in submission ${String(number)}`, () => look(number));
  const addAnswer = (answer: Answer) => queue.add(`Answer ${String(answer.id)}`, () => postAnswer(answer));

  function catchUp(): void {
    for (const piece of store.inState("received")) {
      write(piece, "receipt", letters.receiptLetter(piece, receiptAddress(piece.code)));
      addDraft(piece);
    }
    for (const { number } of store.inState("drafted", "editing")) if (number !== undefined) addLook(number);
    for (const answer of store.unpostedAnswers()) addAnswer(answer);
    addCorrections();
  }

  const leave = forge.onEvent((event) => {
    if (event.type === "pull_request" && store.byNumber(event.number)) addLook(event.number);
  });
  const nights = callEachNight(clock, () => {
    store.purge(new Date(clock().getTime() - options.retention));
  });

  function link(purpose: "confirm" | "correct", about: number, to: string): string {
    const at = clock().getTime();
    const token = signLink({ for: purpose, about, to, at, until: at + linkDays * day }, secret);
    return `${options.origin()}/${purpose === "confirm" ? "xac-nhan" : "dinh-chinh"}/${token}`;
  }
  const answerLinks = (number: number, who: string) => ({
    confirm: link("confirm", number, who),
    correct: link("correct", number, who),
  });

  return {
    start: catchUp,
    receive(key, contribution, how) {
      const piece = store.receive(key, contribution, how);
      if (piece.state === "received") {
        write(piece, "receipt", letters.receiptLetter(piece, receiptAddress(piece.code)));
        addDraft(piece);
      }
      return piece;
    },
    answer(token, answer) {
      const isNew = store.answer(token, answer);
      for (const one of store.unpostedAnswers()) addAnswer(one);
      return isNew;
    },
    async leaveOut(number, reason) {
      const piece = store.byNumber(number);
      if (!piece) return;
      store.leaveOut(piece.id, reason);
      try {
        await octokit.rest.pulls.update({ ...here, pull_number: number, state: "closed" });
        tellUnused({ ...piece, reason });
      } finally {
        // Where it could not be closed it goes on.
        addLook(number);
      }
    },
    requesterLetter({ number, links, withdrawn }) {
      const piece = store.byNumber(number);
      const [first] = links;
      if (!piece || piece.email === "" || withdrawn || !first) return undefined;
      return {
        to: senderOf(piece),
        letter: letters.publishedLetter(piece, [{ label: "Mở bài", link: first.url }], {
          receipt: receiptAddress(piece.code),
          answers: answerLinks(number, "sender"),
        }),
      };
    },
    live({ number, links }) {
      const piece = store.byNumber(number);
      if (piece) store.publish(piece.id, links[0]?.url);
      addCorrections();
    },
    answerLinks,
    corrections,
    receiptAddress,
    idle: () => queue.idle(),
    async stop() {
      leave();
      nights.cancel();
      retry?.cancel();
      await queue.stop();
    },
  };
}
