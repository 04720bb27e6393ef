import { english } from "./en/search.ts";
import { vietnamese, type SearchWords } from "./vi/search.ts";

export type { SearchWords };

/** What the script says in the language of a page. */
export function searchWords({ documentElement }: Document): SearchWords {
  return documentElement.lang === "en" ? english : vietnamese;
}
