/** What kind of private fact a number or address is. */
export type PersonalDataKind = "identity" | "passport" | "mobile" | "account" | "mail";

/** A private fact that stands in a text. */
export interface PersonalData {
  kind: PersonalDataKind;
  /** As it stands. */
  written: string;
  /** Without spaces and dots, by which the same fact is known again however it is written. */
  value: string;
  /** Where it begins, in characters. */
  at: number;
}

/**
 * The private facts in a text: numbers of identity cards and passports, private mobile numbers, bank accounts, private
 * mail addresses. What an office makes known is none: landlines, its own mail, numbers called a hotline.
 */
export function findPersonalData(text: string): PersonalData[] {
  if (!mayHold.test(text)) return [];
  const found: PersonalData[] = [];
  for (const { kind, pattern, isMeant } of rules) {
    for (const match of text.matchAll(pattern)) {
      const written = match[0].trim();
      const value = kind === "mail" ? written.toLowerCase() : digitsOf(written);
      const at = match.index + match[0].indexOf(written);
      const taken = found.some(
        (other) => at < other.at + other.written.length && other.at < at + written.length,
      );
      const end = at + written.length;
      const isAmount = kind !== "mail" && amount.test(text.slice(end, end + 12));
      if (!taken && !isAmount && isMeant(value, text.slice(Math.max(0, at - reach), at)))
        found.push({ kind, written, value, at });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Every private number has six digits with little between them. */
const mayHold = /\d(?:[ .-]?\d){5}|@/;

/** How far before a number the word may stand that says what it is, in characters. */
const reach = 70;

/** What follows a number that counts something. */
const amount = /^\s*(?:đồng|đ\b|triệu|tỷ|tỉ|nghìn|lượt|tài khoản|người|hộ\b|m2|m²|m3|m³|ha\b|tấn|%)/iu;

interface Rule {
  kind: PersonalDataKind;
  pattern: RegExp;
  /** Whether what was found is private, by itself and by what stands before it. */
  isMeant: (value: string, before: string) => boolean;
}

/** Digits in one number, with at most one space, dot or hyphen between two of them, and no other number beside it. */
const number = (digits: string) =>
  new RegExp(`(?<![\\d\\p{L}/.,-])(?<!\\d[ .])${digits}(?![\\d\\p{L}/])(?![ .,-]\\d)`, "gu");

const rules: readonly Rule[] = [
  {
    kind: "account",
    pattern: number("\\d(?:[ .-]?\\d){5,18}"),
    isMeant: (_, before) => named(before, accountWords),
  },
  { kind: "identity", pattern: number("0\\d{2}([ .]?)\\d{3}\\1\\d{3}\\1\\d{3}"), isMeant: isCitizenNumber },
  {
    kind: "identity",
    pattern: number("\\d{3}([ .]?)\\d{3}\\1\\d{3}"),
    isMeant: (_, before) => named(before, identityWords),
  },
  {
    kind: "passport",
    pattern: /(?<![\p{L}\d])[A-Z]\d{7,8}(?![\p{L}\d])/gu,
    isMeant: (_, before) => named(before, passportWords),
  },
  {
    kind: "mobile",
    pattern: number("(?:\\+?84[ .-]?\\(?0?\\)?|\\(?0)[35789]\\)?(?:[ .-]?\\d){8}"),
    isMeant: (value, before) => isMobile(value) && !named(before, publicWords),
  },
  {
    kind: "mail",
    pattern:
      /(?<![\w.+-])[\w.+-]+@(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|proton|protonmail|aol|zoho|yandex)\.[a-z.]{2,6}(?![\w-])/giu,
    isMeant: (_, before) => !named(before, publicWords),
  },
];

const digitsOf = (text: string) => text.replace(/[^\dA-Z]/g, "");

/** Words in the same sentence that say what a number is. */
function named(before: string, words: RegExp): boolean {
  const sentence = before.split(/[.!?;\n](?=\s|$)/).at(-1) ?? "";
  return words.test(sentence);
}

const identityWords = /\b(?:CMND|CMT|CCCD|CMTND)\b|chứng minh (?:nhân dân|thư)|căn cước|định danh cá nhân/iu;
const passportWords = /hộ chiếu|passport/iu;
/** Words that end where the number of an account begins. */
const accountWords =
  /(?:\bSTK\b|số\s+(?:tài\s+khoản|TK\b)|tài\s+khoản(?:\s+[\p{L}\s]{0,40})?\s+số|tài\s+khoản[^\d:]{0,50}:|\bTK\s*:)[^\d]{0,40}$/iu;
/** Who is to be called by everybody. */
const publicWords =
  /đường\s+dây\s+nóng|hotline|tổng\s+đài|trực\s+ban|số\s+trực|điện\s+thoại\s+trực|trực\s+(?:24|cứu|cấp|phòng)|cứu\s+hộ|cấp\s+cứu/iu;

/** The codes of the places of birth's registration: provinces by the order of 1999 to 2025, which numbers keep for life. */
const provinces = new Set(
  (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 " +
    "044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 " +
    "089 091 092 093 094 095 096"
  ).split(" "),
);

/** A number of Decree 137/2015: province, century and sex, year of birth, six digits. */
function isCitizenNumber(value: string, before: string): boolean {
  if (named(before, identityWords)) return true;
  const [century, year] = [Number(value[3]), Number(value.slice(4, 6))];
  return provinces.has(value.slice(0, 3)) && (century <= 1 ? year >= 20 : century <= 3 && year <= 45);
}

/** By the numbering plan since 2018: ten digits, 03x, 05x, 07x, 08x, 09x. */
function isMobile(value: string): boolean {
  const national = value.replace(/^84(?=\d{9,10}$)/, "0").replace(/^00/, "0");
  return /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/.test(national);
}
