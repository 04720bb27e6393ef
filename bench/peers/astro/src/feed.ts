import { addressOf, type Article } from "./news.ts";
import type { Frame } from "./sites.ts";
import { iso, xml } from "./text.ts";

/** RSS of the newest articles of a list. */
export function feed({ origin, site }: Frame, title: string, entries: readonly Article[]): Response {
  const items = entries.slice(0, 20).map((entry) => {
    const address = `${origin}${addressOf(entry)}`;
    const { title: headline, date, category, summary } = entry.data;
    return `<item><title>${xml(headline)}</title><link>${address}</link><guid>${address}</guid><pubDate>${date.toUTCString()}</pubDate><category>${category}</category><description>${xml(summary)}</description></item>`;
  });
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${xml(title)}</title><link>${origin}/</link><description>${xml(site.name)}</description><language>vi</language>
${items.join("\n")}
</channel></rss>
`);
}

/** The same as Atom. */
export function atom({ origin }: Frame, title: string, entries: readonly Article[]): Response {
  const items = entries.slice(0, 20).map((entry) => {
    const address = `${origin}${addressOf(entry)}`;
    const { title: headline, date, summary } = entry.data;
    return `<entry><title>${xml(headline)}</title><id>${address}</id><link href="${address}"/><updated>${iso(date)}</updated><summary>${xml(summary)}</summary></entry>`;
  });
  const [newest] = entries;
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi"><title>${xml(title)}</title><id>${origin}/</id><link href="${origin}/"/>${newest ? `<updated>${iso(newest.data.date)}</updated>` : ""}
${items.join("\n")}
</feed>
`);
}
