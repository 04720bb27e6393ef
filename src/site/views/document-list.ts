import {
  documentFieldName,
  documentGroupName,
  documentGroups,
  documentTypeName,
  documentTypes,
} from "../../content-model/document-types.ts";
import type { Content, SiteContent } from "../../content-store/content.ts";
import { documentFeeds, openDataAddress } from "../../content-store/document-files.ts";
import { documentIndex } from "../../content-store/document-index.ts";
import {
  documentFieldAddress,
  documentGroupAddress,
  documentIssuerAddress,
  documentsAddress,
  documentTypeAddress,
  documentYearAddress,
  listsOfDocuments,
  type ListOfDocuments,
} from "../../content-store/document-lists.ts";
import { consultationsAddress } from "../../content-store/consultations.ts";
import { gazettesAddress } from "../../content-store/gazettes.ts";
import { fullPages, listPageSize } from "../../content-store/list-pages.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { documentRow, type DocumentRow } from "./document-row.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { pageTitle, paginate, type PageLinks } from "./pagination.ts";
import { wordsIn, type Words } from "../words/words.ts";

/** One page of a list of official documents, newest first. */
export interface DocumentList extends PageLinks {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  heading: string;
  /** `Ban hành từ 01/10/2026 đến 20/11/2026`, on every page but the newest. */
  span: string | undefined;
  documents: DocumentRow[];
  /** Other lists to go on to; the first page of a list has them, which changes with every document anyway. */
  choices: DocumentChoice[];
  /** The feed of what is listed, if that is all documents or those of a type. */
  feed: string | undefined;
  /** Where the same is for programs. */
  openData: Link | undefined;
}

/** Lists of one sort, the one shown marked. */
export interface DocumentChoice {
  heading: string;
  links: (MenuLink & { count: number })[];
}

/** The page at `/van-ban` or below it: `loai/quyet-dinh/nam/2026/trang/2`. Undefined where there is no such list or page. */
export function documentList(content: Content, site: SiteContent, place = ""): DocumentList | undefined {
  const [, path = "", page] = /^(.*?)\/?(?:trang\/(\d+))?$/.exec(place) ?? [];
  const address = path === "" ? documentsAddress : `${documentsAddress}/${path}`;
  const list = listsOfDocuments(site).get(address);
  if (!list) return undefined;
  const words = wordsIn(site.settings.language);
  const numbered = fullPages(list.documents.length);
  const cut = { address, items: list.documents, numbered, size: listPageSize };
  const shown = paginate(cut, page, words);
  if (!shown) return undefined;
  const documents = shown.items.map((entry) => documentRow(content, site, entry));
  const heading = headingOf(site, list, words);
  const crumbs = crumbsOf(site, list, { label: heading, address }, words);
  const first = shown.number === undefined;
  const [feed] = list.year === undefined && (list.by === "all" || list.by === "type") ? feedsOf(list) : [];
  return {
    head: documentHead(site, shown.path, pageTitle(heading, shown.number, words), {
      description: words.documents.described(heading, site.settings.authority ?? site.settings.name),
      structuredData: [breadcrumbList(site, crumbs)],
    }),
    frame: frameOf(content, site, shown.path),
    crumbs: crumbs.slice(0, -1),
    heading,
    span: first ? undefined : spanOf(documents, words),
    documents,
    choices: first ? choicesOf(site, list, address, words) : [],
    feed,
    openData: first ? { label: words.documents.openData, address: openDataAddress } : undefined,
    ...shown.links,
  };
}

const feedsOf = ({ by, value }: ListOfDocuments) => documentFeeds(by === "type" ? value : undefined);

function headingOf(site: SiteContent, list: ListOfDocuments, { documents }: Words): string {
  const { by, value, year } = list;
  if (by === "all") return documents.name;
  if (by === "year") return documents.ofYear(value);
  const name = nameOf(site, list);
  const heading = by === "issuer" ? documents.ofIssuer(name) : by === "group" ? name : documents.ofType(name);
  return year === undefined ? heading : documents.inYear(heading, year);
}

/** What the documents of a list have in common, in words. */
function nameOf(site: SiteContent, { by, value }: ListOfDocuments): string {
  const { language } = site.settings;
  if (by === "type") return documentTypeName(value, language);
  if (by === "field") return documentFieldName(value, language);
  if (by === "group") return documentGroupName(value, language);
  return by === "issuer" ? (documentIndex(site).byIssuer.get(value)?.name ?? value) : value;
}

