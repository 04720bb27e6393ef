import { childrenOf, parseXml, type XmlElement } from "./xml.ts";

const atom = "http://www.w3.org/2005/Atom";
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** Where a document breaks the rules of RFC 4287; none for a valid Atom feed. */
export function atomFaults(document: string): string[] {
  const feed = parseXml(document);
  if (feed.name !== "feed" || feed.namespace !== atom) return ["4.1.1: the root is not atom:feed"];
  const entries = childrenOf(feed, "entry");
  const ids = entries.map((entry) => textOf(entry, "id"));
  const changes = entries.map((entry) => Date.parse(textOf(entry, "updated")));
  return [
    ...exactlyOnce(feed, "id", "title", "updated"),
    ...atMostOnce(feed, "subtitle", "generator", "icon", "logo", "rights"),
    ...metadataFaults(feed),
    ...(linksOf(feed, "self").length === 1 ? [] : ["4.1.1: no link to itself"]),
    ...(new Set(ids).size === ids.length ? [] : ["4.1.1: two entries have the same id"]),
    ...(Math.max(...changes, -Infinity) > Date.parse(textOf(feed, "updated"))
      ? ["4.2.15: an entry changed after the feed"]
      : []),
    ...entries.flatMap((entry) => entryFaults(entry, childrenOf(feed, "author").length > 0)),
  ];
}

function entryFaults(entry: XmlElement, feedHasAuthor: boolean): string[] {
  const published = childrenOf(entry, "published").map(({ text }) => text);
  return [
    ...exactlyOnce(entry, "id", "title", "updated"),
    ...atMostOnce(entry, "content", "published", "rights", "source", "summary"),
    ...metadataFaults(entry),
    ...(childrenOf(entry, "content").length > 0 || linksOf(entry, "alternate").length > 0
      ? []
      : ["4.1.2: an entry has neither content nor an alternate link"]),
    ...(feedHasAuthor || childrenOf(entry, "author").length > 0 ? [] : ["4.1.2: an entry has no author"]),
    ...published
      .filter((moment) => !dateTime.test(moment) || Date.parse(moment) > Date.parse(textOf(entry, "updated")))
      .map((moment) => `3.3: published at ${moment}`),
  ];
}

/** What a feed and an entry have in common. */
function metadataFaults(element: XmlElement): string[] {
  const alternates = linksOf(element, "alternate").map(
    ({ attributes }) => `${attributes["type"] ?? ""} ${attributes["hreflang"] ?? ""}`,
  );
  return [
    ...(isAbsolute(textOf(element, "id")) ? [] : ["4.2.6: an id is not an IRI"]),
    ...(dateTime.test(textOf(element, "updated")) ? [] : ["3.3: updated is not a date-time"]),
    ...(new Set(alternates).size === alternates.length ? [] : ["4.1.1: two alternate links of one kind"]),
    ...childrenOf(element, "link")
      .filter(({ attributes }) => !isAbsolute(attributes["href"] ?? ""))
      .map(() => "4.2.7.1: a link leads nowhere"),
    ...childrenOf(element, "category")
      .filter(({ attributes }) => !attributes["term"])
      .map(() => "4.2.2.1: a category has no term"),
    ...childrenOf(element, "author").flatMap((person) => [
      ...exactlyOnce(person, "name"),
      ...atMostOnce(person, "uri", "email"),
    ]),
  ];
}

const textOf = (element: XmlElement, name: string) => childrenOf(element, name)[0]?.text ?? "";

const linksOf = (element: XmlElement, relation: string) =>
  childrenOf(element, "link").filter(({ attributes }) => (attributes["rel"] ?? "alternate") === relation);

const isAbsolute = (address: string) => URL.canParse(address);

const exactlyOnce = (element: XmlElement, ...names: string[]) =>
  names
    .filter((name) => childrenOf(element, name).length !== 1 || textOf(element, name).trim() === "")
    .map((name) => `4.1: ${element.name} needs one ${name}`);

const atMostOnce = (element: XmlElement, ...names: string[]) =>
  names
    .filter((name) => childrenOf(element, name).length > 1)
    .map((name) => `4.1: ${element.name} has several ${name}`);
