import { entryAddress, entryKinds, type EntryKindName } from "../content-model/entry-kinds.ts";
import type { AnyEntry, ListedKind, SiteContent } from "./content.ts";
import { consultationPaths } from "./consultations.ts";
import { documentFilePaths } from "./document-files.ts";
import { documentListPaths } from "./document-lists.ts";
import { documentCandidates, documentPaths, withdrawnDocumentPaths } from "./document-pages.ts";
import { gazettePaths } from "./gazettes.ts";
import { lookupPaths } from "./document-lookup.ts";
import { pieceAddress, pieceListPaths } from "./piece-pages.ts";
import { questionPaths } from "./questions.ts";
import { calendarPaths, datedCalendarPaths } from "./weeks.ts";

/** The pages of one kind of entry besides news and static pages; a kind of which a site has no entry has none. */
interface KindPages {
  /** Pages that show other kinds too, or change as time passes: compared at every publication. */
  shared: (site: SiteContent) => readonly string[];
  /** Pages made of the kind's entries alone, or of those kinds' named in `with`: compared where one of them or the library changed. */
  own: (site: SiteContent) => readonly string[];
  with?: readonly ListedKind[];
  /** Addresses of entries that were taken back: a notice stands there. */
  gone?: (site: SiteContent) => readonly string[];
  /** Names the pages that may differ itself, for a kind with too many to compare them all. */
  changed?: (before: SiteContent, after: SiteContent) => string[];
}

const pagesOf: Record<ListedKind, KindPages> = {
  // A dossier's page shows the articles of its tags.
  dossier: { shared: (site) => [...front(site, "dossier"), ...addresses(site, "dossier")], own: () => [] },
  document: {
    shared: (site) => [...documentListPaths(site), ...documentFilePaths(site), ...lookupPaths(site)],
    own: documentPaths,
    gone: withdrawnDocumentPaths,
    changed: documentCandidates,
  },
  piece: { shared: pieceListPaths, own: (site) => site.entries.piece.map(pieceAddress) },
  unit: {
    shared: () => [],
    own: (site) => [...front(site, "unit"), ...organisationChart(site), ...addresses(site, "unit")],
    with: ["person"],
  },
  person: {
    shared: () => [],
    own: (site) => [...front(site, "person"), ...addresses(site, "person")],
    with: ["unit"],
  },
  week: { shared: datedCalendarPaths, own: calendarPaths },
  consultation: { shared: consultationPaths, own: () => [] },
  gazette: { shared: gazettePaths, own: () => [] },
  question: { shared: () => [], own: questionPaths },
};

/** Every address of a site's entries of these kinds, or of all but one. */
export function kindPaths(site: SiteContent, except?: ListedKind): string[] {
  return (Object.keys(pagesOf) as ListedKind[]).flatMap((kind) =>
    kind === except ? [] : [...pagesOf[kind].shared(site), ...pagesOf[kind].own(site)],
  );
}

/** Every address of entries that were taken back. */
export function goneKindPaths(site: SiteContent): string[] {
  return Object.values(pagesOf).flatMap(({ gone }) => gone?.(site) ?? []);
}

/** Those whose page may differ between two contents of a site. */
export function kindCandidates(before: SiteContent, after: SiteContent): string[] {
  const sameLibrary = sameIds(before.pictures, after.pictures) && sameIds(before.files, after.files);
  return (Object.keys(pagesOf) as ListedKind[]).flatMap((kind) => {
    const { shared, own, gone, changed, with: others = [] } = pagesOf[kind];
    if (changed) return changed(before, after);
    const same = sameLibrary && [kind, ...others].every((one) => before.entries[one] === after.entries[one]);
    return [before, after].flatMap((site) => [
      ...shared(site),
      ...(same ? [] : [...own(site), ...(gone?.(site) ?? [])]),
    ]);
  });
}

type Ids = ReadonlyMap<string, { oid: string }>;

function sameIds(before: Ids, after: Ids): boolean {
  if (before.size !== after.size) return false;
  for (const [address, { oid }] of after) if (before.get(address)?.oid !== oid) return false;
  return true;
}

/** The kind's first page, if the site has any entry of it. */
function front(site: SiteContent, kind: ListedKind): string[] {
  return site.entries[kind].length > 0 ? [entryKinds[kind].at] : [];
}

/** Where the organisation chart stands on a site that has units. */
export const organisationChartAddress = "/so-do-to-chuc";

const organisationChart = (site: SiteContent) =>
  site.entries.unit.length > 0 ? [organisationChartAddress] : [];

function addresses(site: SiteContent, kind: ListedKind): string[] {
  return site.entries[kind].flatMap((entry) => addressOf(kind, entry) ?? []);
}

/** Where readers find an entry of a kind. */
export function addressOf(kind: EntryKindName, { year, slug }: AnyEntry): string | undefined {
  return entryAddress({ kind, slug, ...(year === "" ? {} : { year }) });
}
