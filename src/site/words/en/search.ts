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
