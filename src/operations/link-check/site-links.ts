import { addressesOf } from "../../content-store/addresses.ts";
import type { AnyEntry, Content, SiteContent } from "../../content-store/content.ts";

/** A link that readers of a site may follow, and the file that an editor mends it in. */
export interface SiteLink {
  site: string;
  file: string;
  url: string;
}

/** Every link of the content: of bodies, ads and settings. */
export function linksOf(content: Content): SiteLink[] {
  return [...content.sites.values()].flatMap((site) => {
    const entries: AnyEntry[] = [site.news, site.pages, ...Object.values(site.entries)].flat();
    const settings = `content/sites/${site.id}/site.yaml`;
    return [
      ...entries.flatMap((entry) => urlsIn(site.html(entry)).map((url) => ({ file: entry.file, url }))),
      ...site.ads.map(({ file, data }) => ({ file, url: data.target })),
      ...[
        ...site.settings.links.map(({ url }) => url),
        ...site.settings.menu.map(({ address }) => address),
      ].map((url) => ({ file: settings, url })),
    ].map((link) => ({ site: site.id, ...link }));
  });
}

function urlsIn(html: string): string[] {
  return [...html.matchAll(/<a [^>]*?href="([^"]*)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&").replaceAll("&#38;", "&"),
  );
}

/** Splits links into those that lead to pages of our own, with what is wrong, and addresses elsewhere with who links there. */
export function sortLinks(
  content: Content,
  links: readonly SiteLink[],
): {
  broken: SiteLink[];
  elsewhere: Map<string, SiteLink[]>;
} {
  const served = new Map<string, Set<string>>();
  for (const { site, path } of addressesOf(content)) {
    const paths = served.get(site) ?? new Set();
    served.set(site, paths.add(path));
  }
  const byDomain = new Map([...content.sites.values()].map((site) => [site.settings.domain, site]));
  const broken: SiteLink[] = [];
  const elsewhere = new Map<string, SiteLink[]>();
  for (const link of links) {
    const home = content.sites.get(link.site);
    const url = URL.parse(link.url, `https://${home?.settings.domain ?? "site.invalid"}/`);
    if (!url || !/^https?:$/.test(url.protocol)) continue;
    const own = byDomain.get(url.hostname);
    if (!own) elsewhere.set(url.href, [...(elsewhere.get(url.href) ?? []), link]);
    else if (!isServed(own, decodeURI(url.pathname), served.get(own.id))) broken.push(link);
  }
  return { broken, elsewhere };
}

function isServed(site: SiteContent, path: string, paths: ReadonlySet<string> | undefined): boolean {
  return (paths?.has(path) ?? false) || site.pictures.has(path.normalize("NFC"));
}
