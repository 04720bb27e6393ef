import { fold } from "./fold.ts";
import { slugOf } from "./slug.ts";

/**
 * How documents are found by their numbers, in the store that makes the index and in the browser that reads it. A number is
 * entered under what it says from each of its words on, letters and digits alone: 12/2026/QĐ-UBND under `122026qdubnd`,
 * `2026qdubnd`, `qdubnd`, `ubnd`, and `12qdubnd` for those who leave the year out. What people type is the beginning of one.
 */
export interface LookupKey {
  key: string;
  /** Where words end in the key. */
  ends: readonly number[];
}

export function lookupKeys(number: string): LookupKey[] {
  const words = wordsOf(number);
  const parts = words.map((_, at) => words.slice(at));
  const [first, year] = words;
  if (
    first !== undefined &&
    year !== undefined &&
    /^\d/.test(first) &&
    /^\d{4}$/.test(year) &&
    words.length > 2
  )
    parts.push([first, ...words.slice(2)]);
  const keys = parts.map(keyOf).filter(({ key }) => key !== "");
  return keys.filter(({ key }, at) => keys.findIndex((other) => other.key === key) === at);
}

/** What somebody typed, as the keys are written: without accents, signs and leading zeros. */
export const plainNumber = (typed: string): string => keyOf(wordsOf(typed)).key;

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");

function keyOf(words: readonly string[]): LookupKey {
  const whole = words.join("");
  const key = whole.replace(/^0+/, "");
  let end = key.length - whole.length;
  return { key, ends: words.map((word) => (end += word.length)) };
}

/** Where the index begins: which beginnings are cut further, and all documents of a register that needs no more. */
export const lookupTable = "/van-ban/so.json";

/** The file of those whose keys begin so. */
export const lookupFile = (key: string): string =>
  key === "" ? lookupTable : `/van-ban/so/${key.slice(0, 2)}/${key}.json`;

/** The beginning whose file tells what begins with `key`; `cut` are those with files for each further character. */
export function lookupPart(cut: ReadonlySet<string>, key: string): string {
  let part = "";
  while (cut.has(part) && part.length < key.length) part = key.slice(0, part.length + 1);
  return part;
}

/** A document as the index tells of it. */
export interface LookupRecord {
  number: string;
  address: string;
  type: string;
  issuer: string;
  excerpt: string;
  issuedOn: string;
  effectiveFrom: string | undefined;
  expiredOn: string | undefined;
}

/** One file of the index. */
export interface LookupShard {
  /** How many documents have keys that begin so. */
  count: number;
  /** All of them, or the newest of more: those first whose word ends where the beginning does. */
  records: LookupRecord[];
  /** Of the table alone: the beginnings that are cut further. */
  cut: string[];
}

type Row = [number: string, day: string, type: string, issuer: string, excerpt: string, ...rest: string[]];

/** Written as rows without names: half the bytes, before and after compression. */
export function writeShard({ count, records, cut }: LookupShard): string {
  const rows = records.map((record): Row => {
    const { number, address, type, issuer, excerpt, issuedOn, effectiveFrom, expiredOn } = record;
    const row: Row = [number, issuedOn, type, issuer, excerpt];
    const rest = [
      effectiveFrom ?? "",
      expiredOn ?? "",
      address === addressOf(number, issuedOn) ? "" : address,
    ];
    while (rest.at(-1) === "") rest.pop();
    return [...row, ...rest];
  });
  return `${JSON.stringify({ count, rows, ...(cut.length > 0 ? { cut: cut.join(" ") } : {}) })}\n`;
}

export function readShard(text: string): LookupShard {
  const { count, rows, cut } = JSON.parse(text) as { count: number; rows: Row[]; cut?: string };
  return {
    count,
    cut: cut?.split(" ") ?? [],
    records: rows.map(([number, issuedOn, type, issuer, excerpt, from, until, address]) => ({
      ...{ number, issuedOn, type, issuer, excerpt },
      effectiveFrom: from === "" ? undefined : from,
      expiredOn: until === "" ? undefined : until,
      address: address ?? addressOf(number, issuedOn),
    })),
  };
}

/** Where most documents are: by their day and number. */
const addressOf = (number: string, issuedOn: string) => `/van-ban/${issuedOn.slice(0, 4)}/${slugOf(number)}`;

/**
 * The documents of a shard that begin with a key, best first: those of exactly this number, those whose word ends with it,
 * then the others; each newest first.
 */
export function recordsUnder(records: readonly LookupRecord[], key: string): LookupRecord[] {
  const ranked = records.flatMap((record) => {
    const keys = lookupKeys(record.number).filter((one) => one.key.startsWith(key));
    if (keys.length === 0) return [];
    const rank = keys.some((one) => one.key === key)
      ? 0
      : keys.some(({ ends }) => ends.includes(key.length))
        ? 1
        : 2;
    return [{ record, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank || (a.record.issuedOn < b.record.issuedOn ? 1 : -1))
    .map(({ record }) => record);
}

/** The beginnings of what was typed that may be a number: all of it, then from its first digit on (`Quyết định số 12/2026`). */
export function numbersIn(typed: string): string[] {
  const from = typed.search(/\d/);
  const keys = [plainNumber(typed), from > 0 ? plainNumber(typed.slice(from)) : ""];
  return [...new Set(keys)].filter((key) => key !== "");
}

/** Whether words that are looked for everywhere may be a document's number. */
export const mayBeNumber = (typed: string): boolean =>
  /\d/.test(typed) ? typed.length <= 60 : /^\S+[-/]\S+$/.test(typed.trim());
