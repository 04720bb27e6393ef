import { compare } from "../foundation/compare.ts";
import { documentSlug } from "../content-model/document-number.ts";
import { slugOf } from "../content-model/slug.ts";
import type { DocumentEntry, NewsEntry, SiteContent } from "./content.ts";

/** A site's documents arranged for look-ups; lists hold those that readers see, newest first. */
export interface DocumentIndex {
  visible: readonly DocumentEntry[];
  byYear: ReadonlyMap<string, readonly DocumentEntry[]>;
  byType: ReadonlyMap<string, readonly DocumentEntry[]>;
  /** By the slug of the authority's present name. */
  byIssuer: ReadonlyMap<string, IssuerRegister>;
  /** By address below `/van-ban`: `2026/12-2026-qd-ubnd`; withdrawn ones too. */
  byPlace: ReadonlyMap<string, DocumentEntry>;
  /** By number as a slug, oldest first: a number that begins at 1 each year names several. */
  byNumber: ReadonlyMap<string, readonly DocumentEntry[]>;
  /** Those that change, replace, guide or are replaced by a number. */
  relatedTo: ReadonlyMap<string, readonly DocumentEntry[]>;
}

/** How many of the newest documents the search knows by their words: a register of hundreds of thousands outgrows every index. */
const mostInSearch = 5000;

/** The documents that the search knows by their words, newest first; older ones are looked up by number or found in lists. */
export const documentsInSearch = ({ visible }: Pick<DocumentIndex, "visible">): readonly DocumentEntry[] =>
  visible.slice(0, mostInSearch);

/** A register of one authority's documents, those of its former names among them. */
export interface IssuerRegister {
  /** As it is called now. */
  name: string;
  documents: readonly DocumentEntry[];
}

// By the list, which stays the same object as long as it says the same, and by what authorities were renamed.
const indexes = new WeakMap<readonly DocumentEntry[], Map<string, DocumentIndex>>();

/** The index of a site's documents, made once for each list of them. */
export function documentIndex({
  entries,
  settings,
}: Pick<SiteContent, "entries" | "settings">): DocumentIndex {
  const known = indexes.get(entries.document) ?? new Map<string, DocumentIndex>();
  indexes.set(entries.document, known);
  const renamed = JSON.stringify(settings.issuers ?? []);
  const index = known.get(renamed) ?? buildIndex(entries.document, currentNames(settings));
  known.set(renamed, index);
  return index;
}

/** The present name of each authority that had another. */
function currentNames({ issuers = [] }: SiteContent["settings"]): ReadonlyMap<string, string> {
  return new Map(issuers.flatMap(({ name, formerly }) => formerly.map((former) => [slugOf(former), name])));
}

function buildIndex(
  documents: readonly DocumentEntry[],
  renamed: ReadonlyMap<string, string>,
): DocumentIndex {
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
    byIssuer: registersOf(visible, renamed),
    byPlace: new Map(documents.map((entry) => [placeOf(entry), entry])),
    byNumber: Map.groupBy(oldestFirst, ({ data }) => documentSlug(data.number)),
    relatedTo: grouped(
      documents.flatMap((entry) =>
        relationsOf(entry).map((number) => [documentSlug(number), entry] as const),
      ),
    ),
  };
}

function registersOf(
  visible: readonly DocumentEntry[],
  renamed: ReadonlyMap<string, string>,
): ReadonlyMap<string, IssuerRegister> {
  const names = new Map<string, string>();
  const nameOf = ({ data }: DocumentEntry) => {
    const known = names.get(data.issuer) ?? renamed.get(slugOf(data.issuer)) ?? data.issuer;
    names.set(data.issuer, known);
    return known;
  };
  const groups = Map.groupBy(visible, nameOf);
  const registers = new Map<string, IssuerRegister>();
  for (const [name, documents] of groups) {
    const slug = slugOf(name);
    const same = registers.get(slug);
    // Spellings that differ in accents or case alone are one authority, named as its newest document has it.
    registers.set(
      slug,
      same
        ? { name: same.name, documents: visible.filter((entry) => slugOf(nameOf(entry)) === slug) }
        : { name, documents },
    );
  }
  return registers;
}

/** The register that a document stands in by who issued it, as it is named in addresses. */
export function issuerSlug({ settings }: Pick<SiteContent, "settings">, { data }: DocumentEntry): string {
  const slug = slugOf(data.issuer);
  return slugOf(currentNames(settings).get(slug) ?? data.issuer);
}

const placeOf = ({ year, slug }: DocumentEntry) => `${year}/${slug}`;

/** The numbers that a document says it changes, replaces, guides or is replaced by. */
export function relationsOf({ data }: DocumentEntry): string[] {
  return [data.amends, data.replaces, data.replacedBy, data.guides].flatMap((numbers) => numbers ?? []);
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
