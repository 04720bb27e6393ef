import type { SiteContent } from "../../content-store/content.ts";
import type { Link } from "./link.ts";
import { shownLogo } from "./logo.ts";

/** What a page says about itself to browsers, search engines and those who share it. */
export interface DocumentHead {
  title: string;
  description: string | undefined;
  /** The page's one address: `https://<domain><path>`; undefined for pages that are not to be found. */
  canonical: string | undefined;
  type: "website" | "article";
  siteName: string;
  image: { address: string; width: number; height: number; alt: string } | undefined;
  published: string | undefined;
  /** JSON-LD, safe to stand in a script element. */
  structuredData: string | undefined;
}

/** What a page may say beyond its title. */
export interface HeadParts {
  description?: string | undefined;
  type?: DocumentHead["type"];
  image?: DocumentHead["image"];
  published?: string;
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
    description: parts.description ?? tagline,
    canonical: parts.hidden ? undefined : absolute(site, path),
    type: parts.type ?? "website",
    siteName: name,
    image: parts.image,
    published: parts.published,
    structuredData: parts.structuredData && asScript(parts.structuredData),
  };
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

/** The authority behind a site as schema.org describes it; other descriptions point to it by its id. */
export function organization(site: SiteContent): object {
  const { name, authority, kind, contact } = site.settings;
  return {
    "@type": "GovernmentOrganization",
    "@id": organizationId(site),
    name: kind === "province" ? (authority ?? name) : name,
    url: absolute(site, "/"),
    logo: absolute(site, shownLogo(site).src),
    email: contact.email,
    telephone: contact.phone,
    address: contact.address,
  };
}

/** What names the authority of a site in structured data. */
export const organizationId = (site: SiteContent) => absolute(site, "/#co-quan");

// A "<" in a title must not be able to end the script element.
const asScript = (graph: object[]) =>
  JSON.stringify({ "@context": "https://schema.org", "@graph": graph }).replaceAll("<", "\\u003c");
