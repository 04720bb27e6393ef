import { documentTypeName, documentTypes } from "../../content-model/document-types.ts";
import type { Content, DocumentEntry, SiteContent } from "../../content-store/content.ts";
import { documentIndex } from "../../content-store/document-index.ts";
import {
  documentsAddress,
  documentTypeAddress,
  documentYearAddress,
} from "../../content-store/document-pages.ts";
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
  years: MenuLink[];
  types: MenuLink[];
}

interface ListOf {
  address: string;
  heading: string;
  entries: readonly DocumentEntry[];
}

/** A page of all documents; without a number the newest. Undefined where there is no such page. */
export function documentList(content: Content, site: SiteContent, page?: string): DocumentList | undefined {
  const entries = documentIndex(site).visible;
  const heading = wordsIn(site.settings.language).documents.name;
  return listPage(content, site, { address: documentsAddress, heading, entries }, page);
}

/** A page of a year's documents. */
export function documentYear(
  content: Content,
  site: SiteContent,
  year = "",
  page?: string,
): DocumentList | undefined {
  const entries = documentIndex(site).byYear.get(year) ?? [];
  const heading = wordsIn(site.settings.language).documents.ofYear(year);
  const list = { address: documentYearAddress(year), heading, entries };
  return listPage(content, site, list, page);
}

/** A page of the documents of one type. */
export function documentsOfType(
  content: Content,
  site: SiteContent,
  type = "",
  page?: string,
): DocumentList | undefined {
  const entries = documentIndex(site).byType.get(type) ?? [];
  const { language } = site.settings;
  const heading = wordsIn(language).documents.ofType(documentTypeName(type, language));
  const list = { address: documentTypeAddress(type), heading, entries };
  return listPage(content, site, list, page);
}

function listPage(
  content: Content,
  site: SiteContent,
  { address, heading, entries }: ListOf,
  page: string | undefined,
): DocumentList | undefined {
  if (entries.length === 0) return undefined;
  const words = wordsIn(site.settings.language);
  const numbered = fullPages(entries.length);
  const shown = paginate({ address, items: entries, numbered, size: listPageSize }, page, words);
  if (!shown) return undefined;
  const { number, path } = shown;
  const documents = shown.items.map((entry) => documentRow(site, entry));
  const crumbs = [
    homeLink(words),
    { label: words.documents.name, address: documentsAddress },
    ...(address === documentsAddress ? [] : [{ label: heading, address }]),
  ];
  const title = pageTitle(heading, number, words);
  return {
    head: documentHead(site, path, title, {
      description: words.documents.described(heading, site.settings.authority ?? site.settings.name),
      structuredData: [breadcrumbList(site, crumbs)],
    }),
    frame: frameOf(content, site, path),
    crumbs: crumbs.slice(0, -1),
    heading,
    span: number === undefined ? undefined : spanOf(documents, words),
    documents,
    ...choices(site, address),
    ...shown.links,
  };
}

function spanOf(rows: readonly DocumentRow[], { documents }: Words): string | undefined {
  const [newest, oldest] = [rows[0]?.issuedOn.short, rows.at(-1)?.issuedOn.short];
  if (newest === undefined || oldest === undefined) return undefined;
  return newest === oldest ? documents.issuedOn(newest) : documents.issuedBetween(oldest, newest);
}

/** The years and types there are, the one shown marked. */
function choices(site: SiteContent, shown: string): Pick<DocumentList, "years" | "types"> {
  const { byYear, byType } = documentIndex(site);
  const { language } = site.settings;
  const { dates } = wordsIn(language);
  const link = (label: string, address: string) => ({ label, address, current: address === shown });
  return {
    years: [...byYear.keys()]
      .sort()
      .reverse()
      .map((year) => link(dates.year(year), documentYearAddress(year))),
    types: documentTypes
      .filter(({ id }) => byType.has(id))
      .map(({ id }) => link(documentTypeName(id, language), documentTypeAddress(id))),
  };
}
