import { entryKinds } from "../../content-model/entry-kinds.ts";
import { pageKindNames } from "../../content-model/page-kind-names.ts";
import { sectionAddress } from "../../content-store/addresses.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { documentIndex } from "../../content-store/document-index.ts";
import { documentTypeAddress } from "../../content-store/document-lists.ts";
import { documentTypeName, documentTypes } from "../../content-model/document-types.ts";
import { organisationOf } from "../../content-store/organisation.ts";
import { newsMonths, yearAddress } from "../../content-store/news-months.ts";
import type { Link } from "./link.ts";
import { newsIndex } from "./news-index.ts";
import { wordsIn, type Words } from "../words/words.ts";

/** Links that lead through everything of a site without a search: by kind, section and year. */
export interface BrowseGroup {
  heading: string;
  links: (Link & { count?: number })[];
}

/** The ways through a site; groups without links are left out. */
export function browseGroups(site: SiteContent): BrowseGroup[] {
  const words = wordsIn(site.settings.language);
  const { browse } = words;
  const { visible, bySection } = newsIndex(site);
  const sections = site.sections.map(({ id, name }) => ({
    label: name,
    address: sectionAddress(id),
    count: bySection.get(id)?.length ?? 0,
  }));
  return [
    {
      heading: browse.byKind,
      links: [{ label: browse.articles, address: "/tin-tuc", count: visible.length }, ...kinds(site, words)],
    },
    { heading: browse.bySection, links: sections.filter(({ count }) => count > 0) },
    { heading: browse.byYear, links: years(site) },
    { heading: browse.documentsByType, links: documentLists(site) },
    {
      heading: browse.introduction,
      links: site.pages.map(({ slug, data }) => ({ label: data.title, address: `/${slug}` })),
    },
  ].filter(({ links }) => links.length > 0);
}

/** The first page of each kind of entries that the site has. */
function kinds(site: SiteContent, { dossiers }: Words): BrowseGroup["links"] {
  const names = pageKindNames[site.settings.language];
  const { entries } = site;
  const { units, people } = organisationOf(site);
  return [
    { label: names.document, address: entryKinds.document.at, count: documentIndex(site).visible.length },
    { label: names.piece, address: entryKinds.piece.at, count: entries.piece.length },
    { label: dossiers.name, address: entryKinds.dossier.at, count: entries.dossier.length },
    { label: names.question, address: entryKinds.question.at, count: entries.question.length },
    { label: names.gazette, address: entryKinds.gazette.at, count: entries.gazette.length },
    { label: names.consultation, address: entryKinds.consultation.at, count: entries.consultation.length },
    { label: names.week, address: entryKinds.week.at, count: entries.week.length },
    { label: names.unit, address: entryKinds.unit.at, count: units.length },
    { label: names.person, address: entryKinds.person.at, count: people.length },
  ].filter(({ count }) => count > 0);
}

function documentLists(site: SiteContent): BrowseGroup["links"] {
  const { byType } = documentIndex(site);
  return documentTypes.flatMap(({ id }) => {
    const count = byType.get(id)?.length ?? 0;
    const label = documentTypeName(id, site.settings.language);
    return count > 0 ? [{ label, address: documentTypeAddress(id), count }] : [];
  });
}

/** The archive of each year, newest first. */
function years(site: SiteContent): BrowseGroup["links"] {
  const counts = new Map<string, number>();
  for (const [month, entries] of newsMonths(site)) {
    const year = month.slice(0, 4);
    counts.set(year, (counts.get(year) ?? 0) + entries.length);
  }
  return [...counts].map(([year, count]) => ({ label: year, address: yearAddress(year), count }));
}
