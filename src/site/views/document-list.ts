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
import { paginate, type PageLinks } from "./pagination.ts";

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
  return listPage(content, site, { address: documentsAddress, heading: "Văn bản", entries }, page);
}

/** A page of a year's documents. */
export function documentYear(
  content: Content,
  site: SiteContent,
  year = "",
  page?: string,
): DocumentList | undefined {
  const entries = documentIndex(site).byYear.get(year) ?? [];
  const list = { address: documentYearAddress(year), heading: `Văn bản năm ${year}`, entries };
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
  const list = { address: documentTypeAddress(type), heading: `Văn bản: ${documentTypeName(type)}`, entries };
  return listPage(content, site, list, page);
}

function listPage(
  content: Content,
  site: SiteContent,
  { address, heading, entries }: ListOf,
  page: string | undefined,
): DocumentList | undefined {
  if (entries.length === 0) return undefined;
  const numbered = fullPages(entries.length);
  const shown = paginate({ address, items: entries, numbered, size: listPageSize }, page);
  if (!shown) return undefined;
  const { number, path } = shown;
  const documents = shown.items.map((entry) => documentRow(site, entry));
  const crumbs = [
    homeLink,
    { label: "Văn bản", address: documentsAddress },
    ...(address === documentsAddress ? [] : [{ label: heading, address }]),
  ];
  const title = number === undefined ? heading : `${heading}, trang ${String(number)}`;
  return {
    head: documentHead(site, path, title, {
      description: `${heading} do ${site.settings.authority ?? site.settings.name} và các cơ quan ban hành, có tệp để tải về.`,
      structuredData: [breadcrumbList(site, crumbs)],
    }),
    frame: frameOf(content, site, path),
    crumbs: crumbs.slice(0, -1),
    heading,
    span: number === undefined ? undefined : spanOf(documents),
    documents,
    ...choices(site, address),
    ...shown.links,
  };
}

function spanOf(documents: readonly DocumentRow[]): string | undefined {
  const [newest, oldest] = [documents[0]?.issuedOn.short, documents.at(-1)?.issuedOn.short];
  if (newest === undefined || oldest === undefined) return undefined;
  return newest === oldest ? `Ban hành ngày ${newest}` : `Ban hành từ ${oldest} đến ${newest}`;
}

/** The years and types there are, the one shown marked. */
function choices(site: SiteContent, shown: string): Pick<DocumentList, "years" | "types"> {
  const { byYear, byType } = documentIndex(site);
  const link = (label: string, address: string) => ({ label, address, current: address === shown });
  return {
    years: [...byYear.keys()]
      .sort()
      .reverse()
      .map((year) => link(`Năm ${year}`, documentYearAddress(year))),
    types: documentTypes
      .filter(({ id }) => byType.has(id))
      .map(({ id, name }) => link(name, documentTypeAddress(id))),
  };
}
