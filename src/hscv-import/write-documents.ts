import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mediaFile } from "../content-model/content-path.ts";
import { importer } from "../content-model/import-places.ts";
import type { ImportSource } from "../content-model/import-source.ts";
import { sideBySide } from "../foundation/side-by-side.ts";
import { blobId } from "../git/blob-id.ts";
import type { BroughtFile } from "../git/fast-import.ts";
import type { Repository } from "../git/repository.ts";
import { fetchAttachment, type AttachmentRules } from "./attachments/fetch-attachment.ts";
import { spokenBy, titleOf, type Spoken } from "./candidate.ts";
import { documentText, unshowable, withdrawnText } from "./document-text.ts";
import { addressOf } from "./fetch/fetch-source.ts";
import type { ImportStore, RunCounts } from "./import-store.ts";
import type { JudgedDocument } from "./judge-document.ts";
import type { DocumentPlan, PlannedDocument } from "./plan-documents.ts";
import type { Reason } from "./reason.ts";
import type { Refusals } from "./refusals.ts";
import type { Spool, Spooled } from "./spool.ts";

/** The files of a run, to be read one after the other. */
export interface WrittenFiles {
  files: Iterable<BroughtFile> | AsyncIterable<BroughtFile>;
  counts: Partial<RunCounts>;
  /** What the commit names. */
  titles: string[];
  /** Something could not be got and may be got next time: the next run must look again. */
  waiting: boolean;
  /** The blobs of the documents, to know later what editors make of them. */
  written: { path: string; oid: string }[];
}

export interface WriteOptions {
  source: ImportSource;
  repository: Repository;
  store: ImportStore;
  spool: Spool;
  main: string;
  attachments: Omit<AttachmentRules, "base"> & { sample: string | undefined };
  /** Takes what cannot be published because of its attachments. */
  refusals: Refusals;
  notes: string[];
}

const atOnce = 4;

/** Gets the attachments of what is planned, and writes every document's file. A document whose attachment is not right waits whole. */
export async function writeDocuments(plan: DocumentPlan, options: WriteOptions): Promise<WrittenFiles> {
  const { spool, refusals, notes, repository, main } = options;
  const texts: { path: string; text: Spooled }[] = [];
  const files = new Map<string, LyingFile>();
  const written: WrittenFiles["written"] = [];
  mkdirSync(options.attachments.folder, { recursive: true, mode: 0o700 });
  const counts = { added: 0, changed: 0, withdrawn: 0 };
  const titles: string[] = [];
  let waiting = false;

  await sideBySide(plan.planned, atOnce, async (planned) => {
    const { candidate, path } = planned;
    const spoken = spokenBy<JudgedDocument>(candidate, spool);
    const { digest } = spoken;
    const title = titleOf(spoken);
    const made =
      planned.what === "withdraw"
        ? await withdrawn(planned, spoken, options)
        : await published(planned, spoken, options);
    if ("refused" in made) {
      waiting ||= made.again === true;
      refusals.add({
        digest,
        record: made.secret ? "" : candidate.id,
        title: made.secret ? "Bản ghi có dấu độ mật" : title,
        reasons: [made.refused],
        raw: made.secret ? "" : spool.get(candidate.raw),
      });
      return;
    }
    for (const file of made.files) files.set(file.path, file);
    texts.push({ path, text: spool.putText(made.text) });
    written.push({ path, oid: blobId(Buffer.from(made.text)) });
    if (made.kept.length > 0)
      notes.push(
        `${title}: nguồn đổi ${made.kept.join(", ")} nhưng biên tập viên đã sửa; giữ bản của biên tập viên.`,
      );
    counts[planned.what === "add" ? "added" : planned.what === "change" ? "changed" : "withdrawn"] += 1;
    titles.push(`${words[planned.what]} ${title}`);
  });
  for (const known of plan.vanished) {
    const now = (await repository.readFile(main, known.path))?.toString("utf8");
    if (now === undefined) continue;
    const text = withdrawnText(now, "Nguồn không còn công bố văn bản này.", { digest: absent, changed: "" });
    texts.push({ path: known.path, text: spool.putText(text) });
    written.push({ path: known.path, oid: blobId(Buffer.from(text)) });
    counts.withdrawn += 1;
    titles.push(`${words.withdraw} ${known.path.slice(known.path.lastIndexOf("/") + 1)}`);
  }
  return { counts, titles: titles.sort(), waiting, written, files: inOrder(texts, files, spool) };
}

