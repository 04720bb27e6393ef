import { foldD, unfoldD } from "../../content-model/fold-d.ts";
import type { Engine, Hit } from "./search-index.ts";
import { partsOf, wordTest, type Reading, type Term } from "./terms.ts";

/** Pages found, by their id. */
export type Matches = ReadonlyMap<string, Hit>;

/**
 * The pages that hold every term. The search engine alone would also take longer words and shorter ones, and forget words
 * that no page has; in quotation marks it takes whole words only, so that every term is asked for by itself.
 */
export async function pagesWithAll(
  engine: Engine,
  terms: readonly Term[],
  reading: Reading,
): Promise<Matches> {
  const last = terms.length - 1;
  const perTerm = await Promise.all(
    terms.map((term, at) =>
      reading.unfinished && at === last ? pagesWithBeginning(engine, term, reading) : pagesWith(engine, term),
    ),
  );
  return inAll(perTerm);
}

/** The pages that hold these words next to each other. */
export async function pagesWithPhrase(engine: Engine, text: string): Promise<Matches> {
  const { results } = await engine.search(`"${foldD(text)}"`);
  return new Map(results.filter(isVisible).map((hit) => [hit.id, hit]));
}

async function pagesWith(engine: Engine, { text, quoted }: Term): Promise<Matches> {
  const whole = await pagesWithPhrase(engine, text);
  const parts = partsOf(text);
  // `QĐ-UBND` is one word to a reader, and a part of `186/QĐ-UBND` to the engine.
  if (whole.size > 0 || quoted || parts.length === 1) return whole;
  return inAll(await Promise.all(parts.map((part) => pagesWithPhrase(engine, part))));
}

async function pagesWithBeginning(engine: Engine, term: Term, reading: Reading): Promise<Matches> {
  const { results } = await engine.search(foldD(term.text));
  const hits = results.filter(isVisible);
  // When no word begins like this, the engine shortens it until one does; any one page tells.
  const sample = await hits[0]?.data();
  if (!sample) return new Map();
  const isWanted = wordTest([term], reading);
  const words = partsOf(unfoldD(`${sample.meta["title"] ?? ""} ${sample.content}`));
  return new Map(words.some(isWanted) ? hits.map((hit) => [hit.id, hit]) : []);
}

/** What all have in common, with the hits of the rarest: their excerpts say most. */
function inAll(matches: readonly Matches[]): Matches {
  const [rarest, ...others] = matches.toSorted((one, other) => one.size - other.size);
  return new Map([...(rarest ?? [])].filter(([id]) => others.every((other) => other.has(id))));
}

/** Whether a reader would see the words on the page: a picture's description is not among what results show. */
function isVisible({ words, matchedMetaFields = [] }: Hit): boolean {
  return words.length > 0 || matchedMetaFields.some((field) => field === "title" || field === "ngay");
}
