import { documentSlug } from "../content-model/document-number.ts";
import { entryAddress } from "../content-model/entry-kinds.ts";
import type { DocumentEntry, NewsEntry, SiteContent } from "./content.ts";
import { documentIndex, newsNamingDocuments, relationsOf, type DocumentIndex } from "./document-index.ts";
import { lookupCandidates } from "./document-lookup.ts";
import { changedPagesOf, olderListPages } from "./list-pages.ts";

/** The address of all documents. */
export const documentsAddress = "/van-ban";
export const documentYearAddress = (year: string) => `${documentsAddress}/nam/${year}`;
export const documentTypeAddress = (type: string) => `${documentsAddress}/loai/${type}`;

/** Where readers find a document. */
export const documentAddress = ({ year, slug }: Pick<DocumentEntry, "year" | "slug">): string =>
  entryAddress({ kind: "document", year, slug }) ?? "";

/** Every list of documents: all, those of a year, those of a type. */
function listsOf(index: DocumentIndex): Map<string, readonly DocumentEntry[]> {
  return new Map([
    [documentsAddress, index.visible],
    ...[...index.byYear].map(([year, list]) => [documentYearAddress(year), list] as const),
    ...[...index.byType].map(([type, list]) => [documentTypeAddress(type), list] as const),
  ]);
}

/** The addresses of a site's lists of documents. */
export function documentListPaths(site: SiteContent): string[] {
  const index = documentIndex(site);
  if (index.visible.length === 0) return [];
  return [...listsOf(index)].flatMap(([address, list]) => [address, ...olderListPages(address, list.length)]);
}

/** The addresses of the documents that readers see, and of those that were taken back. */
export const documentPaths = (site: SiteContent) => documentIndex(site).visible.map(documentAddress);
export const withdrawnDocumentPaths = (site: SiteContent) =>
  site.entries.document.filter(({ data }) => data.withdrawn).map(documentAddress);

/**
 * The pages that may differ between two contents because of their documents: of a register of tens of thousands only those
 * that changed, what they are related to, the articles that name them, and the lists from there on.
 */
export function documentCandidates(before: SiteContent, after: SiteContent): string[] {
  const changed = changedDocuments(before, after);
  const numbers = new Set([...changed].map(({ data }) => documentSlug(data.number)));
  const named = documentsNamedAnew(before, after);
  const around = new Set([...numbers, ...[...changed].flatMap(relationsOf).map(documentSlug)]);
  return [
    ...[...changed].map(documentAddress),
    ...[before, after].flatMap((site) => [
      ...documentsAround(documentIndex(site), around).map(documentAddress),
      ...articlesNaming(site, numbers),
      ...named.flatMap((number) => (documentIndex(site).byNumber.get(number) ?? []).map(documentAddress)),
    ]),
    ...changedLists(before, after, changed),
    ...lookupCandidates(before, after, changed),
  ];
}

/** Documents that came, went, changed, or have an attachment that did: as they were and as they are. */
function changedDocuments(before: SiteContent, after: SiteContent): Set<DocumentEntry> {
  const changed = new Set<DocumentEntry>();
  const [old, now] = [before.entries.document, after.entries.document];
  if (old !== now) {
    const [known, present] = [new Set(old), new Set(now)];
    for (const entry of old) if (!present.has(entry)) changed.add(entry);
    for (const entry of now) if (!known.has(entry)) changed.add(entry);
  }
  for (const entry of now) {
    const other = ({ media }: DocumentEntry) =>
      media.some((address) => oidAt(before, address) !== oidAt(after, address));
    if (entry.media.length > 0 && other(entry)) changed.add(entry);
  }
  return changed;
}

const oidAt = ({ pictures, files }: SiteContent, address: string) =>
  (files.get(address) ?? pictures.get(address))?.oid;

function documentsAround(index: DocumentIndex, numbers: ReadonlySet<string>): DocumentEntry[] {
  return [...numbers].flatMap((number) => [
    ...(index.byNumber.get(number) ?? []),
    ...(index.relatedTo.get(number) ?? []),
  ]);
}

function articlesNaming(site: SiteContent, numbers: ReadonlySet<string>): string[] {
  const naming = newsNamingDocuments(site);
  return [...numbers].flatMap((number) => (naming.get(number) ?? []).map(newsAddressOf));
}

const newsAddressOf = ({ year, slug }: NewsEntry) => entryAddress({ kind: "news", year, slug }) ?? "";

/** Numbers that other articles name than before. */
function documentsNamedAnew(before: SiteContent, after: SiteContent): string[] {
  const [old, now] = [newsNamingDocuments(before), newsNamingDocuments(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter(
    (number) => !sameItems(old.get(number) ?? [], now.get(number) ?? []),
  );
}

const sameItems = (one: readonly unknown[], other: readonly unknown[]) =>
  one.length === other.length && one.every((item, at) => item === other[at]);

function changedLists(
  before: SiteContent,
  after: SiteContent,
  changed: ReadonlySet<DocumentEntry>,
): string[] {
  if (changed.size === 0) return [];
  const [old, now] = [listsOf(documentIndex(before)), listsOf(documentIndex(after))];
  // Every list names all years and types.
  if (!sameItems([...old.keys()].sort(), [...now.keys()].sort()))
    return [...documentListPaths(before), ...documentListPaths(after)];
  return [...now].flatMap(([address, list]) =>
    changedPagesOf(address, old.get(address) ?? [], list, changed),
  );
}
