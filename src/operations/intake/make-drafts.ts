import { readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import {
  branchOfEntry,
  collectionName,
  entryOfBranch,
  fileOfEntry,
} from "../../editorial/collection-name.ts";
import { isNotFound, readFromMain, type ForgeAccess } from "../../editorial/forge-access.ts";
import { askToMerge, openSubmission } from "../../editorial/open-submission.ts";
import type { OutsideWord } from "../../editorial/outside-comment.ts";
import { findSecrecyMark } from "../../editorial/secrecy-marks.ts";
import { stageLabel } from "../../editorial/status-context.ts";
import { exists } from "../../foundation/exists.ts";
import { vietnamTime } from "../../foundation/vietnam-time.ts";
import type { FileText } from "../file-text/file-text.ts";
import { draftFiles, slugFor, type Draft, type OpenedFile } from "./draft-files.ts";
import type { IntakeStore, Received } from "./intake-store.ts";
import type { VirusScan } from "./virus-scan.ts";

export interface DraftMakerOptions {
  store: IntakeStore;
  access: ForgeAccess;
  scan: VirusScan | undefined;
  textOf: FileText;
  /** Where files lie that may do harm. */
  quarantine: string;
  /** Tells who sent a piece that it is not used. */
  tellUnused: (piece: Received) => void;
  /** Writes a word into the history of a submission, once. */
  tellHistory: (number: number, word: OutsideWord) => Promise<void>;
  log: (line: string) => void;
}

/** Makes submissions of what came from outside. */
export function createDraftMaker(
  options: DraftMakerOptions,
): (received: Received) => Promise<number | undefined> {
  const { store, access, scan, quarantine, tellUnused, tellHistory, log } = options;
  const { octokit, owner, repo } = access;
  const here = { owner, repo };

  /**
   * Makes the draft of a piece. It may be cut off anywhere: each step is written down or found again, and none is done twice.
   * The piece counts as drafted when all is done. Returns the number of its submission; undefined for what may be in none.
   */
  async function makeDraft(received: Received): Promise<number | undefined> {
    const { title, code, id } = received;
    if (received.number === undefined && findSecrecyMark(`${title}\n${received.text}`)) {
      await refuseSecret(received);
      return undefined;
    }
    const number = received.number ?? (await submit(received));
    store.open(id, number);
    await removeFiles(received);
    await tellHistory(number, { id: code, kind: "sent", who: publicName(received), text: remarks(received) });
    store.move(id, "drafted");
    return number;
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

  async function removeFiles({ id }: Received): Promise<void> {
    const folders = new Set(store.files(id).map(({ path }) => dirname(path)));
    for (const one of folders) await rm(one, { recursive: true, force: true });
  }

  return makeDraft;
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
