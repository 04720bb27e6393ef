import { escapeMarkup } from "../../foundation/escape-markup.ts";
import { sectionAddress } from "../../content-store/addresses.ts";
import type { NewsEntry, SiteContent } from "../../content-store/content.ts";
import { absolute } from "../views/document-head.ts";
import { newsIndex } from "../views/news-index.ts";
import { sectionLink, storyAddress } from "../views/story.ts";
import { element } from "./xml.ts";

const itemCount = 20;

/** RSS 2.0 of a site's newest articles. */
export function siteFeed(site: SiteContent): string {
  return feed(site, site.settings.name, "/", "/rss.xml", newsIndex(site).visible);
}

/** RSS 2.0 of one section's newest articles; undefined where the site has no such section. */
export function sectionFeed(site: SiteContent, id: string | undefined): string | undefined {
  const section = site.sections.find((candidate) => candidate.id === id);
  if (!section) return undefined;
  const address = sectionAddress(section.id);
  const title = `${section.name} | ${site.settings.shortName}`;
  return feed(site, title, address, `${address}/rss.xml`, newsIndex(site).bySection.get(section.id) ?? []);
}

function feed(
  site: SiteContent,
  title: string,
  home: string,
  self: string,
  entries: readonly NewsEntry[],
): string {
  const [newest] = entries;
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
${element("title", title)}
${element("link", absolute(site, home))}
${element("description", site.settings.tagline ?? site.settings.name)}
<language>vi</language>
${newest ? `${element("lastBuildDate", rfc822(newest.data.date))}\n` : ""}<atom:link href="${escapeMarkup(absolute(site, self))}" rel="self" type="application/rss+xml"/>
${entries
  .slice(0, itemCount)
  .map((entry) => item(site, entry))
  .join("\n")}
</channel>
</rss>
`;
}

function item(site: SiteContent, entry: NewsEntry): string {
  const { data, origin } = entry;
  const address = origin ? storyAddress(entry) : absolute(site, storyAddress(entry));
  const section = sectionLink(site, data.category);
  return [
    "<item>",
    element("title", data.title),
    element("link", address),
    element("guid", address),
    element("pubDate", rfc822(data.date)),
    ...(section ? [element("category", section.label)] : []),
    element("description", data.summary),
    "</item>",
  ].join("\n");
}

const rfc822 = (iso: string) => new Date(iso).toUTCString();
