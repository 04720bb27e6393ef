import { addressOf, type Article } from "./news.ts";
import type { Frame } from "./sites.ts";
import { xml } from "./text.ts";

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
