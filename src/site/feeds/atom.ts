import type { SiteContent } from "../../content-store/content.ts";
import { feedOf, type Feed, type FeedItem } from "./feed.ts";
import { declaration, element, emptyElement } from "./xml.ts";

/** Atom 1.0 (RFC 4287) of a site's newest articles, or those of a section; undefined where the site has no such section. */
export function atomFeed(site: SiteContent, section?: string): string | undefined {
  const feed = feedOf(site, section);
  return feed && atom(feed);
}

/** A feed must tell when it last changed: that of a section without articles never has. */
const never = "1970-01-01T00:00:00Z";

/** A feed as Atom 1.0. */
export function atom({
  title,
  language,
  subtitle,
  home,
  atom: self,
  publisher,
  updated = never,
  items,
}: Feed): string {
  return `${declaration}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
${[
  element("title", title),
  element("subtitle", subtitle),
  element("id", self),
  emptyElement("link", { rel: "self", type: "application/atom+xml", href: self }),
  emptyElement("link", { rel: "alternate", type: "text/html", href: home }),
  element("updated", rfc3339(updated)),
  `<author>${element("name", publisher.name)}${element("uri", publisher.home)}${element("email", publisher.email)}</author>`,
  ...items.map(entry),
].join("\n")}
</feed>
`;
}

function entry(item: FeedItem): string {
  const { cover } = item;
  return [
    "<entry>",
    element("title", item.title),
    element("id", item.id),
    emptyElement("link", { rel: "alternate", type: "text/html", href: item.address }),
    ...(cover ? [emptyElement("link", { rel: "enclosure", type: cover.type, href: cover.address })] : []),
    element("published", rfc3339(item.published)),
    element("updated", rfc3339(item.updated)),
    ...(item.author === undefined ? [] : [`<author>${element("name", item.author)}</author>`]),
    ...item.categories.map((term) => emptyElement("category", { term })),
    element("summary", item.summary),
    "</entry>",
  ].join("\n");
}

const rfc3339 = (iso: string) => new Date(iso).toISOString().replace(".000Z", "Z");
