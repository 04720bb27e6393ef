import { hash } from "node:crypto";
import { documentSlug } from "../content-model/document-number.ts";
import { documentFields, documentTypes, type DocumentType } from "../content-model/document-types.ts";
import { documentSchema } from "../content-model/document.ts";
import { fold } from "../content-model/fold.ts";
import type { ImportSource } from "../content-model/import-source.ts";
import { remembered } from "../foundation/remembered.ts";
import { vietnamDay } from "../foundation/vietnam-time.ts";
import { valueOf, type MappedAttachment, type MappedRecord } from "./map-record.ts";
import type { Profile } from "./profile.ts";
import { labelOfField, reason, reasons, type Reason } from "./reason.ts";
import { bearsSecrecyMark, textReasons } from "./screen-text.ts";

/** What a record asks for. */
export type Action = "new" | "update" | "replace" | "withdraw" | "status";

/** A document that may be published, its attachments still to be fetched. */
export interface JudgedDocument {
  kind: "document";
  action: Action;
  /** Its name at the source. */
  id: string;
  /** The document that a message is about. */
  about: string;
  reason: string;
  /** By the schema of documents, without attachments and origin; undefined where the message names the document alone. */
  data: Record<string, unknown> | undefined;
  attachments: readonly MappedAttachment[];
}

/** A record that may not; `secret` ones leave nothing behind. */
export interface Refused {
  kind: "refused";
  /** Its name at the source, as far as it has one. */
  id: string;
  /** How an operator knows it again: its number, or the beginning of its excerpt. */
  title: string;
  reasons: Reason[];
  secret?: true;
}

/** Where a record comes from and when it is judged. */
export interface Bench {
  profile: Profile;
  source: Pick<ImportSource, "id" | "defaults">;
  now: Date;
}

/** Decides whether a mapped record is a document: every fault is named, not the first alone. */
export function judgeDocument(
  record: MappedRecord,
  { profile, source, now }: Bench,
): JudgedDocument | Refused {
  const read = (name: string) => valueOf(record, name);
  const number = plainNumber(read("number"));
  const id = read("id") || numberedId(number, read("issuedOn"), read("issuer"));
  const title = [number, read("excerpt").slice(0, 120)].filter((part) => part !== "").join(" – ");
  if (isSecret(record)) return { kind: "refused", id, title: "", reasons: [reasons.secret()], secret: true };

  const action = actionOf(read("action"), read("status"));
  const about = read("about") || id;
  // What a message brings up to date keeps its name.
  const said = {
    id: action === "update" ? about : id,
    about,
    reason: read("reason"),
    attachments: record.attachments,
  };
  if (action === "status") return { kind: "document", action, ...said, data: undefined };
  if (action === "withdraw" && (read("excerpt") === "" || about !== id))
    return { kind: "document", action, ...said, data: undefined };

  const faults = [...record.fields.values()].flatMap(({ name, raw, fault }) =>
    fault === undefined
      ? []
      : [fault === "date" ? reasons.badDate(name, raw) : reasons.unknownValue(name, raw)],
  );
  const type = typeOf(read("type") || (profile.defaults["type"] ?? source.defaults?.type ?? ""), number);
  if (type === undefined && read("type") !== "") faults.push(reasons.unknownValue("type", read("type")));
  const field = known(documentFields, read("field")) ?? source.defaults?.field ?? profile.defaults["field"];
  const data = withoutBlanks({
    number,
    type,
    issuer: read("issuer") || (source.defaults?.issuer ?? profile.defaults["issuer"] ?? ""),
    excerpt: excerptOf(read("excerpt")),
    signerTitle: read("signerTitle"),
    signer: read("signer"),
    issuedOn: read("issuedOn"),
    effectiveFrom: read("effectiveFrom"),
    expiredOn: read("expiredOn"),
    field,
    amends: numbersOf(record, "amends"),
    replaces: numbersOf(record, "replaces"),
    replacedBy: numbersOf(record, "replacedBy"),
  });
  const broken = new Set(faults.map(({ label }) => label));
  faults.push(...schemaFaults(data, record, broken), ...sense(data, now));
  for (const name of ["excerpt", "issuer", "signer", "signerTitle", "number"]) {
    const text = data[name];
    if (typeof text !== "string") continue;
    for (const fault of textReasons(name, text)) faults.push(fault);
  }
  if (faults.length > 0) return { kind: "refused", id, title, reasons: unique(faults) };
  return { kind: "document", action, ...said, data };
}

