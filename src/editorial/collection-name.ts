import { entryFolder, entryKindNames, entryKinds, type EntryKindName } from "../content-model/entry-kinds.ts";

/** A collection of the CMS: one site's entries of one kind, and of one year where the kind has years. */
export interface CollectionPlace {
  kind: EntryKindName;
  site: string;
  year?: string;
}

const words = entryKindNames.map((kind) => entryKinds[kind].collection).join("|");
const pattern = new RegExp(`^([a-z0-9-]+?)-(${words})(?:-(\\d{4}))?$`);

/** The name of a collection, as it stands in the addresses of the CMS: `tinh-tin-2026`. */
export function collectionName({ kind, site, year }: CollectionPlace): string {
  return `${site}-${entryKinds[kind].collection}${year === undefined ? "" : `-${year}`}`;
}

/** Reads a collection's name back; undefined for a name that is none of ours. */
export function readCollectionName(name: string): CollectionPlace | undefined {
  const [, site, word, year] = pattern.exec(name) ?? [];
  const kind = entryKindNames.find((candidate) => entryKinds[candidate].collection === word);
  if (!site || !kind || entryKinds[kind].yearly !== (year !== undefined)) return undefined;
  return { kind, site, ...(year === undefined ? {} : { year }) };
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
  return place && `${entryFolder(place)}/${slug}.md`;
}

/** The CMS address that opens an entry for editing. */
export function editAddress({ collection, slug }: EntryPlace): string {
  return `/admin/#/collections/${collection}/entries/${slug}`;
}
