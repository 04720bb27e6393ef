import { newsAddress } from "../content-model/content-path.ts";
import { readEventAddress } from "../content-model/event-address.ts";
import {
  atomAddress,
  documentsMap,
  newsMap,
  pagesMap,
  rssAddress,
  sectionAddress,
  sitemapAddress,
} from "../content-store/addresses.ts";
import { caseCandidates } from "../content-store/cases.ts";
import type { NewsEntry, SiteContent } from "../content-store/content.ts";
import { documentIndex } from "../content-store/document-index.ts";
import { kindCandidates } from "../content-store/kind-pages.ts";
import { tagsAddress } from "../content-store/tags.ts";
import { weekAddress } from "../content-store/weeks.ts";
import { archiveCandidates } from "./candidates/archive-candidates.ts";
import { changedListPages } from "./candidates/changed-list-pages.ts";
import { tagCandidates } from "./candidates/tag-candidates.ts";
import { newsIndex } from "./views/news-index.ts";
import { mayRelateTo } from "./views/related.ts";

/** The addresses whose page may differ between two contents of a site with the same surroundings. */
export function candidatePaths(before: SiteContent, after: SiteContent): Set<string> {
  const changed = changedEntries(before, after);
  return new Set([
    ...fixedPaths(after),
    ...[...before.pages, ...after.pages].map(({ slug }) => `/${slug}`),
    ...yearsOf(changed).map(sitemapAddress),
    ...documentYears(before, after).map((year) => sitemapAddress(documentsMap(year))),
    ...[before, after].flatMap((site) => articlePaths(changed, site)),
    ...listPaths(before, after, changed),
    ...kindCandidates(before, after),
    ...caseCandidates(before, after),
    ...archiveCandidates(before, after, changed),
    ...tagCandidates(before, after, changed),
    ...eventPaths(changed, before, after),
  ]);
}

/** Pages that are always compared: few, and made of the newest of everything. */
function fixedPaths({ sections: all }: SiteContent): string[] {
  const sections = all.map(({ id }) => sectionAddress(id));
  const feeds = ["/", ...sections].flatMap((list) => [rssAddress(list), atomAddress(list)]);
  const maps = ["/sitemap.xml", sitemapAddress(pagesMap), sitemapAddress(newsMap)];
  const lists = ["/tin-tuc", tagsAddress, "/lien-ket", "/so-do-trang"];
  return ["/", ...lists, "/tim-kiem", "/404", ...feeds, ...maps, ...sections];
}

/** Entries that came, went, changed, or show a picture or link a file that did: as they were and as they are. */
function changedEntries(before: SiteContent, after: SiteContent): Set<NewsEntry> {
  const changed = new Set<NewsEntry>();
  if (before === after) return changed;
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const) {
    const [{ place }, gone] = [newsIndex(other), new Set(other.gone)];
    for (const entry of newsIndex(one).visible) if (!place.has(entry)) changed.add(entry);
    for (const entry of one.gone) if (!gone.has(entry)) changed.add(entry);
  }
  const library = changedLibrary(before, after);
  if (library.size > 0) {
    for (const entry of after.news) {
      const shown = [entry.data.cover, ...entry.media];
      if (shown.some((address) => address !== undefined && library.has(address))) changed.add(entry);
    }
  }
  return changed;
}

function changedLibrary(before: SiteContent, after: SiteContent): Set<string> {
  const addresses = new Set<string>();
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const) {
    for (const part of ["pictures", "files"] as const) {
      for (const [address, { oid }] of one[part])
        if (other[part].get(address)?.oid !== oid) addresses.add(address);
    }
  }
  return addresses;
}

/** Years whose documents are others than before. */
function documentYears(before: SiteContent, after: SiteContent): string[] {
  if (before.entries.document === after.entries.document) return [];
  const [old, now] = [documentIndex(before).byYear, documentIndex(after).byYear];
  return [...new Set([...old.keys(), ...now.keys()])].filter((year) => {
    const [was, is] = [old.get(year) ?? [], now.get(year) ?? []];
    return was.length !== is.length || was.some((entry, at) => entry !== is[at]);
  });
}

function yearsOf(changed: ReadonlySet<NewsEntry>): string[] {
  return [...new Set([...changed].map(({ year }) => year))];
}

/** The changed articles, their neighbours, and those that may name them as related. */
function articlePaths(changed: ReadonlySet<NewsEntry>, site: SiteContent): string[] {
  const index = newsIndex(site);
  const around = [...changed].flatMap((entry) => {
    const place = index.place.get(entry)?.inSection;
    const section = place === undefined ? [] : (index.bySection.get(entry.data.category) ?? []);
    const neighbours = place === undefined ? [] : section.slice(Math.max(0, place - 1), place + 2);
    return [entry, ...neighbours, ...mayRelateTo(entry, index)];
  });
  return [...new Set(around)].map(({ year, slug }) => newsAddress(year, slug));
}

/** Weeks whose events a changed article tells of, and articles that tell of events of a changed week. */
function eventPaths(changed: ReadonlySet<NewsEntry>, before: SiteContent, after: SiteContent): string[] {
  const named = [...changed].flatMap(({ data }) => readEventAddress(data.event) ?? []);
  return [...named.map(weekAddress), ...articlesOfWeeks(changedWeeks(before, after), after)];
}

function changedWeeks({ entries: before }: SiteContent, { entries: after }: SiteContent): Set<string> {
  if (before.week === after.week) return new Set();
  const [old, now] = [new Set(before.week), new Set(after.week)];
  const differing = [
    ...before.week.filter((week) => !now.has(week)),
    ...after.week.filter((week) => !old.has(week)),
  ];
  return new Set(differing.map(weekAddress));
}

function articlesOfWeeks(weeks: ReadonlySet<string>, { news }: SiteContent): string[] {
  if (weeks.size === 0) return [];
  return news.flatMap(({ data, year, slug }) => {
    const event = readEventAddress(data.event);
    return event && weeks.has(weekAddress(event)) ? [newsAddress(year, slug)] : [];
  });
}

/** Numbered pages of lists that show other articles than before, or name other pages. */
function listPaths(before: SiteContent, after: SiteContent, changed: ReadonlySet<NewsEntry>): string[] {
  if (changed.size === 0) return [];
  const [old, now] = [newsIndex(before), newsIndex(after)];
  return [
    ...changedListPages({ address: "/tin-tuc", before: old.visible, after: now.visible }, changed),
    ...after.sections.flatMap(({ id }) => {
      const [was, is] = [old.bySection.get(id) ?? [], now.bySection.get(id) ?? []];
      return changedListPages({ address: sectionAddress(id), before: was, after: is }, changed);
    }),
  ];
}
