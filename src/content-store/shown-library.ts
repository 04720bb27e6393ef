import type { AnyEntry, Content, LibraryFile, Picture, SiteContent } from "./content.ts";

/** Pictures and other files of the library. */
interface Library {
  pictures: Set<Picture>;
  files: Set<LibraryFile>;
}

const ofSites = new WeakMap<SiteContent, Library>();

/** What readers of all sites can see of their libraries. */
export function shownLibrary(content: Content): Library {
  const shown: Library = { pictures: new Set(), files: new Set() };
  for (const site of content.sites.values()) {
    const { pictures, files } = ofSite(site);
    for (const picture of pictures) shown.pictures.add(picture);
    for (const file of files) shown.files.add(file);
  }
  return shown;
}

function ofSite(site: SiteContent): Library {
  const known = ofSites.get(site);
  if (known) return known;
  const shown: Library = { pictures: new Set(), files: new Set() };
  for (const { media } of shownEntries(site)) collect(site, media, shown);
  ofSites.set(site, shown);
  return shown;
}

function collect(site: SiteContent, addresses: readonly string[], { pictures, files }: Library): void {
  for (const address of addresses) {
    const picture = site.pictures.get(address);
    if (picture) pictures.add(picture);
    const file = site.files.get(address);
    if (file) files.add(file);
  }
}

/** The entries whose words and pictures readers see. */
function shownEntries({ news, pages, ads, entries }: SiteContent): AnyEntry[] {
  const listed = Object.values(entries).flat() as AnyEntry[];
  return [...news, ...pages, ...ads, ...listed.filter((entry) => !isWithdrawn(entry))];
}

/** Whether an entry of a kind that can be taken back was. */
const isWithdrawn = ({ data }: AnyEntry) => (data as { withdrawn?: boolean }).withdrawn === true;

/** The pictures of the entry in a file; of a picture's own file, that picture. */
export function picturesOf(content: Content, file: string | undefined): Picture[] {
  for (const { news, pages, ads, entries, pictures } of content.sites.values()) {
    const all = [news, pages, ads, ...Object.values(entries)].flat();
    const entry = all.find((candidate) => candidate.file === file);
    const found = (entry?.media ?? []).flatMap((address) => pictures.get(address) ?? []);
    if (found.length > 0) return found;
  }
  return [];
}

/** What belonged to entries that were withdrawn or removed, and nothing else shows: readers must not find it any more. */
export function withdrawnLibrary(before: Content, after: Content): Library {
  const shown = oidsOf(shownLibrary(after));
  const withdrawn: Library = { pictures: new Set(), files: new Set() };
  for (const old of before.sites.values()) {
    const site = after.sites.get(old.id);
    if (old === site) continue;
    const still = new Set(site && shownEntries(site).map(({ file }) => file));
    for (const { file, media } of shownEntries(old)) if (!still.has(file)) collect(old, media, withdrawn);
    const removed = [...old.pictures.keys(), ...old.files.keys()].filter(
      (address) => !site?.pictures.has(address) && !site?.files.has(address),
    );
    collect(old, removed, withdrawn);
  }
  for (const kept of [withdrawn.pictures, withdrawn.files] as Set<{ oid: string }>[])
    for (const item of kept) if (shown.has(item.oid)) kept.delete(item);
  return withdrawn;
}

const oidsOf = ({ pictures, files }: Library) => new Set([...pictures, ...files].map(({ oid }) => oid));
