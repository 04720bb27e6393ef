import { foldD } from "../../content-model/fold-d.ts";
import { facetNames, type Facet, type Query } from "./query.ts";
import type { Hit, SearchIndex, SearchOptions } from "./search-index.ts";

/** What a query finds. */
export interface Found {
  hits: Hit[];
  /** For each facet: how many pages each of its values would leave, were it chosen. */
  counts: Record<Facet, Record<string, number>>;
}

/**
 * Asks the index. Vietnamese syllables are words of their own to the search engine, so that a name of several syllables
 * is looked for as a phrase first; pages that hold its syllables apart come after.
 */
export async function find(index: SearchIndex, query: Query): Promise<Found> {
  const text = foldD(query.text.normalize("NFC"));
  const options = optionsOf(query);
  const loose = await index.search(text, options);
  const phrase = isLoosePhrase(text) && !query.newest ? await index.search(`"${text}"`, options) : undefined;
  const first = phrase?.results ?? [];
  const known = new Set(first.map(({ id }) => id));
  return {
    hits: [...first, ...loose.results.filter(({ id }) => !known.has(id))],
    counts: await countsOf(index, text, query, loose.filters),
  };
}

function isLoosePhrase(text: string): boolean {
  return /\S\s+\S/.test(text) && !text.includes('"');
}

function optionsOf({ facets, newest }: Query): SearchOptions {
  return { filters: { ...facets }, ...(newest ? { sort: { ngay: "desc" as const } } : {}) };
}

async function countsOf(
  index: SearchIndex,
  text: string,
  query: Query,
  narrowed: Record<string, Record<string, number>>,
): Promise<Found["counts"]> {
  const counts: Found["counts"] = { "chuyen-muc": {}, nam: {} };
  for (const name of facetNames) {
    if (query.facets[name] === undefined) {
      counts[name] = narrowed[name] ?? {};
      continue;
    }
    // A chosen facet must not hide what its other values would find.
    const others = Object.entries(query.facets).filter(([other]) => other !== name);
    const { filters } = await index.search(text, { filters: Object.fromEntries(others) });
    counts[name] = filters[name] ?? {};
  }
  return counts;
}
