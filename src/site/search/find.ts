import { foldD } from "../../content-model/fold-d.ts";
import { pagesWithAll, pagesWithPhrase, type Matches } from "./matching.ts";
import { facetNames, type Facet, type Query } from "./query.ts";
import type { Engine, Hit, SearchIndex } from "./search-index.ts";
import { readingsOf, termsOf, wordTest, type Term } from "./terms.ts";

/** What a query finds. */
export interface Found {
  hits: Hit[];
  /** How many of the hits hold the words next to each other; undefined when there is no such thing to tell. */
  phrases: number | undefined;
  /** The reader typed accents, but only pages with other accents were found. */
  otherAccents: boolean;
  /** For each facet: how many pages each of its values would leave, were it chosen. */
  counts: Record<Facet, Record<string, number>>;
  /** Which words of a page to mark as found. */
  isMatch: (word: string) => boolean;
}

/**
 * Finds the pages that hold all words of a query. Vietnamese syllables are words of their own to the search engine, so that
 * pages that hold them as a phrase come first.
 */
export async function find(index: SearchIndex, query: Query): Promise<Found> {
  const text = query.text.normalize("NFC");
  const terms = termsOf(text);
  const readings = readingsOf(text, terms);
  for (const reading of readings) {
    const engine = reading.accents ? index.accented : index.folded;
    const matches = await pagesWithAll(engine, terms, reading);
    if (matches.size === 0) continue;
    const phrase = reading.unfinished ? undefined : await phraseOf(engine, terms);
    const pages = await inOrder(index, engine, text, query, matches);
    const ids = pages.filter((id) => facetNames.every((name) => isChosen(index, query, name, id)));
    const withPhrase = ids.filter((id) => phrase?.has(id));
    const order = query.newest ? ids : [...withPhrase, ...ids.filter((id) => !phrase?.has(id))];
    return {
      hits: order.flatMap((id) => phrase?.get(id) ?? matches.get(id) ?? []),
      phrases: phrase && withPhrase.length,
      otherAccents: !reading.accents && readings[0]?.accents === true,
      counts: countsOf(index, query, pages),
      isMatch: wordTest(terms, reading),
    };
  }
  return {
    hits: [],
    phrases: undefined,
    otherAccents: false,
    counts: countsOf(index, query, []),
    isMatch: () => false,
  };
}

async function phraseOf(engine: Engine, terms: readonly Term[]): Promise<Matches | undefined> {
  if (terms.length < 2 || terms.some(({ quoted }) => quoted)) return undefined;
  return pagesWithPhrase(engine, terms.map(({ text }) => text).join(" "));
}

/** The ids of matches, best or newest first: only a search without quotation marks weighs titles and frequent words. */
async function inOrder(
  index: SearchIndex,
  engine: Engine,
  text: string,
  { newest }: Query,
  matches: Matches,
): Promise<string[]> {
  const ranked = await engine.search(
    foldD(text.replaceAll('"', " ")),
    newest ? { sort: { ngay: "desc" } } : {},
  );
  const ids = ranked.results.map(({ id }) => id).filter((id) => matches.has(id));
  // Pages without a date are left out of what is sorted by date.
  const dated = newest ? withFresh(index, ids) : ids;
  return [...new Set([...dated, ...matches.keys()])];
}

/**
 * Two indexes sorted by date, as one: pages newer than the whole main index come first, an older one that has changed since
 * it was made comes last among those of its year.
 */
export function withFresh(
  index: Pick<SearchIndex, "fresh" | "newestBefore" | "facets">,
  ids: readonly string[],
): string[] {
  const dateOf = (id: string) => index.fresh.get(id) ?? "";
  const newestFirst = ids
    .filter((id) => index.fresh.has(id))
    .toSorted((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1));
  const order = ids.filter((id) => !index.fresh.has(id));
  for (const id of newestFirst.filter((one) => dateOf(one) <= index.newestBefore)) {
    const year = dateOf(id).slice(0, 4);
    const place = order.findIndex((other) => (index.facets.nam.get(other) ?? "") < year);
    order.splice(place === -1 ? order.length : place, 0, id);
  }
  return [...newestFirst.filter((id) => dateOf(id) > index.newestBefore), ...order];
}

function isChosen({ facets }: SearchIndex, query: Query, name: Facet, id: string): boolean {
  const chosen = query.facets[name];
  return chosen === undefined || facets[name].get(id) === chosen;
}

function countsOf(index: SearchIndex, query: Query, ids: readonly string[]): Found["counts"] {
  const counts: Found["counts"] = { "chuyen-muc": {}, nam: {} };
  for (const name of facetNames) {
    // A chosen facet must not hide what its other values would find.
    const others = facetNames.filter((other) => other !== name);
    for (const id of ids) {
      const value = index.facets[name].get(id);
      if (value === undefined || !others.every((other) => isChosen(index, query, other, id))) continue;
      counts[name][value] = (counts[name][value] ?? 0) + 1;
    }
  }
  return counts;
}
