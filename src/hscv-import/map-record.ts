import { fold } from "../content-model/fold.ts";
import { remembered } from "../foundation/remembered.ts";
import { cleanText, wordsOfHtml } from "./clean-text.ts";
import type { Profile } from "./profile.ts";
import { readDate } from "./read-date.ts";
import { rulesFor, type ReadyAttachment, type ReadyRule } from "./ready-rules.ts";
import { nodesAt, textOfNode, wholeTextOf, type Place, type RecordNode } from "./record-tree.ts";

/** What a profile makes of one field. */
export interface MappedField {
  name: string;
  /** Where it was found; undefined where what stands for nothing is its value. */
  path: string | undefined;
  /** As it stands in the source. */
  raw: string;
  /** As it is understood; several for a list. */
  values: string[];
  /** It is a date, and the profile does not say how dates are written. */
  guessed: boolean;
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
  /** Those that were found. */
  fields: ReadonlyMap<string, MappedField>;
  attachments: readonly MappedAttachment[];
}

/** Reads a well-formed record by a profile. */
export function mapRecord(record: RecordNode, profile: Profile): MappedRecord {
  const { fields: rules, attachments } = rulesFor(profile, record);
  const fields = new Map<string, MappedField>();
  for (const rule of rules) {
    const field = mapField(rule, record);
    if (field) fields.set(rule.name, field);
  }
  return {
    node: record,
    fields,
    attachments: attachments.length === 0 ? [] : attachments.flatMap((rule) => attachmentsIn(record, rule)),
  };
}

/** The one value of a field; `""` where there is none. */
export function valueOf({ fields }: MappedRecord, name: string): string {
  return fields.get(name)?.values[0] ?? "";
}

/**
 * How the dates of a record are written, where its profile does not say: `month` for one that exists only with the month first,
 * `either` for one that is another day then.
 */
export function orderOfDates({ fields }: MappedRecord): { day: number; month: number; either: boolean } {
  const found = { day: 0, month: 0, either: false };
  for (const { guessed, raw } of fields.values()) {
    if (!guessed || raw === "") continue;
    const order = orderOf(raw);
    if (order === "either") found.either = true;
    else if (order !== undefined) found[order] += 1;
  }
  return found;
}

const orderOf = remembered(
  (date): "day" | "month" | "either" | undefined => {
    const [, first = 0, second = 0] = startOfDate.exec(date)?.map(Number) ?? [];
    if (first > 12 && second <= 12) return "day";
    if (second > 12 && first >= 1 && first <= 12) return "month";
    return first === second ? undefined : "either";
  },
  { longest: 40 },
);

const startOfDate = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*\d{4}/;

/** What a rule finds in a record; undefined where there is nothing, and nothing that stands for it. */
function mapField(rule: ReadyRule, record: RecordNode): MappedField | undefined {
  const { name, split, dates, standard, guesses: guessed } = rule;
  const { path, texts, clean } = rule.parts
    ? joined(rule, record)
    : (rule.every ? all : first)(rule.places, record, rule);
  if (path === undefined && standard === undefined) return undefined;
  const raw = texts.length === 1 ? (texts[0] ?? "") : texts.join("; ");
  const items =
    split === undefined
      ? clean
      : texts.flatMap((text) => text.split(split)).map((text) => wordsOf(text, rule));
  const values = saidIn(items, rule).map((text) => (dates ? readDate(text, dates) : meant(text, rule)));
  const refuse = (fault: "date" | "value" | "several") => ({ name, path, raw, values: [], guessed, fault });
  if (!areUnderstood(values)) return refuse(dates ? "date" : "value");
  if (rule.single && values.length > 1 && values.some((value) => value !== values[0]))
    return refuse("several");
  return { name, path, raw, values, guessed };
}

const areUnderstood = (values: (string | undefined)[]): values is string[] => !values.includes(undefined);

/** What a profile takes of each item; what stands for nothing where none says anything. */
function saidIn(items: readonly string[], rule: ReadyRule): readonly string[] {
  const texts = items.map((item) => taken(item, rule));
  const said = texts.includes("") ? texts.filter((text) => text !== "") : texts;
  return said.length === 0 && rule.standard !== undefined ? [rule.standard] : said;
}

interface Texts {
  path: string | undefined;
  /** As they stand in the record, and as they are read. */
  texts: readonly string[];
  clean: readonly string[];
}

const nowhere: Texts = { path: undefined, texts: [], clean: [] };

const wordsOf = (text: string, { html }: { html: boolean }): string =>
  cleanText(html ? wordsOfHtml(text) : text);

/** Every place that says anything, as one. */
function all(places: readonly Place[], record: RecordNode, rule: { html: boolean }): Texts {
  const found = places.map((place) => first([place], record, rule)).filter((one) => one !== nowhere);
  if (found.length < 2) return found[0] ?? nowhere;
  return {
    path: found.flatMap(({ path = [] }) => path).join(" + "),
    texts: found.flatMap(({ texts }) => texts),
    clean: found.flatMap(({ clean }) => clean),
  };
}

/** The first place that says anything. */
function first(places: readonly Place[], record: RecordNode, rule: { html: boolean }): Texts {
  for (const place of places) {
    const nodes = nodesAt(record, place);
    const [only] = nodes;
    if (only === undefined) continue;
    // Nearly always there is one, with nothing but text in it.
    if (nodes.length === 1 && typeof only === "string" && !rule.html) {
      const text = cleanText(only);
      if (text !== "") return { path: place.path, texts: [only], clean: [text] };
      continue;
    }
    const texts = nodes.map((node) => textOfNode(node) || (rule.html ? wholeTextOf(node) : ""));
    const clean = texts.map((text) => wordsOf(text, rule));
    if (clean.some((text) => text !== "")) return { path: place.path, texts, clean };
  }
  return nowhere;
}

function joined(rule: ReadyRule, record: RecordNode): Texts {
  const { parts = [], join } = rule;
  const found = parts.map((places) => first(places, record, rule));
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

function taken(text: string, { pattern, without }: ReadyRule): string {
  const shorter = without === undefined ? text : cleanText(text.replace(without, " "));
  if (pattern === undefined) return shorter;
  const match = pattern.exec(shorter.slice(0, mostMatched));
  return cleanText(match?.[1] ?? match?.[0] ?? "");
}

/** A pattern of a profile is tried on no longer text. */
const mostMatched = 4000;

const meant = (text: string, { meanings, others }: ReadyRule): string | undefined =>
  meanings ? (meanings.get(fold(text)) ?? others) : text;

function attachmentsIn(record: RecordNode, rule: ReadyAttachment): MappedAttachment[] {
  let nodes: readonly RecordNode[] = [];
  for (const place of rule.each) {
    nodes = nodesAt(record, place);
    if (nodes.length > 0) break;
  }
  if (nodes.length === 0) return [];
  return nodes.flatMap((node) => {
    const read = (field: ReadyRule | undefined) => (field ? (mapField(field, node)?.values[0] ?? "") : "");
    const attachment = {
      url: read(rule.url),
      data: bytesIn(rule.data, node),
      name: read(rule.name),
      label: read(rule.label),
      sha256: read(rule.sha256).toLowerCase(),
    };
    return attachment.url === "" && attachment.data === "" && attachment.name === "" ? [] : [attachment];
  });
}

/** Base64 as it stands: it is no text to be cleaned. */
function bytesIn(rule: ReadyRule | undefined, node: RecordNode): string {
  const texts = (rule?.places ?? []).flatMap((place) => nodesAt(node, place).map(textOfNode));
  return (texts.find((text) => text.trim() !== "") ?? "").trim();
}
