import type { SiteContent } from "../../content-store/content.ts";
import { feedOf, type Feed, type FeedItem } from "./feed.ts";
import { declaration, element, emptyElement } from "./xml.ts";

/** RSS 2.0 of a site's newest articles, or those of a section; undefined where the site has no such section. */
export function rssFeed(site: SiteContent, section?: string): string | undefined {
  const feed = feedOf(site, section);
  return feed && rss(feed);
}

/** A feed as RSS 2.0. */
export function rss({ title, language, home, subtitle, rss: self, publisher, updated, items }: Feed): string {
  const { name, email } = publisher;
  return `${declaration}
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
${[
  element("title", title),
  element("link", home),
  element("description", subtitle),
  element("language", language),
  element("managingEditor", `${email} (${name})`),
  ...(updated === undefined ? [] : [element("lastBuildDate", rfc822(updated))]),
  emptyElement("atom:link", { href: self, rel: "self", type: "application/rss+xml" }),
  ...items.map(item),
].join("\n")}
</channel>
</rss>
`;
}

function item(item: FeedItem): string {
  const { id, address, cover } = item;
  return [
    "<item>",
    element("title", item.title),
    element("link", address),
    element("guid", id, { isPermaLink: String(id === address) }),
    element("pubDate", rfc822(item.published)),
    ...(item.author === undefined ? [] : [element("dc:creator", item.author)]),
    ...item.categories.map((category) => element("category", category)),
    element("description", item.summary),
    // Not an enclosure, which would have to tell the length of a file that is made later.
    ...(cover
      ? [
          emptyElement("media:content", {
            url: cover.address,
            type: cover.type,
            medium: "image",
            width: String(cover.width),
            height: String(cover.height),
          }),
        ]
      : []),
    "</item>",
  ].join("\n");
}

const rfc822 = (iso: string) => new Date(iso).toUTCString();
