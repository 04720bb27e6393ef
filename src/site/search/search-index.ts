import { slugOf } from "../../content-model/slug.ts";
import {
  facetNames,
  readPageTable,
  type Facet,
  type ListedPage,
  type PageTable,
} from "../../content-model/page-table.ts";

/** The index of this site, opened. */
export interface SearchIndex {
  /** Compares words without their accents. */
  folded: Engine;
  /** Compares words with their accents. */
  accented: Engine;
  /** Every page by its id, the newest first, those without a date last. */
  pages: ReadonlyMap<string, IndexedPage>;
  /** What a facet's value is called, by the value as an address has it. */
  names: Record<Facet, ReadonlyMap<string, string>>;
}

/** A page of the index; its facets as addresses have them: `tin-bai`, `so-noi-vu`. */
export interface IndexedPage extends ListedPage {
  hit: Hit;
}

/** The part of Pagefind's browser API that the search page uses. */
export interface Engine {
  /** Searches for words; without any (null), lists every page. */
  search(text: string | null): Promise<{ results: Hit[] }>;
}

/** One page found; what it says is loaded on demand. */
export interface Hit {
  id: string;
  /** Where in the page's text the words are. */
  words: number[];
  data(): Promise<HitData>;
}

export interface HitData {
  url: string;
  /** All of the page's text that is indexed. */
  content: string;
}

interface Instance extends Engine {
  mergeIndex(address: string, options: object): Promise<void>;
}

interface Pagefind {
  createInstance(options: object): Instance;
}

/** What `/tim-kiem.json` says: the main index, and a small one of what has changed since it was made. */
interface Pointer {
  index?: string;
  delta?: string;
  /** Pages of the main index that no longer count. */
  outdated: string[];
  /** Names of the site's sections by their id. */
  sections: Record<string, string>;
}

/**
 * Opens the index of this site. Its folder is named by its content, `/tim-kiem.json` tells which one is current.
 * Rejects when there is none yet or the connection fails.
 */
export async function openIndex(): Promise<SearchIndex> {
  const pointer = (await load("/tim-kiem.json")) as Pointer;
  const { index, delta } = pointer;
  if (index === undefined) throw new Error("the index is being made");
  const tables = Promise.all(
    [index, delta].map(async (folder) =>
      folder === undefined ? [] : readPageTable((await load(`${folder}bang.json`)) as PageTable),
    ),
  );
  const pagefind = (await import(/* @vite-ignore */ `${index}pagefind.js`)) as Pagefind;
  // What lies in the folder never changes, so that the entry may be kept like everything else.
  const options = { baseUrl: "/", metaCacheTag: "1" };
  const folded = await openEngine(pagefind, options, delta);
  const [main = [], fresh = []] = await tables;
  const { results } = await folded.search(null);
  if (results.length !== main.length + fresh.length) throw new Error("the index and its table differ");
  const outdated = new Set(pointer.outdated);
  const pages = new Map([
    ...inOrder(
      results.flatMap((hit, place) => {
        const page = main[place] ?? fresh[place - main.length];
        const counts = page !== undefined && (place >= main.length || !outdated.has(hit.id));
        return counts ? [{ hit, day: page.day, facets: page.facets }] : [];
      }),
    ),
  ]);
  // Both read the same files, so that the second one costs no downloads.
  const accented = await openEngine(pagefind, { ...options, exactDiacritics: true }, delta);
  const only = (engine: Engine) => onlyThese(engine, pages);
  return { folded: only(folded), accented: only(accented), ...named(pages, pointer.sections) };
}

async function load(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${String(response.status)}`);
  return response.json();
}

/** Both indexes as one. */
async function openEngine(pagefind: Pagefind, options: object, delta: string | undefined): Promise<Engine> {
  const instance = pagefind.createInstance(options);
  if (delta !== undefined) await instance.mergeIndex(delta, options);
  return instance;
}

/** The small index stands last, but its pages are mostly the newest; among those of a day they come first. */
function inOrder(pages: readonly IndexedPage[]): [string, IndexedPage][] {
  return pages
    .toReversed()
    .toSorted(({ day: a = "" }, { day: b = "" }) => (a < b ? 1 : a > b ? -1 : 0))
    .map((page) => [page.hit.id, page]);
}

/** Leaves out pages that no longer count, and names each once. */
function onlyThese(engine: Engine, pages: ReadonlyMap<string, IndexedPage>): Engine {
  return {
    async search(text) {
      const { results } = await engine.search(text);
      const found = new Map(results.map((hit) => [hit.id, hit]));
      return { results: [...found.values()].filter(({ id }) => pages.has(id)) };
    },
  };
}

/** Values that addresses can hold, and what they are called. */
function named(
  pages: ReadonlyMap<string, IndexedPage>,
  sections: Pointer["sections"],
): Pick<SearchIndex, "pages" | "names"> {
  const names: Record<Facet, Map<string, string>> = {
    loai: new Map(),
    "chuyen-muc": new Map(Object.entries(sections)),
    "don-vi": new Map(),
    nam: new Map(),
  };
  const valueOf = (name: Facet, label: string): string => {
    if (name === "chuyen-muc") return label;
    const value = slugOf(label);
    names[name].set(value, label);
    return value;
  };
  const shown = new Map<string, IndexedPage>();
  for (const [id, page] of pages) {
    const facets: ListedPage["facets"] = {};
    for (const name of facetNames) {
      const label = page.facets[name];
      if (label !== undefined) facets[name] = valueOf(name, label);
    }
    shown.set(id, { ...page, facets });
  }
  return { pages: shown, names };
}