const numbersOf = ({ fields }: MappedRecord, name: string): string[] | undefined =>
  fields.get(name)?.values.map(plainNumber);

/** A number without what people write around it: «Số: 12 /QĐ-UBND». */
function plainNumber(text: string): string {
  return text
    .replace(/^số\s*[:.]?\s*/iu, "")
    .replace(/\s*([/–-])\s*/g, "$1")
    .replace(/[‐‑−]/g, "-")
    .trim();
}

/** Some vendors write the heading's own words before the excerpt. */
const excerptOf = (text: string) => text.replace(/^(?:trích yếu|V\/v)\s*[:.]\s*/iu, "");

function numberedId(number: string, day: string, issuer: string): string {
  return number === ""
    ? ""
    : [fold(issuer).slice(0, 80), day, number].filter((part) => part !== "").join(",");
}

function actionOf(action: string, status: string): Action {
  if (status !== "") return "status";
  return action === "withdraw" || action === "update" || action === "replace" || action === "status"
    ? action
    : "new";
}

const open = new Set([
  "",
  "0",
  "thuong",
  "khong",
  "khong mat",
  "binh thuong",
  "none",
  "normal",
  "cong khai",
  "false",
]);

/** A record that says of itself that it is secret, in a field of its own or anywhere in its words. */
function isSecret(record: MappedRecord): boolean {
  const secrecy = record.fields.get("secrecy");
  if (secrecy && !open.has(foldedName(secrecy.values[0] ?? secrecy.raw).trim())) return true;
  // Most texts are understood as they stand: those are looked at once.
  for (const { raw, values } of record.fields.values())
    if (bearsSecrecyMark([raw]) || (values[0] !== raw && bearsSecrecyMark(values))) return true;
  return record.attachments.some(({ name, label }) => bearsSecrecyMark([name, label]));
}

/** The type by its name, its usual abbreviation, or else by the document's own symbol. */
function typeOf(written: string, number: string): string | undefined {
  if (written !== "")
    return known(documentTypes, written) ?? abbreviations[fold(written).replace(/[^a-z]/g, "")];
  const [, symbol = ""] = /^\d+[A-Z]?(?:\/\d{4})?\/([A-ZĐ]+r?)-/u.exec(number) ?? [];
  return abbreviations[fold(symbol)];
}

/** Decree 30/2020, annex III. */
const abbreviations: Readonly<Record<string, string>> = {
  nq: "nghi-quyet",
  qd: "quyet-dinh",
  ct: "chi-thi",
  kh: "ke-hoach",
  cv: "cong-van",
  cd: "cong-dien",
  tb: "thong-bao",
  hd: "huong-dan",
  bc: "bao-cao",
  ttr: "to-trinh",
  ctr: "chuong-trinh",
  da: "de-an",
  pa: "phuong-an",
  qc: "quy-che",
  qyd: "quy-dinh",
  tc: "thong-cao",
  gm: "giay-moi",
  nd: "nghi-dinh",
  tt: "thong-tu",
};

function known(list: readonly DocumentType[], written: string): string | undefined {
  if (written === "") return undefined;
  const names =
    namesOf.get(list) ??
    new Map(
      list.flatMap(({ id, name }) => [
        [plain(name), id],
        [plain(id), id],
      ]),
    );
  namesOf.set(list, names);
  return names.get(plain(written));
}

