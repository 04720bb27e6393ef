import { z } from "zod";
import { slugOf } from "./slug.ts";

/** Vietnamese capitals one by one: the CMS reads patterns without the flag that `\p{Lu}` needs, and would refuse every number. */
const capitals = "A-ZÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬĐÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ";
const number = String.raw`\d{1,6}[A-Z]?(?:\/\d{4})?`;
/** A word of a symbol: `QĐ`, `UBND`, `SGD&ĐT`; Decree 30/2020 writes `TTr` and `CTr` with a small letter. */
const word = `[${capitals}\\d]+(?:&[${capitals}\\d]+)*r?`;

/** A document's number and symbol (số, ký hiệu), verbatim: `12/2026/QĐ-UBND`, `45/KH-UBND`, `118/UBND-KT`. */
const shape = new RegExp(`^${number}\\/(?!\\d)${word}(?:[-–.]${word})*$`);

/** A field that names a document by its number. */
export function documentNumber(label: string) {
  return z
    .string({ error: `Hãy điền «${label}».` })
    .trim()
    .max(60, { error: `«${label}» dài quá 60 ký tự.` })
    .regex(shape, {
      error: `«${label}» viết đúng như trên văn bản, không có khoảng trắng, ví dụ 12/2026/QĐ-UBND.`,
    });
}

/** A number as it stands in addresses: `12-2026-qd-ubnd`. */
export const documentSlug = (number: string): string => slugOf(number);

const named = new RegExp(`${number}\\/(?!\\d)${word}(?:[-–]${word})+`, "g");
const linked = /\/van-ban\/(\d{4})\/([a-z0-9]+(?:-[a-z0-9]+)*)/g;

/**
 * The documents that a text names, by number or by a link to their page: slugs, with the year of issue before those whose
 * link tells it (`2026/45-kh-ubnd`). A number alone does not tell the year: many begin at 1 each January.
 */
export function documentsNamedIn(text: string): string[] {
  const links = [...text.matchAll(linked)].map(([, year, slug]) => `${year ?? ""}/${slug ?? ""}`);
  const numbers = (text.match(named) ?? []).map(documentSlug);
  return [...new Set([...links, ...numbers])];
}
