const shownWords = 34;
/** How many words stand before the first one found. */
const leadWords = 6;

/** A piece of a text: a word, or what stands between two. */
export interface Piece {
  text: string;
  found: boolean;
}

/**
 * Cuts a text into words and what stands between them, the words found marked. Where some of them stand next to each other,
 * only those are: a single syllable of a query is all over a Vietnamese text.
 */
export function markedPieces(text: string, isMatch: (word: string) => boolean): Piece[] {
  const pieces = text.split(/([\p{L}\p{N}\p{M}]+)/u);
  const found = pieces.map((piece, place) => place % 2 === 1 && isMatch(piece));
  // Words are every second piece.
  const together = found.map(
    (is, place) =>
      is && [place - 2, place + 2].some((other) => found[other] && isGap(pieces[(place + other) / 2])),
  );
  const shown = together.includes(true) ? together : found;
  return pieces.map((piece, place) => ({ text: piece, found: shown[place] === true }));
}

const isGap = (between: string | undefined) => /^[\s/-]*$/.test(between ?? "");

/** The part of a page's text that shows most of the words found; its beginning where it shows none. */
export function excerptOf(text: string, isMatch: (word: string) => boolean): Piece[] {
  const pieces = markedPieces(text.trim(), isMatch);
  const spaces = pieces.flatMap((piece, place) => (/\s/.test(piece.text) ? [place] : []));
  if (spaces.length < shownWords) return pieces;
  const starts = [0, ...spaces.map((place) => place + 1)];
  const endOf = (first: number) => starts[first + shownWords] ?? pieces.length + 1;
  const countIn = (from: number, to: number) => pieces.slice(from, to).filter(({ found }) => found).length;
  const counts = starts.map((start, first) => countIn(start, endOf(first)));
  const most = Math.max(...counts);
  const densest = counts.indexOf(most);
  const firstFound = pieces.findIndex(({ found }, place) => found && place >= (starts[densest] ?? 0));
  const wordOfFirst = starts.findLastIndex((start) => start <= firstFound);
  const first =
    most === 0 ? 0 : Math.min(Math.max(0, wordOfFirst - leadWords), Math.max(0, starts.length - shownWords));
  const [from = 0, to] = [starts[first], endOf(first)];
  const before = from > 0 ? [{ text: "… ", found: false }] : [];
  const after = to < pieces.length ? [{ text: " …", found: false }] : [];
  return [...before, ...pieces.slice(from, to - 1), ...after];
}
