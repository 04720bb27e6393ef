import { compare } from "../foundation/compare.ts";
import { documentSlug } from "../content-model/document-number.ts";
import type { DocumentEntry, NewsEntry, SiteContent } from "./content.ts";

/** A site's documents arranged for look-ups; lists hold those that readers see, newest first. */
export interface DocumentIndex {
  visible: readonly DocumentEntry[];
  byYear: ReadonlyMap<string, readonly DocumentEntry[]>;
  byType: ReadonlyMap<string, readonly DocumentEntry[]>;
  /** By address below `/van-ban`: `2026/12-2026-qd-ubnd`; withdrawn ones too. */
  byPlace: ReadonlyMap<string, DocumentEntry>;
  /** By number as a slug, oldest first: a number that begins at 1 each year names several. */
  byNumber: ReadonlyMap<string, readonly DocumentEntry[]>;
  /** Those that change, replace or are replaced by a number. */
  relatedTo: ReadonlyMap<string, readonly DocumentEntry[]>;
}

// By the list, which stays the same object as long as it says the same.
const indexes = new WeakMap<readonly DocumentEntry[], DocumentIndex>();

/** The index of a site's documents, made once for each list of them. */
export function documentIndex({ entries }: Pick<SiteContent, "entries">): DocumentIndex {
  const known = indexes.get(entries.document);
  if (known) return known;
  const index = buildIndex(entries.document);
  indexes.set(entries.document, index);
  return index;
}

function buildIndex(documents: readonly DocumentEntry[]): DocumentIndex {
  const oldestFirst = documents.toSorted(
    (a, b) =>
      compare(a.data.issuedOn, b.data.issuedOn) ||
      Number.parseInt(a.data.number) - Number.parseInt(b.data.number) ||
      compare(a.file, b.file),
  );
  const visible = oldestFirst.filter(({ data }) => !data.withdrawn).reverse();
  return {
    visible,
    byYear: Map.groupBy(visible, ({ year }) => year),
    byType: Map.groupBy(visible, ({ data }) => data.type),
    byPlace: new Map(documents.map((entry) => [placeOf(entry), entry])),
    byNumber: Map.groupBy(oldestFirst, ({ data }) => documentSlug(data.number)),
    relatedTo: grouped(
      documents.flatMap((entry) =>
        relationsOf(entry).map((number) => [documentSlug(number), entry] as const),
      ),
    ),
  };
}

const placeOf = ({ year, slug }: DocumentEntry) => `${year}/${slug}`;

/** The numbers that a document says it changes, replaces or is replaced by. */
export function relationsOf({ data }: DocumentEntry): string[] {
  return [data.amends, data.replaces, data.replacedBy].flatMap((numbers) => numbers ?? []);
}

/**
 * The document that is meant by a name (`documentsNamedIn`) or a number as a slug, in something of a given day: of several
 * with one number the last one issued by then. Documents that were taken back are not meant.
 */
export function documentNamed(index: DocumentIndex, name: string, by: string): DocumentEntry | undefined {
  const found = name.includes("/")
    ? index.byPlace.get(name)
    : index.byNumber.get(name)?.findLast(({ data }) => data.issuedOn <= by && !data.withdrawn);
  return found?.data.withdrawn ? undefined : found;
}

const mentions = new WeakMap<readonly NewsEntry[], ReadonlyMap<string, readonly NewsEntry[]>>();

/** The articles that name a document, newest first, by its number as a slug: whichever year they mean. */
export function newsNamingDocuments({
  news,
}: Pick<SiteContent, "news">): ReadonlyMap<string, readonly NewsEntry[]> {
  const known = mentions.get(news);
  if (known) return known;
  const found = grouped(
    news.flatMap((entry) => (entry.documents ?? []).map((name) => [slugIn(name), entry] as const)),
  );
  mentions.set(news, found);
  return found;
}

/** The number in a name that may begin with a year. */
export const slugIn = (name: string): string => name.slice(name.indexOf("/") + 1);

function grouped<Item>(pairs: readonly (readonly [string, Item])[]): Map<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const [key, item] of pairs) {
    const group = groups.get(key);
    if (!group) groups.set(key, [item]);
    // One entry may name a number twice, with its year and without.
    else if (group.at(-1) !== item) group.push(item);
  }
  return groups;
}
