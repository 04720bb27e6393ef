/** Where in the CMS someone is, as far as a collection is open. */
export type Place =
  | { kind: "list"; collection: string }
  | { kind: "new"; collection: string }
  | { kind: "entry"; collection: string; slug: string };

/** Reads the place from the address after `#`; undefined outside the collections. */
export function readPlace(hash: string): Place | undefined {
  const [, collection, view, slug] =
    /^#\/collections\/([^/?]+)(?:\/(new|entries)(?:\/([^?]+))?)?/.exec(hash) ?? [];
  if (!collection) return undefined;
  if (view === "new") return { kind: "new", collection };
  return view && slug
    ? { kind: "entry", collection, slug: decodeURIComponent(slug) }
    : { kind: "list", collection };
}
