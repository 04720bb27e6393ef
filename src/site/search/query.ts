/** What a reader asks for; the search page's address says the same. */
export interface Query {
  text: string;
  /** Chosen facets by name (`chuyen-muc`, `nam`); one that is left out is not narrowed. */
  facets: Partial<Record<Facet, string>>;
  /** Newest first, instead of the best match. */
  newest: boolean;
}

export const facetNames = ["chuyen-muc", "nam"] as const;
export type Facet = (typeof facetNames)[number];

/** Reads a query from the parameters of the page's address. */
export function readQuery(parameters: URLSearchParams): Query {
  const facets: Query["facets"] = {};
  for (const name of facetNames) {
    const value = parameters.get(name);
    if (value) facets[name] = value;
  }
  return { text: (parameters.get("q") ?? "").trim(), facets, newest: parameters.get("xep") === "moi" };
}

/** The address that asks this query: `/tim-kiem?q=…&nam=2026&xep=moi`. */
export function queryAddress({ text, facets, newest }: Query): string {
  const parameters = new URLSearchParams();
  if (text) parameters.set("q", text);
  for (const name of facetNames) {
    const value = facets[name];
    if (value) parameters.set(name, value);
  }
  if (newest) parameters.set("xep", "moi");
  const search = parameters.toString();
  return search ? `/tim-kiem?${search}` : "/tim-kiem";
}
