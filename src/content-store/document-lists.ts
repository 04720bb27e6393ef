import { documentGroupOf } from "../content-model/document-types.ts";
import { entryKinds } from "../content-model/entry-kinds.ts";
import { slugOf } from "../content-model/slug.ts";
import type { DocumentEntry, SiteContent } from "./content.ts";
import { documentIndex, type DocumentIndex } from "./document-index.ts";
import { olderListPages } from "./list-pages.ts";

/** The address of all documents. */
export const documentsAddress = entryKinds.document.at;
export const documentYearAddress = (year: string) => `${documentsAddress}/nam/${year}`;
export const documentTypeAddress = (type: string, year?: string) => ofYear(`loai/${type}`, year);
export const documentIssuerAddress = (issuer: string, year?: string) => ofYear(`co-quan/${issuer}`, year);
export const documentFieldAddress = (field: string) => `${documentsAddress}/linh-vuc/${field}`;
export const documentGroupAddress = (group: string, year?: string) => ofYear(`nhom/${group}`, year);

const ofYear = (list: string, year: string | undefined) =>
  `${documentsAddress}/${list}${year === undefined ? "" : `/nam/${year}`}`;

/** A list of documents, newest first, and what those on it have in common. */
export interface ListOfDocuments {
  by: "all" | "year" | "type" | "issuer" | "field" | "group";
  /** The id of the type, field or register; the slug of the issuer; "" for all. */
  value: string;
  /** Of a type's, an issuer's or a register's documents of one year; of the year's own list. */
  year: string | undefined;
  documents: readonly DocumentEntry[];
}

const lists = new WeakMap<DocumentIndex, ReadonlyMap<string, ListOfDocuments>>();

/** Every list of a site's documents, by its address. */
export function listsOfDocuments(
  site: Pick<SiteContent, "entries" | "settings">,
): ReadonlyMap<string, ListOfDocuments> {
  const index = documentIndex(site);
  const known = lists.get(index);
  if (known) return known;
  const made = new Map<string, ListOfDocuments>();
  const add = (
    by: ListOfDocuments["by"],
    value: string,
    addressOf: (value: string, year?: string) => string,
    documents: readonly DocumentEntry[],
  ) => {
    made.set(addressOf(value), { by, value, year: undefined, documents });
    if (by === "field") return;
    for (const [year, ofOne] of Map.groupBy(documents, (entry) => entry.year))
      made.set(addressOf(value, year), { by, value, year, documents: ofOne });
  };
  if (index.visible.length > 0)
    made.set(documentsAddress, { by: "all", value: "", year: undefined, documents: index.visible });
  for (const [year, documents] of index.byYear)
    made.set(documentYearAddress(year), { by: "year", value: year, year, documents });
  for (const [type, documents] of index.byType) add("type", type, documentTypeAddress, documents);
  for (const [issuer, { documents }] of index.byIssuer)
    add("issuer", issuer, documentIssuerAddress, documents);
  for (const [field, documents] of Map.groupBy(index.visible, ({ data }) => data.field ?? ""))
    if (field !== "") add("field", field, documentFieldAddress, documents);
  for (const [group, documents] of Map.groupBy(index.visible, ({ data }) => documentGroupOf(data) ?? ""))
    if (group !== "") add("group", group, documentGroupAddress, documents);
  lists.set(index, made);
  return made;
}

const paths = new WeakMap<ReadonlyMap<string, ListOfDocuments>, readonly string[]>();

/** The addresses of a site's lists of documents, page by page. */
export function documentListPaths(site: SiteContent): readonly string[] {
  const all = listsOfDocuments(site);
  const known = paths.get(all);
  if (known) return known;
  const made = [...all].flatMap(([address, { documents }]) => [
    address,
    ...olderListPages(address, documents.length),
  ]);
  paths.set(all, made);
  return made;
}

/** The registers of authorities under their former names, and where each is now. */
export function formerRegisters(site: SiteContent): { path: string; movedTo: string }[] {
  const all = listsOfDocuments(site);
  return (site.settings.issuers ?? []).flatMap(({ name, formerly }) =>
    formerly.flatMap((former) => {
      const [from, to] = [slugOf(former), slugOf(name)];
      const { documents } = all.get(documentIssuerAddress(to)) ?? { documents: [] };
      const own = documents.filter(({ data }) => slugOf(data.issuer) === from);
      if (from === to || documents.length === 0) return [];
      const years = [...Map.groupBy(own, ({ year }) => year)];
      return [
        ...leads(documentIssuerAddress(from), documentIssuerAddress(to), own.length),
        ...years.flatMap(([year, { length }]) =>
          leads(documentIssuerAddress(from, year), documentIssuerAddress(to, year), length),
        ),
      ];
    }),
  );
}

/** Its older pages held other documents than those of the new list do: they lead to its beginning. */
const leads = (from: string, movedTo: string, count: number) =>
  [from, ...olderListPages(from, count)].map((path) => ({ path, movedTo }));
