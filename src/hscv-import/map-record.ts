import { fold } from "../content-model/fold.ts";
import { remembered } from "../foundation/remembered.ts";
import { cleanText, wordsOfHtml } from "./clean-text.ts";
import type { AttachmentRule, FieldRule, Profile } from "./profile.ts";
import { readDate, usualDates } from "./read-date.ts";
import { nodesAt, textOfNode, wholeTextOf, type RecordNode } from "./record-tree.ts";

/** What a profile makes of one field. */
export interface MappedField {
  name: string;
  /** Where it was found; undefined where nothing was. */
  path: string | undefined;
  /** As it stands in the source. */
  raw: string;
  /** As it is understood; several for a list. */
  values: string[];
  /** What could not be understood. */
  fault?: "date" | "value" | "several";
}

/** An attachment as the source names it. */
export interface MappedAttachment {
  url: string;
  /** Base64, where its bytes stand in the record. */
  data: string;
  name: string;
  label: string;
  sha256: string;
}

/** A record as a profile reads it: data of the source, not judged yet. */
export interface MappedRecord {
  /** All that is in it, read or not. */
  node: RecordNode;
  fields: ReadonlyMap<string, MappedField>;
  attachments: readonly MappedAttachment[];
}

/** Reads a well-formed record by a profile. */
export function mapRecord(record: RecordNode, profile: Profile): MappedRecord {
  const fields = new Map<string, MappedField>();
  for (const [name, rule] of rulesOf(profile)) fields.set(name, mapField(name, rule, record));
  return {
    node: record,
    fields,
    attachments: profile.attachments.flatMap((rule) => attachmentsIn(record, rule)),
  };
}

function rulesOf(profile: Profile): readonly (readonly [name: string, rule: FieldRule])[] {
  const known =
    rules.get(profile) ??
    Object.entries(profile.fields).flatMap(([name, rule]) => (rule ? [[name, rule] as const] : []));
  rules.set(profile, known);
  return known;
}

const rules = new WeakMap<Profile, readonly (readonly [name: string, rule: FieldRule])[]>();

/** The one value of a field; `""` where there is none. */
export function valueOf({ fields }: MappedRecord, name: string): string {
  return fields.get(name)?.values[0] ?? "";
}

/**
 * How the dates of a record are written, where its profile does not say: `month` for one that exists only with the month first,
 * `either` for one that is another day then.
 */
export function orderOfDates(
  { fields }: MappedRecord,
  profile: Profile,
): { day: number; month: number; either: boolean } {
  const found = { day: 0, month: 0, either: false };
  for (const [name, rule] of rulesOf(profile)) {
    if (!dateFields.has(name) || rule.dates) continue;
    const [, first = 0, second = 0] =
      /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{4}/.exec(fields.get(name)?.raw ?? "")?.map(Number) ??
      [];
    if (first > 12 && second <= 12) found.day += 1;
    else if (second > 12 && first >= 1 && first <= 12) found.month += 1;
    else if (first !== second) found.either = true;
  }
  return found;
}

function mapField(name: string, rule: FieldRule, record: RecordNode): MappedField {
  const { path, texts, clean } = rule.parts ? joined(rule, record) : first(rule.from ?? [], record, rule);
  if (path === undefined && rule.default === undefined) return absent(name);
  const raw = texts.length === 1 ? (texts[0] ?? "") : texts.join("; ");
  const { split, values: meant } = rule;
  const items =
    split === undefined
      ? clean
      : texts.flatMap((text) => text.split(split)).map((text) => wordsOf(text, rule));
  const written = items.map((text) => taken(text, rule)).filter((text) => text !== "");
  const filled = written.length > 0 ? written : rule.default === undefined ? [] : [rule.default];
  const dates = rule.dates ?? (dateFields.has(name) ? usualDates : undefined);
  const values = filled.flatMap((text) => understood(text, meant, dates) ?? []);
  const fault =
    values.length < filled.length
      ? dates
        ? "date"
        : "value"
      : values.length > 1 && split === undefined && isSingle(name) && new Set(values).size > 1
        ? "several"
        : undefined;
  return { name, path, raw, values: fault ? [] : values, ...(fault ? { fault } : {}) };
}

/** Most records have few of the fields that a profile could read. */
const absent = remembered((name): MappedField => ({ name, path: undefined, raw: "", values: [] }));

