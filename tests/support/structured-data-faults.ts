/** What search engines and schema.org ask of each kind of thing that our pages describe. */
const required: Readonly<Record<string, readonly string[]>> = {
  NewsArticle: words(
    "headline description url mainEntityOfPage datePublished image",
    "author publisher inLanguage isAccessibleForFree",
  ),
  GovernmentOrganization: ["name", "url", "logo"],
  Organization: ["name"],
  Person: ["name"],
  ContactPoint: ["contactType", "telephone", "email"],
  PostalAddress: ["streetAddress", "addressCountry"],
  WebSite: ["name", "url", "inLanguage", "publisher", "potentialAction"],
  SearchAction: ["target", "query-input"],
  EntryPoint: ["urlTemplate"],
  WebPage: ["@id"],
  BreadcrumbList: ["itemListElement"],
  ListItem: ["position", "name"],
  Event: ["name", "startDate", "location", "eventStatus", "organizer"],
  Place: ["name"],
  Legislation: words("name legislationIdentifier legislationType legislationDate legislationPassedBy url"),
  MediaObject: ["contentUrl"],
  ImageObject: ["contentUrl"],
  ImageGallery: ["name", "url", "image"],
  VideoObject: words("name description uploadDate thumbnailUrl contentUrl"),
  AudioObject: words("name description uploadDate contentUrl"),
  QAPage: ["mainEntity"],
  Question: ["name", "acceptedAnswer"],
  Answer: ["text", "url"],
};
const moment = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d))?$/;

/** Where a page's JSON-LD lacks what its types need, or has values of the wrong kind; none for a valid one. */
export function structuredDataFaults(json: string): string[] {
  const data = JSON.parse(json) as { "@context"?: unknown; "@graph"?: unknown };
  if (data["@context"] !== "https://schema.org" || !Array.isArray(data["@graph"])) return ["no graph"];
  return data["@graph"].flatMap((thing: unknown) => faultsOf(thing, ""));
}

function faultsOf(value: unknown, where: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => faultsOf(item, where));
  if (typeof value !== "object" || value === null) return [];
  const thing = value as Record<string, unknown>;
  const type = thing["@type"];
  const within = Object.entries(thing).flatMap(([name, inner]) => faultsOf(inner, `${where}/${name}`));
  // Only named here, described elsewhere.
  if (type === undefined) return Object.keys(thing).join() === "@id" ? [] : [`${where}: no type`, ...within];
  const needs = typeof type === "string" ? required[type] : undefined;
  if (typeof type !== "string" || !needs)
    return [`${where}: ${JSON.stringify(type)} has no rules in this test`, ...within];
  const missing = needs.filter((name) => thing[name] === undefined || thing[name] === "");
  return [
    ...missing.map((name) => `${where}: ${type} has no ${name}`),
    ...valueFaults(thing, where),
    ...(type === "BreadcrumbList" ? trailFaults(thing["itemListElement"], where) : []),
    ...within,
  ];
}

function valueFaults(thing: Record<string, unknown>, where: string): string[] {
  return Object.entries(thing).flatMap(([name, value]) => {
    if (/^date|Date$/.test(name) && !moment.test(String(value)))
      return [`${where}: ${name} ${String(value)}`];
    if (/^(?:url|logo|item|@id)$/.test(name) && !URL.canParse(String(value)))
      return [`${where}: ${name} ${String(value)}`];
    return value === null || value === "" ? [`${where}: ${name} is empty`] : [];
  });
}

function trailFaults(items: unknown, where: string): string[] {
  const list = items as { position: number; item?: string }[];
  const inOrder = list.every(({ position }, index) => position === index + 1);
  const linked = list.slice(0, -1).every(({ item }) => item !== undefined);
  return [
    ...(inOrder && list.length > 1 ? [] : [`${where}: the trail is not in order`]),
    ...(linked ? [] : [`${where}: a step of the trail leads nowhere`]),
  ];
}

function words(...lines: string[]): string[] {
  return lines.join(" ").split(" ");
}
