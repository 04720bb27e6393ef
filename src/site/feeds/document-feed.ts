import { documentTypeName } from "../../content-model/document-types.ts";
import type { DocumentEntry, SiteContent } from "../../content-store/content.ts";
import { documentFeeds } from "../../content-store/document-files.ts";
import { documentIndex } from "../../content-store/document-index.ts";
import { documentsAddress, documentTypeAddress } from "../../content-store/document-lists.ts";
import { documentAddress } from "../../content-store/document-pages.ts";
import { absolute } from "../views/document-head.ts";
import { wordsIn } from "../words/words.ts";
import { atom } from "./atom.ts";
import { itemCount, type Feed, type FeedItem } from "./feed.ts";
import { rss } from "./rss.ts";

/** The newest documents, of all types or of one, for feed readers; undefined where there are none. */
export function documentFeed(
  site: SiteContent,
  format: "rss.xml" | "atom.xml",
  type?: string,
): string | undefined {
  const index = documentIndex(site);
  const documents = type === undefined ? index.visible : (index.byType.get(type) ?? []);
  if (documents.length === 0) return undefined;
  const { name, shortName, language, contact, authority } = site.settings;
  const words = wordsIn(language);
  const heading =
    type === undefined ? words.documents.name : words.documents.ofType(documentTypeName(type, language));
  const [rssFile = "", atomFile = ""] = documentFeeds(type);
  const items = documents.slice(0, itemCount).map((entry) => itemOf(site, entry));
  const feed: Feed = {
    title: `${heading} | ${shortName}`,
    subtitle: words.documents.described(heading, authority ?? name),
    language,
    home: absolute(site, type === undefined ? documentsAddress : documentTypeAddress(type)),
    rss: absolute(site, rssFile),
    atom: absolute(site, atomFile),
    publisher: { name, email: contact.email, home: absolute(site, "/") },
    updated: items[0]?.updated,
    items,
  };
  return format === "rss.xml" ? rss(feed) : atom(feed);
}

function itemOf(site: SiteContent, { data, ...entry }: DocumentEntry): FeedItem {
  const type = documentTypeName(data.type, site.settings.language);
  const moment = `${data.issuedOn}T00:00:00+07:00`;
  const [first = documentAddress(entry)] = data.formerAddresses ?? [];
  return {
    id: absolute(site, first),
    address: absolute(site, documentAddress(entry)),
    title: `${type} ${data.number}: ${data.excerpt}`,
    summary: data.excerpt,
    author: data.issuer,
    published: moment,
    updated: moment,
    categories: [type],
    cover: undefined,
  };
}
