import { each, inSite, iso } from "../html.js";
import { sites } from "../sites.js";

export const data = {
  pagination: { data: "collections.portal", size: 1, alias: "portal" },
  permalink: ({ portal }) => `/${portal.site}/sitemap.xml`,
};

export function render({ portal: { site, all, pages } }) {
  const { origin } = sites[site];
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${each([...pages, ...all], ({ url, date }) => `<url><loc>${origin}${inSite(url)}</loc><lastmod>${iso(date)}</lastmod></url>`)}
</urlset>
`;
}
