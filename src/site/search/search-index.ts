import { unfoldD } from "../../content-model/fold-d.ts";

/** The part of Pagefind's browser API that the search page uses. */
export interface SearchIndex {
  search(text: string, options: SearchOptions): Promise<SearchAnswer>;
}

export interface SearchOptions {
  filters?: Record<string, string>;
  sort?: Record<string, "asc" | "desc">;
}

export interface SearchAnswer {
  results: Hit[];
  /** How many of the hits have each value of each facet. */
  filters: Record<string, Record<string, number>>;
}

/** One page found; what it says is loaded on demand. */
export interface Hit {
  id: string;
  data(): Promise<HitData>;
}

export interface HitData {
  url: string;
  /** HTML with the words found in `<mark>`. */
  excerpt: string;
  meta: Record<string, string>;
  filters: Record<string, string[]>;
}

interface Pagefind extends SearchIndex {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  filters(): Promise<unknown>;
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
  await pagefind.options({ baseUrl: "/", excerptLength: 32 });
  await pagefind.init();
  // Answers carry facet counts only after the facets were asked for once.
  await pagefind.filters();
  return pagefind;
}

/** The address of a found page as readers know it: the index speaks of files. */
export function pageAddress(url: string): string {
  return unfoldD(url).replace(/(?:\/index)?\.html$/, "") || "/";
}
