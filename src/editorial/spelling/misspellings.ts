import { confusions } from "./confusions.ts";
import { isSyllable, readSyllable, spellings } from "./syllable.ts";

/** A word that Vietnamese does not have, or a phrase of two words that are often mixed up. */
export interface Misspelling {
  written: string;
  /** What was probably meant, where that is plain. */
  meant: string | undefined;
}

/**
 * The words of a text that are probably misspelt, each once. Names, foreign words and abbreviations are left alone: only
 * words in small letters with a Vietnamese letter are judged, and the first word of a sentence where its mistake is plain.
 * `known`: words of the portal's own dictionary, in small letters.
 */
export function findMisspellings(text: string, known: ReadonlySet<string> = none): Misspelling[] {
  const found = new Map<string, Misspelling>();
  const add = (written: string, meant: string | undefined) => {
    if (!found.has(written)) found.set(written, { written, meant });
  };
  for (const { 0: word, index } of text.matchAll(words)) {
    if (!/[^\0-\x7f]/.test(word) || word.length < 2 || word.length > longestWord) continue;
    const lower = word.toLowerCase();
    if (isSyllable(lower) || known.has(lower)) continue;
    if (word === lower) {
      if (!isForeign(word) && !isLoan(word)) add(word, suggest(word));
    } else if (isCapitalised(word) && startsSentence(text, index)) {
      const meant = isForeign(lower) ? undefined : suggest(lower);
      if (meant !== undefined) add(word, meant.charAt(0).toUpperCase() + meant.slice(1));
    }
  }
  for (const { 0: phrase } of text.matchAll(confused)) {
    const lower = phrase.toLowerCase().replace(/\s+/g, " ");
    if (!known.has(lower)) add(phrase, confusions.get(lower));
  }
  return [...found.values()];
}

/** No loan is longer; what is, is no word. */
const longestWord = 24;

const none: ReadonlySet<string> = new Set();
const words = /[\p{L}\p{M}]+/gu;
const confused = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[...confusions.keys()].map((phrase) => phrase.replaceAll(" ", "\\s+")).join("|")})(?![\\p{L}\\p{M}])`,
  "giu",
);

const isCapitalised = (word: string) =>
  word.slice(1) === word.slice(1).toLowerCase() && word.charAt(0) !== word.charAt(0).toLowerCase();
const startsSentence = (text: string, at: number) =>
  /(?:^|[.!?…:]\s|\n)[\s"“«*_#>-]*$/.test(text.slice(Math.max(0, at - 12), at));

/** A letter that Vietnamese words do not have. */
const isForeign = (word: string) =>
  /[fjwzç-ïñöøûüý-ÿ]/.test(word.replace(/[èéêìíòóôõùúý]/g, "")) ||
  /[^\0-\x7fàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]/.test(word);

/**
 * A loan written as one word: `kilômét`, `ôtô`. Its syllables begin with consonants and have no tone but sắc, which tells
 * it from two words with no space between them («củangười»).
 */
function isLoan(word: string): boolean {
  if (/[\u0300\u0309\u0303\u0323]/.test(word.normalize("NFD"))) return false;
  return splits(word, 2) || splits(word, 3);
}

function splits(word: string, parts: number): boolean {
  if (parts === 1)
    return isSyllable(word) || /^[bcdfghjklmnpqrstvwxz]{0,3}[aeiouy]{1,2}[bcdfghklmnpqrstvx]?$/.test(word);
  for (let at = 1; at < word.length; at += 1) {
    const rest = word.slice(at);
    if (!/^[aăâeêioôơuưyáắấéếíóốớúứý]/.test(rest) && splits(word.slice(0, at), 1) && splits(rest, parts - 1))
      return true;
  }
  return false;
}

/** The word that one common slip of the hand made this of; undefined where several or none would do. */
export function suggest(word: string): string | undefined {
  const tries = [
    word,
    ...slips.flatMap(([wrong, right]) =>
      wrong.test(word.normalize("NFD")) ? [mend(word, wrong, right)] : [],
    ),
  ];
  for (const one of tries) {
    const syllable = readSyllable(one);
    const meant = syllable && spellings(syllable)[0];
    if (meant !== undefined && meant !== word) return meant;
  }
  return twoWords(word);
}

/** Works on letters whose tones stand apart, so that a slip is one whatever the tone. */
const mend = (word: string, wrong: RegExp, right: string) =>
  word.normalize("NFD").replace(wrong, right).normalize("NFC");

const tone = "([\u0300\u0301\u0303\u0309\u0323]?)";
/** Typed too early or too late: `uơ` and `ưo` for ươ, `iê` without its hat, `ngh` where ng belongs. */
const slips: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`u${tone}o\u031b`), "u\u031b$1o\u031b"],
  [new RegExp(`u\u031b${tone}o(?!\u031b)`), "u\u031b$1o\u031b"],
  [/^ngh(?![eiy])/, "ng"],
  [/^ng(?=[eiy])/, "ngh"],
  [/^gh(?![eiy])/, "g"],
  [/^g(?=e)/, "gh"],
  [/^c(?=[eiy])/, "k"],
  [/^k(?![eiyh])/, "c"],
  [new RegExp(`i${tone}e(?!\u0302)`), "i$1e\u0302"],
  [new RegExp(`y${tone}e(?!\u0302)`), "y$1e\u0302"],
  [new RegExp(`u${tone}o(?![\u0302\u031b])`), "u$1o\u0302"],
  [/^q(?!u)/, "qu"],
];

/** Two words with no space between them, if there is one way to part them. */
function twoWords(word: string): string | undefined {
  const ways: string[] = [];
  for (let at = 2; at <= word.length - 2; at += 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (isSyllable(first) && isSyllable(second) && /[^\0-\x7f]/.test(first + second))
      ways.push(`${first} ${second}`);
  }
  return ways.length === 1 ? ways[0] : undefined;
}
