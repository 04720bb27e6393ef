import { remembered } from "../foundation/remembered.ts";
import { isSyllable } from "./spelling/syllable.ts";

/**
 * The two ways in which Vietnamese was written before Unicode, with fonts that showed other letters than those typed:
 * TCVN 5712 (fonts such as .VnTime) and VNI (VNI-Times). Texts of those days still are pasted: «TØnh» for «Tỉnh».
 */
export type LegacyEncoding = "TCVN3" | "VNI";

/** What a text in an old encoding says. */
export interface LegacyText {
  /** The one of most of its words. */
  encoding: LegacyEncoding;
  /** The whole text in Unicode, NFC; what was in Unicode already is left as it is. */
  converted: string;
  /** The first words that gave it away, as they stand and as they are meant. */
  examples: readonly { written: string; meant: string }[];
}

/** Recognises text in an old encoding, also where only some of its lines or words are; undefined where there is none. */
export function recogniseLegacyText(text: string): LegacyText | undefined {
  if (!mayBeOld(text)) return undefined;
  const counts: Record<LegacyEncoding, number> = { TCVN3: 0, VNI: 0 };
  const examples = new Map<string, string>();
  const lines = (text.includes("\n") ? text.split(/(?<=\n)/) : [text]).map((line) => {
    const old = judgeLine(line);
    if (!old) return line;
    counts[old.encoding] += old.proof.length;
    for (const written of old.proof)
      if (examples.size < mostExamples) examples.set(written, convertLegacy(written, old.encoding));
    return line.replace(anyWord, (word) => (old.isOld(word) ? convertLegacy(word, old.encoding) : word));
  });
  if (examples.size === 0) return undefined;
  return {
    encoding: counts.TCVN3 >= counts.VNI ? "TCVN3" : "VNI",
    converted: lines.join("").normalize("NFC"),
    examples: [...examples].map(([written, meant]) => ({ written, meant })),
  };
}

const mostExamples = 5;

/** Text known to be in an old encoding, a paragraph in an old font for instance, as Unicode. `capitals`: the font showed capitals alone. */
export function convertLegacy(
  text: string,
  encoding: LegacyEncoding,
  { capitals = false }: { capitals?: boolean } = {},
): string {
  const { pattern, letters } = tables[encoding];
  const converted = text.replace(pattern, (code) => letters.get(code) ?? code).normalize("NFC");
  return capitals ? converted.toUpperCase() : converted;
}

/** What a font's name tells of text set in it: `.VnTimeH` is TCVN3 shown in capitals, `VNI-Times` is VNI; undefined for any other. */
export function encodingOfFont(font: string): { encoding: LegacyEncoding; capitals: boolean } | undefined {
  const name = font.trim();
  if (/^\.vn/i.test(name)) return { encoding: "TCVN3", capitals: /[a-z]H\b/.test(name) };
  if (/^vni[- ]/i.test(name)) return { encoding: "VNI", capitals: false };
  return undefined;
}

/** Letters and the signs of Latin-1 that old fonts showed as letters. */
const anyWord = /[\p{L}\p{M}\u00a1-\u00ff]+/gu;
/** Letters that neither encoding can hold: a word with one is in Unicode. */
const modern = /[^\0-\u00ff]/;
const beyondAscii = /[\u00a1-\u00ff]/;

interface OldLine {
  encoding: LegacyEncoding;
  /** Words that are Vietnamese once converted and not as they stand. */
  proof: string[];
  isOld: (word: string) => boolean;
}

/**
 * Judges a line by its words: is it Vietnamese as it stands, or only once converted? A lone word proves little, since
 * «thé» or «Caïn» may be what somebody is called, unless the line has nothing else in it.
 */
function judgeLine(line: string): OldLine | undefined {
  if (!mayBeOld(line)) return undefined;
  const words = (line.match(anyWord) ?? []).filter((word) => beyondAscii.test(word));
  const judged = words.filter((word) => !modern.test(word));
  const asTheyStand = judged.filter(isVietnamese).length;
  const [best] = (["TCVN3", "VNI"] as const)
    .map((encoding) => {
      const meant = judged.filter((word) => isVietnamese(convertLegacy(word, encoding)));
      return { encoding, meant, proof: meant.filter((word) => /[a-z]/i.test(word) && !isVietnamese(word)) };
    })
    .sort((a, b) => b.proof.length - a.proof.length);
  if (!best) return undefined;
  const { encoding, meant, proof } = best;
  const nothingElse = proof.length === 1 && meant.length === words.length && /\S\s+\S/.test(line);
  if (proof.length < 2 && !nothingElse) return undefined;
  // Beside words in Unicode, what is Vietnamese as it stands is left so.
  const wholeLine = meant.length > asTheyStand && judged.length === words.length;
  const isOld = (word: string) =>
    beyondAscii.test(word) &&
    !modern.test(word) &&
    isVietnamese(convertLegacy(word, encoding)) &&
    (wholeLine || !isVietnamese(word));
  return { encoding, proof, isOld };
}

