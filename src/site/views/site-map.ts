import { entryKinds } from "../../content-model/entry-kinds.ts";
import { sectionAddress } from "../../content-store/addresses.ts";
import type { Content, ListedKind, SiteContent } from "../../content-store/content.ts";
import { casesAddress } from "../../content-store/cases.ts";
import { documentIndex } from "../../content-store/document-index.ts";
import { documentsAddress, documentYearAddress } from "../../content-store/document-lists.ts";
import { pieceKinds } from "../../content-model/piece.ts";
import { piecesOf } from "../../content-store/piece-pages.ts";
import { archiveYears, yearAddress } from "../../content-store/news-months.ts";
import { tagsAddress } from "../../content-store/tags.ts";
import { breadcrumbList, documentHead, type DocumentHead } from "./document-head.ts";
import { frameOf, type Frame } from "./frame.ts";
import { homeLink, type Link } from "./link.ts";
import { linksLink } from "./links-page.ts";
import { organisationLinks } from "./organisation-links.ts";
import { pieceKindLink } from "./piece.ts";
import { wordsIn, type Words } from "../words/words.ts";

/** The map of a site for people: every list and page there is. */
export interface SiteMapPage {
  head: DocumentHead;
  frame: Frame;
  crumbs: Link[];
  groups: SiteMapGroup[];
}

export interface SiteMapGroup {
  heading: string;
  links: Link[];
}

export const siteMapLink = ({ siteMap }: Words): Link => ({ label: siteMap.name, address: "/so-do-trang" });

/** The page at `/so-do-trang`. */
export function siteMapPage(content: Content, site: SiteContent): SiteMapPage {
  const words = wordsIn(site.settings.language);
  const { label, address } = siteMapLink(words);
  const frame = frameOf(content, site, address);
  return {
    head: documentHead(site, address, label, {
      structuredData: [breadcrumbList(site, [homeLink(words), siteMapLink(words)])],
    }),
    frame,
    crumbs: [homeLink(words)],
    groups: [...ownGroups(site, words), frame.otherSites].filter(({ links }) => links.length > 0),
  };
}

function documentLinks(site: SiteContent, { documents }: Words): Link[] {
  const { byYear } = documentIndex(site);
  if (byYear.size === 0) return [];
  return [
    { label: documents.all, address: documentsAddress },
    ...[...byYear.keys()].map((year) => ({
      label: documents.ofYear(year),
      address: documentYearAddress(year),
    })),
  ];
}

/** The kinds of entries that have a first page of their own. */
function kindLinks(
  { entries }: SiteContent,
  { dossiers, calendar, questions, consultations, gazette }: Words,
): Link[] {
  const names: [ListedKind, string][] = [
    ["dossier", dossiers.name],
    ["week", calendar.name],
    ["consultation", consultations.name],
    ["gazette", gazette.name],
    ["question", questions.name],
  ];
  return names.flatMap(([kind, label]) =>
    entries[kind].length > 0 ? [{ label, address: entryKinds[kind].at }] : [],
  );
}

function ownGroups(site: SiteContent, words: Words): SiteMapGroup[] {
  const { siteMap, news } = words;
  return [
    {
      heading: siteMap.general,
      links: site.pages.map(({ slug, data }) => ({ label: data.title, address: `/${slug}` })),
    },
    { heading: siteMap.kinds, links: kindLinks(site, words) },
    { heading: words.organisation.name, links: organisationLinks(site) },
    {
      heading: siteMap.newsBySection,
      links: [
        { label: news.all, address: "/tin-tuc" },
        ...site.sections.map(({ id, name }) => ({ label: name, address: sectionAddress(id) })),
      ],
    },
    {
      heading: news.archive,
      links: [
        ...archiveYears(site).map((year) => ({ label: news.ofYear(year), address: yearAddress(year) })),
        { label: words.tags.name, address: tagsAddress },
      ],
    },
    {
      heading: words.documents.name,
      links: documentLinks(site, words),
    },
    {
      heading: words.multimedia.name,
      links: pieceKinds
        .filter(({ id }) => piecesOf(site, id).length > 0)
        .map((kind) => pieceKindLink(site, kind)),
    },
    {
      heading: siteMap.tools,
      links: [
        homeLink(words),
        { label: words.finding.search, address: "/tim-kiem" },
        ...(site.cases.size > 0 ? [{ label: words.cases.name, address: casesAddress }] : []),
        linksLink(words),
        { label: siteMap.feed, address: "/rss.xml" },
      ],
    },
  ];
}
