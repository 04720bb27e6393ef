import { each, inSite, iso, text } from "../html.js";
import { sites } from "../sites.js";

const both = ({ at, ...feed }) => ["rss.xml", "atom.xml"].map((name) => ({ ...feed, file: `${at}${name}` }));

export const data = {
  pagination: {
    data: "collections.portal",
    size: 1,
    alias: "feed",
    before: (portals) =>
      portals.flatMap(({ site, all, bySection }) => [
        ...both({ site, at: "", title: sites[site].site.name, items: all.slice(0, 20) }),
        ...sites[site].allSections.flatMap(({ id, name }) =>
          both({ site, at: `chuyen-muc/${id}/`, title: name, items: bySection[id].slice(0, 20) }),
        ),
      ]),
  },
  permalink: ({ feed }) => `/${feed.site}/${feed.file}`,
};

export const render = ({ feed }) => (feed.file.endsWith("atom.xml") ? atom(feed) : rss(feed));

function atom({ site, title, items }) {
  const { origin } = sites[site];
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><title>${text(title)}</title><id>${origin}/</id><link href="${origin}/"/>${items[0] ? `<updated>${iso(items[0].date)}</updated>` : ""}
${each(items, ({ url, date, data: { title: headline, summary } }) => `<entry><title>${text(headline)}</title><id>${origin}${inSite(url)}</id><link href="${origin}${inSite(url)}"/><updated>${iso(date)}</updated><summary>${text(summary)}</summary></entry>`)}
</feed>
`;
}

function rss({ site, title, items }) {
  const { origin, site: settings } = sites[site];
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${text(title)}</title><link>${origin}/</link><description>${text(settings.name)}</description><language>vi</language>
${each(items, ({ url, date, data: { title: headline, summary, category } }) => `<item><title>${text(headline)}</title><link>${origin}${inSite(url)}</link><guid>${origin}${inSite(url)}</guid><pubDate>${date.toUTCString()}</pubDate><category>${category}</category><description>${text(summary)}</description></item>`)}
</channel></rss>
`;
}
