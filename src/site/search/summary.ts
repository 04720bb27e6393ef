import type { SearchWords } from "../words/search-words.ts";
import type { Found } from "./find.ts";
import type { Query } from "./query.ts";

/** Says how many results there are, and what they are. */
export function summaryOf(
  { text, newest }: Query,
  { pages: { length: count }, phrases, otherAccents }: Found,
  { summary }: SearchWords,
): string {
  if (count === 0) return text === "" ? summary.nothing : summary.notFound(text);
  if (text === "") return summary.all(count);
  if (otherAccents) return summary.otherAccents(text, count);
  if (phrases === undefined || phrases === count) return summary.found(text, count);
  return phrases === 0 ? summary.apart(text, count) : summary.some(text, count, phrases, newest);
}
