import { documentSlug } from "../../content-model/document-number.ts";
import { documentFieldName, documentTypeName } from "../../content-model/document-types.ts";
import { validityOn, type Validity } from "../../content-model/document-validity.ts";
import type { Language } from "../../content-model/site.ts";
import type { Content, DocumentEntry, NewsEntry, SiteContent } from "../../content-store/content.ts";
import {
  documentIndex,
  documentNamed,
  issuerSlug,
  newsNamingDocuments,
  slugIn,
} from "../../content-store/document-index.ts";
import {
  documentFieldAddress,
  documentIssuerAddress,
  documentsAddress,
  documentTypeAddress,
  documentYearAddress,
} from "../../content-store/document-lists.ts";
import { documentAddress } from "../../content-store/document-pages.ts";
import { gazettesWith } from "../../content-store/gazettes.ts";
import { compare } from "../../foundation/compare.ts";
import { vietnamDay } from "../../foundation/vietnam-time.ts";
import { shownDay, type ShownDay } from "../dates.ts";
import { articleHtml } from "./article-html.ts";
import { shownFile, type ShownFile } from "./attachment.ts";
import { absolute, breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { shownValidity, type ShownValidity } from "./document-row.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { storyOf, type Story } from "./story.ts";
import { gazetteLink } from "./gazette.ts";
import { shownVersion, type ShownVersion } from "./version.ts";
import { wordsIn } from "../words/words.ts";

/** A document that another one changes or replaces; without an address where the site does not have it. */
export interface RelatedDocument {
  number: string;
  excerpt: string | undefined;
  address: string | undefined;
}

/** A relation to other documents: `Thay thế cho`. */
export interface DocumentRelation {
  name: string;
  documents: RelatedDocument[];
}

/** A day in the life of a document. */
export interface DocumentTurn {
  day: ShownDay;
  what: string;
  document: RelatedDocument | undefined;
  /** It has not come yet. */
  ahead: boolean;
}

/** An official document's page; one that was taken back has only what `WithdrawnDocument` says. */
export interface DocumentPage {
  kind: "document";
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  number: string;
  type: Link;
  excerpt: string;
  issuer: Link;
  /** Who signed, as far as it is known: «Chủ tịch», «Phó Chủ tịch Nguyễn Văn An». */
  signer: string | undefined;
  issuedOn: ShownDay;
  effectiveFrom: ShownDay | undefined;
  expiredOn: ShownDay | undefined;
  field: Link | undefined;
  validity: ShownValidity | undefined;
  /** What happened to it and will, oldest first. */
  timeline: DocumentTurn[];
  /** Those that took its place. */
  successors: RelatedDocument[];
  files: ShownFile[];
  relations: DocumentRelation[];
  html: string;
  /** Issues of the gazette that print it. */
  gazettes: Link[];
  /** Articles that name it or link to it. */
  news: Story[];
  version: ShownVersion | undefined;
}

/** What stays at the address of a document that was taken back. */
export interface WithdrawnDocument {
  kind: "withdrawn";
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  title: string;
  issuedOn: ShownDay;
  reason: string;
}

const mostNews = 6;

/** The page at `/van-ban/<year>/<slug>`. */
export function documentPage(
  content: Content,
  site: SiteContent,
  year = "",
  slug = "",
): DocumentPage | WithdrawnDocument | undefined {
  const entry = documentIndex(site).byPlace.get(`${year}/${slug}`);
  if (!entry) return undefined;
  const { data } = entry;
  const { language } = site.settings;
  const words = wordsIn(language);
  const name = nameOf(entry, language);
  const crumbs = [
    homeLink(words),
    { label: words.documents.name, address: documentsAddress },
    { label: words.dates.year(entry.year), address: documentYearAddress(entry.year) },
  ];
  if (data.withdrawn) return withdrawnDocument(content, site, entry, crumbs.slice(0, 2));
  const address = documentAddress(entry);
  const relations = relationsAround(site, entry);
  const files = (data.attachments ?? []).flatMap(
    ({ file, label }) => shownFile(site, file, label ?? name) ?? [],
  );
  return {
    kind: "document",
    head: documentHead(site, address, `${name}: ${data.excerpt}`, {
      description: words.documents.one(name, shownDay(data.issuedOn, words).short, data.issuer, data.excerpt),
      type: "article",
      structuredData: [
        legislation(content, site, entry, files),
        breadcrumbList(site, [...crumbs, { label: data.number, address }]),
      ],
    }),
    frame: frameOf(content, site, address),
    crumbs,
    number: data.number,
    type: { label: documentTypeName(data.type, language), address: documentTypeAddress(data.type) },
    excerpt: data.excerpt,
    issuer: { label: data.issuer, address: documentIssuerAddress(issuerSlug(site, entry)) },
    signer: signerOf(entry),
    issuedOn: shownDay(data.issuedOn, words),
    effectiveFrom: data.effectiveFrom === undefined ? undefined : shownDay(data.effectiveFrom, words),
    expiredOn: data.expiredOn === undefined ? undefined : shownDay(data.expiredOn, words),
    field:
      data.field === undefined
        ? undefined
        : { label: documentFieldName(data.field, language), address: documentFieldAddress(data.field) },
    validity: shownValidity(content, entry, words),
    timeline: timelineOf(content, site, entry),
    successors: relations.find(({ name: of }) => of === words.documents.replacedBy)?.documents ?? [],
    files,
    relations,
    gazettes: gazettesWith(site, entry).map(gazetteLink),
    html: articleHtml(site.html(entry), words),
    news: newsAbout(site, entry)
      .slice(0, mostNews)
      .map((other) => storyOf(site, other)),
    version: shownVersion(entry.record),
  };
}

const nameOf = ({ data }: DocumentEntry, language: Language) =>
  `${documentTypeName(data.type, language)} ${data.number}`;

const fieldOf = ({ data }: DocumentEntry, language: Language) =>
  data.field === undefined ? undefined : documentFieldName(data.field, language);

const signerOf = ({ data: { signerTitle, signer } }: DocumentEntry): string | undefined =>
  [signerTitle, signer].filter((part) => part !== undefined).join(" ") || undefined;

function withdrawnDocument(
  content: Content,
  site: SiteContent,
  entry: DocumentEntry,
  crumbs: Link[],
): WithdrawnDocument {
  const address = documentAddress(entry);
  const { language } = site.settings;
  const words = wordsIn(language);
  return {
    kind: "withdrawn",
    head: documentHead(site, address, words.withdrawn.document, { hidden: true }),
    frame: frameOf(content, site, address),
    crumbs,
    title: `${nameOf(entry, language)}: ${entry.data.excerpt}`,
    issuedOn: shownDay(entry.data.issuedOn, words),
    reason: entry.data.withdrawnReason ?? "",
  };
}

/** What a document says of others, and what others say of it. */
function relationsAround(site: SiteContent, entry: DocumentEntry): DocumentRelation[] {
  const { documents } = wordsIn(site.settings.language);
  const around = documentsAround(site, entry);
  const shown = (related: readonly Related[]) =>
    related.map(({ number, entry: other }) => relatedDocument(number, other));
  return [
    { name: documents.amends, documents: shown(around.amends) },
    { name: documents.amendedBy, documents: shown(around.amendedBy) },
    { name: documents.replaces, documents: shown(around.replaces) },
    { name: documents.replacedBy, documents: shown(around.replacedBy) },
    { name: documents.guides, documents: shown(around.guides) },
    { name: documents.guidedBy, documents: shown(around.guidedBy) },
  ].filter((relation) => relation.documents.length > 0);
}

/** A number that stands in a relation, and the document that is meant by it if the site has it. */
interface Related {
  number: string;
  entry: DocumentEntry | undefined;
}

type RelationName = "amends" | "amendedBy" | "replaces" | "replacedBy" | "guides" | "guidedBy";

function documentsAround(site: SiteContent, entry: DocumentEntry): Record<RelationName, Related[]> {
  const index = documentIndex(site);
  const { number, issuedOn, amends = [], replaces = [], replacedBy = [], guides = [] } = entry.data;
  const saying = (key: "amends" | "replaces" | "replacedBy" | "guides") =>
    (index.relatedTo.get(documentSlug(number)) ?? []).filter(
      (other) =>
        other !== entry &&
        !other.data.withdrawn &&
        (other.data[key] ?? []).includes(number) &&
        // One that only bears the same number is not meant.
        (key === "replacedBy" ? other.data.issuedOn <= issuedOn : other.data.issuedOn >= issuedOn),
    );
  const earlier = (name: string) => documentNamed(index, documentSlug(name), issuedOn);
  const later = (name: string) =>
    index.byNumber.get(documentSlug(name))?.find(({ data }) => data.issuedOn >= issuedOn && !data.withdrawn);
  const together = (
    numbers: readonly string[],
    find: typeof earlier,
    others: readonly DocumentEntry[],
  ): Related[] => {
    const named = numbers.map((name) => ({ number: name, entry: find(name) }));
    const known = new Set(named.map((one) => one.entry));
    const more = others.filter((other) => !known.has(other));
    return [...named, ...more.map((other) => ({ number: other.data.number, entry: other }))];
  };
  return {
    amends: together(amends, earlier, []),
    amendedBy: together([], later, saying("amends")),
    replaces: together(replaces, earlier, saying("replacedBy")),
    replacedBy: together(replacedBy, later, saying("replaces")),
    guides: together(guides, earlier, []),
    guidedBy: together([], later, saying("guides")),
  };
}

/** What happened to a document: its own days, and those of the documents that changed it. */
function timelineOf(content: Content, site: SiteContent, entry: DocumentEntry): DocumentTurn[] {
  const words = wordsIn(site.settings.language);
  const { turns } = words.documents;
  const { data } = entry;
  const around = documentsAround(site, entry);
  const byOthers = (what: string, related: readonly Related[]) =>
    related.flatMap(({ number, entry: other }) =>
      other
        ? [
            {
              iso: other.data.effectiveFrom ?? other.data.issuedOn,
              what,
              document: relatedDocument(number, other),
            },
          ]
        : [],
    );
  const own = (what: string, iso: string | undefined) =>
    iso === undefined ? [] : [{ iso, what, document: undefined }];
  const today = vietnamDay(content.at);
  const all = [
    ...own(turns.issued, data.issuedOn),
    ...own(turns.effective, data.effectiveFrom),
    ...byOthers(turns.amended, around.amendedBy),
    ...byOthers(turns.guided, around.guidedBy),
    ...own(turns.partlyExpired, data.partlyExpiredOn),
    ...byOthers(turns.replaced, around.replacedBy),
    ...own(turns.expired, data.expiredOn),
  ];
  // One day alone is no story.
  if (all.length < 2) return [];
  return all
    .toSorted((a, b) => compare(a.iso, b.iso))
    .map(({ iso, what, document }) => ({ day: shownDay(iso, words), what, document, ahead: iso > today }));
}

const relatedDocument = (number: string, entry: DocumentEntry | undefined): RelatedDocument => ({
  number,
  excerpt: entry?.data.excerpt,
  address: entry && documentAddress(entry),
});

/** The articles that mean this document, newest first. */
function newsAbout(site: SiteContent, entry: DocumentEntry): NewsEntry[] {
  const index = documentIndex(site);
  return (newsNamingDocuments(site).get(documentSlug(entry.data.number)) ?? []).filter((news) => {
    const day = vietnamDay(new Date(news.data.date));
    return news.documents?.some(
      (name) => slugIn(name) === documentSlug(entry.data.number) && documentNamed(index, name, day) === entry,
    );
  });
}

/** The documents that an article names in its field, as links. */
export function documentsOf(site: SiteContent, { data }: NewsEntry): RelatedDocument[] {
  const day = vietnamDay(new Date(data.date));
  return (data.documents ?? []).map((number) =>
    relatedDocument(number, documentNamed(documentIndex(site), documentSlug(number), day)),
  );
}

const legalForces: Record<Validity, string> = {
  "not-yet": "NotInForce",
  "in-force": "InForce",
  partly: "PartiallyInForce",
  expired: "NotInForce",
};

function legislation(
  content: Content,
  site: SiteContent,
  entry: DocumentEntry,
  files: readonly ShownFile[],
): object {
  const { data } = entry;
  const { language } = site.settings;
  const validity = validityOn(data, vietnamDay(content.at));
  const { amends, replaces } = documentsAround(site, entry);
  const changes = [...amends, ...replaces].flatMap(({ entry: other }) =>
    other ? [{ "@id": absolute(site, documentAddress(other)) }] : [],
  );
  return {
    "@type": "Legislation",
    name: `${nameOf(entry, language)}: ${data.excerpt}`,
    legislationIdentifier: data.number,
    legislationType: documentTypeName(data.type, language),
    legislationDate: data.issuedOn,
    ...(data.effectiveFrom === undefined ? {} : { legislationDateVersion: data.effectiveFrom }),
    legislationPassedBy: { "@type": "Organization", name: data.issuer },
    ...(validity === undefined
      ? {}
      : { legislationLegalForce: `https://schema.org/${legalForces[validity]}` }),
    ...(changes.length > 0 ? { legislationChanges: changes } : {}),
    ...(data.field === undefined ? {} : { about: fieldOf(entry, language) }),
    inLanguage: language,
    url: absolute(site, documentAddress(entry)),
    encoding: files.map(({ address }) => ({
      "@type": "MediaObject",
      contentUrl: absolute(site, address),
    })),
  };
}
