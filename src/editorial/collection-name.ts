/** A collection of the CMS: one site's news of one year, its pages or its ads. */
export type CollectionPlace =
  | { kind: "news"; site: string; year: string }
  | { kind: "page"; site: string }
  | { kind: "ad"; site: string };

const suffix = /^([a-z0-9-]+?)-(?:tin-(\d{4})|(trang)|(quang-cao))$/;

/** The name of a collection, as it stands in the addresses of the CMS: `tinh-tin-2026`. */
export function collectionName(place: CollectionPlace): string {
  switch (place.kind) {
    case "news":
      return `${place.site}-tin-${place.year}`;
    case "page":
      return `${place.site}-trang`;
    case "ad":
      return `${place.site}-quang-cao`;
  }
}

/** Reads a collection's name back; undefined for a name that is none of ours. */
export function readCollectionName(name: string): CollectionPlace | undefined {
  const [, site, year, page, ad] = suffix.exec(name) ?? [];
  if (!site) return undefined;
  if (year) return { kind: "news", site, year };
  return page ? { kind: "page", site } : ad ? { kind: "ad", site } : undefined;
}

/** The folder of the repository that holds a collection's entries. */
export function collectionFolder(place: CollectionPlace): string {
  const site = `content/sites/${place.site}`;
  switch (place.kind) {
    case "news":
      return `${site}/news/${place.year}`;
    case "page":
      return `${site}/pages`;
    case "ad":
      return `${site}/ads`;
  }
}

/** One entry of one collection. */
export interface EntryPlace {
  collection: string;
  slug: string;
}

/** The branch on which the CMS keeps the submission of an entry. */
export function branchOfEntry({ collection, slug }: EntryPlace): string {
  return `cms/${collection}/${slug}`;
}

/** The entry that a branch submits; undefined for a branch that the CMS did not make. */
export function entryOfBranch(branch: string): EntryPlace | undefined {
  const [, collection, slug] = /^cms\/([^/]+)\/(.+)$/.exec(branch) ?? [];
  return collection && slug ? { collection, slug } : undefined;
}

/** Where the file of an entry lies; undefined if the collection is none of ours. */
export function fileOfEntry({ collection, slug }: EntryPlace): string | undefined {
  const place = readCollectionName(collection);
  return place && `${collectionFolder(place)}/${slug}.md`;
}

/** The CMS address that opens an entry for editing. */
export function editAddress({ collection, slug }: EntryPlace): string {
  return `/admin/#/collections/${collection}/entries/${slug}`;
}
