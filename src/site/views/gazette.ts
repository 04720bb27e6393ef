import type { Content, SiteContent } from "../../content-store/content.ts";
import {
  documentsIn,
  gazetteAddress,
  gazettesAddress,
  gazettesOf,
  gazetteYearAddress,
  gazetteYears,
  type GazetteEntry,
} from "../../content-store/gazettes.ts";
import { shownDay, type ShownDay } from "../dates.ts";
import { articleHtml } from "./article-html.ts";
import { shownFile, type ShownFile } from "./attachment.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { documentRow, type DocumentRow } from "./document-row.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link, type MenuLink } from "./link.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { wordsIn } from "../words/words.ts";

/** An issue as a list names it. */
export interface GazetteRow {
  address: string;
  title: string;
  publishedOn: ShownDay;
  count: number;
  file: ShownFile | undefined;
}

/** The issues of a year. */
export interface GazetteList {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  heading: string;
  issues: GazetteRow[];
  years: MenuLink[];
}

/** One issue with its documents. */
export interface GazettePage extends GazetteRow {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  documents: DocumentRow[];
  /** Numbers of documents that the site does not have. */
  others: string[];
  html: string;
  version: ShownVersion | undefined;
}

/** The page at `/cong-bao`, which shows the newest year, and of a year. */
export function gazetteList(content: Content, site: SiteContent, asked?: string): GazetteList | undefined {
  const years = gazetteYears(site);
  const year = asked ?? years[0];
  if (year === undefined || !years.includes(year)) return undefined;
  const words = wordsIn(site.settings.language);
  const own = { label: words.gazette.name, address: gazettesAddress };
  const heading = asked === undefined ? own.label : words.gazette.ofYear(year);
  const address = asked === undefined ? gazettesAddress : gazetteYearAddress(year);
  const crumbs = [homeLink(words), ...(asked === undefined ? [] : [own])];
  return {
    head: documentHead(site, address, heading, {
      description: words.gazette.about,
      structuredData: [breadcrumbList(site, [...crumbs, { label: heading, address }])],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    heading,
    issues: gazettesOf(site)
      .filter((issue) => issue.year === year)
      .map((issue) => rowOf(site, issue)),
    years: years.map((one) => ({
      label: words.dates.year(one),
      address: gazetteYearAddress(one),
      current: one === year,
    })),
  };
}

/** The page at `/cong-bao/<year>/<slug>`. */
export function gazettePage(
  content: Content,
  site: SiteContent,
  year = "",
  slug = "",
): GazettePage | undefined {
  const entry = site.entries.gazette.find((one) => one.year === year && one.slug === slug);
  if (!entry) return undefined;
  const words = wordsIn(site.settings.language);
  const row = rowOf(site, entry);
  const crumbs = [
    homeLink(words),
    { label: words.gazette.name, address: gazettesAddress },
    { label: words.dates.year(year), address: gazetteYearAddress(year) },
  ];
  const documents = documentsIn(site, entry);
  return {
    ...row,
    head: documentHead(site, row.address, row.title, {
      description: words.gazette.described(row.title, row.publishedOn.short, row.count),
      structuredData: [breadcrumbList(site, [...crumbs, { label: row.title, address: row.address }])],
    }),
    frame: frameOf(content, site, row.address),
    crumbs,
    documents: documents.flatMap(({ entry: document }) =>
      document ? [documentRow(content, site, document)] : [],
    ),
    others: documents.flatMap(({ number, entry: document }) => (document ? [] : [number])),
    html: articleHtml(site.html(entry), words),
    version: shownVersion(entry.record),
  };
}

/** The issues that print a document, as links. */
export const gazetteLink = (entry: GazetteEntry): Link => ({
  label: entry.data.title,
  address: gazetteAddress(entry),
});

function rowOf(site: SiteContent, entry: GazetteEntry): GazetteRow {
  const { title, publishedOn, documents, file } = entry.data;
  const words = wordsIn(site.settings.language);
  return {
    address: gazetteAddress(entry),
    title,
    publishedOn: shownDay(publishedOn, words),
    count: documents.length,
    file: file === undefined ? undefined : shownFile(site, file, words.gazette.whole),
  };
}
