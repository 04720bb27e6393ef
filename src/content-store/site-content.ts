import { compare } from "../foundation/compare.ts";
import { siteSchema, type Language } from "../content-model/site.ts";
import { entryKindNames } from "../content-model/entry-kinds.ts";
import type {
  AdEntry,
  AnyEntry,
  EntryLists,
  LibraryFile,
  ListedKind,
  NewsEntry,
  PageEntry,
  Picture,
  SiteContent,
} from "./content.ts";
import type { EntryStore } from "./entry-store.ts";
import type { HeldCase } from "./cases.ts";
import { settings, type Held } from "./held.ts";
import { renderMarkdown } from "./markdown.ts";

/** Whether an article is not yet, now, or no longer to be read. */
export type NewsState = "scheduled" | "shown" | "gone";

export function stateAt({ data }: Pick<NewsEntry, "data">, at: Date): NewsState {
  if (data.publishAt !== undefined && Date.parse(data.publishAt) > at.getTime()) return "scheduled";
  if (data.withdrawn) return "gone";
  return data.expireAt !== undefined && Date.parse(data.expireAt) <= at.getTime() ? "gone" : "shown";
}

/** Whether an article is an urgent notice at a moment. */
function isUrgent({ data }: NewsEntry, at: Date): boolean {
  return data.urgentUntil !== undefined && Date.parse(data.urgentUntil) > at.getTime();
}

/** For each site, the moments (ms) at which an article appears, expires or stops being urgent, in order. */
const moments = new WeakMap<SiteContent, readonly number[]>();

/** Whether some article of a site appears, goes or stops being urgent between two moments. */
export function changesBetween(site: SiteContent, from: Date, to: Date): boolean {
  const [first, last] = [from.getTime(), to.getTime()].sort((a, b) => a - b) as [number, number];
  return (moments.get(site) ?? []).some((moment) => moment > first && moment <= last);
}

/** The first moment after `at` at which an article of a site appears, expires or stops being urgent. */
export function nextMoment(site: SiteContent, at: Date): number | undefined {
  return moments.get(site)?.find((moment) => moment > at.getTime());
}

/** Puts a site together from the files that belong to it. What has not changed since `before` stays the same object. */
export function buildSite(
  id: string,
  { files, store }: { files: ReadonlyMap<string, Held>; store: EntryStore },
  at: Date,
  before: SiteContent | undefined,
): SiteContent {
  const news: NewsEntry[] = [];
  const gone: NewsEntry[] = [];
  const scheduled: NewsEntry[] = [];
  const pages: PageEntry[] = [];
  const ads: AdEntry[] = [];
  const listed = Object.fromEntries(listedKinds.map((kind) => [kind, []])) as unknown as Record<
    ListedKind,
    AnyEntry[]
  >;
  const pictures = new Map<string, Picture>();
  const cases = new Map<string, HeldCase>();
  const library = new Map<string, LibraryFile>();
  const turns = new Set<number>();
  for (const held of files.values()) {
    if (!("site" in held) || held.site !== id) continue;
    if (held.kind === "media") pictures.set(held.picture.address, held.picture);
    else if (held.kind === "case") cases.set(held.found.key, held.found);
    else if (held.kind === "file") library.set(held.file.address, held.file);
    else if (held.of === "news") {
      const entry = held.entry as NewsEntry;
      const state = stateAt(entry, at);
      if (state === "shown") news.push(entry);
      else if (state === "gone") gone.push(entry);
      else scheduled.push(entry);
      const { publishAt, expireAt, urgentUntil } = entry.data;
      for (const moment of [publishAt, expireAt, urgentUntil])
        if (moment !== undefined) turns.add(Date.parse(moment));
    } else if (held.of === "page") pages.push(held.entry as PageEntry);
    else if (held.of === "ad") ads.push(held.entry as AdEntry);
    else listed[held.of].push(held.entry);
  }
  pages.sort((a, b) => a.data.order - b.data.order || compare(a.slug, b.slug));
  ads.sort((a, b) => a.data.priority - b.data.priority || compare(a.slug, b.slug));
  const body = (entry: AnyEntry) => store.body(entry.file, entry.oid);
  const known = settings(siteSchema, `content/sites/${id}/site.yaml`, files);
  const site: SiteContent = {
    id,
    settings: known,
    sections: known.sections,
    news: newestFirst(news),
    gone: newestFirst(gone),
    scheduled: newestFirst(scheduled),
    urgent: newestFirst(news.filter((entry) => isUrgent(entry, at))),
    shared: [],
    pages: kept(pages, before?.pages),
    ads: kept(ads, before?.ads),
    entries: entryLists(listed, before?.entries),
    cases: keptCases(cases, before?.cases),
    pictures,
    files: library,
    body,
    html: (entry) => htmlOf(entry, body, { pictures, files: library, language: known.language }),
  };
  moments.set(
    site,
    [...turns].sort((a, b) => a - b),
  );
  return site;
}

/** The former cases where the new ones are the same. */
function keptCases(
  cases: SiteContent["cases"],
  before: SiteContent["cases"] | undefined,
): SiteContent["cases"] {
  if (before?.size !== cases.size) return cases;
  for (const [key, found] of cases) if (before.get(key) !== found) return cases;
  return before;
}

const listedKinds = entryKindNames.filter(
  (kind): kind is ListedKind => kind !== "news" && kind !== "page" && kind !== "ad",
);

// What a file of a kind holds was checked against the kind's schema when it was read.
function entryLists(lists: Record<ListedKind, AnyEntry[]>, before: EntryLists | undefined): EntryLists {
  const sorted = listedKinds.map((kind) => {
    const list = lists[kind].sort((a, b) => compare(a.file, b.file));
    return [kind, kept(list, before?.[kind])];
  });
  return Object.fromEntries(sorted) as EntryLists;
}

/** The same site with other parts: what it knows of times to come stays. */
export function withParts(site: SiteContent, parts: Partial<SiteContent>): SiteContent {
  const other = { ...site, ...parts };
  moments.set(other, moments.get(site) ?? []);
  return other;
}

/** The former list where the new one says the same. */
function kept<Item>(list: readonly Item[], before: readonly Item[] | undefined): readonly Item[] {
  return before?.length === list.length && list.every((item, index) => item === before[index])
    ? before
    : list;
}

export function newestFirst(entries: readonly NewsEntry[]): NewsEntry[] {
  return entries
    .map((entry) => ({ entry, time: Date.parse(entry.data.date) }))
    .sort((a, b) => b.time - a.time || compare(a.entry.file, b.entry.file))
    .map(({ entry }) => entry);
}

/** Rendered bodies of the entries asked for last: a page is compared, rendered and indexed shortly after one another. */
const rendered = new Map<string, string>();
const keptBodies = 100;

function htmlOf(
  entry: AnyEntry,
  body: (entry: AnyEntry) => string,
  { pictures, files, language }: Pick<SiteContent, "pictures" | "files"> & { language: Language },
): string {
  const oids = entry.media.map((address) => (pictures.get(address) ?? files.get(address))?.oid ?? "");
  const key = [language, entry.file, entry.oid, ...oids].join(" ");
  const known = rendered.get(key);
  if (known !== undefined) return known;
  const html = renderMarkdown(body(entry), { pictures, files, language });
  rendered.set(key, html);
  const [oldest] = rendered.size > keptBodies ? rendered.keys() : [];
  if (oldest !== undefined) rendered.delete(oldest);
  return html;
}
