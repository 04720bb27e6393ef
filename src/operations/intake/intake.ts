import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import {
  branchOfEntry,
  collectionName,
  entryOfBranch,
  fileOfEntry,
} from "../../editorial/collection-name.ts";
import { isNotFound, readFromMain, type ForgeAccess } from "../../editorial/forge-access.ts";
import type { ForgeClient } from "../../editorial/forge-client.ts";
import { askToMerge, openSubmission } from "../../editorial/open-submission.ts";
import { outsideComment, outsideMarker, type OutsideWord } from "../../editorial/outside-comment.ts";
import { findSecrecyMark } from "../../editorial/secrecy-marks.ts";
import { stageLabel } from "../../editorial/status-context.ts";
import type { Forge } from "../../forge/forge.ts";
import type { Clock } from "../../foundation/clock.ts";
import { exists } from "../../foundation/exists.ts";
import { describeProblem } from "../../foundation/problem.ts";
import { vietnamTime } from "../../foundation/vietnam-time.ts";
import { callAt, callEachNight, type PlannedCall } from "../call-at.ts";
import type { Letter } from "../mail/letter.ts";
import type { Mail } from "../mail/open-mail.ts";
import type { AnswerLinks } from "../notices/letters.ts";
import type { Publication } from "../notices/untold.ts";
import type { FileText } from "../file-text/file-text.ts";
import { createTaskQueue } from "../task-queue.ts";
import type { Contribution, ReceivedFile } from "./contribution.ts";
import { followCorrections, type CorrectionRequests } from "./correction-requests.ts";
import { draftFiles, slugFor, type Draft, type OpenedFile } from "./draft-files.ts";
import type { Answer, IntakeStore, Received } from "./intake-store.ts";
import * as letters from "./letters.ts";
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
  const { store, folder, forge, client, access, mail, scan, secret, clock, log } = options;
  const { octokit, owner, repo } = access;
  const here = { owner, repo };
  const quarantine = join(folder, "quarantine");
  await mkdir(quarantine, { recursive: true, mode: 0o700 });
  let retry: PlannedCall | undefined;
  let failures = 0;
  /** What was said of what must wait: once, not every minute. */
  const told = new Set<string>();
  const queue = createTaskQueue((name, error) => {
    const words = `ALARM: ${name} must wait: ${describeProblem(error)}`;
    if (!told.has(words)) log(words);
    told.add(words);
    retry?.cancel();
    const wait = untilNextTry[Math.min(failures++, untilNextTry.length - 1)] ?? 60_000;
    retry = callAt(new Date(clock().getTime() + wait), clock, catchUp);
  });

  const receiptAddress = (code: string) => `${options.origin()}/bien-nhan/${code}`;
  const senderOf = ({ name, email }: Received) => ({ name, address: email });

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

  /**
   * Makes the draft of a piece. It may be cut off anywhere: each step is written down or found again, and none is done twice.
   * The piece counts as drafted when all is done.
   */
  async function makeDraft(received: Received): Promise<void> {
    const { title, code, id } = received;
    if (received.number === undefined && findSecrecyMark(`${title}\n${received.text}`)) {
      await refuseSecret(received);
      return;
    }
    const number = received.number ?? (await submit(received));
    store.open(id, number);
    await removeFiles(received);
    await tellHistory(number, { id: code, kind: "sent", who: publicName(received), text: remarks(received) });
    store.move(id, "drafted");
    failures = 0;
    addLook(number);
  }

  /** Opens the submission of a piece, or finishes the one that was begun. Returns its number. */
  async function submit(received: Received): Promise<number> {
    const { title, code, id } = received;
    const branch = await branchFor(received);
    store.chooseBranch(id, branch);
    const submission = { branch, title, body: `Biên nhận ${code}.`, stage: stageLabel.draft };
    const begun = await beginning(branch, code);
    if (begun) return finish(begun.pull, submission);
    const slug = entryOfBranch(branch)?.slug ?? "";
    const { year } = vietnamTime(received.at);
    const place = { slug, year, date: written(received.at) };
    const draft = await draftFiles(received, await opened(received), place);
    noteRefused(id, draft);
    const message = `Thêm bài gửi đến “${slug}”\n\nReceipt: ${code}`;
    return (await openSubmission(access, { ...submission, files: draft.files, message })).number;
  }

  /**
   * The pull request for a branch that is there. The forge opens one itself for a branch that it finds without, and can only
   * call it after its commit: the title and the receipt are put right then.
   */
  async function finish(pull: Begun["pull"], submission: Parameters<typeof askToMerge>[1]): Promise<number> {
    if (!pull) return (await askToMerge(access, submission)).number;
    const { number } = pull;
    const { title, body } = submission;
    if (!pull.body) await octokit.rest.pulls.update({ ...here, pull_number: number, title, body });
    if (!pull.labels.some(({ name }) => isStage(name)))
      await octokit.rest.issues.setLabels({ ...here, issue_number: number, labels: [stageLabel.draft] });
    return number;
  }

  /** What bears a secrecy mark reaches no repository, and its text does not stay here either. */
  async function refuseSecret(received: Received): Promise<void> {
    await removeFiles(received);
    tellUnused({ ...received, reason: secretWords });
    store.refuse(received.id, secretWords);
    log(`ALARM: ${received.code} bears a secrecy mark; its text is deleted.`);
  }

  const tellUnused = (piece: Received) =>
    write(piece, "unused", letters.unusedLetter(piece, receiptAddress(piece.code)));

  /** A branch for its draft: the one that was chosen before, or the first that nobody has. */
  async function branchFor({ branch, code, site, title, at, id }: Received): Promise<string> {
    if (branch !== undefined && ((await beginning(branch, code)) ?? (await isFree(branch)))) return branch;
    const { year } = vietnamTime(at);
    const collection = collectionName({ kind: "news", site, year });
    const slug = slugFor(title, id);
    for (let copy = 1; ; copy += 1) {
      const candidate = branchOfEntry({ collection, slug: copy === 1 ? slug : `${slug}-${String(copy)}` });
      if (await isFree(candidate)) return candidate;
    }
  }

  /** Whether neither main nor anybody's branch has an entry of that name. */
  async function isFree(branch: string): Promise<boolean> {
    const entry = entryOfBranch(branch);
    const file = entry && fileOfEntry(entry);
    if (file === undefined || (await readFromMain(access, file)) !== undefined) return false;
    return (await commitsOf(branch)) === undefined;
  }

  /** What there is already of a draft that was begun and not finished; somebody may have written on since. */
  async function beginning(branch: string, code: string): Promise<Begun | undefined> {
    const commits = await commitsOf(branch);
    if (!commits?.some(({ commit }) => commit.message.includes(`Receipt: ${code}`))) return undefined;
    const { data } = await octokit.rest.pulls.list({ ...here, head: `${owner}:${branch}`, state: "all" });
    // An earlier submission may have had a branch of this name.
    const isThis = ({ state, head }: (typeof data)[number]) =>
      state === "open" || commits.some(({ sha }) => sha === head.sha);
    return { pull: data.find(isThis) };
  }

  /** What a branch has beyond main; undefined for one that is not there. */
  async function commitsOf(branch: string) {
    try {
      const basehead = `main...${branch}`;
      return (await octokit.rest.repos.compareCommitsWithBasehead({ ...here, basehead })).data.commits;
    } catch (error) {
      if (isNotFound(error)) return undefined;
      throw error;
    }
  }

  /** Its files with their bytes; those that a scan finds harmful are put away and left out. */
  async function opened({ id, code }: Received): Promise<OpenedFile[]> {
    const files: OpenedFile[] = [];
    const away = (path: string) => join(quarantine, `${code}-${basename(path)}`);
    for (const { id: file, name, path, refused } of store.files(id)) {
      if (refused !== "") continue;
      if (!(await exists(path)) && !(await exists(away(path)))) {
        // The rest of the piece must not wait for ever for what is gone.
        store.refuseFile(file, "tệp bị mất ở máy chủ, đề nghị gửi lại");
        log(`ALARM: ${path}, which came with ${code}, is gone.`);
        continue;
      }
      if ((await exists(away(path))) || (await scan?.(path)) === "infected") {
        if (await exists(path)) await rename(path, away(path));
        store.refuseFile(file, "có mã độc, đã cách ly");
        log(`ALARM: a file that came with ${code} is infected; it lies in ${quarantine}.`);
        continue;
      }
      const bytes = await readFile(path);
      if (findSecrecyMark((await options.textOf(bytes)) ?? "")) store.refuseFile(file, secretFile);
      else files.push({ id: file, name, bytes });
    }
    return files;
  }

  function noteRefused(id: number, { refused }: Draft): void {
    const byId = new Map(refused.map((one) => [one.id, one.why]));
    for (const file of store.files(id)) {
      const why = byId.get(file.id);
      if (why !== undefined) store.refuseFile(file.id, why);
    }
  }

  function remarks({ id, code, by }: Received): string {
    const way = by === "mail" ? "hộp thư" : "trang gửi bài";
    const refused = store.files(id).filter((file) => file.refused !== "");
    return [
      `Nhận qua ${way}, biên nhận ${code}.`,
      ...refused.map(({ name, refused: why }) => `Tệp không đưa vào bài: ${name} (${why}).`),
    ].join("\n");
  }

  const tellHistory = (number: number, word: OutsideWord) =>
    client.keepComment(number, outsideMarker(word.id), outsideComment(word));

  async function removeFiles({ id }: Received): Promise<void> {
    const folders = new Set(store.files(id).map(({ path }) => dirname(path)));
    for (const one of folders) await rm(one, { recursive: true, force: true });
  }

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
      if (now?.state === "received") await makeDraft(now);
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

/** What a crash left of a draft: its branch, and the pull request if there is one. */
interface Begun {
  pull: { number: number; body: string | null; labels: readonly { name: string }[] } | undefined;
}

const isStage = (label: string) => Object.values<string>(stageLabel).includes(label);

const secretWords =
  "Bài có dấu độ mật (Mật, Tối mật hoặc Tuyệt mật). Tài liệu mật không được gửi qua mạng; nội dung đã được xoá. Hãy liên hệ trực tiếp với cơ quan.";
const secretFile = "có dấu độ mật, không nhận qua mạng";

/** Who sent a piece, as its history names them: what they want to be printed, and no more. */
const publicName = ({ penName }: Received): string =>
  penName === "" ? "Cộng tác viên" : `Cộng tác viên ${penName}`;

/** A moment as the CMS writes it: `2026-11-20T08:30:00+07:00`. */
function written(moment: Date): string {
  const { year, month, day: date, hour, minute } = vietnamTime(moment);
  return `${year}-${month}-${date}T${hour}:${minute}:00+07:00`;
}
