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
  /** Dates of the pages that came or changed since the main index was made (`202611200830`), by their id, and its newest one. */
  fresh: ReadonlyMap<string, string>;
  newestBefore: string;
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

interface Instance extends Engine {
  filters(): Promise<Record<string, Record<string, number>>>;
  mergeIndex(address: string, options: object): Promise<void>;
}

interface Pagefind {
  createInstance(options: object): Instance;
}

/** What `/tim-kiem.json` says: the main index, and a small one of what has changed since it was made. */
interface Pointer {
  index?: string;
  delta?: string;
  outdated: string[];
  fresh: Record<string, string>;
  newest?: string;
}

/**
 * Opens the index of this site. Its folder is named by its content, `/tim-kiem.json` tells which one is current.
 * Rejects when there is none yet or the connection fails.
 */
export async function openIndex(): Promise<SearchIndex> {
  const response = await fetch("/tim-kiem.json");
  if (!response.ok) throw new Error(`/tim-kiem.json: ${String(response.status)}`);
  const pointer = (await response.json()) as Pointer;
  if (pointer.index === undefined) throw new Error("the index is being made");
  const pagefind = (await import(/* @vite-ignore */ `${pointer.index}pagefind.js`)) as Pagefind;
  const options = { baseUrl: "/", excerptLength: 32 };
  const folded = await openEngine(pagefind, options, pointer);
  const values = await folded.filters();
  const facets: SearchIndex["facets"] = { "chuyen-muc": new Map(), nam: new Map() };
  for (const name of facetNames)
    facets[name] = await valuesById(folded, name, Object.keys(values[name] ?? {}));
  // Both read the same files, so that the second one costs no downloads.
  const accented = await openEngine(pagefind, { ...options, exactDiacritics: true }, pointer);
  const fresh = new Map(Object.entries(pointer.fresh));
  return { folded, accented, facets, fresh, newestBefore: pointer.newest ?? "" };
}

/** Both indexes as one, without the pages of the main one that have changed or gone. */
async function openEngine(
  pagefind: Pagefind,
  options: object,
  { delta, outdated }: Pointer,
): Promise<Pick<Instance, "search" | "filters">> {
  const instance = pagefind.createInstance(options);
  if (delta !== undefined) await instance.mergeIndex(delta, options);
  const dropped = new Set(outdated);
  return {
    filters: () => instance.filters(),
    async search(text, asked) {
      const { results } = await instance.search(text, asked);
      return { results: results.filter(({ id }) => !dropped.has(id)) };
    },
  };
}

/** The address of a found page as readers know it: the index speaks of files. */
export function pageAddress(url: string): string {
  return unfoldD(url).replace(/(?:\/index)?\.html$/, "") || "/";
}

async function valuesById(
  engine: Pick<Engine, "search">,
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
