import type { DocumentEntry, SiteContent } from "./content.ts";
import { documentIndex, type DocumentIndex } from "./document-index.ts";
import { documentsAddress, documentTypeAddress } from "./document-lists.ts";

/** Where the registers lie for programs, and the page that tells of them. */
export const openDataAddress = `${documentsAddress}/du-lieu`;
export type OpenDataFormat = "csv" | "json";

/** The documents of one year and type as a file. */
export const openDataFile = (year: string, type: string, format: OpenDataFormat) =>
  `${openDataAddress}/${year}/${type}.${format}`;

/** The feeds of the newest documents: of all, or of one type. */
export const documentFeeds = (type?: string): string[] => {
  const list = type === undefined ? documentsAddress : documentTypeAddress(type);
  return [`${list}/rss.xml`, `${list}/atom.xml`];
};

/** What there is of a site's documents for programs: feeds, and open data by year and type. */
export function documentFilePaths(site: SiteContent): readonly string[] {
  const index = documentIndex(site);
  if (index.visible.length === 0) return [];
  return [
    openDataAddress,
    ...documentFeeds(),
    ...[...index.byType.keys()].flatMap(documentFeeds),
    ...yearsAndTypes(site).flatMap(({ year, type }) => filesOf(year, type)),
  ];
}

/** Those that may differ because of some documents. */
export function documentFileCandidates(changed: ReadonlySet<DocumentEntry>): string[] {
  if (changed.size === 0) return [];
  const entries = [...changed];
  return [
    openDataAddress,
    ...documentFeeds(),
    ...[...new Set(entries.map(({ data }) => data.type))].flatMap(documentFeeds),
    ...entries.flatMap(({ year, data }) => filesOf(year, data.type)),
  ];
}

const filesOf = (year: string, type: string) => [
  openDataFile(year, type, "csv"),
  openDataFile(year, type, "json"),
];

interface YearAndType {
  year: string;
  type: string;
  count: number;
}

/** By the index, which stays the same as long as the documents do: there may be hundreds of thousands of them. */
const counted = new WeakMap<DocumentIndex, readonly YearAndType[]>();

/** Every year and type of which there are documents, with how many. */
export function yearsAndTypes(site: SiteContent): readonly YearAndType[] {
  const index = documentIndex(site);
  const known = counted.get(index) ?? count(index);
  counted.set(index, known);
  return known;
}

function count({ byYear }: DocumentIndex): YearAndType[] {
  return [...byYear].flatMap(([year, documents]) =>
    [...Map.groupBy(documents, ({ data }) => data.type)].map(([type, { length: count }]) => ({
      ...{ year, type, count },
    })),
  );
}

/** The documents of one year and type, newest first. */
export const documentsOfYearAndType = (site: SiteContent, year: string, type: string) =>
  (documentIndex(site).byYear.get(year) ?? []).filter(({ data }) => data.type === type);
