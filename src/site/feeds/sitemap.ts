import { newsAddress } from "../../content-model/content-path.ts";
import { sectionAddress } from "../../content-store/addresses.ts";
import type { SiteContent } from "../../content-store/content.ts";
import { absolute } from "../views/document-head.ts";
import { newsIndex } from "../views/news-index.ts";
import { element } from "./xml.ts";

/** Every page of a site that search engines should know, with the moment an article was published. */
export function sitemap(site: SiteContent): string {
  const urls = [
    url(site, "/"),
    url(site, "/tin-tuc"),
    ...site.settings.sections.map(({ id }) => url(site, sectionAddress(id))),
    ...site.pages.map(({ slug }) => url(site, `/${slug}`)),
    ...newsIndex(site).visible.map(({ year, slug, data }) =>
      url(site, newsAddress(year, slug), element("lastmod", data.date)),
    ),
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join("\n")}
</urlset>
`;
}

function url(site: SiteContent, path: string, more = ""): string {
  return `<url>${element("loc", absolute(site, path))}${more}</url>`;
}

/** Everything may be read by robots; what they should not list says so itself. */
export function robots(site: SiteContent): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(site, "/sitemap.xml")}\n`;
}
