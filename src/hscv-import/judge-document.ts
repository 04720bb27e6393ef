import { hash } from "node:crypto";
import { documentSlug } from "../content-model/document-number.ts";
import { documentFields } from "../content-model/document-types.ts";
import { documentSchema } from "../content-model/document.ts";
import { fold } from "../content-model/fold.ts";
import type { ImportSource } from "../content-model/import-source.ts";
import { remembered } from "../foundation/remembered.ts";
import { senseFaults } from "./document-sense.ts";
import { known, typeOf } from "./document-type.ts";
import { valueOf, type MappedAttachment, type MappedRecord } from "./map-record.ts";
import { plainNumber } from "./plain-number.ts";
import type { Profile } from "./profile.ts";
import { readMoment } from "./read-moment.ts";
import { labelOfField, reason, reasons, type Reason } from "./reason.ts";
import { closednessOf } from "./record-secrecy.ts";
import { textReasons } from "./screen-text.ts";

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
  /** When the source changed or sent it, in UTC; `""` where it does not say. */
  changed: string;
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
  const named = noName.test(read("id")) ? "" : read("id");
  const id = named || numberedId(number, read("issuedOn"), read("issuer"));
  const title = [number, read("excerpt").slice(0, 120)].filter((part) => part !== "").join(" – ");
  const closedness = closednessOf(record);
  if (closedness === "secret")
    return { kind: "refused", id, title: "", reasons: [reasons.secret()], secret: true };

  const says = (name: string, word: string) => record.fields.get(name)?.values.includes(word) === true;
  const isGone = says("withdrawn", "yes") || says("public", "no");
  const action = isGone ? "withdraw" : actionOf(read("action"), read("status"));
  const about = read("about") || id;
  // What a message brings up to date keeps its name.
  const said = {
    id: action === "update" ? about : id,
    about,
    reason: read("reason"),
    changed: changeOf(record, now).at,
    attachments: record.attachments,
  };
  if (action === "status") return { kind: "document", action, ...said, data: undefined };
  const faults = [...fieldFaults(record), ...wordFaults(record)];
  if (action !== "withdraw" && closedness === "internal") faults.push(reasons.internal());
  const isNotice = action === "withdraw" && (read("excerpt") === "" || about !== id);
  if (isNotice && faults.length === 0) return { kind: "document", action, ...said, data: undefined };
  const type = typeOf(read("type") || (profile.defaults["type"] ?? source.defaults?.type ?? ""), number);
  if (type === undefined && read("type") !== "") faults.push(reasons.unknownValue("type", read("type")));
  const field = known(documentFields, read("field")) ?? source.defaults?.field ?? profile.defaults["field"];
  const data = withoutBlanks({
    number,
    type,
    issuer: fullName(read("issuer") || (source.defaults?.issuer ?? profile.defaults["issuer"] ?? "")),
    excerpt: excerptOf(read("excerpt")),
    signerTitle: read("signerTitle"),
    signer: read("signer").replace(/^\(?đã ký\)?\s*[:.]?\s*/iu, ""),
    issuedOn: read("issuedOn"),
    effectiveFrom: read("effectiveFrom"),
    expiredOn: read("expiredOn"),
    field,
    amends: numbersOf(record, "amends"),
    replaces: numbersOf(record, "replaces"),
    replacedBy: numbersOf(record, "replacedBy"),
  });
  if (read("action") === "expired" && read("expiredOn") === "")
    faults.push(
      reason(
        "Ngày hết hiệu lực",
        "Nguồn ghi văn bản hết hiệu lực mà không cho ngày hết hiệu lực.",
        "Nhờ văn thư điền ngày hết hiệu lực ở phần mềm nguồn rồi xuất lại.",
      ),
    );
  const broken = new Set(faults.map(({ label }) => label));
  faults.push(...schemaFaults(data, record, broken), ...senseFaults(data, { id, now }));
  for (const name of ["excerpt", "issuer", "signer", "signerTitle", "number"]) {
    const text = data[name];
    if (typeof text !== "string") continue;
    for (const fault of textReasons(name, text)) faults.push(fault);
  }
  if (faults.length === 0) return { kind: "document", action, ...said, data };
  // What is taken back need not be right in all else, as long as it is sure what is meant.
  const vital = new Set(
    [
      "",
      "id",
      "about",
      "action",
      "withdrawn",
      "public",
      ...(named === "" ? ["number", "issuedOn", "issuer"] : []),
    ].map(labelOfField),
  );
  if (action === "withdraw" && about !== "" && !faults.some(({ label }) => vital.has(label)))
    return { kind: "document", action, ...said, data: undefined };
  return { kind: "refused", id, title, reasons: unique(faults) };
}

