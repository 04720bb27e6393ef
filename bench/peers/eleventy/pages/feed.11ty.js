import { each, inSite, text } from "../html.js";
import { sites } from "../sites.js";

export const data = {
  pagination: {
    data: "collections.portal",
    size: 1,
    alias: "feed",
    before: (portals) =>
      portals.flatMap(({ site, all, bySection }) => [
        { site, file: "rss.xml", title: sites[site].site.name, items: all.slice(0, 20) },
        ...sites[site].site.sections.map(({ id, name }) => ({
          site,
          file: `chuyen-muc/${id}/rss.xml`,
          title: name,
          items: bySection[id].slice(0, 20),
        })),
      ]),
  },
  permalink: ({ feed }) => `/${feed.site}/${feed.file}`,
};

export function render({ feed: { site, title, items } }) {
  const { origin, site: settings } = sites[site];
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${text(title)}</title><link>${origin}/</link><description>${text(settings.name)}</description><language>vi</language>
${each(items, ({ url, date, data: { title: headline, summary, category } }) => `<item><title>${text(headline)}</title><link>${origin}${inSite(url)}</link><guid>${origin}${inSite(url)}</guid><pubDate>${date.toUTCString()}</pubDate><category>${category}</category><description>${text(summary)}</description></item>`)}
</channel></rss>
`;
}
