import { documentSlug } from "../content-model/document-number.ts";
import type { ImportSource } from "../content-model/import-source.ts";
import { setImmediate as breathe } from "node:timers/promises";
import { detached } from "../foundation/detached.ts";
import type { Candidate, Spoken } from "./candidate.ts";
import type { NewQuarantined } from "./import-store.ts";
import { judgeCase, type JudgedCase } from "./judge-case.ts";
import { digestOf, judgeDocument, numberKeyOf, type JudgedDocument, type Refused } from "./judge-document.ts";
import { mapRecord, orderOfDates, type MappedRecord } from "./map-record.ts";
import type { Profile } from "./profile.ts";
import { reason } from "./reason.ts";
import { faultReason, unreadable } from "./record-faults.ts";
import { openRefusals, type Refusals } from "./refusals.ts";
import type { FeedEnd, RawRecord } from "./split-feed.ts";
import type { Spool } from "./spool.ts";
import { noteWords, noUnreadWords, type UnreadWords } from "./unread-words.ts";

/** What is in the feeds of a source: right, wrong, or known already. */
export interface SortedRecords {
  /** In the order of the feeds; a message may be about a document that an earlier one brought. */
  candidates: Candidate[];
  refusals: Refusals;
  /** Names of records that main has just so. */
  unchanged: Set<string>;
  /** Of those: how many candidates came before, which a later record of the same name makes void. */
  settled: Map<string, number>;
  /** Every name that the feeds have. */
  seen: Set<string>;
  /** Names of records that are secret now. */
  secret: Set<string>;
  unread: UnreadWords;
  feeds: number;
  records: number;
  passedOver: number;
  complete: boolean;
  /** Dates that exist only with the day first, and only with the month first. */
  dates: { day: number; month: number };
  /** Why some feed was not complete, for an operator. */
  notes: string[];
}

export interface SortOptions {
  profile: Profile;
  /** Digest of the profile and the source's own settings: read in another way, a record is another one. */
  reading: string;
  source: ImportSource;
  spool: Spool;
  now: Date;
  /** The name of the record that main has with this digest. */
  knownByDigest: (digest: string) => string | undefined;
}

/** Looks at every record of the feeds, one after the other: mapped, judged, and put where it belongs. */
export async function sortRecords(
  feeds: Iterable<{ address: string; split: AsyncGenerator<Iterable<RawRecord>, FeedEnd> }>,
  options: SortOptions,
): Promise<SortedRecords> {
  const sorted: SortedRecords = {
    candidates: [],
    refusals: openRefusals(options.spool),
    unchanged: new Set(),
    settled: new Map(),
    seen: new Set(),
    secret: new Set(),
    unread: noUnreadWords(),
    feeds: 0,
    records: 0,
    passedOver: 0,
    complete: true,
    dates: { day: 0, month: 0 },
    notes: [],
  };
  const bench = { ...options, begin: Buffer.from(`${options.reading}\0`) };
  for (const { address, split } of feeds) {
    for (;;) {
      const next = await split.next();
      if (next.done) {
        noteEnd(address, next.value, sorted);
        sorted.feeds += 1;
        break;
      }
      for (const record of next.value) sortOne(record, bench, sorted);
      // A newsroom answers people in the same process.
      await breathe();
    }
  }
  return sorted;
}

/** Whether a feed writes the month first, as far as its dates can tell: then a day up to the twelfth may be another one. */
export const isMonthFirst = ({ dates }: Pick<SortedRecords, "dates">): boolean => dates.month > dates.day;

