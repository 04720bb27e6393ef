import { childrenOf, parseXml, type XmlElement } from "./xml.ts";

const dateTime =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d (?:GMT|[+-]\d{4})$/;
/** Elements of the RSS 2.0 specification; others must be of a namespace. */
const channelElements = words(
  "title link description language copyright managingEditor webMaster pubDate lastBuildDate category",
  "generator docs cloud ttl image skipHours skipDays item",
);
const itemElements = words("title link description author category comments enclosure guid pubDate source");
const repeated = ["category", "item"];
const namespaces = {
  atom: "http://www.w3.org/2005/Atom",
  media: "http://search.yahoo.com/mrss/",
};

/** Where a document breaks the rules of RSS 2.0 and of the extensions it uses; none for a valid feed. */
export function rssFaults(document: string): string[] {
  const rss = parseXml(document);
  const [channel, ...others] = childrenOf(rss, "channel");
  if (rss.name !== "rss" || rss.attributes["version"] !== "2.0") return ["the root is not RSS 2.0"];
  if (!channel || others.length > 0) return ["not one channel"];
  const items = childrenOf(channel, "item");
  const guids = items.map((item) => textOf(item, "guid"));
  const selves = childrenOf(channel, "link", namespaces.atom).filter(
    ({ attributes }) => attributes["rel"] === "self" && URL.canParse(attributes["href"] ?? ""),
  );
  return [
    ...["title", "link", "description"]
      .filter((name) => textOf(channel, name).trim() === "")
      .map((name) => `the channel has no ${name}`),
    ...strangers(channel, channelElements),
    ...(selves.length === 1 ? [] : ["no atom:link to itself"]),
    ...dateFaults(channel, "lastBuildDate"),
    ...(new Set(guids).size === guids.length ? [] : ["two items have the same guid"]),
    ...items.flatMap(itemFaults),
  ];
}

function itemFaults(item: XmlElement): string[] {
  const [guid] = childrenOf(item, "guid");
  const named = textOf(item, "title") + textOf(item, "description");
  return [
    ...strangers(item, itemElements),
    ...(named.trim() === "" ? ["an item has neither title nor description"] : []),
    ...(URL.canParse(textOf(item, "link")) ? [] : ["an item leads nowhere"]),
    ...(guid && guid.attributes["isPermaLink"] !== "false" && !URL.canParse(guid.text)
      ? ["a guid is not the permanent link that it says it is"]
      : []),
    ...dateFaults(item, "pubDate"),
    ...childrenOf(item, "enclosure")
      .filter(({ attributes }) => !attributes["url"] || !attributes["length"] || !attributes["type"])
      .map(() => "an enclosure lacks url, length or type"),
    ...childrenOf(item, "content", namespaces.media)
      .filter(({ attributes }) => !URL.canParse(attributes["url"] ?? ""))
      .map(() => "media:content leads nowhere"),
  ];
}

/** Elements that the specification does not know, or not several times. */
function strangers(element: XmlElement, known: readonly string[]): string[] {
  const names = element.children.filter(({ namespace }) => namespace === "").map(({ name }) => name);
  return names
    .filter((name, at) => !known.includes(name) || (!repeated.includes(name) && names.indexOf(name) !== at))
    .map((name) => `${element.name} has ${name}, which is unknown or stands there twice`);
}

const dateFaults = (element: XmlElement, name: string) =>
  childrenOf(element, name)
    .filter(({ text }) => !dateTime.test(text) || Number.isNaN(Date.parse(text)))
    .map(({ text }) => `${name} «${text}» is not a date of RFC 822`);

const textOf = (element: XmlElement, name: string) => childrenOf(element, name)[0]?.text ?? "";

function words(...lines: string[]): string[] {
  return lines.join(" ").split(" ");
}