interface Texts {
  path: string | undefined;
  /** As they stand in the record, and as they are read. */
  texts: readonly string[];
  clean: readonly string[];
}

const nowhere: Texts = { path: undefined, texts: [], clean: [] };

const wordsOf = (text: string, { html }: Pick<FieldRule, "html">): string =>
  cleanText(html ? wordsOfHtml(text) : text);

/** The first place that says anything. */
function first(places: string | readonly string[], record: RecordNode, rule: Pick<FieldRule, "html">): Texts {
  for (const path of typeof places === "string" ? [places] : places) {
    const nodes = nodesAt(record, path);
    if (nodes.length === 0) continue;
    const texts = nodes.map((node) => textOfNode(node) || (rule.html ? wholeTextOf(node) : ""));
    const clean = texts.map((text) => wordsOf(text, rule));
    if (clean.some((text) => text !== "")) return { path, texts, clean };
  }
  return nowhere;
}

function joined({ parts = [], join, html }: FieldRule, record: RecordNode): Texts {
  const found = parts.map((places) => first(places, record, { html }));
  const texts = found.map(({ clean: [text = ""] }) => text).filter((text) => text !== "");
  const path = found.flatMap((one) => one.path ?? []).join(" + ");
  if (texts.length === 0) return nowhere;
  // «12/» and «/QĐ-UBND» are written so as well.
  const text = texts.reduce(
    (all, part) => `${trimmed(all, join, "end")}${join}${trimmed(part, join, "start")}`,
  );
  return { path, texts: [text], clean: [cleanText(text)] };
}

function trimmed(text: string, join: string, side: "start" | "end"): string {
  if (join === "") return text;
  if (side === "end") return text.endsWith(join) ? text.slice(0, -join.length) : text;
  return text.startsWith(join) ? text.slice(join.length) : text;
}

function taken(text: string, { pattern, without }: FieldRule): string {
  const shorter = without === undefined ? text : cleanText(text.replace(regex(without), " "));
  if (pattern === undefined) return shorter;
  const match = regex(pattern).exec(shorter.slice(0, mostMatched));
  return cleanText(match?.[1] ?? match?.[0] ?? "");
}

/** A pattern of a profile is tried on no longer text. */
const mostMatched = 4000;
const compiled = new Map<string, RegExp>();

function regex(source: string): RegExp {
  const known = compiled.get(source) ?? new RegExp(source, "iu");
  compiled.set(source, known);
  return known;
}

/** A document has one of each but for those that it amends or replaces; whether it is secret is told by any. */
const isSingle = (name: string) => !["", "amends", "replaces", "replacedBy", "secrecy"].includes(name);

const dateFields = new Set(["issuedOn", "effectiveFrom", "expiredOn", "receivedOn", "dueOn", "finishedOn"]);

function understood(
  text: string,
  values: FieldRule["values"],
  dates: readonly string[] | undefined,
): string | undefined {
  if (dates) return readDate(text, dates);
  if (!values) return text;
  return meaningsOf(values).get(fold(text)) ?? values["*"];
}

/** What the source's words mean, by their folded form; the first of two that fold alike counts. */
function meaningsOf(values: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const known =
    meanings.get(values) ??
    new Map(
      Object.entries(values)
        .reverse()
        .map(([written, meaning]) => [fold(written), meaning]),
    );
  meanings.set(values, known);
  return known;
}

const meanings = new WeakMap<Readonly<Record<string, string>>, ReadonlyMap<string, string>>();

function attachmentsIn(record: RecordNode, rule: AttachmentRule): MappedAttachment[] {
  const nodes =
    [rule.each]
      .flat()
      .map((path) => nodesAt(record, path))
      .find((found) => found.length > 0) ?? [];
  return nodes.flatMap((node) => {
    const read = (field: FieldRule | undefined, clean = true) => {
      if (!field) return "";
      if (clean) return mapField("", field, node).values[0] ?? "";
      const texts = [field.from ?? "."].flat().flatMap((path) => nodesAt(node, path).map(textOfNode));
      return texts.find((text) => text.trim() !== "") ?? "";
    };
    const attachment = {
      url: read(rule.url),
      data: read(rule.data, false).trim(),
      name: read(rule.name),
      label: read(rule.label),
      sha256: read(rule.sha256).toLowerCase(),
    };
    return attachment.url === "" && attachment.data === "" && attachment.name === "" ? [] : [attachment];
  });
}
