import { documentSlug } from "../content-model/document-number.ts";
import { entryAddress } from "../content-model/entry-kinds.ts";
import type { DocumentEntry, NewsEntry, SiteContent } from "./content.ts";
import { documentFileCandidates, documentFilePaths } from "./document-files.ts";
import { documentIndex, newsNamingDocuments, relationsOf, type DocumentIndex } from "./document-index.ts";
import {
  documentListPaths,
  documentsAddress,
  formerRegisters,
  listsOfDocuments,
  type ListOfDocuments,
} from "./document-lists.ts";
import { gazetteDocuments } from "./gazettes.ts";
import { lookupCandidates, lookupPaths } from "./document-lookup.ts";
import { documentsTurning } from "./document-turns.ts";
import { changedPagesOf } from "./list-pages.ts";

/** Where readers find a document. */
export const documentAddress = ({ year, slug }: Pick<DocumentEntry, "year" | "slug">): string =>
  entryAddress({ kind: "document", year, slug }) ?? "";

/** The addresses of the documents that readers see, and of those that were taken back. */
export const documentPaths = (site: SiteContent) => pathsOf(site).shown;
export const withdrawnDocumentPaths = (site: SiteContent) => pathsOf(site).withdrawn;

/** Documents that are at other addresses than they were, and registers of authorities that were renamed. */
export function movedDocuments(site: SiteContent): readonly { path: string; movedTo: string }[] {
  return [...pathsOf(site).moved, ...formerRegisters(site)];
}

interface Paths {
  shown: readonly string[];
  withdrawn: readonly string[];
  moved: readonly { path: string; movedTo: string }[];
}

const known = new WeakMap<readonly DocumentEntry[], Paths>();

/** Asked for at each publication, of whatever: made once for each list. */
function pathsOf({ entries }: SiteContent): Paths {
  const paths = known.get(entries.document);
  if (paths) return paths;
  const all = entries.document;
  const made = {
    shown: all.filter(({ data }) => !data.withdrawn).map(documentAddress),
    withdrawn: all.filter(({ data }) => data.withdrawn).map(documentAddress),
    moved: all.flatMap((entry) =>
      (entry.data.formerAddresses ?? []).map((path) => ({ path, movedTo: documentAddress(entry) })),
    ),
  };
  known.set(all, made);
  return made;
}

/**
 * The pages that may differ between two contents because of their documents: of a register of tens of thousands only those
 * that changed, what they are related to, the articles that name them, and the lists from there on.
 */
export function documentCandidates(before: SiteContent, after: SiteContent): string[] {
  // Documents name the register of who issued them.
  if (JSON.stringify(before.settings.issuers) !== JSON.stringify(after.settings.issuers))
    return [before, after].flatMap((site) => [
      ...documentPaths(site),
      ...withdrawnDocumentPaths(site),
      ...documentListPaths(site),
      ...lookupPaths(site),
      ...documentFilePaths(site),
    ]);
  return candidatesFor(before, after, changedDocuments(before, after));
}

/** The pages that show a document whose validity turns between two days: it is shown otherwise although nobody touched it. */
export function turningCandidates(site: SiteContent, from: string, to: string): string[] {
  const turning = documentsTurning(site, from, to);
  return turning.size === 0 ? [] : candidatesFor(site, site, turning);
}

function candidatesFor(
  before: SiteContent,
  after: SiteContent,
  changed: ReadonlySet<DocumentEntry>,
): string[] {
  const numbers = new Set([...changed].map(({ data }) => documentSlug(data.number)));
  const named = documentsNamedAnew(before, after);
  const around = new Set([...numbers, ...[...changed].flatMap(relationsOf).map(documentSlug)]);
  return [
    // It tells how much there is in other registers.
    ...(before.entries.gazette === after.entries.gazette &&
    before.entries.consultation === after.entries.consultation
      ? []
      : [documentsAddress]),
    ...[...changed].map(documentAddress),
    ...[before, after].flatMap((site) => [
      ...documentsAround(documentIndex(site), around).map(documentAddress),
      ...articlesNaming(site, numbers),
      ...named.flatMap((number) => (documentIndex(site).byNumber.get(number) ?? []).map(documentAddress)),
    ]),
    ...gazetteDocuments(before, after).map(documentAddress),
    ...changedLists(before, after, changed),
    ...lookupCandidates(before, after, changed),
    ...documentFileCandidates(changed),
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
  const [old, now] = [listsOfDocuments(before), listsOfDocuments(after)];
  const paths: string[] = [];
  const families = new Set<string>();
  for (const [address, list] of new Map([...old, ...now])) {
    const [was, is] = [old.get(address)?.documents ?? [], now.get(address)?.documents ?? []];
    const pages = changedPagesOf(address, was, is, changed);
    if (pages.length > 0) families.add(familyOf(list));
    for (const page of pages) paths.push(page);
  }
  // The first page of each names the other years; those of fields name each other.
  for (const all of [old, now])
    for (const [address, list] of all) if (families.has(familyOf(list))) paths.push(address);
  return paths;
}

const familyOf = ({ by, value }: ListOfDocuments) =>
  by === "year" || by === "field" ? by : `${by} ${value}`;
