import type { Site } from "../../content-model/site.ts";
import type { AnyEntry, Content, SiteContent } from "../../content-store/content.ts";
import { addressOf } from "../../content-store/kind-pages.ts";
import { newsIndex } from "./news-index.ts";

/** A page in another language, or that language's front page where there is no such page. */
export interface LanguageLink {
  language: Site["language"];
  /** The language's own name. */
  label: string;
  /** On the web, since each edition has a domain of its own. */
  address: string;
  /** Whether it says what this page says. */
  translated: boolean;
}

const names: Record<Site["language"], string> = { vi: "Tiếng Việt", en: "English" };

/** Pages that every edition has at the same address and that say the same. */
const common = new Set(["/", "/tin-tuc", "/tim-kiem", "/tu-khoa", "/lien-ket", "/so-do-trang"]);

/** Where the page at `path` is found in the other languages of its authority. */
export function languageLinks(content: Content, site: SiteContent, path: string): LanguageLink[] {
  return otherEditions(content, site).map((other) => {
    const { language, domain } = other.settings;
    const found = common.has(path) ? path : translatedPath(content, site, other, path);
    return {
      language,
      label: names[language],
      address: `https://${domain}${found ?? "/"}`,
      translated: found !== undefined,
    };
  });
}

/** The sites that publish for the same authority in another language: the original and its other editions. */
export function otherEditions(content: Content, site: SiteContent): SiteContent[] {
  const original = originalOf(content, site);
  return [...content.sites.values()].filter(
    (other) => other !== site && originalOf(content, other) === original,
  );
}

function originalOf(content: Content, site: SiteContent): SiteContent {
  return content.sites.get(site.settings.editionOf ?? "") ?? site;
}

/** The address on `other` of what `path` says on `site`. */
function translatedPath(
  content: Content,
  site: SiteContent,
  other: SiteContent,
  path: string,
): string | undefined {
  const original = originalOf(content, site);
  const source = site === original ? path : translationsOf(site).sources.get(path);
  if (source === undefined) return undefined;
  if (other !== original) return translationsOf(other).pages.get(source);
  return isShownAt(original, source) ? source : undefined;
}

/** An edition's translated pages: from the original's address to its own, and back. */
interface Translations {
  pages: ReadonlyMap<string, string>;
  sources: ReadonlyMap<string, string>;
}

const known = new WeakMap<SiteContent, Translations>();

/** The pages of an edition that say which page of the original they translate. */
export function translationsOf(site: SiteContent): Translations {
  const found = known.get(site);
  if (found) return found;
  const pairs = listsOf(site).flatMap(({ kind, entries }) =>
    entries.flatMap((entry): [string, string][] => {
      const source = sourceOf(entry);
      const path = source === undefined ? undefined : addressOf(kind, entry);
      return source === undefined || path === undefined ? [] : [[source, path]];
    }),
  );
  const translations = {
    pages: new Map(pairs),
    sources: new Map(pairs.map(([source, path]) => [path, source])),
  };
  known.set(site, translations);
  return translations;
}

/** The address of the page that an entry translates, if it says one. */
export function sourceOf({ data }: AnyEntry): string | undefined {
  const { translationOf } = data as { translationOf?: string };
  return translationOf;
}

/** A site's entries that have a page of their own, by its address. */
export function pagesOf(site: SiteContent): ReadonlyMap<string, AnyEntry> {
  return new Map(listsOf(site).flatMap(({ kind, entries }) => [...pagesOfList(kind, entries)]));
}

/** Whether an entry of a site is shown at an address. Articles are many, and looked up as every page does. */
function isShownAt(site: SiteContent, address: string): boolean {
  const { at, place } = newsIndex(site);
  const article = at(address);
  if (article) return place.has(article);
  return listsOf(site).some(
    ({ kind, entries }) => kind !== "news" && pagesOfList(kind, entries).has(address),
  );
}

type Kind = Parameters<typeof addressOf>[0];

function listsOf(site: SiteContent): { kind: Kind; entries: readonly AnyEntry[] }[] {
  return [
    { kind: "news", entries: site.news },
    { kind: "page", entries: site.pages },
    ...(Object.keys(site.entries) as (keyof typeof site.entries)[]).map((kind) => ({
      kind,
      entries: site.entries[kind],
    })),
  ];
}

const shown = new WeakMap<readonly AnyEntry[], ReadonlyMap<string, AnyEntry>>();

/** Made once for each list, which stays the same from one content to the next where no entry of the kind changed. */
function pagesOfList(kind: Kind, entries: readonly AnyEntry[]): ReadonlyMap<string, AnyEntry> {
  const found = shown.get(entries);
  if (found) return found;
  const pages = new Map(
    entries.flatMap((entry): [string, AnyEntry][] => {
      const path = addressOf(kind, entry);
      return path === undefined ? [] : [[path, entry]];
    }),
  );
  shown.set(entries, pages);
  return pages;
}
