import { diffArrays, diffLines } from "diff";
import { parse } from "yaml";
import { fields, labelOf, type EntrySchema } from "../content-model/field.ts";
import { tokensOf } from "./tokens.ts";

/** A run of text that stayed, came or went. */
export interface Part {
  kind: "same" | "added" | "removed";
  text: string;
}

/** One field of an entry that a submission changes. */
export interface FieldChange {
  key: string;
  label: string;
  parts: Part[];
}

/** What a submission does to one entry. */
export interface EntryChanges {
  kind: "added" | "changed" | "removed";
  fields: FieldChange[];
  /** The body by paragraphs, in order, unchanged ones included. */
  body: Part[][];
}

/** Compares two versions of an entry's file word by word; a missing version means that the entry is new or goes. */
export function changesOf(
  schema: EntrySchema,
  before: string | undefined,
  after: string | undefined,
  show: (key: string, value: unknown) => string = (key, value) => showValue(schema, key, value),
): EntryChanges {
  const old = readEntry(before);
  const young = readEntry(after);
  const keys = [
    ...new Set([...Object.keys(schema.shape), ...Object.keys(old.data), ...Object.keys(young.data)]),
  ];
  return {
    kind: before === undefined ? "added" : after === undefined ? "removed" : "changed",
    fields: keys.flatMap((key) => {
      const [from, to] = [show(key, old.data[key]), show(key, young.data[key])];
      if (from === to) return [];
      const parts = isProse(schema, key) ? wordParts(from, to) : replacement(from, to);
      return [{ key, label: labelOf(schema, key), parts }];
    }),
    body: paragraphs(wordParts(old.body, young.body)),
  };
}

/** What a submission means for readers: a new piece, a piece that changes, or one that goes. */
export type Nature = "new" | "change" | "withdrawal";

/** Tells it from an entry's file on main, if it is there, and in the submission. */
export function natureOf(before: string | undefined, after: string | undefined): Nature {
  if (before === undefined) return "new";
  const wasGone = isTakenDown(before);
  const goes = after === undefined || isTakenDown(after);
  return goes && !wasGone ? "withdrawal" : "change";
}

/** Whether an entry's file says that readers are not to see it any more. */
export const isTakenDown = (text: string): boolean => readEntry(text).data["withdrawn"] === true;

/** What people call an entry: its title, or a document's number and what it is about; `""` where it has neither yet. */
export function entryName(data: Readonly<Record<string, unknown>>): string {
  const words = (key: string) => (typeof data[key] === "string" ? data[key] : "");
  return words("title") || [words("number"), words("excerpt")].filter(Boolean).join(": ");
}

/** One field of an entry's front matter, read as YAML; empty unless it is a text. */
export function textField(entry: string, key: string): string {
  const value = readEntry(entry).data[key];
  return typeof value === "string" ? value : "";
}

/** Compares two texts by words; by lines where they are so different that words would take too long. */
export function wordParts(before: string, after: string): Part[] {
  const words = diffArrays(tokensOf(before), tokensOf(after), { timeout: 800 }) as
    { added: boolean; removed: boolean; value: string[] }[] | undefined;
  const changes = words?.map((change) => ({ ...change, value: change.value.join("") }));
  return joinChanges(toParts(changes ?? diffLines(before, after)));
}

/** A line of a file that stayed, came or went; in one that others took the place of, the words that differ. */
export interface SourceLine {
  kind: Part["kind"];
  parts: Part[];
}

/** Compares two texts by lines, and lines that stand for each other by words, as the source view shows them. */
export function sourceLines(before: string, after: string): SourceLine[] {
  const parts = toParts(diffLines(before, after));
  return parts.flatMap((part, index) => {
    const [last, next] = [parts[index - 1], parts[index + 1]];
    if (part.kind === "removed" && next?.kind === "added") {
      const words = wordParts(part.text, next.text);
      return [...linesWithout("added", words), ...linesWithout("removed", words)];
    }
    if (part.kind === "added" && last?.kind === "removed") return [];
    return linesOf(part.kind, [{ kind: "same", text: part.text }]);
  });
}

