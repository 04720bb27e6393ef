import type { SiteContent } from "../../content-store/content.ts";
import type { Link } from "./link.ts";
import { cardImage, type ShareImage } from "./share-image.ts";

/** What a page says about itself to browsers, search engines and those who share it. */
export interface DocumentHead {
  title: string;
  /** The title without the site's name, which stands beside it where a page is shared. */
  ownTitle: string;
  description: string;
  /** The page's one address: `https://<domain><path>`; undefined for pages that are not to be found. */
  canonical: string | undefined;
  type: "website" | "article";
  siteName: string;
  /** Stands for the page where it is shared; undefined for pages that are not to be found. */
  image: ShareImage | undefined;
  /** Of an article: when it was published and last changed, its section's name and its tags. */
  published: string | undefined;
  modified: string | undefined;
  section: string | undefined;
  tags: readonly string[];
  /** JSON-LD, safe to stand in a script element. */
  structuredData: string | undefined;
}

/** What a page may say beyond its title. */
export interface HeadParts {
  description?: string | undefined;
  type?: DocumentHead["type"];
  /** The page's own picture; without one, it is shared with that of its section or site. */
  image?: ShareImage | undefined;
  published?: string;
  modified?: string | undefined;
  /** The id of the section it belongs to. */
  section?: string | undefined;
  tags?: readonly string[] | undefined;
  structuredData?: object[];
  /** Keeps the page out of search engines: search results, withdrawn articles, the page for wrong addresses. */
  hidden?: boolean;
}

/** The head of the page at `path`; the front page has no title of its own. */
export function documentHead(
  site: SiteContent,
  path: string,
  title: string | undefined,
  parts: HeadParts = {},
): DocumentHead {
  const { name, shortName, tagline } = site.settings;
  return {
    title: title === undefined ? name : `${title} | ${shortName}`,
    ownTitle: title ?? name,
    description: parts.description ?? tagline ?? name,
    canonical: parts.hidden ? undefined : absolute(site, path),
    type: parts.type ?? "website",
    siteName: name,
    image: parts.hidden ? undefined : (parts.image ?? cardImage(site, parts.section)),
    published: parts.published,
    modified: parts.modified,
    section: site.sections.find(({ id }) => id === parts.section)?.name,
    tags: parts.tags ?? [],
    structuredData: parts.structuredData && asScript(parts.structuredData),
  };
}

/** What those who share a page show of it (Open Graph), by property; nothing of pages that are not to be found. */
export function sharedAs(head: DocumentHead, locale: string): [property: string, content: string][] {
  const { canonical, image, published, modified, section } = head;
  const said: [string, string | undefined][] = [];
  if (canonical !== undefined) {
    said.push(["og:type", head.type], ["og:title", head.ownTitle], ["og:description", head.description]);
    said.push(["og:url", canonical], ["og:site_name", head.siteName], ["og:locale", locale]);
    said.push(["article:published_time", published], ["article:modified_time", modified]);
    said.push(["article:section", published && section]);
    for (const tag of head.tags) said.push(["article:tag", tag]);
  }
  if (image) {
    const { address, type, width, height, alt } = image;
    said.push(["og:image", address], ["og:image:type", type]);
    said.push(["og:image:width", String(width)], ["og:image:height", String(height)], ["og:image:alt", alt]);
  }
  return said.filter((one): one is [string, string] => one[1] !== undefined);
}

/** The address of a path of a site on the web. */
export function absolute(site: SiteContent, path: string): string {
  return `https://${site.settings.domain}${path}`;
}

/** Breadcrumbs as schema.org describes them; the last one is the page itself, whose address is known. */
export function breadcrumbList(site: SiteContent, crumbs: readonly Link[]): object {
  return {
    "@type": "BreadcrumbList",
    itemListElement: crumbs.map(({ label, address }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      ...(index < crumbs.length - 1 ? { item: absolute(site, address) } : {}),
    })),
  };
}

// A "<" in a title must not be able to end the script element.
const asScript = (graph: object[]) =>
  JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replaceAll("<", "\\u003c");
