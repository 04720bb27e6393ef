import { countOf, find, type Found } from "./find.ts";
import type { Query } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";
import { partsOf, termsOf, withoutAccents } from "./terms.ts";
import { keyboardSlip } from "./typing-slips.ts";
import type { SearchWords } from "../words/search-words.ts";

/** Another query that finds something, and why a reader may want it. */
export interface Hint {
  reason: string;
  query: Query;
  count: number;
}

const mostHints = 4;

/** What to try when nothing was found: the same with facets open, as it was meant to be typed, with words left out. */
export async function hintsFor(index: SearchIndex, query: Query, said: SearchWords): Promise<Hint[]> {
  const hints: Hint[] = [];
  const offer = async (reason: string, changes: Partial<Query>) => {
    const changed = { ...query, facets: {}, batches: 1, ...changes };
    const known = changed.text === query.text && changes.text !== undefined;
    const offered = hints.some((hint) => hint.query.text === changed.text);
    if (known || offered || changes.text === "" || hints.length >= mostHints) return;
    const { pages } = await find(index, changed);
    if (pages.length > 0) hints.push({ reason, query: changed, count: pages.length });
  };
  if (Object.keys(query.facets).length > 0) await offer(said.removeFilters, {});
  const meant = keyboardSlip(query.text);
  if (meant !== undefined) await offer(said.meant, { text: meant });
  if (query.text.includes('"')) await offer(said.apart, { text: query.text.replaceAll('"', " ").trim() });
  const words = termsOf(query.text.replaceAll('"', " ")).map(({ text }) => text);
  if (words.length > 1) {
    const known = await Promise.all(
      words.map(async (word) => ((await countOf(index, word)) > 0 ? [word] : [])),
    );
    await offer(said.withoutUnknown, { text: known.flat().join(" ") });
    if (words.length > 2) {
      await offer(said.oneWordLess, { text: words.slice(0, -1).join(" ") });
      await offer(said.oneWordLess, { text: words.slice(1).join(" ") });
    }
  } else if (partsOf(query.text).length > 1) {
    await offer(said.onePartLess, { text: partsOf(query.text).slice(0, -1).join(" ") });
  }
  return hints;
}

/** For a reader who typed accents and found pages: the same without them, where that finds more. */
export async function looserHint(
  index: SearchIndex,
  query: Query,
  found: Found,
  said: SearchWords,
): Promise<Hint | undefined> {
  const text = withoutAccents(query.text).toLowerCase();
  if (text === query.text.toLowerCase() || found.otherAccents || found.pages.length === 0) return undefined;
  const loose = { ...query, text, batches: 1 };
  const { pages } = await find(index, loose);
  if (pages.length <= found.pages.length) return undefined;
  return { reason: said.otherAccents, query: loose, count: pages.length };
}
