import type { Language, Section } from "../content-model/site.ts";
import type { NewsEntry, NewsOrigin, SiteContent } from "./content.ts";
import { newestFirst, withParts } from "./site-content.ts";

/** Where a province portal lists what departments share and none of its own sections takes. */
const unitsSections: Record<Language, Section> = {
  vi: {
    id: "tin-tu-cac-don-vi",
    name: "Tin từ các đơn vị",
    description: "Tin của các sở, ngành đăng trên trang của mình",
  },
  en: {
    id: "news-from-units",
    name: "News from departments",
    description: "What departments publish on their own sites",
  },
};

/** The site as its own files make it, beneath what others share with it. */
const bases = new WeakMap<SiteContent, SiteContent>();

/** A site without what others share with it. */
export const withoutShared = (site: SiteContent | undefined): SiteContent | undefined =>
  site && (bases.get(site) ?? site);

/**
 * Gives the province portal the articles that departments share with it: they stand in its lists and lead to their one
 * address on the department's site. An edition in another language takes what is written in that. Where nothing has
 * changed since `before`, the province stays the same object.
 */
export function shareNews(
  sites: ReadonlyMap<string, SiteContent>,
  before: ReadonlyMap<string, SiteContent> | undefined,
): Map<string, SiteContent> {
  return new Map(
    [...sites].map(([id, site]) => [
      id,
      site.settings.kind === "province" ? provinceWith(site, sites, before?.get(id)) : site,
    ]),
  );
}

function provinceWith(
  base: SiteContent,
  sites: ReadonlyMap<string, SiteContent>,
  before: SiteContent | undefined,
): SiteContent {
  const shared = newestFirst(
    [...sites.values()]
      .filter(
        ({ settings }) => settings.kind === "department" && settings.language === base.settings.language,
      )
      .flatMap((from) =>
        from.news.filter(({ data }) => data.shareToProvince).map((entry) => sharedEntry(entry, from, base)),
      ),
  );
  const isSame =
    before?.shared.length === shared.length && shared.every((entry, at) => entry === before.shared[at]);
  if (isSame && withoutShared(before) === base) return before;
  if (shared.length === 0) return base;
  const unitsSection = unitsSections[base.settings.language];
  const unplaced = shared.some(({ data }) => data.category === unitsSection.id);
  const isNew = !base.sections.some(({ id }) => id === unitsSection.id);
  const sections = unplaced && isNew ? [...base.sections, unitsSection] : base.sections;
  const site = withParts(base, { shared, sections });
  bases.set(site, base);
  return site;
}

/** Entries as the province lists them, by the entry they come from: the same one as long as it says the same. */
const known = new WeakMap<NewsEntry, NewsEntry>();

function sharedEntry(entry: NewsEntry, from: SiteContent, province: SiteContent): NewsEntry {
  const { domain, shortName } = from.settings;
  const { language } = province.settings;
  const hasSection = province.sections.some(({ id }) => id === entry.data.category);
  const category = hasSection ? entry.data.category : unitsSections[language].id;
  const { cover } = entry.data;
  const picture = cover === undefined ? undefined : from.pictures.get(cover);
  const origin: NewsOrigin = { site: from.id, name: shortName, domain, cover: picture };
  const last = known.get(entry);
  if (last?.origin && last.data.category === category && sameOrigin(last.origin, origin)) return last;
  // What leads a department's front page need not lead the province's.
  const shared = { ...entry, data: { ...entry.data, category, featured: false }, origin };
  known.set(entry, shared);
  return shared;
}

const sameOrigin = (one: NewsOrigin, other: NewsOrigin) =>
  one.name === other.name && one.domain === other.domain && one.cover?.oid === other.cover?.oid;
