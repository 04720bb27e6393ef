import { unfoldD } from "../../content-model/fold-d.ts";
import { facetNames, type Facet } from "./query.ts";

/** The index of this site, opened. */
export interface SearchIndex {
  /** Compares words without their accents. */
  folded: Engine;
  /** Compares words with their accents. */
  accented: Engine;
  /** For each facet: the value that a page has, by the page's id. */
  facets: Record<Facet, ReadonlyMap<string, string>>;
}

/** The part of Pagefind's browser API that the search page uses. */
export interface Engine {
  /** Searches for words; without any (null), lists every page that passes the filters. */
  search(text: string | null, options?: SearchOptions): Promise<{ results: Hit[] }>;
}

export interface SearchOptions {
  filters?: Record<string, string>;
  sort?: Record<string, "asc" | "desc">;
}

/** One page found; what it says is loaded on demand. */
export interface Hit {
  id: string;
  /** Where in the page's text the words are; none if only metadata has them. */
  words: number[];
  /** Which of the page's metadata have the words: `title`, `ngay`, `image_alt`. */
  matchedMetaFields?: string[];
  data(): Promise<HitData>;
}

export interface HitData {
  url: string;
  /** All of the page's text. */
  content: string;
  /** Some of it, around the words found. */
  plain_excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

interface Pagefind {
  createInstance(options: object): Engine & {
    filters(): Promise<Record<string, Record<string, number>>>;
  };
}

/**
 * Opens the index of this site. Its folder is named by its content, `/tim-kiem.json` tells which one is current.
 * Rejects when there is none yet or the connection fails.
 */
export async function openIndex(): Promise<SearchIndex> {
  const response = await fetch("/tim-kiem.json");
  if (!response.ok) throw new Error(`/tim-kiem.json: ${String(response.status)}`);
  const { index } = (await response.json()) as { index: string };
  const pagefind = (await import(/* @vite-ignore */ `${index}pagefind.js`)) as Pagefind;
  const options = { baseUrl: "/", excerptLength: 32 };
  const folded = pagefind.createInstance(options);
  const values = await folded.filters();
  const facets: SearchIndex["facets"] = { "chuyen-muc": new Map(), nam: new Map() };
  for (const name of facetNames)
    facets[name] = await valuesById(folded, name, Object.keys(values[name] ?? {}));
  // Both read the same files, so that the second one costs no downloads.
  return { folded, accented: pagefind.createInstance({ ...options, exactDiacritics: true }), facets };
}

/** The address of a found page as readers know it: the index speaks of files. */
export function pageAddress(url: string): string {
  return unfoldD(url).replace(/(?:\/index)?\.html$/, "") || "/";
}

async function valuesById(
  engine: Engine,
  name: Facet,
  values: readonly string[],
): Promise<Map<string, string>> {
  const byId = new Map<string, string>();
  for (const value of values) {
    const { results } = await engine.search(null, { filters: { [name]: value } });
    for (const { id } of results) byId.set(id, value);
  }
  return byId;
}