/** What software writes where a record has no name yet. */
const noName = /^(?:0+|-1|\{?[0-]{36}\}?)$/;

/** Words of a profile's own that mean nothing here. */
function wordFaults({ fields }: MappedRecord): Reason[] {
  const unknown = (name: string, known: ReadonlySet<string>) => {
    const field = fields.get(name);
    return field?.values.some((value) => !known.has(value)) ? [reasons.unknownValue(name, field.raw)] : [];
  };
  return [...unknown("action", actions), ...unknown("withdrawn", flags), ...unknown("public", flags)];
}

const actions = new Set(["new", "update", "replace", "withdraw", "expired", "status"]);
const flags = new Set(["yes", "no"]);

/** What a source calls a document's field where nobody knows that word; `""` where all is known. */
export function unknownField(record: MappedRecord): string {
  const written = valueOf(record, "field");
  return written === "" || known(documentFields, written) !== undefined ? "" : written;
}

/**
 * When the source changed or sent a record: the first of the times that it tells, since each station on the way adds its own. One
 * that cannot be, or is still to come, is none: `unread` is what stands there.
 */
export function changeOf(record: MappedRecord, now: Date): { at: string; unread: string } {
  const written = record.fields.get("changedOn")?.values ?? [];
  if (written.length === 0) return { at: "", unread: "" };
  const latest = new Date(now.getTime() + 86_400_000).toISOString();
  const times = written.map((text) => readMoment(text) ?? "");
  const right = times.filter((time) => time !== "" && time <= latest);
  return {
    at: right.sort()[0] ?? "",
    unread: right.length < written.length ? (record.fields.get("changedOn")?.raw ?? "") : "",
  };
}

const numbersOf = ({ fields }: MappedRecord, name: string): string[] | undefined =>
  fields.get(name)?.values.map(plainNumber);

/** The authority as documents name it, so that its register is one. */
const fullName = remembered((text) =>
  // «UBND TỈNH» in capitals stays in capitals.
  text === text.toUpperCase()
    ? text
    : text
        .replace(/(?<!\p{L})UBND(?!\p{L})/gu, "Ủy ban nhân dân")
        .replace(/(?<!\p{L})HĐND(?!\p{L})/gu, "Hội đồng nhân dân"),
);

/** What could not be understood field by field. */
export function fieldFaults({ fields }: MappedRecord): Reason[] {
  const faults: Reason[] = [];
  for (const { name, raw, fault } of fields.values())
    if (fault !== undefined) faults.push(faultReasons[fault](name, raw));
    // Signs that turn letters round: what is shown is not what is there.
    else if (/[\u202d\u202e]/.test(raw)) faults.push(reasons.garbled(name));
  return faults;
}

const faultReasons = {
  date: reasons.badDate,
  value: reasons.unknownValue,
  several: reasons.several,
};

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

function unique(faults: readonly Reason[]): Reason[] {
  return [...new Map(faults.map((one) => [`${one.label} ${one.message}`, one])).values()];
}

/** Documents that have this in common are one: a number is given once per type, year and issuer. «05» is 5. */
export function numberKey(data: Record<string, unknown>): string {
  const { number = "", type = "", issuer = "", issuedOn = "" } = data as Record<string, string>;
  return numberKeyOf(documentSlug(number), { type, issuer, issuedOn });
}

/** The same, where the slug of the number is known. */
export function numberKeyOf(
  slug: string,
  { type = "", issuer = "", issuedOn = "" }: Partial<Record<"type" | "issuer" | "issuedOn", string>>,
): string {
  return [slug.replace(/^0+(?=\d)/, ""), type, issuedOn.slice(0, 4), foldedName(issuer)].join("\0");
}

/** What a key of a number says. */
export function partsOfKey(key: string): { year: string; issuer: string } {
  const [, , year = "", issuer = ""] = key.split("\0");
  return { year, issuer };
}

const foldedName = remembered((text) =>
  fold(fullName(text))
    .replace(/[\s.,]+/g, " ")
    .trim(),
);

/** What identifies a record by its bytes, after those of how it is read: the same again changes nothing. */
export function digestOf(bytes: string | Uint8Array): string {
  return hash("sha256", bytes).slice(0, 32);
}
