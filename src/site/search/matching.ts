import { foldD, unfoldD } from "../../content-model/fold-d.ts";
import type { Engine, Hit } from "./search-index.ts";
import { partsOf, wordTest, type Reading, type Term } from "./terms.ts";
import { spellingsOf } from "./tone-marks.ts";

/** A page found, and how near its beginning the words are. */
export interface Match {
  hit: Hit;
  /** All of the words stand in the title, or in the number before it. */
  inTitle: boolean;
  /** The page begins with the words. */
  begins: boolean;
}

/** Pages found, by their id. */
export type Matches = ReadonlyMap<string, Match>;

/** How many words from the beginning of a page's text count as its title: most have less than twenty. */
const titleWords = 18;

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

/** The pages that hold these words next to each other, with their tone marks in either place. */
export async function pagesWithPhrase(engine: Engine, text: string): Promise<Matches> {
  const found = new Map<string, Match>();
  for (const spelling of spellingsOf(text)) {
    const { results } = await engine.search(`"${foldD(spelling)}"`);
    for (const hit of results) found.set(hit.id, matchOf(hit));
  }
  return found;
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
  // When no word begins like this, the engine shortens it until one does; any one page tells.
  const sample = await results[0]?.data();
  if (!sample) return new Map();
  const isWanted = wordTest([term], reading);
  const words = partsOf(unfoldD(sample.content));
  return new Map(words.some(isWanted) ? results.map((hit) => [hit.id, matchOf(hit)]) : []);
}

function matchOf(hit: Hit): Match {
  return { hit, begins: hit.words.includes(0), inTitle: hit.words.some((place) => place < titleWords) };
}

/** What all have in common, in the order of the rarest: it says most about which page is meant. */
function inAll(matches: readonly Matches[]): Matches {
  const [rarest, ...others] = matches.toSorted((one, other) => one.size - other.size);
  const common = new Map<string, Match>();
  for (const [id, match] of rarest ?? []) {
    const all = [match, ...others.map((other) => other.get(id))];
    if (!all.every((one) => one !== undefined)) continue;
    common.set(id, {
      hit: match.hit,
      begins: all.some(({ begins }) => begins),
      inTitle: all.every(({ inTitle }) => inTitle),
    });
  }
  return common;
}