/** Whether a text has a word that could be in an old encoding at all; most have none. Letter by letter, as every text is asked. */
function mayBeOld(line: string): boolean {
  if (!beyondAscii.test(line)) return false;
  let start = -1;
  let latin = false;
  let isModern = false;
  for (let at = 0; at <= line.length; at += 1) {
    const code = at < line.length ? line.charCodeAt(at) : 0;
    const inLatin = code > 0xa0 && code < 0x100;
    const inModern = (code >= 0x100 && code < 0x370) || (code >= 0x1e00 && code < 0x1f00);
    if (inLatin || inModern || (code > 0x40 && code < 0x5b) || (code > 0x60 && code < 0x7b)) {
      if (start < 0) start = at;
      latin ||= inLatin;
      isModern ||= inModern;
      continue;
    }
    // Letters of other writing: whoever knows what a letter is must look.
    if (code >= 0x370 && (code < 0x2000 || code > 0x206f)) return beyondAscii.test(line);
    if (start >= 0 && latin && !isModern && isStrange(line.slice(start, at))) return true;
    start = -1;
    latin = false;
    isModern = false;
  }
  return false;
}

const isStrange = remembered((word) => !isVietnamese(word), { longest: 20, most: 20_000 });

const isVietnamese = (word: string) => isSyllable(word.toLowerCase().normalize("NFC"));

/** What an old text has in place of each letter, and the pattern that finds all of it. */
interface Table {
  letters: ReadonlyMap<string, string>;
  pattern: RegExp;
}

const tables: Readonly<Record<LegacyEncoding, Table>> = { TCVN3: tcvn3(), VNI: vni() };

/** TCVN 5712:1993, the part that fonts of the name .Vn… hold: one sign of Latin-1 for each letter. */
function tcvn3(): Table {
  const codes = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢£¤¥¦§";
  const letters = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂÊÔƠƯĐ";
  return tableOf(Array.from(codes, (code, at): [string, string] => [code, letters.charAt(at)]));
}

/** VNI for Windows: a letter, and behind it a sign for its marks; đ, ơ, ư, i and ỵ have signs of their own. */
function vni(): Table {
  const [grave, acute, hook, tilde, dot] = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"] as const;
  const [circumflex, breve] = ["\u0302", "\u0306"] as const;
  const tones = { ø: grave, ù: acute, û: hook, õ: tilde, ï: dot };
  const hatted = { â: "", à: grave, á: acute, å: hook, ã: tilde, ä: dot };
  const cupped = { ê: "", è: grave, é: acute, ú: hook, ü: tilde, ë: dot };
  const marked = (letter: string, marks: object, under = "") =>
    Object.entries(marks).map(([code, mark]): [string, string] => [
      letter + code,
      letter + under + String(mark),
    ]);
  const horned = (code: string, letter: string) =>
    Object.entries({ ...tones, "": "" }).map(([sign, mark]): [string, string] => [
      code + sign,
      letter + mark,
    ]);
  const small = [
    ...["a", "e", "o", "u", "y"].flatMap((letter) => marked(letter, tones)),
    ...["a", "e", "o"].flatMap((letter) => marked(letter, hatted, circumflex)),
    ...marked("a", cupped, breve),
    ...horned("ô", "ơ"),
    ...horned("ö", "ư"),
    ...Object.entries({ ñ: "đ", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" }),
  ];
  return tableOf(
    small.flatMap(([code, letter]): [string, string][] => {
      const capital = letter.toUpperCase();
      const [first = "", sign = ""] = code;
      return [
        [code, letter],
        [code.toUpperCase(), capital],
        ...(sign ? [[first.toUpperCase() + sign, capital] satisfies [string, string]] : []),
      ];
    }),
  );
}

function tableOf(pairs: readonly [code: string, letter: string][]): Table {
  const letters = new Map(pairs.map(([code, letter]) => [code, letter.normalize("NFC")]));
  // The longest first: `ôù` is one letter.
  const codes = [...letters.keys()].sort((a, b) => b.length - a.length);
  return { letters, pattern: new RegExp(codes.join("|"), "g") };
}
