import { documentSlug } from "../content-model/document-number.ts";
import { entryAddress, entryKinds } from "../content-model/entry-kinds.ts";
import { compare } from "../foundation/compare.ts";
import type { DocumentEntry, EntryOf, SiteContent } from "./content.ts";
import { documentIndex, documentNamed } from "./document-index.ts";

export type GazetteEntry = EntryOf<"gazette">;

export const gazettesAddress = entryKinds.gazette.at;
export const gazetteYearAddress = (year: string) => `${gazettesAddress}/${year}`;
export const gazetteAddress = ({ year, slug }: Pick<GazetteEntry, "year" | "slug">): string =>
  entryAddress({ kind: "gazette", year, slug }) ?? "";

/** A site's issues of the gazette, the newest first. */
export function gazettesOf({ entries }: Pick<SiteContent, "entries">): readonly GazetteEntry[] {
  return entries.gazette.toSorted(
    (a, b) => compare(b.data.publishedOn, a.data.publishedOn) || compare(b.file, a.file),
  );
}

/** The years that have issues, newest first. */
export const gazetteYears = (site: SiteContent): string[] => [
  ...new Set(gazettesOf(site).map(({ year }) => year)),
];

/** Issues show what their documents are about: compared at every publication, they are few. */
export const gazettePaths = (site: SiteContent): string[] =>
  site.entries.gazette.length === 0
    ? []
    : [
        gazettesAddress,
        ...gazetteYears(site).map(gazetteYearAddress),
        ...site.entries.gazette.map(gazetteAddress),
      ];

/** The documents of an issue in its order; undefined for one that the site does not have. */
export function documentsIn(
  site: SiteContent,
  { data }: GazetteEntry,
): { number: string; entry: DocumentEntry | undefined }[] {
  const index = documentIndex(site);
  return data.documents.map((number) => ({
    number,
    entry: documentNamed(index, documentSlug(number), data.publishedOn),
  }));
}

const issues = new WeakMap<readonly GazetteEntry[], ReadonlyMap<string, readonly GazetteEntry[]>>();

/** The issues that print a document. */
export function gazettesWith(site: SiteContent, entry: DocumentEntry): GazetteEntry[] {
  let known = issues.get(site.entries.gazette);
  if (!known) {
    const pairs = gazettesOf(site).flatMap((issue) =>
      issue.data.documents.map((number) => [documentSlug(number), issue] as const),
    );
    known = new Map(
      [...Map.groupBy(pairs, ([number]) => number)].map(([number, found]) => [
        number,
        found.map(([, issue]) => issue),
      ]),
    );
    issues.set(site.entries.gazette, known);
  }
  const slug = documentSlug(entry.data.number);
  return (known.get(slug) ?? []).filter(
    ({ data }) => documentNamed(documentIndex(site), slug, data.publishedOn) === entry,
  );
}

/** The pages of documents that issues which changed print, or printed. */
export function gazetteDocuments(before: SiteContent, after: SiteContent): DocumentEntry[] {
  if (before.entries.gazette === after.entries.gazette) return [];
  const [old, now] = [new Set(before.entries.gazette), new Set(after.entries.gazette)];
  const pairs = [
    ...before.entries.gazette.filter((issue) => !now.has(issue)),
    ...after.entries.gazette.filter((issue) => !old.has(issue)),
  ];
  return pairs.flatMap((issue) =>
    [before, after].flatMap((site) => documentsIn(site, issue).flatMap(({ entry }) => entry ?? [])),
  );
}
