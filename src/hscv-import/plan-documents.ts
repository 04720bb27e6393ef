import { documentSchema } from "../content-model/document.ts";
import { entryFolder } from "../content-model/entry-kinds.ts";
import { formatEntry, readLoosely } from "../content-model/entry-file.ts";
import type { ImportSource } from "../content-model/import-source.ts";
import { slugOf } from "../content-model/slug.ts";
import { partsOfKey, type JudgedDocument } from "./judge-document.ts";
import type { KnownDocument } from "./main-index.ts";
import { mergeEdits } from "./merge-edits.ts";
import { labelOfField, reason, reasons, type Reason } from "./reason.ts";
import { refuseCandidate, spokenBy, type Candidate, type SortedRecords } from "./sort-records.ts";
import type { Spool } from "./spool.ts";

/** What is to be done with one document. */
export interface PlannedDocument {
  what: "add" | "change" | "withdraw";
  candidate: Candidate;
  path: string;
  /** The document on main that it changes. */
  known: KnownDocument | undefined;
}

/** What a run would do to main. */
export interface DocumentPlan {
  planned: PlannedDocument[];
  /** Documents that a complete source no longer lists. */
  vanished: KnownDocument[];
  byHand: string[];
  /** What came late: main has something newer. */
  older: string[];
  /** Records of documents that the portal does not have and that are gone at the source. */
  gone: number;
  /** Documents on main that bear a secrecy mark at their source now. */
  secret: string[];
  unchanged: number;
  /** Documents of the source that are shown now. */
  present: number;
}

export interface PlanOptions {
  source: ImportSource;
  documents: readonly KnownDocument[];
  spool: Spool;
  /** The records are messages about documents, of which the last holds; else each is a document's one entry in a list. */
  messages: boolean;
}

/** Compares what the feeds say with what main has. Nothing is read or written beside the spool. */
export function planDocuments(
  sorted: SortedRecords,
  { source, documents, spool, messages }: PlanOptions,
): DocumentPlan {
  const own = new Map(documents.filter((one) => one.source === source.id).map((one) => [one.record, one]));
  const plan: DocumentPlan = {
    planned: [],
    vanished: [],
    byHand: [],
    older: [],
    gone: 0,
    secret: [],
    unchanged: sorted.unchanged.size,
    present: [...own.values()].filter(({ withdrawn }) => !withdrawn).length,
  };
  const taken = new Set(documents.map(({ path }) => path));
  const refuse = (candidate: Candidate, why: Reason) => {
    refuseCandidate(candidate, why, { spool, refusals: sorted.refusals });
  };
  const titleOf = (candidate: Candidate) => spokenBy(candidate, spool).title;

  const { latest, doubled, older } = oneEach(sorted, spool, {
    messages,
    changedOf: (name) => own.get(name)?.changed ?? "",
  });
  for (const candidate of doubled) refuse(candidate, twice);
  plan.older = older.map(titleOf);
  const renamed = sorted.complete ? lostByNumber(own, sorted) : new Map<string, KnownDocument>();
  const bearers = new Set([...own.values()].flatMap((one) => (one.withdrawn ? [] : [one.numberKey])));
  const holders = numberHolders(latest, documents, { source, renamed });
  for (const candidate of latest) {
    if (candidate.either && isMonthFirst(sorted)) {
      refuse(candidate, reasons.monthOrDay());
      continue;
    }
    const known = own.get(subjectOf(candidate)) ?? renamed.get(candidate.numberKey);
    if (known && isBefore(candidate.changed, known.changed)) {
      plan.older.push(titleOf(candidate));
      continue;
    }
    if (candidate.action === "withdraw") {
      planWithdrawal(candidate, known);
      continue;
    }
    const holder = holders.get(candidate.numberKey);
    if (holder?.byHand && !known) {
      plan.byHand.push(titleOf(candidate));
      continue;
    }
    if (holder && holder.names.size > 1) {
      refuse(candidate, doubleNumber(titleOf(candidate), holder.names));
      continue;
    }
    const path = known?.path ?? freePath(candidate, source, taken);
    taken.add(path);
    plan.planned.push({ what: known ? "change" : "add", candidate, path, known });
  }
  if (source.absence === "withdraw" && sorted.complete) {
    const lost = [...own.values()].filter(({ record, withdrawn }) => !withdrawn && !sorted.seen.has(record));
    const going = new Set(lost.length > 0 ? plan.planned.map(({ path }) => path) : []);
    plan.vanished = lost.filter(({ path }) => !going.has(path));
  }
  for (const name of sorted.secret) {
    const known = own.get(name);
    if (!known || known.withdrawn) continue;
    plan.secret.push(known.path);
    if (source.withdrawal === "apply") plan.vanished.push(known);
  }
  return plan;

  function planWithdrawal(candidate: Candidate, known: KnownDocument | undefined): void {
    // A list that flags what is gone goes on to name documents that were never here.
    if (!known && candidate.about === candidate.id && !bearers.has(candidate.numberKey)) plan.gone += 1;
    else if (!known) {
      refuse(
        candidate,
        reason(
          "Văn bản liên quan",
          `Thông điệp thu hồi nói về «${candidate.about}» mà cổng không có.`,
          "Không cần làm gì nếu văn bản chưa từng lên cổng; nếu có, kiểm tra mã văn bản ở nguồn.",
        ),
      );
    } else if (known.withdrawn) plan.unchanged += 1;
    else if (source.withdrawal === "hold")
      refuse(
        candidate,
        reason(
          "",
          `Nguồn thu hồi văn bản ${titleOf(candidate)}; theo cài đặt, người phụ trách quyết định.`,
          "Nếu đúng, gỡ văn bản trong trang soạn bài («Gỡ văn bản») và ghi lý do.",
        ),
      );
    else plan.planned.push({ what: "withdraw", candidate, path: known.path, known });
  }
}

