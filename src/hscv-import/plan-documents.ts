import { entryFolder } from "../content-model/entry-kinds.ts";
import type { ImportSource } from "../content-model/import-source.ts";
import { slugOf } from "../content-model/slug.ts";
import { refuseCandidate, spokenBy, titleOf, type Candidate } from "./candidate.ts";
import { partsOfKey } from "./judge-document.ts";
import type { KnownDocument } from "./main-index.ts";
import { lostByNumber, numberHolders } from "./number-holders.ts";
import { isBefore, oneEach, subjectOf } from "./one-each.ts";
import { reason, reasons, type Reason } from "./reason.ts";
import { isMonthFirst, type SortedRecords } from "./sort-records.ts";
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
  const nameOf = (candidate: Candidate) => titleOf(spokenBy(candidate, spool));

  const { latest, doubled, older } = oneEach(sorted, spool, {
    messages,
    changedOf: (name) => own.get(name)?.changed ?? "",
  });
  for (const candidate of doubled) refuse(candidate, twice);
  plan.older = older.map(nameOf);
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
      plan.older.push(nameOf(candidate));
      continue;
    }
    if (candidate.action === "withdraw") {
      planWithdrawal(candidate, known);
      continue;
    }
    const holder = holders.get(candidate.numberKey);
    if (holder?.byHand && !known) {
      plan.byHand.push(nameOf(candidate));
      continue;
    }
    if (holder && holder.names.size > 1) {
      refuse(candidate, doubleNumber(nameOf(candidate), holder.names));
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
          `Nguồn thu hồi văn bản ${nameOf(candidate)}; theo cài đặt, người phụ trách quyết định.`,
          "Nếu đúng, gỡ văn bản trong trang soạn bài («Gỡ văn bản») và ghi lý do.",
        ),
      );
    else plan.planned.push({ what: "withdraw", candidate, path: known.path, known });
  }
}

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
