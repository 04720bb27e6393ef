import { lookupFile, lookupKeys, lookupPart, lookupTable } from "../content-model/document-lookup.ts";
import { compare } from "../foundation/compare.ts";
import type { DocumentEntry, SiteContent } from "./content.ts";
import { documentIndex } from "./document-index.ts";

/** From so many keys on, those that begin alike are cut by their next character: a file stays below thirty kilobytes. */
const mostInFile = 400;
/** How many are told of where there are more. */
const mostTold = 20;
/** From so many changed documents on, sorting all anew is quicker than putting each in its place. */
const worthSorting = 2000;

/** A document under one of its keys. */
interface Item {
  key: string;
  /** A bit for each place at which a word of the key ends. */
  ends: number;
  /** How far the key is the same as an earlier one of the document: under that much it is counted once. */
  again: number;
  entry: DocumentEntry;
}

/** The index of documents by number: all keys in order, and where they are cut into files. */
interface Lookup {
  documents: readonly DocumentEntry[];
  items: readonly Item[];
  cut: ReadonlySet<string>;
  /** The beginnings that have files. */
  parts: readonly string[];
}

const lookups = new WeakMap<readonly DocumentEntry[], Lookup>();
/** The last one of each site: the next one differs in a few documents. */
const latest = new Map<string, WeakRef<Lookup>>();

function lookupOf(site: SiteContent): Lookup {
  const documents = documentIndex(site).visible;
  const known = lookups.get(documents);
  if (known) return known;
  const items = itemsOf(documents, latest.get(site.id)?.deref());
  const lookup = { documents, items, ...cutInto(items) };
  lookups.set(documents, lookup);
  latest.set(site.id, new WeakRef(lookup));
  return lookup;
}

function itemsOf(documents: readonly DocumentEntry[], before: Lookup | undefined): readonly Item[] {
  const old = new Set(before?.documents);
  const added = documents.filter((entry) => !old.has(entry));
  if (!before || added.length > worthSorting) return documents.flatMap(keysOf).sort(inOrder);
  const present = new Set(documents);
  const kept = before.items.filter(({ entry }) => present.has(entry));
  return merged(kept, added.flatMap(keysOf).sort(inOrder));
}

const inOrder = (a: Item, b: Item) => compare(a.key, b.key) || compare(a.entry.file, b.entry.file);

function keysOf(entry: DocumentEntry): Item[] {
  const keys = lookupKeys(entry.data.number);
  return keys.map(({ key, ends }, at) => ({
    key,
    ends: ends.reduce((bits, end) => (end < 31 ? bits | (1 << end) : bits), 0),
    again: Math.max(-1, ...keys.slice(0, at).map((earlier) => commonLength(key, earlier.key))),
    entry,
  }));
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function merged(one: readonly Item[], other: readonly Item[]): Item[] {
  const all: Item[] = [];
  let at = 0;
  for (const item of one) {
    for (let next = other[at]; next && inOrder(next, item) < 0; next = other[++at]) all.push(next);
    all.push(item);
  }
  return all.concat(other.slice(at));
}

function cutInto(items: readonly Item[]): Pick<Lookup, "cut" | "parts"> {
  const cut = new Set<string>();
  const parts: string[] = [];
  const visit = (part: string, from: number, to: number) => {
    parts.push(part);
    if (to - from <= mostInFile) return;
    cut.add(part);
    // Those that end here come first.
    let begin = firstFrom(items, from, to, (key) => key.length > part.length);
    while (begin < to) {
      const next = (items[begin]?.key ?? "").slice(0, part.length + 1);
      const end = firstFrom(items, begin, to, (key) => !key.startsWith(next));
      visit(next, begin, end);
      begin = end;
    }
  };
  if (items.length > 0) visit("", 0, items.length);
  return { cut, parts };
}

/** The first place from which on all keys are so. */
function firstFrom(items: readonly Item[], from: number, to: number, isSo: (key: string) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(items[middle]?.key ?? "")) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What a file of the index holds. */
export interface DocumentPart {
  /** How many documents have keys that begin so. */
  count: number;
  /** All of them, or the first of too many. */
  documents: DocumentEntry[];
}

/** The documents whose keys begin so; undefined where the index has no such file. */
export function documentsUnder(site: SiteContent, part: string): DocumentPart | undefined {
  const { documents, items, cut } = lookupOf(site);
  if (lookupPart(cut, part) !== part) return undefined;
  // Nobody asks for everything.
  if (part === "" && cut.has(part)) return { count: documents.length, documents: [] };
  const from = firstFrom(items, 0, items.length, (key) => key >= part);
  const to = firstFrom(items, from, items.length, (key) => !key.startsWith(part));
  if (from === to) return undefined;
  const most = cut.has(part) ? mostTold : mostInFile;
  const first: Ranked[] = [];
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const { ends, again, entry } = items[at] as Item;
    if (again >= part.length) continue;
    count += 1;
    const rank = part.length < 31 && (ends >> part.length) & 1 ? 0 : 1;
    insert(first, { entry, rank }, most);
  }
  return { count, documents: first.map(({ entry }) => entry) };
}

/** Documents whose word ends where the beginning does are 0, others 1. */
interface Ranked {
  entry: DocumentEntry;
  rank: number;
}

/** Puts a document in its place among the first, newest first; there are never more than `most`. */
function insert(first: Ranked[], one: Ranked, most: number): void {
  const last = first[most - 1];
  if (last && bestFirst(one, last) >= 0) return;
  let place = first.length;
  while (place > 0 && bestFirst(one, first[place - 1] as Ranked) < 0) place -= 1;
  first.splice(place, 0, one);
  if (first.length > most) first.pop();
}

const bestFirst = (a: Ranked, b: Ranked) =>
  a.rank - b.rank ||
  compare(b.entry.data.issuedOn, a.entry.data.issuedOn) ||
  compare(a.entry.file, b.entry.file);

/** The beginnings that are cut further. */
export const cutParts = (site: SiteContent): string[] => [...lookupOf(site).cut];

/** The addresses of the index's files; a site without documents has none. */
export const lookupPaths = (site: SiteContent): string[] => lookupOf(site).parts.map(lookupFile);

/** The files of the index that may differ: those of the changed documents' keys, and what is cut otherwise than before. */
export function lookupCandidates(
  before: SiteContent,
  after: SiteContent,
  changed: ReadonlySet<DocumentEntry>,
): string[] {
  if (changed.size === 0) return [];
  const keys = [...changed].flatMap(({ data }) => lookupKeys(data.number));
  const sides = [lookupOf(before), lookupOf(after)] as const;
  const cutAnew = [...differences(sides[0].cut, sides[1].cut), ...differences(sides[1].cut, sides[0].cut)];
  return [
    lookupTable,
    ...sides.flatMap(({ cut, parts }) => [
      ...keys.flatMap(({ key }) => partsOf(cut, key).map(lookupFile)),
      ...cutAnew.flatMap((cutPart) => parts.filter((part) => part.startsWith(cutPart)).map(lookupFile)),
    ]),
  ];
}

function differences(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((part) => !other.has(part));
}

/** The beginnings of a key that have files. */
function partsOf(cut: ReadonlySet<string>, key: string): string[] {
  const longest = lookupPart(cut, key);
  return Array.from({ length: longest.length + 1 }, (_, length) => longest.slice(0, length));
}