function crumbsOf(site: SiteContent, list: ListOfDocuments, own: Link, words: Words): Link[] {
  const all = { label: words.documents.name, address: documentsAddress };
  if (list.by === "all") return [homeLink(words), all];
  const whole = list.by === "year" || list.year === undefined ? undefined : { ...list, year: undefined };
  const address = whole && addressOf(whole);
  return [
    homeLink(words),
    all,
    ...(address === undefined || !whole ? [] : [{ label: headingOf(site, whole, words), address }]),
    own,
  ];
}

function addressOf({ by, value }: Pick<ListOfDocuments, "by" | "value">, year?: string): string {
  if (by === "type") return documentTypeAddress(value, year);
  if (by === "issuer") return documentIssuerAddress(value, year);
  if (by === "group") return documentGroupAddress(value, year);
  if (by === "field") return documentFieldAddress(value);
  return by === "year" ? documentYearAddress(value) : documentsAddress;
}

function spanOf(rows: readonly DocumentRow[], { documents }: Words): string | undefined {
  const [newest, oldest] = [rows[0]?.issuedOn.short, rows.at(-1)?.issuedOn.short];
  if (newest === undefined || oldest === undefined) return undefined;
  return newest === oldest ? documents.issuedOn(newest) : documents.issuedBetween(oldest, newest);
}

const withLinks = (choice: DocumentChoice, links: DocumentChoice["links"]): DocumentChoice => ({
  ...choice,
  links: [...choice.links, ...links],
});

/** Registers beside those of documents. */
function otherRegisters(
  { entries }: SiteContent,
  { gazette, consultations }: Words,
): DocumentChoice["links"] {
  return [
    { label: gazette.name, address: gazettesAddress, count: entries.gazette.length, current: false },
    {
      ...{ label: consultations.name, address: consultationsAddress },
      ...{ count: entries.consultation.length, current: false },
    },
  ].filter(({ count }) => count > 0);
}

/** Where to go on from a list: from all to everything there is, from the others to their years and what is in a year. */
function choicesOf(site: SiteContent, list: ListOfDocuments, shown: string, words: Words): DocumentChoice[] {
  const all = listsOfDocuments(site);
  const { language } = site.settings;
  const choice = (heading: string, links: readonly [label: string, address: string][]): DocumentChoice => ({
    heading,
    links: links.flatMap(([label, address]) => {
      const count = all.get(address)?.documents.length ?? 0;
      return count === 0 ? [] : [{ label, address, count, current: address === shown }];
    }),
  });
  const { lists, dates, documents } = words;
  const { byYear, byIssuer } = documentIndex(site);
  const years = [...byYear.keys()].sort().reverse();
  const types = (year?: string) =>
    documentTypes.map(({ id }): [string, string] => [
      documentTypeName(id, language),
      documentTypeAddress(id, year),
    ]);
  const issuers = (year?: string) =>
    [...byIssuer]
      .toSorted(([, a], [, b]) => b.documents.length - a.documents.length || (a.name < b.name ? -1 : 1))
      .map(([slug, { name }]): [string, string] => [name, documentIssuerAddress(slug, year)]);
  const fields = [...all.values()]
    .filter(({ by }) => by === "field")
    .map((one): [string, string] => [nameOf(site, one), addressOf(one)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const made =
    list.by === "all"
      ? [
          withLinks(
            choice(
              documents.registers,
              documentGroups.map(({ id }) => [documentGroupName(id, language), documentGroupAddress(id)]),
            ),
            otherRegisters(site, words),
          ),
          choice(lists.byType, types()),
          choice(
            lists.byYear,
            years.map((year) => [dates.year(year), documentYearAddress(year)]),
          ),
          choice(documents.byField, fields),
          choice(documents.byIssuer, issuers()),
        ]
      : list.by === "year"
        ? [
            choice(lists.byType, types(list.value)),
            choice(documents.byIssuer, issuers(list.value)),
            choice(
              lists.byYear,
              years.map((year) => [dates.year(year), documentYearAddress(year)]),
            ),
          ]
        : list.by === "field"
          ? [choice(documents.byField, fields)]
          : [
              choice(
                lists.byYear,
                years.map((year) => [dates.year(year), addressOf(list, year)]),
              ),
            ];
  return made.filter(({ links }) => links.length > 0);
}
