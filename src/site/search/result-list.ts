import { unfoldD } from "../../content-model/fold-d.ts";
import { readRecordText } from "../../content-model/record-text.ts";
import { element } from "./element.ts";
import { excerptOf, markedPieces, type Piece } from "./excerpt.ts";
import type { Found } from "./find.ts";
import type { IndexedPage, SearchIndex } from "./search-index.ts";
import type { SearchWords } from "../words/search-words.ts";

/** One result, its text loaded: title, what it is and of when, and where the words were found. */
export async function resultItem(
  page: IndexedPage,
  { names }: SearchIndex,
  isMatch: Found["isMatch"],
  words: SearchWords,
): Promise<HTMLLIElement> {
  const { url, content } = await page.hit.data();
  const { number, title, text } = readRecordText(unfoldD(content));
  const link = element("a", { href: unfoldD(url) }, ...shown(markedPieces(title, isMatch)));
  const { facets, day } = page;
  const meta = element("p", { class: "meta" });
  if (number !== undefined) meta.append(element("b", {}, ...shown(markedPieces(number, isMatch))));
  for (const name of ["loai", "chuyen-muc", "don-vi"] as const) {
    const label = names[name].get(facets[name] ?? "");
    if (label !== undefined) meta.append(element("span", {}, label));
  }
  if (day !== undefined) meta.append(element("time", { datetime: day }, shownDay(day, words)));
  const excerpt = element("p", {}, ...shown(excerptOf(text, isMatch)));
  return element("li", {}, element("h3", {}, link), meta, excerpt);
}

const shownDay = (iso: string, { day }: SearchWords) =>
  day(iso.slice(0, 4), iso.slice(5, 7), iso.slice(8, 10));

/** Text with the words found in `<mark>`. */
function shown(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, found }) => (found ? element("mark", {}, text) : text));
}
