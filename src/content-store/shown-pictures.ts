import type { Content, Picture, SiteContent } from "./content.ts";

const ofSites = new WeakMap<SiteContent, ReadonlySet<Picture>>();

/** The pictures of all sites that readers can see: logos, and those of articles, pages and ads. */
export function shownPictures(content: Content): Set<Picture> {
  return new Set([...content.sites.values()].flatMap((site) => [...ofSite(site)]));
}

function ofSite(site: SiteContent): ReadonlySet<Picture> {
  const known = ofSites.get(site);
  if (known) return known;
  const shown = new Set<Picture>();
  const show = (address: string | undefined) => {
    const picture = address === undefined ? undefined : site.pictures.get(address);
    if (picture) shown.add(picture);
  };
  show(site.settings.theme.logo);
  for (const { data, media } of site.news) {
    show(data.cover);
    media.forEach(show);
  }
  for (const { media } of site.pages) media.forEach(show);
  for (const { data } of site.ads) show(data.image);
  ofSites.set(site, shown);
  return shown;
}

/** The pictures of the entry in a file; of a picture's own file, that picture. */
export function picturesOf(content: Content, file: string | undefined): Picture[] {
  for (const { news, pages, ads, pictures } of content.sites.values()) {
    const entry = news.find((candidate) => candidate.file === file);
    const addresses = entry
      ? [entry.data.cover, ...entry.media]
      : [
          ...pages.filter((page) => page.file === file).flatMap(({ media }) => media),
          ...ads.filter((ad) => ad.file === file).map(({ data }) => data.image),
        ];
    const found = addresses.flatMap((address) => pictures.get(address ?? "") ?? []);
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
    const still = new Map(site?.news.map((entry) => [entry.file, entry]));
    for (const { file, data, media } of old.news) {
      if (still.has(file)) continue;
      for (const address of [data.cover, ...media]) {
        const picture = address === undefined ? undefined : old.pictures.get(address);
        if (picture && !shown.has(picture.oid)) withdrawn.add(picture);
      }
    }
    for (const [address, picture] of old.pictures) {
      if (!site?.pictures.has(address) && !shown.has(picture.oid)) withdrawn.add(picture);
    }
  }
  return withdrawn;
}
