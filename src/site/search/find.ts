import { facetCounts, narrowed, type FacetCounts } from "./facets.ts";
import { pagesWithAll, pagesWithPhrase, type Match, type Matches } from "./matching.ts";
import type { Query } from "./query.ts";
import type { Engine, IndexedPage, SearchIndex } from "./search-index.ts";
import { readingsOf, termsOf, wordTest, type Reading, type Term } from "./terms.ts";

/** What a query finds. */
export interface Found {
  pages: IndexedPage[];
  /** How many of the pages hold the words next to each other; undefined when there is no such thing to tell. */
  phrases: number | undefined;
  /** The reader typed accents, but only pages with other accents were found. */
  otherAccents: boolean;
  counts: FacetCounts;
  /** Which words of a page to mark as found. */
  isMatch: (word: string) => boolean;
}

/**
 * Finds the pages that hold all words of a query; without words, all that the facets leave. Vietnamese syllables are words
 * of their own to the search engine, so that pages that hold them as a phrase come first.
 */
export async function find(index: SearchIndex, query: Query): Promise<Found> {
  const text = query.text.normalize("NFC");
  const terms = termsOf(text);
  if (terms.length === 0) return allPages(index, query);
  const readings = readingsOf(text, terms);
  for (const reading of readings) {
    const engine = reading.accents ? index.accented : index.folded;
    const matches = await pagesWithAll(engine, terms, reading);
    if (matches.size === 0) continue;
    const phrase = await phraseOf(engine, terms, reading);
    const order = query.newest ? newestFirst(index, matches) : bestFirst(index, matches, phrase);
    const ids = narrowed(index, query, order);
    return {
      pages: ids.flatMap((id) => foundPage(index, phrase?.get(id) ?? matches.get(id)) ?? []),
      phrases: phrase && ids.filter((id) => phrase.has(id)).length,
      otherAccents: !reading.accents && readings[0]?.accents === true,
      counts: facetCounts(index, query, order),
      isMatch: wordTest(terms, reading),
    };
  }
  return foundNothing(index, query);
}

/** How many pages hold these words, with whatever accents and facets. No page is loaded. */
export async function countOf(index: SearchIndex, text: string): Promise<number> {
  const terms = termsOf(text.normalize("NFC"));
  if (terms.length === 0) return 0;
  return (await pagesWithAll(index.folded, terms, { accents: false, unfinished: false })).size;
}

function allPages(index: SearchIndex, query: Query): Found {
  if (query.text !== "") return foundNothing(index, query);
  const order = [...index.pages.keys()];
  return {
    pages: narrowed(index, query, order).flatMap((id) => index.pages.get(id) ?? []),
    phrases: undefined,
    otherAccents: false,
    counts: facetCounts(index, query, order),
    isMatch: () => false,
  };
}

function foundNothing(index: SearchIndex, query: Query): Found {
  const counts = facetCounts(index, query, []);
  return { pages: [], phrases: undefined, otherAccents: false, counts, isMatch: () => false };
}

/** The page of a match, with the hit that knows where its words are. */
function foundPage(index: SearchIndex, match: Match | undefined): IndexedPage | undefined {
  const page = match && index.pages.get(match.hit.id);
  return page && { ...page, hit: match.hit };
}

async function phraseOf(
  engine: Engine,
  terms: readonly Term[],
  { unfinished }: Reading,
): Promise<Matches | undefined> {
  if (unfinished || terms.length < 2 || terms.some(({ quoted }) => quoted)) return undefined;
  return pagesWithPhrase(engine, terms.map(({ text }) => text).join(" "));
}

const newestFirst = (index: SearchIndex, matches: Matches) =>
  [...index.pages.keys()].filter((id) => matches.has(id));

/**
 * Best first: a title that begins with the words, one that holds them together, one that holds them all, then texts that do.
 * Among titles the newest page comes first, among texts the one that the engine holds to say most about the words.
 */
function bestFirst(index: SearchIndex, matches: Matches, phrase: Matches | undefined): string[] {
  const together = phrase ?? matches;
  const byEngine = [...new Set([...together.keys(), ...matches.keys()])].filter((id) => matches.has(id));
  const ranks = new Map(byEngine.map((id) => [id, rankOf(together.get(id), matches.get(id))]));
  const group = (rank: number, ids: readonly string[]) => ids.filter((id) => ranks.get(id) === rank);
  const byDate = newestFirst(index, matches);
  return [
    ...group(0, byDate),
    ...group(1, byDate),
    ...group(2, byDate),
    ...group(3, byEngine),
    ...group(4, byEngine),
  ];
}

function rankOf(together: Match | undefined, apart: Match | undefined): number {
  if (together?.inTitle) return together.begins ? 0 : 1;
  if (apart?.inTitle) return 2;
  return together ? 3 : 4;
}