const words = { add: "thêm", change: "sửa", withdraw: "gỡ" };

/** The digest of a document that its source no longer lists: when it comes back, it is another record. */
const absent = "0".repeat(32);

/** An attachment that lies on this machine until the commit takes it. */
interface LyingFile {
  path: string;
  at: string;
}

function* inOrder(
  texts: readonly { path: string; text: Spooled }[],
  files: ReadonlyMap<string, LyingFile>,
  spool: Spool,
): Generator<BroughtFile> {
  for (const { path, at } of files.values()) yield { path, data: readFileSync(at) };
  for (const { path, text } of texts) yield { path, data: spool.getText(text) };
}

type Made =
  | { text: string; kept: string[]; files: LyingFile[] }
  /** `again`: it may be right next time although the record stays the same. */
  | { refused: Reason; secret?: true; again?: boolean };

async function published(
  { known }: PlannedDocument,
  { judged, digest }: Spoken<JudgedDocument>,
  options: WriteOptions,
): Promise<Made> {
  const { source, repository, main, store, attachments } = options;
  const files: LyingFile[] = [];
  const shown: { address: string; label: string }[] = [];
  const base = addressOf(source.addresses?.[0] ?? "http://localhost/", attachments.sample);
  for (const attachment of judged.attachments) {
    const outcome = await fetchAttachment(attachment, { ...attachments, base });
    if ("refused" in outcome) return { ...outcome, again: outcome.secret !== true };
    for (const { path, label, bytes, sha256 } of outcome.ready) {
      const address = `/media/${path}`;
      if (shown.some((other) => other.address === address)) continue;
      const file = mediaFile(source.site, address);
      if ((await repository.inspect(`${main}:${file}`)) === undefined) {
        const at = join(attachments.folder, sha256);
        writeFileSync(at, bytes, { mode: 0o600 });
        files.push({ path: file, at });
      }
      shown.push({ address, label });
    }
  }
  const now = known && (await repository.readFile(main, known.path))?.toString("utf8");
  const edited = known && store.written(known.path) !== known.oid;
  const before = edited && now !== undefined ? await asImported(repository, main, known.path) : now;
  const { data, text, kept } = documentText(judged, {
    digest,
    source,
    attachments: shown,
    now,
    before,
  });
  const fault = unshowable(data);
  return fault ? { refused: fault } : { text, kept, files };
}

async function withdrawn(
  { known }: PlannedDocument,
  { judged, digest }: Spoken<JudgedDocument>,
  { repository, main }: WriteOptions,
): Promise<Made> {
  const now = known && (await repository.readFile(main, known.path))?.toString("utf8");
  if (now === undefined) throw new Error("A document that is to be withdrawn is not there.");
  return {
    text: withdrawnText(now, judged.reason, { digest, changed: judged.changed }),
    kept: [],
    files: [],
  };
}

/** A document's file as the importer wrote it last: what differs from it now, an editor wrote. */
async function asImported(repository: Repository, main: string, path: string): Promise<string | undefined> {
  const commits = await repository.log(main, { path, limit: mostLooked });
  const own = commits.find(({ author }) => author.email === importer.email);
  return own && (await repository.readFile(own.oid, path))?.toString("utf8");
}

/** Changes of one document that are looked through for the importer's last. */
const mostLooked = 50;
