import type { Content, LibraryFile, SiteContent } from "./content.ts";
import { goneEntries, shownMedia } from "./shown-entries.ts";

const ofSites = new WeakMap<SiteContent, ReadonlySet<LibraryFile>>();

/** The files of all sites' libraries, besides pictures, that readers can load. */
export function shownFiles(content: Content): Set<LibraryFile> {
  return new Set([...content.sites.values()].flatMap((site) => [...ofSite(site)]));
}

function ofSite(site: SiteContent): ReadonlySet<LibraryFile> {
  const known = ofSites.get(site);
  if (known) return known;
  const shown = new Set<LibraryFile>();
  for (const address of shownMedia(site)) {
    const file = site.files.get(address);
    if (file) shown.add(file);
  }
  ofSites.set(site, shown);
  return shown;
}

const filesAt = ({ files }: SiteContent, addresses: readonly string[]) =>
  addresses.flatMap((address) => files.get(address) ?? []);

/** What belonged to entries that were withdrawn or removed, and nothing else shows: readers must not find it any more. */
export function withdrawnFiles(before: Content, after: Content): Set<LibraryFile> {
  const shown = new Set([...shownFiles(after)].map(({ oid }) => oid));
  const withdrawn = [...before.sites.values()].flatMap((old) => {
    const site = after.sites.get(old.id);
    if (old === site) return [];
    const removed = [...old.files.values()].filter(({ address }) => !site?.files.has(address));
    return [...goneEntries(old, site).flatMap(({ media }) => filesAt(old, media)), ...removed];
  });
  return new Set(withdrawn.filter(({ oid }) => !shown.has(oid)));
}