function noteEnd(address: string, end: FeedEnd, sorted: SortedRecords): void {
  if (end.records === 0 && !end.refused) {
    // Nothing is no list of everything.
    sorted.complete = false;
    if (sorted.notes.length < mostNotes)
      sorted.notes.push(
        `${address}: không có bản ghi nào${end.because === undefined ? "" : " và tệp không trọn vẹn"}; nếu nguồn có văn bản, kiểm tra địa chỉ và tên thẻ bản ghi (record) trong hồ sơ đọc.`,
      );
    return;
  }
  if (end.complete) return;
  sorted.complete = false;
  const why = end.because ?? "";
  if (end.refused) {
    const said = refusals[why] ?? why;
    sorted.refusals.add({
      digest: digestOf(`${why}\0${address}`),
      record: address,
      title: "Cả tệp",
      reasons: [
        reason(
          "",
          `Không đọc ${address}: ${said}.`,
          "Nhờ đơn vị vận hành nguồn sửa tệp xuất; các văn bản đã đăng giữ nguyên.",
        ),
      ],
      raw: "",
    });
  }
  sorted.notes.push(
    end.refused
      ? `${address}: không đọc được (${refusals[why] ?? why}); không văn bản nào bị gỡ.`
      : `${address}: tệp không trọn vẹn (${why}); các bản ghi đúng vẫn được nhận, không văn bản nào bị gỡ.`,
  );
}

const mostNotes = 50;

const refusals: Readonly<Record<string, string>> = {
  DOCTYPE: "tệp có khai báo DOCTYPE, có thể kéo theo tệp khác hoặc làm tràn bộ nhớ",
  html: "địa chỉ trả về một trang web, không phải dữ liệu",
  depth: "các thẻ lồng nhau quá sâu",
  noise: "quá nhiều chữ nằm ngoài các bản ghi",
};

/** `begin` stands before the bytes of each record in its digest. */
function sortOne(
  record: RawRecord,
  { profile, source, spool, now, knownByDigest, begin }: SortOptions & { begin: Uint8Array },
  sorted: SortedRecords,
): void {
  sorted.records += 1;
  const lying = spool.put(begin, record.bytes);
  const digest = digestOf(spool.last());
  const refuse = (entry: Omit<NewQuarantined, "digest">) => {
    spool.drop();
    sorted.refusals.add({ ...entry, digest });
  };
  if (record.fault) {
    refuse({
      record: "",
      title: `Bản ghi thứ ${String(record.number)}`,
      reasons: [faultReason(record)],
      raw: record.text,
    });
    return;
  }
  const known = knownByDigest(digest);
  if (known !== undefined) {
    spool.drop();
    sorted.unchanged.add(known);
    sorted.settled.set(known, sorted.candidates.length);
    sorted.seen.add(known);
    return;
  }
  let judged: JudgedDocument | JudgedCase | Refused;
  let mapped: MappedRecord;
  let either = false;
  try {
    mapped = mapRecord(record.node, profile);
    const order = orderOfDates(mapped);
    sorted.dates.day += order.day;
    sorted.dates.month += order.month;
    either = order.either;
    const bench = { profile, source, now };
    judged = profile.kind === "documents" ? judgeDocument(mapped, bench) : judgeCase(mapped, bench);
  } catch (error) {
    refuse({
      record: "",
      title: `Bản ghi thứ ${String(record.number)}`,
      reasons: [unreadable(error)],
      raw: record.text,
    });
    return;
  }
  const id = detached(judged.id);
  if (id !== "") sorted.seen.add(id);
  if (judged.kind === "refused") {
    const { title, reasons, secret } = judged;
    if (secret && id !== "") sorted.secret.add(id);
    refuse({
      record: secret ? "" : id,
      title: secret ? "Bản ghi có dấu độ mật" : title,
      reasons,
      raw: secret ? "" : record.text,
    });
    return;
  }
  if (judged.kind === "document" && judged.action === "status") {
    spool.drop();
    sorted.passedOver += 1;
    return;
  }
  const { action, about, data } =
    judged.kind === "document" ? judged : { action: "new" as const, about: id, data: undefined };
  if (judged.kind === "document") noteWords(mapped, { text: record.text, now }, sorted.unread);
  const slug = data ? documentSlug(String(data["number"])) : "";
  sorted.candidates.push({
    id,
    action,
    about: about === id ? id : detached(about),
    numberKey: data ? numberKeyOf(slug, data) : "",
    slug,
    either,
    changed: judged.kind === "document" ? judged.changed : "",
    feed: sorted.feeds,
    judged: spool.putText(JSON.stringify({ digest, judged } satisfies Spoken<typeof judged>)),
    raw: { at: lying.at + begin.length, length: record.bytes.length },
  });
}
