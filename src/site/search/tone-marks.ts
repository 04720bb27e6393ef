/** Where two vowels end a syllable, the tone mark stands on either by two customs: `hòa` and `hoà`, `thủy` and `thuỷ`. */
const endings = ["oa", "oe", "uy"];
const tones = ["\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

const onFirst = (ending: string, tone: string) =>
  ((ending[0] ?? "") + tone).normalize("NFC") + ending.slice(1);
const onSecond = (ending: string, tone: string) =>
  (ending[0] ?? "") + (ending.slice(1) + tone).normalize("NFC");

const pairs = endings.flatMap((ending) =>
  tones.map((tone): [string, string] => [onFirst(ending, tone), onSecond(ending, tone)]),
);
const toSecond = new Map(pairs);
const toFirst = new Map(pairs.map(([first, second]) => [second, first]));
// In `quý` the u belongs to the consonant.
const pattern = (of: ReadonlyMap<string, string>) =>
  new RegExp(`(?<!q)(?:${[...of.keys()].join("|")})(?![\\p{L}\\p{M}])`, "giu");
const patterns = [
  { pattern: pattern(toSecond), to: toSecond },
  { pattern: pattern(toFirst), to: toFirst },
];

/** A text as it is and, where custom allows, with its tone marks on the other vowel. */
export function spellingsOf(text: string): string[] {
  const lower = text.normalize("NFC").toLowerCase();
  const others = patterns.map(({ pattern: found, to }) =>
    lower.replace(found, (ending) => to.get(ending) ?? ending),
  );
  return [text, ...new Set(others)].filter((spelling, place) => place === 0 || spelling !== lower);
}

/** A lower-case text with all its tone marks by one custom, to compare words. */
export function oneSpelling(lower: string): string {
  const [first] = patterns;
  return first ? lower.replace(first.pattern, (ending) => first.to.get(ending) ?? ending) : lower;
}
