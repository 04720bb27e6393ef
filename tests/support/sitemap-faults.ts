import { childrenOf, parseXml, type XmlElement } from "./xml.ts";

const namespaces = {
  sitemap: "http://www.sitemaps.org/schemas/sitemap/0.9",
  image: "http://www.google.com/schemas/sitemap-image/1.1",
  news: "http://www.google.com/schemas/sitemap-news/0.9",
  xhtml: "http://www.w3.org/1999/xhtml",
};
const moment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;
const most = 50_000;

/** Where a document breaks the sitemap protocol or its image, news and language extensions; none for a valid one. */
export function sitemapFaults(document: string): string[] {
  const root = parseXml(document);
  const entry = { urlset: "url", sitemapindex: "sitemap" }[root.name];
  if (entry === undefined || root.namespace !== namespaces.sitemap)
    return ["the root is not of the protocol"];
  const entries = childrenOf(root, entry);
  const addresses = entries.map((one) => textOf(one, "loc"));
  return [
    ...(entries.length >= 1 && entries.length <= most ? [] : ["no entry, or too many"]),
    ...(new Set(addresses).size === addresses.length ? [] : ["an address stands there twice"]),
    ...(new Set(addresses.map((address) => URL.parse(address)?.origin)).size === 1
      ? []
      : ["addresses of several hosts"]),
    ...entries.flatMap(entryFaults),
  ];
}

function entryFaults(entry: XmlElement): string[] {
  const where = textOf(entry, "loc");
  const changed = childrenOf(entry, "lastmod").map(({ text }) => text);
  return [
    ...(URL.canParse(where) ? [] : ["an entry has no address"]),
    ...changed.filter((text) => !moment.test(text)).map((text) => `${where}: lastmod ${text}`),
    ...childrenOf(entry, "image", namespaces.image)
      .filter((image) => !URL.canParse(textOf(image, "loc")))
      .map(() => `${where}: an image leads nowhere`),
    ...childrenOf(entry, "news", namespaces.news).flatMap((news) => newsFaults(where, news)),
    ...languageFaults(where, childrenOf(entry, "link", namespaces.xhtml)),
  ];
}

function newsFaults(where: string, news: XmlElement): string[] {
  const [publication] = childrenOf(news, "publication");
  return [
    ...(publication && textOf(publication, "name") && /^[a-z]{2,3}$/.test(textOf(publication, "language"))
      ? []
      : [`${where}: no publication with name and language`]),
    ...(moment.test(textOf(news, "publication_date")) ? [] : [`${where}: no publication date`]),
    ...(textOf(news, "title").trim() === "" ? [`${where}: no title`] : []),
  ];
}

/** A page that has translations must name itself among them. */
function languageFaults(where: string, links: readonly XmlElement[]): string[] {
  const named = links.map(({ attributes }) => attributes["href"] ?? "");
  return links.length === 0 || named.includes(where) ? [] : [`${where}: does not name itself`];
}

const textOf = (element: XmlElement, name: string) => childrenOf(element, name)[0]?.text ?? "";