/** Whether a feed writes the month first, as far as its dates can tell: then a day up to the twelfth may be another one. */
export const isMonthFirst = ({ dates }: Pick<SortedRecords, "dates">): boolean => dates.month > dates.day;

const twice = reason(
  "Mã văn bản",
  "Nguồn có hai bản ghi khác nội dung cùng một mã văn bản: không biết bản nào đúng.",
  "Nhờ văn thư bỏ bản sai ở phần mềm nguồn rồi xuất lại.",
);

function doubleNumber(title: string, names: ReadonlySet<string>): Reason {
  return reason(
    "Số, ký hiệu",
    `Trùng số: ${title} và một văn bản khác cùng loại, cùng năm, cùng cơ quan (${[...names].slice(0, 3).join("; ")}).`,
    "Mỗi số chỉ cấp một lần theo loại, năm và cơ quan. Nhờ văn thư sửa số sai ở phần mềm nguồn rồi xuất lại.",
  );
}

/** Two new ones of one name in one file: neither of them came after the other, unless they say when. */
const areAtOdds = (one: Candidate, other: Candidate): boolean =>
  one.feed === other.feed &&
  one.action === "new" &&
  other.action === "new" &&
  !isBefore(one.changed, other.changed);

/** Whether something was changed before something else, where both tell when. */
const isBefore = (one: string, other: string): boolean => one !== "" && other !== "" && one < other;

/**
 * One candidate for each name. The same record twice is one; of messages about one document the newest holds, by the times that
 * they tell and else by their order; in a list, two that differ cannot both be right.
 */
export function oneEach(
  { candidates, settled }: Pick<SortedRecords, "candidates" | "settled">,
  spool: Spool,
  /** `changedOf`: when that was changed which main has under a name. */
  { messages, changedOf = () => "" }: { messages: boolean; changedOf?: (name: string) => string },
): { latest: Candidate[]; doubled: Candidate[]; older: Candidate[] } {
  // What main has already came later than this message, or stands beside it in the list.
  const [open, beside] = [[], []] as [Candidate[], Candidate[]];
  const nameOf = messages ? subjectOf : ({ id }: Candidate) => id;
  candidates.forEach((candidate, index) => {
    const after = settled.get(nameOf(candidate));
    const isNewer = messages && isBefore(changedOf(nameOf(candidate)), candidate.changed);
    if (after === undefined || (messages && index >= after) || isNewer) open.push(candidate);
    else if (!messages) beside.push(candidate);
  });
  const last = new Map<string, Candidate>();
  const again = new Map<string, Candidate[]>();
  const older: Candidate[] = [];
  for (const candidate of open) {
    const name = nameOf(candidate);
    const before = last.get(name);
    if (messages && before && isBefore(candidate.changed, before.changed)) {
      older.push(candidate);
      continue;
    }
    if (before && (!messages || areAtOdds(before, candidate)))
      again.set(name, [...(again.get(name) ?? [before]), candidate]);
    last.set(name, candidate);
  }
  const doubled = beside;
  for (const [name, group] of again) {
    const different = new Map(group.map((one) => [spokenBy(one, spool).digest, one]));
    if (different.size === 1) continue;
    last.delete(name);
    doubled.push(...different.values());
  }
  return { latest: [...last.values()], doubled, older };
}

/** The document that a record is about: a message that brings a new one is about that, whatever it replaces. */
const subjectOf = ({ action, about, id }: Candidate) => (action === "withdraw" ? about : id);

/** Documents that the source no longer has under their name: one with the same number is the same, under another name. */
function lostByNumber(
  own: ReadonlyMap<string, KnownDocument>,
  { seen }: SortedRecords,
): Map<string, KnownDocument> {
  const lost = [...own.values()].filter(({ record, withdrawn }) => !withdrawn && !seen.has(record));
  const groups = Map.groupBy(lost, ({ numberKey }) => numberKey);
  return new Map(
    [...groups].flatMap(([key, [first, ...others]]) =>
      first && others.length === 0 ? [[key, first] as const] : [],
    ),
  );
}

