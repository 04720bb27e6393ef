import { newsAddress } from "../content-model/content-path.ts";
import {
  fullPages,
  listPageSize,
  sectionAddress,
  sitemapAddress,
  pagesMap,
} from "../content-store/addresses.ts";
import type { NewsEntry, SiteContent } from "../content-store/content.ts";
import { kindCandidates } from "../content-store/kind-pages.ts";
import { newsIndex } from "./views/news-index.ts";
import { mayRelateTo } from "./views/related.ts";

/** How many pages on either side of a list's page its links name, and one for the gap mark. */
const namedPages = 4;

/** The addresses whose page may differ between two contents of a site with the same surroundings. */
export function candidatePaths(before: SiteContent, after: SiteContent): Set<string> {
  const changed = changedEntries(before, after);
  return new Set([
    ...fixedPaths(after),
    ...[...before.pages, ...after.pages].map(({ slug }) => `/${slug}`),
    ...yearsOf(changed).map(sitemapAddress),
    ...[before, after].flatMap((site) => articlePaths(changed, site)),
    ...listPaths(before, after, changed),
    ...kindCandidates(before, after),
  ]);
}

/** Pages that are always compared: few, and made of the newest of everything. */
function fixedPaths({ settings }: SiteContent): string[] {
  const sections = settings.sections.flatMap(({ id }) => [
    sectionAddress(id),
    `${sectionAddress(id)}/rss.xml`,
  ]);
  const maps = ["/sitemap.xml", sitemapAddress(pagesMap)];
  return ["/", "/tin-tuc", "/tim-kiem", "/404", "/rss.xml", ...maps, ...sections];
}

/** Entries that came, went, changed, or show a picture or link a file that did: as they were and as they are. */
function changedEntries(before: SiteContent, after: SiteContent): Set<NewsEntry> {
  const changed = new Set<NewsEntry>();
  if (before === after) return changed;
  for (const [one, other] of [
    [before, after],
    [after, before],
  ] as const) {
    const [news, gone] = [new Set(other.news), new Set(other.gone)];
    for (const entry of one.news) if (!news.has(entry)) changed.add(entry);
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

/** Numbered pages of lists that show other articles than before, or name other pages. */
function listPaths(before: SiteContent, after: SiteContent, changed: ReadonlySet<NewsEntry>): string[] {
  if (changed.size === 0) return [];
  const [old, now] = [newsIndex(before), newsIndex(after)];
  return [
    ...changedListPages("/tin-tuc", old.visible, now.visible, changed),
    ...after.settings.sections.flatMap(({ id }) =>
      changedListPages(sectionAddress(id), old.bySection.get(id) ?? [], now.bySection.get(id) ?? [], changed),
    ),
  ];
}

function changedListPages(
  address: string,
  before: readonly NewsEntry[],
  after: readonly NewsEntry[],
  changed: ReadonlySet<NewsEntry>,
): string[] {
  const [old, now] = [fullPages(before.length), fullPages(after.length)];
  const paths: string[] = [];
  for (let page = 1; page <= Math.max(old, now); page += 1) {
    const renamed = old !== now && page > Math.min(old, now) - namedPages;
    if (renamed || differs(pageOf(before, page), pageOf(after, page), changed))
      paths.push(`${address}/trang/${String(page)}`);
  }
  return paths;
}

/** The articles of a numbered page; pages are numbered from the oldest. */
function pageOf(entries: readonly NewsEntry[], page: number): readonly NewsEntry[] {
  const end = entries.length - listPageSize * (page - 1);
  return entries.slice(Math.max(0, end - listPageSize), Math.max(0, end));
}

function differs(
  one: readonly NewsEntry[],
  other: readonly NewsEntry[],
  changed: ReadonlySet<NewsEntry>,
): boolean {
  return one.length !== other.length || one.some((entry, at) => entry !== other[at] || changed.has(entry));
}
