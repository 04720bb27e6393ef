import { facetNames, type Facet } from "../../content-model/page-table.ts";
import type { Query } from "./query.ts";
import type { SearchIndex } from "./search-index.ts";

/** For each facet: how many pages each of its values would leave, were it chosen. */
export type FacetCounts = Record<Facet, ReadonlyMap<string, number>>;

/** Those of the pages that the chosen facets leave. */
export function narrowed(index: SearchIndex, query: Query, ids: readonly string[]): string[] {
  return ids.filter((id) => facetNames.every((name) => isChosen(index, query, name, id)));
}

/** Counts each facet's values among the pages that the other facets leave: a choice must not hide its alternatives. */
export function facetCounts(index: SearchIndex, query: Query, ids: readonly string[]): FacetCounts {
  const countsOf = (name: Facet) => {
    const others = facetNames.filter((other) => other !== name);
    const counts = new Map<string, number>();
    for (const id of ids) {
      const value = index.pages.get(id)?.facets[name];
      if (value !== undefined && others.every((other) => isChosen(index, query, other, id)))
        counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return counts;
  };
  return {
    loai: countsOf("loai"),
    "chuyen-muc": countsOf("chuyen-muc"),
    "don-vi": countsOf("don-vi"),
    nam: countsOf("nam"),
  };
}

function isChosen({ pages }: SearchIndex, query: Query, name: Facet, id: string): boolean {
  const chosen = query.facets[name];
  return chosen === undefined || pages.get(id)?.facets[name] === chosen;
}
