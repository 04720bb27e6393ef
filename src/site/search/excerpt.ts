const shownWords = 34;
/** How many words stand before the first one found. */
const leadWords = 6;

/** The part of a page's text that shows most of the words found; its beginning where it shows none. */
export function excerptOf(text: string, isMatch: (word: string) => boolean): string {
  const words = text.split(/\s+/).filter((word) => word !== "");
  if (words.length <= shownWords) return words.join(" ");
  const matches = words.map((word) => (wordsIn(word).some(isMatch) ? 1 : 0));
  let [best, most, sum] = [0, 0, 0];
  for (let end = 0; end < words.length; end += 1) {
    sum += (matches[end] ?? 0) - (matches[end - shownWords] ?? 0);
    if (sum > most) [best, most] = [end - shownWords + 1, sum];
  }
  const first = matches.indexOf(1, Math.max(0, best));
  const start = most === 0 ? 0 : Math.min(Math.max(0, first - leadWords), words.length - shownWords);
  const end = start + shownWords;
  return `${start > 0 ? "… " : ""}${words.slice(start, end).join(" ")}${end < words.length ? " …" : ""}`;
}

/** Cuts a text into words and what stands between them; every second piece is a word. */
export const pieces = (text: string): string[] => text.split(/([\p{L}\p{N}\p{M}]+)/u);

const wordsIn = (text: string) => pieces(text).filter((_, place) => place % 2 === 1);
