import type { Content, Picture, SiteContent } from "./content.ts";

const ofSites = new WeakMap<SiteContent, ReadonlySet<Picture>>();

/** The pictures of all sites that readers can see. */
export function shownPictures(content: Content): Set<Picture> {
  return new Set([...content.sites.values()].flatMap((site) => [...ofSite(site)]));
}

function ofSite(site: SiteContent): ReadonlySet<Picture> {
  const known = ofSites.get(site);
  if (known) return known;
  const shown = new Set<Picture>();
  const show = (address: string) => {
    const picture = site.pictures.get(address);
    if (picture) shown.add(picture);
  };
  if (site.settings.theme.logo !== undefined) show(site.settings.theme.logo);
  for (const { media } of [site.news, site.pages, site.ads, ...Object.values(site.entries)].flat())
    media.forEach(show);
  ofSites.set(site, shown);
  return shown;
}

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

/** The pictures of articles that were withdrawn or removed and that nothing else shows: readers must not find them any more. */
export function withdrawnPictures(before: Content, after: Content): Set<Picture> {
  const shown = new Set([...shownPictures(after)].map(({ oid }) => oid));
  const withdrawn = new Set<Picture>();
  for (const old of before.sites.values()) {
    const site = after.sites.get(old.id);
    if (old === site) continue;
    const still = new Set(site?.news.map(({ file }) => file));
    for (const { file, media } of old.news) {
      if (still.has(file)) continue;
      for (const address of media) {
        const picture = old.pictures.get(address);
        if (picture && !shown.has(picture.oid)) withdrawn.add(picture);
      }
    }
    for (const [address, picture] of old.pictures) {
      if (!site?.pictures.has(address) && !shown.has(picture.oid)) withdrawn.add(picture);
    }
  }
  return withdrawn;
}