/** One side of a comparison by words. */
function linesWithout(other: Part["kind"], words: readonly Part[]): SourceLine[] {
  return linesOf(
    other === "added" ? "removed" : "added",
    words.filter(({ kind }) => kind !== other),
  );
}

function linesOf(kind: Part["kind"], parts: readonly Part[]): SourceLine[] {
  const lines: SourceLine[] = [{ kind, parts: [] }];
  for (const part of parts) {
    part.text.split("\n").forEach((text, index) => {
      if (index > 0) lines.push({ kind, parts: [] });
      if (text) lines.at(-1)?.parts.push({ kind: part.kind, text });
    });
  }
  // The end of the last line begins no other.
  return lines.at(-1)?.parts.length === 0 ? lines.slice(0, -1) : lines;
}

function toParts(changes: readonly { added: boolean; removed: boolean; value: string }[]): Part[] {
  return changes.map(({ added, removed, value }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

/** Whether a field holds sentences, in which single words change; other values change as a whole. */
function isProse(schema: EntrySchema, key: string): boolean {
  const field = schema.shape[key];
  const widget = field && fields.get(field)?.widget;
  return widget === undefined || widget === "string" || widget === "text" || widget === "objects";
}

function replacement(before: string, after: string): Part[] {
  const parts: Part[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return parts.filter(({ text }) => text !== "");
}

/** Puts changed words together that only spaces part: «người dân» became «bà con», not «người» «bà» and «dân» «con». */
function joinChanges(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  let removed = "";
  let added = "";
  const flush = () => {
    joined.push(...replacement(removed, added));
    removed = added = "";
  };
  parts.forEach((part, index) => {
    const next = parts[index + 1];
    const isGap = /^[ \t]+$/.test(part.text) && next !== undefined && next.kind !== "same";
    if (part.kind === "same" && !(isGap && removed + added)) {
      flush();
      joined.push(part);
      return;
    }
    if (part.kind !== "added") removed += part.text;
    if (part.kind !== "removed") added += part.text;
  });
  flush();
  return joined;
}

/** Cuts compared text at its empty lines. */
function paragraphs(parts: readonly Part[]): Part[][] {
  const result: Part[][] = [[]];
  for (const { kind, text } of parts) {
    text.split(/\n[ \t]*\n+/).forEach((piece, index) => {
      if (index > 0) result.push([]);
      if (piece) result.at(-1)?.push({ kind, text: piece });
    });
  }
  return result.filter((paragraph) => paragraph.some(({ text }) => text.trim()));
}

/** The front matter and body of a file, however wrong its fields may be. */
export function readEntry(text: string | undefined): { data: Record<string, unknown>; body: string } {
  const [whole = "", head = ""] = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text ?? "") ?? [];
  return { data: readYaml(head), body: (text ?? "").slice(whole.length).trim() };
}

function readYaml(text: string): Record<string, unknown> {
  try {
    const data: unknown = parse(text);
    return typeof data === "object" && data !== null ? { ...data } : {};
  } catch {
    return { "": text };
  }
}

/** A value of front matter in words: what is chosen by its name in the form, days as people write them. */
export function showValue(schema: EntrySchema | undefined, key: string, value: unknown): string {
  const field = schema?.shape[key];
  const options = (field && fields.get(field)?.options) ?? [];
  return options.find((option) => option.value === value)?.label ?? shown(value);
}

function shown(value: unknown): string {
  if (value === undefined || value === null || value === false) return "";
  if (value === true) return "Có";
  if (Array.isArray(value)) return value.some(isForm) ? value.map(formLine).join("\n") : value.join(", ");
  if (typeof value !== "string") return JSON.stringify(value);
  return /^\d{4}-\d\d-\d\d$/.test(value) ? value.split("-").reverse().join("/") : value;
}

const isForm = (value: unknown) => typeof value === "object" && value !== null;

/** One small form of a list on a line of its own. */
function formLine(form: unknown): string {
  if (!isForm(form)) return String(form);
  return Object.values(form)
    .map(shown)
    .filter((text) => text !== "")
    .join(" · ");
}
