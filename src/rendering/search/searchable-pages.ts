import { newsAddress } from "../../content-model/content-path.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { documentIndex, documentsInSearch } from "../../content-store/document-index.ts";
import { documentAddress } from "../../content-store/document-pages.ts";
import { documentTypeName } from "../../content-model/document-types.ts";
import { pageKindNames } from "../../content-model/page-kind-names.ts";
import { pieceAddress } from "../../content-store/piece-pages.ts";
import { searchablePeople, searchableUnits } from "./organisation.ts";
import { searchableDraftsAndIssues, searchableQuestions, searchableWeeks } from "./calendar-and-questions.ts";
import type { Searchable } from "./searchable.ts";

/** A function for each kind of page that readers can search for. */
const kinds: readonly ((site: SiteContent) => Searchable[])[] = [
  articles,
  staticPages,
  documents,
  pieces,
  searchableUnits,
  searchablePeople,
  searchableWeeks,
  searchableQuestions,
  searchableDraftsAndIssues,
];

/** Everything of a site that can be searched for. */
export function searchablePages(site: SiteContent): Searchable[] {
  return kinds.flatMap((pagesOf) => pagesOf(site));
}

function articles(site: SiteContent): Searchable[] {
  return site.news.map((entry) => ({
    address: newsAddress(entry.year, entry.slug),
    version: entry.oid,
    kind: pageKindNames[site.settings.language].news,
    title: entry.data.title,
    date: entry.data.date,
    section: entry.data.category,
    summary: entry.data.summary,
    people: entry.data.author === undefined ? undefined : [entry.data.author],
    body: () => site.html(entry),
  }));
}

function staticPages(site: SiteContent): Searchable[] {
  return site.pages.map((entry) => ({
    address: `/${entry.slug}`,
    version: entry.oid,
    kind: pageKindNames[site.settings.language].page,
    title: entry.data.title,
    summary: entry.data.summary,
    body: () => site.html(entry),
  }));
}

function documents(site: SiteContent): Searchable[] {
  return documentsInSearch(documentIndex(site)).map((entry) => {
    const attachments = entry.media.flatMap((address) => site.files.get(address) ?? []);
    return {
      address: documentAddress(entry),
      version: [entry.oid, ...attachments.map(({ oid }) => oid)].join(" "),
      kind: pageKindNames[site.settings.language].document,
      title: `${documentTypeName(entry.data.type, site.settings.language)} ${entry.data.number}`,
      date: entry.data.issuedOn,
      unit: entry.data.issuer,
      number: entry.data.number,
      summary: entry.data.excerpt,
      people: [entry.data.signerTitle, entry.data.signer].filter((part) => part !== undefined),
      body: () => site.html(entry),
      attachments,
    };
  });
}

function pieces(site: SiteContent): Searchable[] {
  return site.entries.piece.map((entry) => ({
    address: pieceAddress(entry),
    version: entry.oid,
    kind: pageKindNames[site.settings.language].piece,
    title: entry.data.title,
    date: entry.data.date,
    summary: entry.data.summary,
    people: entry.data.credit === undefined ? undefined : [entry.data.credit],
    body: () =>
      [site.html(entry), ...(entry.data.photos ?? []).map(({ alt, caption }) => caption ?? alt)].join(" "),
  }));
}
