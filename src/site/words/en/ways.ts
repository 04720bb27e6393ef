import type { ways as vietnamese } from "../vi/ways.ts";

/** The pages that lead on: links, the map of a site, the search page, in English. */
export const ways: typeof vietnamese = {
  links: {
    name: "Links",
    services: "Services for citizens",
    ads: "Advertisements and links by contract or letter",
  },
  siteMap: {
    name: "Site map",
    general: "General information",
    kinds: "More pages",
    newsBySection: "News by section",
    tools: "Tools",
    feed: "News by RSS",
  },
  browse: {
    byKind: "By kind",
    articles: "Articles",
    bySection: "Articles by section",
    byYear: "Articles by year",
    documentsByType: "Documents by type",
    items: "items",
    introduction: "Information",
  },
  searchPage: {
    byNumber: "Documents with this number",
    terms: "Search terms, a name or a document number",
    placeholder: "Vietnamese names with or without accents",
    needsScript: "JavaScript is off in your browser, so search does not work. Please browse below.",
    narrow: "Narrow the results",
    results: "Results",
    order: "Order",
    narrowedBy: "Narrowed by",
    hints: "Suggestions",
    more: "Show more",
    older: (since: string, count: number) =>
      `Words are searched in documents from ${since} on. ${count.toLocaleString("en")} older ones are found by number or year alone.`,
    olderByNumber: "Look up by number",
    olderByYear: "Documents by year:",
    browse: "Browse",
  },
};
