import { englishDay } from "./english-day.ts";
import type { SearchWords } from "../vi/search.ts";

const results = (number: number) => `${String(number)} ${number === 1 ? "result" : "results"}`;

/** What the search page's script says, in English. */
export const english: SearchWords = {
  facets: { loai: "Kind", "chuyen-muc": "Section", "don-vi": "Agency", nam: "Year" },
  results: "results",
  moreValues: (number) => `${String(number)} more`,
  removeFilter: "Clear filter",
  removeFilters: "Clear all filters",
  newest: "Newest",
  best: "Best match",
  day: englishDay,
  more: (shown, all) => `Show more (${String(shown)} of ${String(all)} shown)`,
  failed: "The search could not be opened. Please try again in a few minutes, or browse below.",
  everything: "everything",
  quoted: (text) => `“${text}”`,
  hint: (number) => `(${results(number)})`,
  advice: [
    "Check the spelling; Vietnamese names are found with or without accents.",
    "Try fewer words, or another word that means the same.",
    "Or browse by section and year at the end of this page.",
  ],
  meant: "Did you mean",
  apart: "Not necessarily side by side",
  withoutUnknown: "Without words that no page contains",
  oneWordLess: "With one word fewer",
  onePartLess: "With one part fewer",
  otherAccents: "With any accents",
  cases: {
    number: "Case number",
    procedure: "Procedure",
    unit: "Handled by",
    receivedOn: "Received on",
    dueOn: "Due on",
    finishedOn: "Finished on",
    result: "Result",
    document: "Resulting document",
    notFound: "This case was not found",
    advice: [
      "Check the number and the code: both must be as on the receipt.",
      "If the receipt has no code, leave that field empty.",
      "A case that was just handed in may take some hours to appear.",
      "Still nothing: please ask the office below.",
    ],
    failed: "The look-up did not work. Check your connection and try again, or ask the office below.",
  },
  lookup: {
    found: (text, count) =>
      count === 1
        ? `1 document matches “${text}”.`
        : `${count.toLocaleString("en")} documents match “${text}”.`,
    newestOf: (text, count, shown) =>
      `${count.toLocaleString("en")} documents match “${text}”; these are the ${String(shown)} most recent. Type more of the number, year or symbol to narrow them down.`,
    nothing: (text) => `No document has the number “${text}”.`,
    instead: "Search the whole site for these words",
    failed: "The look-up did not work. Please try again in a few minutes, or use the lists below.",
    notYet: "Not yet in force",
    expired: "No longer in force",
  },
  summary: {
    nothing: "No pages match.",
    notFound: (text) => `No results for “${text}”.`,
    all: (pages) => `${String(pages)} ${pages === 1 ? "page" : "pages"}, newest first.`,
    otherAccents: (text, pages) =>
      `No page contains “${text}” with these accents. ${results(pages)} regardless of accents.`,
    found: (text, pages) => `${results(pages)} for “${text}”.`,
    apart: (text, pages) => `${results(pages)} with all the words of “${text}”, but not side by side.`,
    some: (text, pages, together, newest) =>
      newest
        ? `${results(pages)} with all the words of “${text}”; ${String(together)} have them side by side.`
        : `${results(pages)} with all the words of “${text}”; the ${String(together)} that have them side by side come first.`,
  },
};