const namesOf = new Map<readonly DocumentType[], ReadonlyMap<string, string>>();

/** A name without accents, signs, and what lists add to it: «Quyết định (cá biệt)». */
const plain = remembered((text): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replace(/ (?:ca biet|quy pham phap luat|qppl)$/, ""),
);

function withoutBlanks(data: Record<string, unknown>): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const name in data) {
    const value = data[name];
    if (value !== undefined && value !== "" && (!Array.isArray(value) || value.length > 0))
      filled[name] = value;
  }
  return filled;
}

const origin = { from: "x", id: "x", digest: "0".repeat(16) };

function schemaFaults(
  data: Record<string, unknown>,
  record: MappedRecord,
  broken: ReadonlySet<string>,
): Reason[] {
  const { error } = documentSchema.safeParse({ ...data, source: origin });
  return (error?.issues ?? []).flatMap((issue) => {
    const name = String(issue.path[0] ?? "");
    if (broken.has(labelOfField(name))) return [];
    if (data[name] === undefined) return [reasons.missing(name, record.fields.get(name)?.path ?? "")];
    const raw = record.fields.get(name)?.raw ?? "";
    return [
      reasons.wrong(name, `${issue.message}${raw === "" ? "" : ` Nguồn ghi: «${raw.slice(0, 120)}».`}`),
    ];
  });
}

/** No document is older than the state that issued it. */
const firstYear = "1945";

/** What is right field by field and cannot be true together. */
function sense(data: Record<string, unknown>, now: Date): Reason[] {
  const { number, issuedOn } = data as { number?: string; issuedOn?: string };
  if (issuedOn === undefined) return [];
  const faults: Reason[] = [];
  if (issuedOn < firstYear)
    faults.push(reasons.wrong("issuedOn", `«Ngày ban hành» ${issuedOn} quá xa trong quá khứ.`));
  if (issuedOn > dayAfter(now))
    faults.push(reasons.wrong("issuedOn", `«Ngày ban hành» ${issuedOn} ở tương lai.`));
  const year = /^\d+[A-Z]?\/(\d{4})\//.exec(number ?? "")?.[1];
  if (year !== undefined && year !== issuedOn.slice(0, 4))
    faults.push(
      reason(
        "Số, ký hiệu",
        `Số ${number ?? ""} ghi năm ${year} nhưng ngày ban hành là ${issuedOn}.`,
        "Nhờ văn thư kiểm tra số và ngày ở phần mềm nguồn rồi xuất lại.",
      ),
    );
  return faults;
}

/** Clocks differ, and a document may bear the day after. */
function dayAfter(now: Date): string {
  if (now !== tomorrow.of) tomorrow = { of: now, day: vietnamDay(new Date(now.getTime() + 86_400_000)) };
  return tomorrow.day;
}
let tomorrow = { of: new Date(0), day: "" };

function unique(faults: readonly Reason[]): Reason[] {
  return [...new Map(faults.map((one) => [`${one.label} ${one.message}`, one])).values()];
}

/** Documents that have this in common are one: a number is given once per type, year and issuer. */
export function numberKey(data: Record<string, unknown>): string {
  const { number = "", type = "", issuer = "", issuedOn = "" } = data as Record<string, string>;
  return [documentSlug(number), type, issuedOn.slice(0, 4), foldedName(issuer)].join("\0");
}

/** What a key of a number says. */
export function partsOfKey(key: string): { slug: string; year: string; issuer: string } {
  const [slug = "", , year = "", issuer = ""] = key.split("\0");
  return { slug, year, issuer };
}

const foldedName = remembered((text) => fold(text).replace(/\s+/g, " "));

/** What identifies a record by its bytes, after those of how it is read: the same again changes nothing. */
export function digestOf(bytes: string | Uint8Array): string {
  return hash("sha256", bytes).slice(0, 32);
}
