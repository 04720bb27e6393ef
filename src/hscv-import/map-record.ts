import { fold } from "../content-model/fold.ts";
import { cleanText, wordsOfHtml } from "./clean-text.ts";
import type { AttachmentRule, FieldRule, Profile } from "./profile.ts";
import { readDate, usualDates } from "./read-date.ts";
import { nodesAt, readRecord, textOfNode, type RecordNode } from "./record-tree.ts";

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
  fault?: "date" | "value";
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
  fields: ReadonlyMap<string, MappedField>;
  attachments: readonly MappedAttachment[];
}

/** Reads a well-formed record by a profile. */
export function mapRecord(text: string, profile: Profile): MappedRecord {
  const record = readRecord(text);
  const fields = new Map<string, MappedField>();
  for (const [name, rule] of Object.entries(profile.fields))
    if (rule) fields.set(name, mapField(name, rule, record));
  return { fields, attachments: profile.attachments.flatMap((rule) => attachmentsIn(record, rule)) };
}

/** The one value of a field; `""` where there is none. */
export function valueOf({ fields }: MappedRecord, name: string): string {
  return fields.get(name)?.values[0] ?? "";
}

function mapField(name: string, rule: FieldRule, record: RecordNode): MappedField {
  const found = rule.parts ? joined(rule, record) : first(rule.from ?? [], record, rule);
  const { path, texts } = found;
  const raw = texts.join("; ");
  const written = (rule.split === undefined ? texts : texts.flatMap((text) => text.split(rule.split ?? ",")))
    .map((text) => taken(cleanText(rule.html ? wordsOfHtml(text) : text), rule))
    .filter((text) => text !== "");
  const filled = written.length > 0 ? written : rule.default === undefined ? [] : [rule.default];
  const dates = rule.dates ?? (dateFields.has(name) ? usualDates : undefined);
  const values = filled.flatMap((text) => understood(text, { ...rule, dates }) ?? []);
  const fault = values.length < filled.length ? (dates ? "date" : "value") : undefined;
  return { name, path, raw, values: fault ? [] : values, ...(fault ? { fault } : {}) };
}

interface Texts {
  path: string | undefined;
  texts: string[];
}

/** The first place that says anything. */
function first(
  places: string | readonly string[],
  record: RecordNode,
  { html }: Pick<FieldRule, "html">,
): Texts {
  for (const path of [places].flat()) {
    const texts = nodesAt(record, path).map(textOfNode);
    if (texts.some((text) => cleanText(html ? wordsOfHtml(text) : text) !== "")) return { path, texts };
  }
  return { path: undefined, texts: [] };
}

function joined({ parts = [], join, html }: FieldRule, record: RecordNode): Texts {
  const found = parts.map((places) => first(places, record, { html }));
  const texts = found.map(({ texts: [text = ""] }) => cleanText(text)).filter((text) => text !== "");
  const path = found.flatMap((one) => one.path ?? []).join(" + ");
  if (texts.length === 0) return { path: undefined, texts: [] };
  // «12/» and «/QĐ-UBND» are written so as well.
  const text = texts.reduce(
    (all, part) => `${trimmed(all, join, "end")}${join}${trimmed(part, join, "start")}`,
  );
  return { path, texts: [text] };
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

const dateFields = new Set(["issuedOn", "effectiveFrom", "expiredOn", "receivedOn", "dueOn", "finishedOn"]);

function understood(
  text: string,
  { values, dates }: Pick<FieldRule, "values"> & { dates: readonly string[] | undefined },
): string | undefined {
  if (dates) return readDate(text, dates);
  if (!values) return text;
  const wanted = fold(text);
  const found = Object.entries(values).find(([written]) => fold(written) === wanted);
  return found?.[1] ?? ("*" in values ? values["*"] : undefined);
}

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
