import { setImmediate } from "node:timers/promises";
import { fold } from "../content-model/fold.ts";
import type { Content, NewsEntry } from "../content-store/content.ts";
import { shortDay, vietnamDay } from "../foundation/vietnam-time.ts";
import type { Finding } from "./finding.ts";

const twoYears = 2 * 365 * 24 * 3_600_000;
/** How much two articles share: of the sketches of title and summary before their texts are compared, and then of those. */
const alike = 0.3;
const same = 0.6;

const readAtOnce = 500;

/**
 * Articles that readers have had already, in the last two years: the same title, or much the same text. Advice, since a yearly
 * notice may well say the same. `compared` hears what the article was compared as, and the file of the one that is the same.
 */
export async function checkDuplicates(
  file: string,
  site: string,
  content: Content,
  compared: (as: Fingerprint, same: string | undefined) => void = () => undefined,
): Promise<Finding[]> {
  const home = content.sites.get(site);
  const entry = [...(home?.news ?? []), ...(home?.scheduled ?? [])].find((one) => one.file === file);
  if (!home || !entry) return [];
  const since = content.at.getTime() - twoYears;
  const own = fingerprint(entry);
  const near: { other: NewsEntry; isTitle: boolean }[] = [];
  let read = 0;
  for (const other of [...home.scheduled, ...home.news]) {
    if (other === entry || Date.parse(other.data.date) < since) continue;
    // After a start all of them are new: others must have their turn meanwhile.
    if (!known.has(other) && ++read % readAtOnce === 0) await setImmediate();
    if (resembles(own, other)) near.push({ other, isTitle: fingerprint(other).title === own.title });
  }
  const text = shingles(near.length > 0 ? home.body(entry) : "");
  const found = near.find(
    ({ other, isTitle }) => isTitle || overlap(text, shingles(home.body(other))) >= same,
  );
  compared(own, found?.other.file);
  if (!found) return [];
  const { title, date } = found.other.data;
  const what = found.isTitle ? "Trùng tiêu đề" : "Nội dung gần giống";
  return [
    {
      level: "advise",
      file,
      field: found.isTitle ? "title" : "body",
      label: found.isTitle ? "Tiêu đề" : "Nội dung",
      message: `${what} với bài «${title}» ngày ${shortDay(vietnamDay(new Date(date)))}.`,
      remedy: "Nếu là một tin, hãy sửa bài đã có; nếu là tin mới, đổi tiêu đề cho người đọc phân biệt.",
    },
  ];
}

/** What an article is compared by first. */
export interface Fingerprint {
  title: string;
  /** The smallest of the hashes of each two words that stand together in title and summary, in order. */
  sketch: Int32Array;
}

/** Hashes in a sketch: two texts share about as much of their sketches as of their words. */
const sketched = 24;

/** Entries that have not changed are the same objects from one content to the next: each is read once. */
const known = new WeakMap<NewsEntry, Fingerprint>();

function fingerprint(entry: NewsEntry): Fingerprint {
  const found = known.get(entry);
  if (found) return found;
  const { title, summary } = entry.data;
  const words = folded(title);
  const made = { title: words.join(" "), sketch: sketchOf([...words, ...folded(summary)]) };
  known.set(entry, made);
  return made;
}

/** Whether two articles are alike enough for their texts to be compared. */
export function resembles(own: Fingerprint, other: NewsEntry): boolean {
  const theirs = fingerprint(other);
  return theirs.title === own.title || shared(own.sketch, theirs.sketch) >= alike;
}

function sketchOf(words: readonly string[]): Int32Array {
  const hashes = new Set<number>();
  let before = 0;
  for (const word of words) {
    const hash = hashOf(word);
    hashes.add(Math.imul(before ^ (hash >>> 15), 0x9e3779b1) ^ hash);
    before = hash;
  }
  return Int32Array.from(hashes).sort().slice(0, sketched);
}

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** What part of the shorter of two sketches both have. */
function shared(one: Int32Array, other: Int32Array): number {
  let [left, right, common] = [0, 0, 0];
  while (left < one.length && right < other.length) {
    const [a = 0, b = 0] = [one[left], other[right]];
    if (a === b) common += 1;
    if (a <= b) left += 1;
    if (b <= a) right += 1;
  }
  return common / Math.max(8, Math.min(one.length, other.length));
}

/** Words as a hurried eye takes them. */
const folded = (text: string): string[] => fold(text).match(/[a-z0-9]+/g) ?? [];

const shingles = (text: string) => runs(folded(text), 5);

function runs(words: readonly string[], length: number): Set<string> {
  const found = new Set<string>();
  for (let at = 0; at + length <= words.length; at += 1) found.add(words.slice(at, at + length).join(" "));
  return found;
}

/** What part of the smaller set the other has as well; nothing of what is too short to tell. */
function overlap(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (small.size < 8) return 0;
  let common = 0;
  for (const run of small) if (large.has(run)) common += 1;
  return common / small.size;
}
