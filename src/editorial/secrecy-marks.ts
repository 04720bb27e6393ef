import { recogniseLegacyText } from "./legacy-encoding.ts";

/** A mark by which a document says that it is a state secret. */
export interface SecrecyMark {
  /** As it stands in the text, on one line: «TỐI MẬT», «Độ mật: Mật», «12/BC-MẬT». */
  mark: string;
  /** Where in the text, counted in lines from 1. */
  line: number;
}

/**
 * The first secrecy mark in a text; undefined where there is none. A mark is what a stamp, a header or a document's number
 * says of the document itself. Sentences that speak of secrets, of honey («mật ong») or of codes («mật khẩu») are none.
 */
export function findSecrecyMark(text: string): SecrecyMark | undefined {
  return mayBearMark(text) ? searchedMark(text) : undefined;
}

/**
 * Whether a text could bear a mark at all, told in one pass: the letters of its words in Unicode, TCVN3 and VNI, or what could
 * become them.
 */
export const mayBearMark = (text: string): boolean => wordsOfMarks.test(text);

/** For who asks more of a text in the same pass. */
export const wordsOfMarks = /[\u0300-\u036f\u200b-\u200f\u2060\ufeff]|m\s*(?:ậ|ë|aä)|c\s+b[ì×]/i;

/** The same for any text, word by word: what `mayBearMark` excludes has none here either. */
export function searchedMark(text: string): SecrecyMark | undefined {
  const plain = cleaned(text);
  // Most texts have none of the words: that is told at once, and old encodings write none of them so.
  if (/m\s?ậ\s?t|bóc\s+bì/i.test(plain)) {
    const found = findInLines(plain);
    if (found) return found;
  }
  const old = recogniseLegacyText(plain);
  return old && findInLines(old.converted);
}

/** Without what is invisible, and composed, so that no mark hides behind it. */
const cleaned = (text: string) => text.replace(/[\u200b-\u200f\u2060\ufeff]/g, "").normalize("NFC");

function findInLines(text: string): SecrecyMark | undefined {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  for (const [at, line] of lines.entries()) {
    if (!/ậ|bì/i.test(line)) continue;
    const mark = markIn(line);
    if (mark !== undefined) return { mark: mark.replace(/\s+/g, " ").trim(), line: at + 1 };
  }
  return undefined;
}

function markIn(line: string): string | undefined {
  const said = (patterns: readonly RegExp[]) =>
    patterns.map((pattern) => pattern.exec(line)?.[0]).find((found) => found !== undefined);
  return said([label, number]) ?? stamp(line) ?? said([apart, envelope]);
}

const level = "(?:tuyệt\\s+mật|tối\\s+mật|mật)";
const end = "(?![\\p{L}\\p{M}])";
const start = "(?<![\\p{L}\\p{M}])";

/** «Độ mật: Tối mật», also as a field of front matter; «Độ mật: Không» is no mark, «mật độ» another word. */
const label = new RegExp(
  `${start}(?:mức\\s+)?độ\\s+(?:bảo\\s+)?mật["*_\`\\s|]*[:：=|–—-]["'«“*_\`\\s|]*(?:${level}|[abc](?=[\\s"'»”*_\`|.,;)]|$))${end}`,
  "iu",
);
/** A document's number that ends so: «12/BC-MẬT», «08/KH-UBND-TỐI MẬT», «45/BC-UBND (Mật)». */
const number = new RegExp(
  `${start}\\d{1,5}(?:[-/]\\d{4})?\\s?[-/][\\p{L}\\d.&/–-]*?(?:[-/–]\\s?${level}|\\s*[([]\\s*${level}\\s*[)\\]])${end}`,
  "iu",
);
/** On the envelope of a secret document. */
const envelope = /chỉ\s+người\s+có\s+tên\s+mới\s+được\s+bóc\s+bì/iu;

/** «(Tối mật)», and nothing but the mark in a line: as a sentence would not write it. */
const apart =
  /[([]\s*(?:Tối|Tuyệt)\s+mật\s*[)\]]|^[\s>#*_|"'«“([–—-]*(?:tối|tuyệt)\s+mật[\s*_|"'»”)\].–—-]*$/iu;

const stamps = new Set(
  ["", "TÀI LIỆU ", "VĂN BẢN ", "HỒ SƠ ", "CÔNG VĂN "].flatMap((before) =>
    ["MẬT", "TỐI MẬT", "TUYỆT MẬT"].map((mark) => before + mark),
  ),
);
/** Stamps have air between their letters. */
const airy = new RegExp(`${start}(?:T\\s+Ố\\s+I\\s+|T\\s+U\\s+Y\\s+Ệ\\s+T\\s+)?M\\s+Ậ\\s+T${end}`, "u");

/** A stamp: the mark in capitals and no more capitals beside it, as in «BẢO VỆ BÍ MẬT NHÀ NƯỚC». */
function stamp(line: string): string | undefined {
  if (!line.includes("Ậ")) return undefined;
  // What is not a letter or one space ends a phrase; so does a word that is not in capitals.
  const phrases = line
    .split(/[^\p{L}\p{M} ]+|\s{3,}/u)
    .flatMap((phrase) => phrase.split(/(?:^|\s)(?=[^\s]*\p{Ll})[^\s]+/u));
  return (
    phrases.map((phrase) => phrase.trim().replace(/\s+/g, " ")).find((phrase) => stamps.has(phrase)) ??
    airy.exec(line)?.[0]
  );
}
