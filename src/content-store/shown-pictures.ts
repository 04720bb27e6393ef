import type { Content, NewsOrigin, Picture, SiteContent } from "./content.ts";
import { goneEntries, shownMedia } from "./shown-entries.ts";
import { sharedVariantOf, variantsOf, type Variant } from "./picture-variants.ts";

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
  for (const address of shownMedia(site)) show(address);
  ofSites.set(site, shown);
  return shown;
}

const sharedOfSites = new WeakMap<SiteContent, ReadonlySet<Picture>>();

/** The pictures that stand for an entry where its page is shared. */
export function sharedPictures(content: Content): Set<Picture> {
  return new Set([...content.sites.values()].flatMap((site) => [...sharedOfSite(site)]));
}

function sharedOfSite(site: SiteContent): ReadonlySet<Picture> {
  const known = sharedOfSites.get(site);
  if (known) return known;
  const shared = new Set<Picture>();
  for (const entries of [site.news, ...Object.values(site.entries)]) {
    for (const entry of entries) {
      const cover = coverOf(site, entry);
      if (cover) shared.add(cover);
    }
  }
  sharedOfSites.set(site, shared);
  return shared;
}

/** The picture that stands for an entry of whatever kind; of one that another site shares, a picture of that site. */
export function coverOf(
  { pictures }: Pick<SiteContent, "pictures">,
  { data, origin }: { data: unknown; origin?: NewsOrigin },
): Picture | undefined {
  if (origin) return origin.cover;
  const { cover, picture, photos } = data as {
    cover?: string;
    picture?: string;
    photos?: readonly { picture: string }[];
  };
  return pictures.get(cover ?? picture ?? photos?.[0]?.picture ?? "");
}

/** The sizes of the pictures that the entry in a file shows. */
export function sizesShownBy(content: Content, file: string | undefined): (readonly [Picture, Variant])[] {
  for (const site of content.sites.values()) {
    const entries = [site.news, site.pages, site.ads, ...Object.values(site.entries)].flat();
    const entry = entries.find((candidate) => candidate.file === file);
    if (!entry) continue;
    const shown = entry.media.flatMap((address) => site.pictures.get(address) ?? []);
    const cover = coverOf(site, entry);
    const shared = cover && sharedVariantOf(cover);
    return [
      ...shown.flatMap((picture) => variantsOf(picture).map((variant) => [picture, variant] as const)),
      ...(shared ? [[cover, shared] as const] : []),
    ];
  }
  return [];
}

/** The pictures of entries that were withdrawn or removed and that nothing else shows: readers must not find them any more. */
export function withdrawnPictures(before: Content, after: Content): Set<Picture> {
  const shown = new Set([...shownPictures(after)].map(({ oid }) => oid));
  const withdrawn = new Set<Picture>();
  for (const old of before.sites.values()) {
    const site = after.sites.get(old.id);
    if (old === site) continue;
    const gone = goneEntries(old, site).flatMap(({ media }) =>
      media.flatMap((address) => old.pictures.get(address) ?? []),
    );
    const removed = [...old.pictures.values()].filter(({ address }) => !site?.pictures.has(address));
    for (const picture of [...gone, ...removed]) if (!shown.has(picture.oid)) withdrawn.add(picture);
  }
  return withdrawn;
}
