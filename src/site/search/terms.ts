import { foldD } from "../../content-model/fold-d.ts";
import { oneSpelling } from "./tone-marks.ts";

/** One thing that a page must hold to be found: a word, or the words a reader put in quotation marks. */
export interface Term {
  text: string;
  quoted: boolean;
}

/** How strictly words are compared. */
export interface Reading {
  /** Accents count: "lũ" is not "lu". */
  accents: boolean;
  /** The last word may be the beginning of a longer one, as while a reader types. */
  unfinished: boolean;
}

/** Takes a query apart: `thông báo "sạt lở"` has three terms. */
export function termsOf(text: string): Term[] {
  return [...text.matchAll(/"([^"]*)"|[^\s"]+/g)]
    .map(([word, quoted]) => ({ text: (quoted ?? word).trim(), quoted: quoted !== undefined }))
    .filter((term) => partsOf(term.text).length > 0);
}

/** The words of a term: `186/QĐ-UBND` has three. */
export function partsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** The readings to try, strictest first: accents count for a reader who types them, as long as that finds anything. */
export function readingsOf(text: string, terms: readonly Term[]): Reading[] {
  const last = terms.at(-1);
  const lastIsOpen = last !== undefined && !last.quoted && partsOf(last.text).length === 1;
  return [true, false]
    .filter((accents) => !accents || withoutAccents(text) !== text)
    .flatMap((accents) =>
      [false, ...(lastIsOpen ? [true] : [])].map((unfinished) => ({ accents, unfinished })),
    );
}

/** Tells which words of a page are those a reader asked for. */
export function wordTest(
  terms: readonly Term[],
  { accents, unfinished }: Reading,
): (word: string) => boolean {
  const form = (word: string) =>
    oneSpelling((accents ? word : withoutAccents(word)).normalize("NFC").toLowerCase());
  const wanted = terms.flatMap(({ text }) => partsOf(text).map(form));
  const beginning = unfinished ? wanted.at(-1) : undefined;
  return (word) => {
    const formed = form(word);
    return wanted.includes(formed) || (beginning !== undefined && formed.startsWith(beginning));
  };
}

/** A text as it is typed without accents, but for the case of its letters. */
export function withoutAccents(text: string): string {
  return foldD(text).normalize("NFD").replace(/\p{M}/gu, "");
}
