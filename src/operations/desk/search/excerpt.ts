import { fold } from "../../../content-model/fold.ts";
import type { ExcerptPart } from "../../../editorial/desk-answers.ts";

/** Characters shown before the first word that was found, and in all. */
const before = 60;
const whole = 240;

/** The place of a text where what was looked for stands, with the words marked; its beginning where they stand elsewhere, or on demand. */
export function excerptOf(text: string, folded: readonly string[], fromBeginning = false): ExcerptPart[] {
  const plain = text
    .normalize("NFC")
    .replace(/[#*_>`|\\]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const found = occurrences(plain, folded);
  const at = fromBeginning ? 0 : bestPlace(found, folded);
  const start = at > before ? plain.indexOf(" ", at - before) + 1 : 0;
  const end =
    plain.length - start > whole ? Math.max(plain.lastIndexOf(" ", start + whole), start + 1) : plain.length;
  const parts: ExcerptPart[] = [];
  let done = start;
  for (const { from, to } of found.filter((one) => one.from >= start && one.to <= end)) {
    if (from > done) parts.push({ text: plain.slice(done, from) });
    parts.push({ text: plain.slice(from, to), found: true });
    done = to;
  }
  if (end > done) parts.push({ text: plain.slice(done, end) });
  const [first] = parts;
  if (first && start > 0) parts[0] = { ...first, text: `… ${first.text}` };
  if (end < plain.length) parts.push({ text: " …" });
  return parts;
}

interface Occurrence {
  from: number;
  to: number;
  word: number;
}

/** Where the words stand; the last one also as the beginning of a word. */
function occurrences(text: string, folded: readonly string[]): Occurrence[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const letters = fold(word);
    const which = folded.findIndex((one, place) =>
      place === folded.length - 1 ? letters.startsWith(one) : letters === one,
    );
    return which < 0 ? [] : [{ from: index, to: index + word.length, word: which }];
  });
}

/** The first place from which on most of the words follow closely. */
function bestPlace(found: readonly Occurrence[], folded: readonly string[]): number {
  let best = { at: 0, count: 0 };
  for (const [index, { from }] of found.entries()) {
    const near = new Set<number>();
    for (const one of found.slice(index)) {
      if (one.to > from + whole - before) break;
      near.add(one.word);
    }
    if (near.size > best.count) best = { at: from, count: near.size };
    if (best.count === folded.length) break;
  }
  return best.at;
}
