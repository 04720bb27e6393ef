import { facetNames, type Facet } from "../../content-model/page-table.ts";

/** What a reader asks for; the search page's address says the same. */
export interface Query {
  text: string;
  /** Chosen facets by name: `tin-bai`, `2026`; one that is left out is not narrowed. */
  facets: Partial<Record<Facet, string>>;
  /** Newest first, instead of the best match. */
  newest: boolean;
  /** How many batches of results are shown. */
  batches: number;
}

/** Batches that an address can ask for: coming back must not load everything. */
const mostBatches = 10;

/** Reads a query from the parameters of the page's address. */
export function readQuery(parameters: URLSearchParams): Query {
  const facets: Query["facets"] = {};
  for (const name of facetNames) {
    const value = parameters.get(name);
    if (value) facets[name] = value;
  }
  const batches = Number(parameters.get("xem") ?? 1);
  return {
    text: (parameters.get("q") ?? "").trim(),
    facets,
    newest: parameters.get("xep") === "moi",
    batches: Number.isInteger(batches) ? Math.min(Math.max(batches, 1), mostBatches) : 1,
  };
}

/** The address that asks this query: `/tim-kiem?q=…&nam=2026&xep=moi`. */
export function queryAddress({ text, facets, newest, batches }: Query): string {
  const parameters = new URLSearchParams();
  if (text) parameters.set("q", text);
  for (const name of facetNames) {
    const value = facets[name];
    if (value) parameters.set(name, value);
  }
  if (newest) parameters.set("xep", "moi");
  if (batches > 1) parameters.set("xem", String(batches));
  const search = parameters.toString();
  return search ? `/tim-kiem?${search}` : "/tim-kiem";
}

/** Whether anything is asked: words, or a facet alone, which lists all its pages. */
export const asksNothing = ({ text, facets }: Query): boolean =>
  text === "" && Object.keys(facets).length === 0;

/** The query with a facet chosen, or open again without a value. It begins at the first results. */
export function withFacet(query: Query, name: Facet, value?: string): Query {
  const chosen = Object.entries(query.facets).filter(([other]) => other !== name);
  const facets = Object.fromEntries(value === undefined ? chosen : [...chosen, [name, value]]);
  return { ...query, facets, batches: 1 };
}