interface Holder {
  /** Names at the source of the documents that bear the number. */
  names: Set<string>;
  byHand: boolean;
}

/** Who bears which number: what main has and stays, and what would come. */
function numberHolders(
  candidates: readonly Candidate[],
  documents: readonly KnownDocument[],
  { source, renamed }: { source: ImportSource; renamed: ReadonlyMap<string, KnownDocument> },
): Map<string, Holder> {
  const holders = new Map<string, Holder>();
  const changing = new Set(candidates.map(({ id }) => id));
  const add = (key: string, name: string, byHand: boolean) => {
    if (key === "") return;
    const holder = holders.get(key) ?? { names: new Set<string>(), byHand: false };
    if (byHand) holder.byHand = true;
    else holder.names.add(name);
    holders.set(key, holder);
  };
  const wanted = new Set(candidates.map(({ numberKey }) => numberKey));
  for (const { numberKey, record, source: from, withdrawn } of documents) {
    if (
      !wanted.has(numberKey) ||
      withdrawn ||
      renamed.get(numberKey)?.record === record ||
      (from === source.id && changing.has(record))
    )
      continue;
    add(numberKey, from === source.id ? record : `${from}: ${record}`, from === "");
  }
  // Nearly every number has one bearer: nothing need be kept of it.
  const alone = new Set<string>();
  const shared = new Set<string>();
  for (const { numberKey } of candidates)
    if (alone.has(numberKey) || holders.has(numberKey)) shared.add(numberKey);
    else alone.add(numberKey);
  for (const { numberKey, id } of candidates) if (shared.has(numberKey)) add(numberKey, id, false);
  return holders;
}

/** Where a new document goes: by its number, with its issuer beside it where somebody else has the same. */
function freePath({ numberKey, slug }: Candidate, source: ImportSource, taken: ReadonlySet<string>): string {
  const { year, issuer } = partsOfKey(numberKey);
  const folder = entryFolder({ kind: "document", site: source.site, year });
  const plain = `${folder}/${slug}.md`;
  if (!taken.has(plain)) return plain;
  const longer = `${folder}/${slug}-${slugOf(issuer).slice(0, 60).replace(/-$/, "")}`;
  for (let copy = 1; ; copy += 1) {
    const path = copy === 1 ? `${longer}.md` : `${longer}-${String(copy)}.md`;
    if (!taken.has(path)) return path;
  }
}

/** The file of a document, with what editors made of it since it was imported. */
export function documentText(
  judged: JudgedDocument,
  options: {
    digest: string;
    source: ImportSource;
    attachments: readonly { address: string; label: string }[];
    /** The file on main, and as the importer had written it last. */
    now?: string | undefined;
    before?: string | undefined;
  },
): { data: Record<string, unknown>; text: string; kept: string[] } {
  const { digest, source, attachments, now, before } = options;
  const said: Record<string, unknown> = {
    ...judged.data,
    ...(attachments.length > 0
      ? {
          attachments: attachments.map(({ address, label }) => ({
            file: address,
            ...(label.length > 1 ? { label } : {}),
          })),
        }
      : {}),
    source: {
      from: source.id,
      id: judged.id,
      digest,
      ...(judged.changed === "" ? {} : { changed: judged.changed }),
    },
  };
  if (now === undefined) return { data: said, text: formatEntry(said, ""), kept: [] };
  const { data: edited, body } = readLoosely(now);
  const { data, kept } = mergeEdits({
    before: before === undefined ? edited : readLoosely(before).data,
    edited,
    now: said,
  });
  return { data, text: formatEntry(data, body), kept: kept.map(labelOfField) };
}

/** The file of a document that the source took back: all it said stays, with the notice that it is withdrawn. */
export function withdrawnText(
  now: string,
  reasonOf: string,
  said: { digest: string; changed: string },
): string {
  const { data, body } = readLoosely(now);
  const source = { ...(data["source"] as object), digest: said.digest };
  if (said.changed !== "") Object.assign(source, { changed: said.changed });
  const why =
    reasonOf.trim().length >= 10 ? reasonOf.trim().slice(0, 300) : "Cơ quan ban hành đã thu hồi văn bản này.";
  return formatEntry({ ...data, withdrawn: true, withdrawnReason: why, source }, body);
}

/** The label and words of the first thing in a document that the site could not show. */
export function unshowable(data: Record<string, unknown>): Reason | undefined {
  const issue = documentSchema.safeParse(data).error?.issues[0];
  return (
    issue &&
    reason(
      labelOfField(String(issue.path[0] ?? "")),
      issue.message,
      "Nhờ văn thư sửa ở phần mềm nguồn rồi xuất lại.",
    )
  );
}
